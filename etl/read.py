"""Files to text: every cell as the text a person sees, rows numbered as the spreadsheet does."""

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

ENCODINGS = ("utf-8", "gb18030")  # in this order: almost any bytes are GB18030
BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
SEPARATORS = ",;\t"
LARGEST_UNPACKED = 1 << 30
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, .doc and encrypted workbooks
LARGEST_EXACT = 1e15  # a number cell holds 15 digits; larger ones have lost some


class Unreadable(Exception):
    """The file is no table at all; `code` names the sentence that says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Sheet:
    """One table of text: rows[0] is row 1; blank cells are ''."""

    rows: list[list[str]]
    name: str | None = None
    encoding: str | None = None


def read_sheets(path: Path) -> list[Sheet]:
    """The sheets of a CSV file or workbook, told apart by content; raises Unreadable."""
    content = path.read_bytes()
    if not content.strip():
        raise Unreadable("empty_file")
    if content.startswith(b"PK\x03\x04"):
        return _workbook_sheets(content)
    if content.startswith(COMPOUND_FILE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Unreadable("password")
        if "WordDocument".encode("utf-16-le") in content:
            raise Unreadable("not_a_table")
        return _sheets(content)
    return [_text_sheet(content)]


def _text_sheet(content: bytes) -> Sheet:
    encoding, text = _decoded(content)
    if not text.strip():
        raise Unreadable("empty_file")
    if "\0" in text:
        raise Unreadable("nul_bytes")
    if text.lstrip()[:200].lower().startswith(("<!doctype", "<html", "<table", "<?xml")):
        raise Unreadable("html")
    lines = text.splitlines()[:20]
    separator = max(SEPARATORS, key=lambda mark: sum(line.count(mark) for line in lines))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise Unreadable("bad_csv") from error
    return Sheet(rows=rows, encoding=encoding)


def _decoded(content: bytes) -> tuple[str, str]:
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            try:
                return encoding, content.decode(encoding)
            except UnicodeDecodeError as error:
                raise Unreadable("encoding") from error
    for encoding in ENCODINGS:
        try:
            return encoding, content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("encoding")


def _workbook_sheets(content: bytes) -> list[Sheet]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
                raise Unreadable("too_large")
            if "xl/workbook.xml" not in packed.namelist():
                raise Unreadable("not_a_table")
    except zipfile.BadZipFile as error:
        raise Unreadable("truncated") from error
    return _sheets(content)


def _sheets(content: bytes) -> list[Sheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [
            Sheet(
                rows=[
                    [_cell_text(cell) for cell in row]
                    for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                ],
                name=name,
            )
            for name in book.sheet_names
        ]
    except CalamineError as error:
        raise Unreadable("truncated") from error
    if not any(cell for sheet in sheets for row in sheet.rows for cell in row):
        raise Unreadable("empty_file")
    return sheets


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


def percent_formatted(path: Path, sheet: str | None, column: int, below: int) -> bool:
    """Whether a workbook column (from 0) has a percent cell format under row `below`."""
    if not zipfile.is_zipfile(path):
        return False
    from openpyxl import load_workbook  # rarely needed, and a third of a second to import

    book = load_workbook(path, read_only=True)
    try:
        page = book[sheet] if sheet else book.worksheets[0]
        cells = page.iter_rows(min_row=below + 1, min_col=column + 1, max_col=column + 1)
        return any("%" in cell.number_format for (cell,) in cells if cell.value is not None)
    finally:
        book.close()
