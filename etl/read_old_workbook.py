"""Workbooks of Excel 97 to sheets. Its files are small, 65 536 rows, and their damage kills what
reads them without care: the reader here is slow, and raises."""

import io
import struct
from datetime import datetime
from typing import Any

from etl.look_inside import LARGEST_RECTANGLES
from etl.read_workbook import cell_text
from etl.sheet import Cells, Merged, Sheet
from etl.spelling import column_letter
from etl.unreadable import Unreadable

_TEXT, _NUMBER, _DATE, _YES_NO, _ERROR = range(1, 6)  # of a cell, as xlrd numbers them


def old_workbook_sheets(content: bytes) -> list[Sheet]:
    """The sheets of an .xls file; raises Unreadable."""
    book = _opened(content)
    room, sheets = LARGEST_RECTANGLES, []
    for page in book.sheets():
        width = max(map(page.row_len, range(page.nrows)), default=0)
        room -= width * page.nrows
        if room < 0:
            raise Unreadable("stray_cell", cell=f"{column_letter(width - 1)}{page.nrows}")
        sheets.append(_sheet(page, width))
    if not any(sheet.height for sheet in sheets):
        raise Unreadable("empty_file")
    return sheets


def number_formats(content: bytes) -> set[str]:
    """The number formats that a workbook has."""
    return {each.format_str or "" for each in _opened(content).format_map.values()}


def column_formats(content: bytes, sheet: str, at: int, below: int) -> set[str]:
    """The number formats of the numbers in a column (from 0) of a sheet below a row."""
    book = _opened(content)
    page = book.sheet_by_name(sheet)
    styles = {
        page.cell_xf_index(row, at)
        for row in range(below, page.nrows)
        if at < page.row_len(row) and page.cell_type(row, at) in (_NUMBER, _DATE)
    }
    formats = (book.format_map[book.xf_list[style].format_key] for style in styles)
    return {each.format_str or "" for each in formats}


def _sheet(page: Any, width: int) -> Sheet:
    columns: list[list[str]] = [[""] * page.nrows for _ in range(width)]
    for row in range(page.nrows):
        for at, (kind, value) in enumerate(
            zip(page.row_types(row), page.row_values(row), strict=True)
        ):
            columns[at][row] = _text(kind, value, page.book.datemode)
    return Sheet(
        columns=tuple(map(Cells.of, columns)),
        height=page.nrows,
        name=page.name,
        hidden=page.visibility != 0,
        merged=tuple(
            Merged(top + 1, bottom, left, right - 1)
            for top, bottom, left, right in page.merged_cells
        ),
    )


def _text(kind: int, value: Any, datemode: int) -> str:
    if kind == _DATE:
        return cell_text(_day(value, datemode))
    if kind == _ERROR:
        from xlrd import error_text_from_code

        return str(error_text_from_code.get(value, "#N/A"))
    if kind == _YES_NO:
        return cell_text(bool(value))
    return cell_text(value) if kind in (_TEXT, _NUMBER) else ""


def _day(value: float, datemode: int) -> datetime | float | str:
    """A cell formatted as a date; day zero is how an empty date is shown, and what lies outside of
    Excel's days is no more than its number."""
    from xlrd import XLDateError, xldate_as_datetime

    if 0 <= value < 1:
        return ""
    try:
        day: datetime = xldate_as_datetime(value, datemode)
    except (XLDateError, OverflowError, ValueError):
        return value
    return day


def _opened(content: bytes) -> Any:
    import xlrd  # slow to import, and rarely needed

    try:
        return xlrd.open_workbook(
            file_contents=_stream(content),
            formatting_info=True,
            ragged_rows=True,
            logfile=io.StringIO(),
        )
    except (
        # A damaged file comes to light in whatever is read past its end.
        xlrd.XLRDError, struct.error, LookupError, ValueError, ArithmeticError, AssertionError,
        TypeError, AttributeError, NotImplementedError,
    ) as error:  # fmt: skip
        raise Unreadable("password" if "encrypted" in str(error) else "truncated") from error


def _stream(content: bytes) -> bytes:
    """The workbook in its container; raises Unreadable."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(content)) as container:
            if container.exists("EncryptedPackage"):
                raise Unreadable("password")
            for name in ("Workbook", "Book"):
                if container.exists(name):
                    stream: bytes = container.openstream(name).read()
                    return stream
            raise Unreadable("not_a_table" if container.exists("WordDocument") else "truncated")
    except (OSError, struct.error, LookupError, ValueError, TypeError, AttributeError) as error:
        raise Unreadable("truncated") from error
