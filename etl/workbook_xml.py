"""The XML of an .xlsx file, for what the fast reader of workbooks leaves out: errors and missing
results of formulas, and whether numbers are shown as percents. Slow, so asked only where it can
matter, and the judge of XML that is not written as spreadsheets write it."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import IO, NamedTuple
from xml.etree.ElementTree import Element, ParseError, iterparse, parse

from etl.spelling import column_at
from etl.unreadable import Unreadable

Odd = dict[tuple[int, int], str]  # (row from 1, column from 0) → text of the cell
_BUILT_IN = {"9": "0%", "10": "0.00%"}  # of interest here; ECMA-376 part 1, 18.8.30


class Cell(NamedTuple):
    """A cell as it is written."""

    row: int  # from 1
    column: int  # from 0
    kind: str  # n, s, str, inlineStr, b, e
    style: int
    formula: str | None
    value: str | None  # None where there is none


def cells(part: IO[bytes]) -> Iterator[Cell]:
    """The cells of a worksheet part; raises Unreadable."""
    row = column = 0
    try:
        for event, element in iterparse(part, events=("start", "end")):
            name = _name(element)
            if event == "start":
                if name == "row":
                    row, column = int(element.get("r", row + 1)), 0
                continue
            if name == "c":
                if address := element.get("r"):
                    letters = address.rstrip("0123456789").upper()
                    row, column = int(address[len(letters) :]), column_at(letters)
                yield _cell(element, row, column)
                column += 1
            elif name == "row":
                element.clear()
    except (ParseError, ValueError) as error:
        raise Unreadable("truncated") from error


def odd_cells(content: bytes, sheet: str) -> Odd:
    """Cells of a sheet that hold the error of a formula, or a formula that was never calculated:
    `#DIV/0!`, `=SUM(B2:B9)`."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(content)) as packed, _opened(packed, sheet) as part:
        for cell in cells(part):
            if cell.kind == "e":
                found[cell.row, cell.column] = cell.value or ""
            elif cell.formula is not None and cell.value is None and cell.kind != "str":
                found[cell.row, cell.column] = f"={cell.formula}"
    return found


def number_formats(content: bytes) -> set[str]:
    """The number formats that a workbook has of its own."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return set(_own_formats(_styles(packed)).values())


def column_formats(content: bytes, sheet: str, at: int, below: int) -> set[str]:
    """The number formats of the numbers in a column (from 0) of a sheet below a row."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        formats = _formats_of_styles(packed)
        with _opened(packed, sheet) as part:
            styles = {
                cell.style
                for cell in cells(part)
                if cell.column == at and cell.row > below and cell.value is not None
            }
    return {formats.get(style, "") for style in styles}


def _name(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def _cell(element: Element, row: int, column: int) -> Cell:
    formula = value = None
    for part in element:
        name = _name(part)
        if name == "f":
            formula = part.text or ""
        elif name == "v":
            value = part.text
        elif name == "is":
            value = "".join(part.itertext())
    style = int(element.get("s", 0))
    return Cell(row, column, element.get("t", "n"), style, formula, value)


def _opened(packed: zipfile.ZipFile, sheet: str) -> IO[bytes]:
    """The part in which a sheet is; raises Unreadable."""
    try:
        related = {
            each.get("Id"): each.get("Target", "")
            for each in parse(packed.open("xl/_rels/workbook.xml.rels")).iter()
        }
        for each in parse(packed.open("xl/workbook.xml")).iter():
            if _name(each) == "sheet" and each.get("name") == sheet:
                number = next(value for key, value in each.items() if key.endswith("}id"))
                return packed.open(posixpath.join("/xl", related[number])[1:])
    except (ParseError, LookupError, StopIteration) as error:
        raise Unreadable("truncated") from error
    raise Unreadable("truncated")


def _styles(packed: zipfile.ZipFile) -> Element:
    """The root of the part with the looks of cells; raises Unreadable."""
    try:
        return parse(packed.open("xl/styles.xml")).getroot()
    except KeyError:  # a workbook may do without
        return Element("none")
    except ParseError as error:
        raise Unreadable("truncated") from error


def _own_formats(styles: Element) -> dict[str, str]:
    return {
        each.get("numFmtId", ""): each.get("formatCode", "")
        for each in styles.iter()
        if _name(each) == "numFmt"
    }


def _formats_of_styles(packed: zipfile.ZipFile) -> dict[int, str]:
    """Number of a cell style → its number format."""
    styles = _styles(packed)
    formats = _BUILT_IN | _own_formats(styles)
    cell_styles = next((each for each in styles if _name(each) == "cellXfs"), Element("none"))
    return {
        number: formats.get(style.get("numFmtId", ""), "")
        for number, style in enumerate(cell_styles)
    }
