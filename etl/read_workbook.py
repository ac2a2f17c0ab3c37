"""Workbooks to sheets, and what must be looked at before a library may open them."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from etl.sheet import Cells, Merged, Numbering, Sheet
from etl.unreadable import Unreadable

ZIP = b"PK\x03\x04"
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, .doc and encrypted workbooks
LARGEST_UNPACKED = 1 << 29
LARGEST_EXACT = 1e15  # a number cell holds 15 digits; larger ones have lost some
LARGEST_PLAIN = 1e10  # Arrow writes larger numbers in scientific form
CHUNK = 1 << 20
ROWS_AT_ONCE = 1024
# A filled cell right of column IV: the library reserves room for every cell of the rectangle up to
# it, and one such cell far down a sheet takes more memory than there is.
_FAR = re.compile(rb' r="((?:[A-Z]{3}|[J-Z][A-Z]|I[W-Z])\d+)"[^>]*[^/]>')
_LONGEST_TAG = 256


def workbook_sheets(content: bytes) -> list[Sheet]:
    """The sheets of an .xlsx file; raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _look_inside(packed)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
        raise Unreadable("truncated") from error
    return _sheets(content)


def old_workbook_sheets(content: bytes) -> list[Sheet]:
    """The sheets of an .xls file; raises Unreadable."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Unreadable("password")
    if "WordDocument".encode("utf-16-le") in content:
        raise Unreadable("not_a_table")
    return _sheets(content)


def _look_inside(packed: zipfile.ZipFile) -> None:
    """Unpack every part once, counting, and look for what would not fit into memory."""
    parts = packed.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("password")
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise Unreadable("too_large")
    if "xl/workbook.xml" not in packed.namelist():
        raise Unreadable("not_a_table")
    for part in parts:
        before = b""
        # A part that holds more than it says ends at what it says, and its checksum is wrong.
        for chunk in _chunks(packed, part):
            if part.filename.startswith("xl/worksheets/"):
                if far := _FAR.search(before + chunk):
                    raise Unreadable("stray_cell", cell=far[1].decode())
                before = chunk[-_LONGEST_TAG:]


def _chunks(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with packed.open(part) as unpacked:
        while chunk := unpacked.read(CHUNK):
            yield chunk


def _sheets(content: bytes) -> list[Sheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [
            _sheet(
                book.get_sheet_by_name(about.name), about.visible is not SheetVisibleEnum.Visible
            )
            for about in book.sheets_metadata
            if about.typ is SheetTypeEnum.WorkSheet
        ]
    except PasswordError as error:
        raise Unreadable("password") from error
    except (CalamineError, OSError) as error:
        raise Unreadable("truncated") from error
    if not any(sheet.height for sheet in sheets):
        raise Unreadable("empty_file")
    return sheets


def _sheet(page: CalamineSheet, hidden: bool) -> Sheet:
    if page.start is None:
        return Sheet(columns=(), height=0, name=page.name, hidden=hidden)
    left = page.start[1]
    columns = [_Column() for _ in range(page.width)]
    height = 0
    rows = page.iter_rows()
    while some := list(islice(rows, ROWS_AT_ONCE)):
        height += len(some)
        for column, cells in zip(columns, zip(*some, strict=True), strict=True):
            column.add(cells)
    blank = Cells(pa.array([""]), np.zeros(height, np.int32))
    merged = tuple(
        Merged(top + 1, bottom + 1, first, last)
        for (top, first), (bottom, last) in page.merged_cell_ranges or ()
    )
    return Sheet(
        columns=(*[blank] * left, *(column.cells() for column in columns)),
        height=height,
        name=page.name,
        hidden=hidden,
        merged=merged,
    )


class _Column:
    """The cells of one column as they come in. Each different value is turned into text once, until
    it shows that there are hardly two alike."""

    def __init__(self) -> None:
        self._numbers = Numbering()
        self._codes: list[Any] = []
        self._apart: list[Any] = []  # texts, one for each cell

    def add(self, cells: tuple[Any, ...]) -> None:
        kinds = set(map(type, cells))
        if bool in kinds:  # True would be taken for the number 1
            cells = tuple(_cell_text(cell) if isinstance(cell, bool) else cell for cell in cells)
        if self._apart:
            self._apart.append(_texts(cells, kinds))
            return
        codes = map(self._numbers.__getitem__, cells)
        self._codes.append(np.fromiter(codes, np.int32, len(cells)))
        if len(cells) == ROWS_AT_ONCE and 2 * len(self._numbers) > len(self._codes) * ROWS_AT_ONCE:
            self._apart = [self._coded().as_arrow().dictionary_decode()]

    def cells(self) -> Cells:
        return Cells.each(pa.concat_arrays(self._apart)) if self._apart else self._coded()

    def _coded(self) -> Cells:
        texts = pa.array(list(map(_cell_text, self._numbers)), pa.string())
        return Cells(texts, np.concatenate(self._codes))


def _texts(cells: tuple[Any, ...], kinds: set[type]) -> Any:
    """Cells as texts; everyday numbers, of which there are many, all at once."""
    if kinds == {float}:
        numbers = np.array(cells)
        if np.abs(numbers).max() < LARGEST_PLAIN:
            return pc.cast(pa.array(numbers), pa.string())
    return pa.array(cells if kinds == {str} else list(map(_cell_text, cells)), pa.string())


def _cell_text(cell: Any) -> str:
    """A workbook cell as text; numbers past 15 digits in scientific form, as Excel shows them."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, int | float):
        if abs(cell) >= LARGEST_EXACT:
            return f"{cell:.14E}"
        return str(int(cell)) if cell == int(cell) else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time | timedelta):  # day zero, formatted as a date
        return ""
    return str(cell)


def percent_formatted(content: bytes, sheet: str | None, at: int, below: int) -> bool:
    """Whether a column of an .xlsx file (from 0) has a percent cell format below a row."""
    if not content.startswith(ZIP):
        return False
    from openpyxl import load_workbook  # rarely needed, and a third of a second to import

    book = load_workbook(io.BytesIO(content), read_only=True)
    try:
        page = book[sheet] if sheet else book.worksheets[0]
        cells = page.iter_rows(min_row=below + 1, min_col=at + 1, max_col=at + 1)
        return any("%" in cell.number_format for (cell,) in cells if cell.value is not None)
    finally:
        book.close()
