"""Workbooks of today to sheets."""

import io
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

from etl.look_inside import look_inside
from etl.sheet import Cells, Merged, Numbering, Sheet
from etl.unreadable import Unreadable
from etl.workbook_xml import odd_cells

LARGEST_EXACT = 1e15  # a number cell holds 15 digits; larger ones have lost some
LARGEST_PLAIN = 1e10  # Arrow writes larger numbers in scientific form
ROWS_AT_ONCE = 1024
PANIC = "PanicException"  # what a failing Rust extension raises; it is no Exception


def workbook_sheets(content: bytes) -> list[Sheet]:
    """The sheets of an .xlsx file; raises Unreadable."""
    is_odd = look_inside(content)
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
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        raise Unreadable("truncated") from error
    if not any(sheet.height for sheet in sheets):
        raise Unreadable("empty_file")
    if is_odd:
        sheets = [sheet.with_texts(odd_cells(content, sheet.name or "")) for sheet in sheets]
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
            cells = tuple(cell_text(cell) if isinstance(cell, bool) else cell for cell in cells)
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
        texts = pa.array(list(map(cell_text, self._numbers)), pa.string())
        return Cells(texts, np.concatenate(self._codes))


def _texts(cells: tuple[Any, ...], kinds: set[type]) -> Any:
    """Cells as texts; everyday numbers, of which there are many, all at once."""
    if kinds == {float}:
        numbers = np.array(cells)
        if np.abs(numbers).max() < LARGEST_PLAIN:
            return pc.cast(pa.array(numbers), pa.string())
    return pa.array(cells if kinds == {str} else list(map(cell_text, cells)), pa.string())


def cell_text(cell: Any) -> str:
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
