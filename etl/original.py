"""The file as kept: as it was sent when nothing in it is personal, else without what is."""

import csv
import io
from pathlib import Path

from etl.recognise import Recognised


def kept_original(path: Path, recognised: Recognised, sheets: int) -> tuple[str, bytes]:
    """(file name, bytes) to keep: the very bytes, or the sheet rewritten without personal columns.

    A workbook of several sheets is kept as the one sheet that was read: the others were not
    looked at and may hold anything."""
    if sheets == 1 and not recognised.personal:
        return f"original{path.suffix.lower()}", path.read_bytes()
    clean = [_without_personal(row, recognised.personal) for row in recognised.sheet.rows]
    if recognised.sheet.encoding is None:
        return "original.xlsx", _as_workbook(clean, recognised.sheet.name or "Sheet1")
    text = io.StringIO(newline="")
    csv.writer(text).writerows(clean)
    return "original.csv", text.getvalue().encode("utf-8-sig")


def _without_personal(row: list[str], personal: list[int]) -> list[str]:
    """A row with personal columns emptied, so that every other cell keeps its address."""
    return ["" if at in personal else cell for at, cell in enumerate(row)]


def _as_workbook(rows: list[list[str]], name: str) -> bytes:
    import xlsxwriter  # rarely needed, and slow to import

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(name[:31])
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell:
                    sheet.write_string(at, column, cell)
    return file.getvalue()
