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
_BUILT_IN_PERCENTS = {9, 10}  # number formats 0% and 0.00%, ECMA-376 part 1, 18.8.30


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


def percent_formatted(content: bytes, sheet: str, at: int, below: int) -> bool:
    """Whether a column (from 0) of a sheet has a percent cell format below a row."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        percents = _percent_styles(packed)
        with _opened(packed, sheet) as part:
            return any(
                cell.style in percents
                for cell in cells(part)
                if cell.column == at and cell.row > below and cell.value is not None
            )


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


def _percent_styles(packed: zipfile.ZipFile) -> set[int]:
    """Numbers of the cell styles that show percents."""
    if "xl/styles.xml" not in packed.namelist():
        return set()
    try:
        root = parse(packed.open("xl/styles.xml")).getroot()
        formats = {
            int(each.get("numFmtId", 0))
            for each in root.iter()
            if _name(each) == "numFmt" and "%" in each.get("formatCode", "")
        } | _BUILT_IN_PERCENTS
        styles = next((each for each in root if _name(each) == "cellXfs"), Element("none"))
        return {
            number
            for number, style in enumerate(styles)
            if int(style.get("numFmtId", 0)) in formats
        }
    except (ParseError, ValueError) as error:
        raise Unreadable("truncated") from error
