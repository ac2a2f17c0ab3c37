"""What the fast reader of workbooks leaves out: errors and missing results of formulas, and whether
numbers are shown as percents. Slow to find out, so asked only where it can matter."""

import io
import struct
from collections.abc import Iterator
from typing import Any

from etl.unreadable import Unreadable

ZIP = b"PK\x03\x04"
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, .doc and encrypted workbooks
_XLS_ERROR_CELL = 5

Odd = dict[tuple[int, int], str]  # (row from 1, column from 0) → text of the cell


def odd_cells(content: bytes, sheet: str) -> Odd:
    """Cells of a sheet that hold the error of a formula, or a formula that was never calculated:
    `#DIV/0!`, `=SUM(B2:B9)`."""
    if content.startswith(COMPOUND_FILE):
        return dict(_old_errors(content, sheet))
    formulas = {place: text for place, text in _cells(content, sheet, results=False)
                if text.startswith("=")}  # fmt: skip
    results = dict(_cells(content, sheet, results=True))
    errors = {place: text for place, text in results.items() if text.startswith("#")}
    return {place: text for place, text in formulas.items() if place not in results} | errors


def _cells(content: bytes, sheet: str, *, results: bool) -> Iterator[tuple[tuple[int, int], str]]:
    """Errors, formulas, or the results of formulas, of an .xlsx file."""
    book = _opened(content, results=results)
    try:
        for row in book[sheet].iter_rows():
            for cell in row:
                if cell.value is not None and (results or cell.data_type == "f"):
                    shown = str(getattr(cell.value, "text", cell.value))
                    error = cell.data_type == "e"
                    yield (cell.row, cell.column - 1), shown if error or not results else ""
    finally:
        book.close()


def percent_formatted(content: bytes, sheet: str | None, at: int, below: int) -> bool:
    """Whether a workbook's column (from 0) has a percent cell format below a row."""
    if content.startswith(COMPOUND_FILE):
        return any("%" in each for each in _old_formats(content, sheet or "", at, below))
    if not content.startswith(ZIP):
        return False
    book = _opened(content, results=False)
    try:
        page = book[sheet] if sheet else book.worksheets[0]
        cells = page.iter_rows(min_row=below + 1, min_col=at + 1, max_col=at + 1)
        return any("%" in cell.number_format for (cell,) in cells if cell.value is not None)
    finally:
        book.close()


def _opened(content: bytes, *, results: bool) -> Any:
    from openpyxl import load_workbook  # rarely needed, and a third of a second to import

    return load_workbook(io.BytesIO(content), read_only=True, data_only=results)


def _old_errors(content: bytes, sheet: str) -> Iterator[tuple[tuple[int, int], str]]:
    import xlrd

    page = _old_page(content, sheet)
    for row in range(page.nrows):
        for at, kind in enumerate(page.row_types(row)):
            if kind == _XLS_ERROR_CELL:
                yield (row + 1, at), xlrd.error_text_from_code[page.cell_value(row, at)]


def _old_formats(content: bytes, sheet: str, at: int, below: int) -> Iterator[str]:
    page = _old_page(content, sheet)
    for row in range(below, page.nrows):
        if at < page.row_len(row) and page.cell_type(row, at):
            style = page.book.xf_list[page.cell_xf_index(row, at)]
            yield page.book.format_map[style.format_key].format_str


def _old_page(content: bytes, sheet: str) -> Any:
    import xlrd
    from xlrd.compdoc import CompDocError

    try:
        book = xlrd.open_workbook(
            file_contents=content, formatting_info=True, logfile=io.StringIO()
        )
        return book.sheet_by_name(sheet)
    except (
        # A damaged file comes to light in whatever is read past its end.
        xlrd.XLRDError, CompDocError, struct.error, LookupError, ValueError, ArithmeticError,
        AssertionError, TypeError, AttributeError,
    ) as error:  # fmt: skip
        raise Unreadable("truncated") from error
