"""Annexes opened by other programs than the one that wrote them."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook

from tools.libreoffice import converted

_CACHED = re.compile(rb"(<f>[^<]*</f>)<v>[^<]*</v>")


def opened(annex: bytes, *, values: bool = False) -> Workbook:
    """The workbook with its formulas, or with the values that were stored beside them."""
    return load_workbook(io.BytesIO(annex), data_only=values)


def rows(annex: bytes, sheet: str) -> list[list[object]]:
    """The rows of a sheet's table, headings first, as far as the first empty one."""
    found: list[list[object]] = []
    for row in opened(annex, values=True)[sheet].iter_rows(values_only=True):
        if not any(each is not None for each in row):
            break
        found.append(list(row))
    return found


def below(annex: bytes, sheet: str) -> str:
    """What is said under the table of a sheet."""
    count = len(rows(annex, sheet))
    lines = opened(annex, values=True)[sheet].iter_rows(min_row=count + 1, values_only=True)
    return "\n".join(str(line[0]) for line in lines if line[0])


def formulas(annex: bytes) -> Iterator[tuple[str, Cell, object]]:
    """Sheet, cell and stored value of every formula."""
    stored = opened(annex, values=True)
    for sheet in opened(annex).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and cell.data_type == "f":
                    yield sheet.title, cell, stored[sheet.title][cell.coordinate].value


def reckoned(annex: bytes, folder: Path) -> Workbook:
    """The workbook as LibreOffice works it out: what was stored is taken out of it before."""
    bare, again = folder / "bare.xlsx", folder / "again"
    with ZipFile(io.BytesIO(annex)) as given, ZipFile(bare, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            made.writestr(name, _CACHED.sub(rb"\1", given.read(name)))
    again.mkdir()
    return load_workbook(converted(bare, "xlsx", again), data_only=True)
