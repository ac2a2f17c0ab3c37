"""The file as kept: the table that was read, without what is personal in it or around it."""

import csv
import io
import re
from pathlib import Path

from etl.personal import is_personal
from etl.recognise import Recognised
from etl.spelling import squeezed

# Lines above and below a table that name who filled it in: 填报人:… 联系电话:…
_SIGNED = re.compile(
    r"(填报|填表|制表|审核|复核|经办|报送|编制|编报)(?!单位|日期|时间|部门)"
    r"|负责|联系|电话|手机|姓名|签[字名章]"
)


def kept_original(path: Path, recognised: Recognised, table_rows: set[int]) -> tuple[str, bytes]:
    """(file name, bytes) to keep; every cell that is kept has the address it had.

    A text file with nothing personal is kept as it was sent. A workbook is always written anew: its
    other sheets, comments and properties were not looked at and may hold anything."""
    rows = recognised.sheet.rows
    headed = {at for at, header in enumerate(recognised.headers) if header}
    kept = headed - set(recognised.personal)
    clean = [
        _without(row, kept)
        if number in table_rows or number == recognised.header_row
        else _unless_signed(row)
        for number, row in enumerate(rows, start=1)
    ]
    if recognised.sheet.encoding is None:
        return "original.xlsx", _as_workbook(clean, recognised.sheet.name or "Sheet1")
    if clean == rows:
        return "original.csv", path.read_bytes()
    text = io.StringIO(newline="")
    csv.writer(text).writerows(clean)
    return "original.csv", text.getvalue().encode("utf-8-sig")


def _without(row: list[str], kept: set[int]) -> list[str]:
    return [cell if at in kept else "" for at, cell in enumerate(row)]


def _unless_signed(row: list[str]) -> list[str]:
    """A line outside the table, emptied when it names a person."""
    signed = any(_SIGNED.search(squeezed(cell)) or is_personal(cell) for cell in row if cell)
    return [""] * len(row) if signed else row


def _as_workbook(rows: list[list[str]], name: str) -> bytes:
    import xlsxwriter  # slow to import

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(name[:31])
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell:
                    sheet.write_string(at, column, cell)
    return file.getvalue()
