"""The file as kept: the table that was read, without what is personal in it or around it."""

import io
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from etl.personal import is_personal
from etl.read_text import text_sheet
from etl.recognise import Recognised
from etl.sheet import Cells, Mask, Places, Sheet, as_mask
from etl.spelling import squeezed
from etl.store import Upload

NAME = "original.csv"
ROWS_AT_ONCE = 1 << 13
BATCHES_AHEAD = 8  # lines wait in memory to be written
# Lines above and below a table that name who filled it in: 填报人:… 联系电话:…
_SIGNED = re.compile(
    r"(填报|填表|制表|审核|复核|经办|报送|编制|编报)(?!单位|日期|时间|部门)"
    r"|负责|联系|电话|手机|姓名|签[字名章]"
)


def keep_original(content: bytes, recognised: Recognised, table_rows: Places, folder: Path) -> None:
    """Write the file to keep into a folder; every cell that is kept has the address it had.

    A text file with nothing personal is kept as it was sent. Of any other, and of a workbook, the
    table is written as text: what else a workbook holds was not looked at and may be anything."""
    columns = clean_columns(recognised, table_rows)
    place = folder / NAME
    sheet = recognised.sheet
    untouched = all(a is b for a, b in zip(columns, sheet.columns, strict=True))
    if sheet.encoding is not None and untouched:
        place.write_bytes(content)
        return
    columns_by_name = {str(at): cells.as_arrow() for at, cells in enumerate(columns)}
    batches = pa.table(columns_by_name).to_batches(ROWS_AT_ONCE)
    with place.open("wb") as file, ThreadPoolExecutor() as workers:
        file.write(b"\xef\xbb\xbf")  # Excel takes it for UTF-8
        for first in range(0, len(batches), BATCHES_AHEAD):
            file.writelines(workers.map(_as_lines, batches[first : first + BATCHES_AHEAD]))


def _as_lines(rows: Any) -> Any:
    """Rows as lines of CSV; Arrow quotes every cell or none, and none where it can be helped."""
    texts = rows.cast(pa.schema([(name, pa.string()) for name in rows.schema.names]))
    for quoting in ("none", "needed"):
        lines = pa.BufferOutputStream()
        options = pyarrow.csv.WriteOptions(include_header=False, quoting_style=quoting)
        try:
            pyarrow.csv.write_csv(texts, lines, options)
            break
        except pa.ArrowInvalid:  # a cell holds a separator, a quote or a line break
            continue
    return lines.getvalue()


def kept_file(upload: Upload) -> tuple[str, bytes]:
    """(name, bytes) of what is kept of an upload: a workbook again where it came as one."""
    content = (upload.folder / NAME).read_bytes()
    if not upload.sheet:
        return upload.file_name, content
    sheet = text_sheet(content)
    return f"{upload.file_name.rpartition('.')[0]}.xlsx", _as_workbook(sheet, upload.sheet)


def _as_workbook(sheet: Sheet, name: str) -> bytes:
    """Texts only: as numbers, identifiers would lose their digits."""
    import xlsxwriter  # slow to import

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet(name[:31])
        for at, cells in enumerate(sheet.columns):
            words = cells.words
            for row, code in enumerate(cells.codes):
                if words[code]:
                    page.write_string(row, at, words[code])
    return file.getvalue()


def clean_columns(recognised: Recognised, table_rows: Places) -> list[Cells]:
    """The sheet's columns without personal ones and without lines that name a person; a column
    that has nothing to be taken away is the sheet's own."""
    sheet, header = recognised.sheet, recognised.header
    is_table = np.zeros(sheet.height, np.bool_)
    is_table[table_rows] = True
    is_table[header.top - 1 : header.bottom] = True
    emptied = [place for place in np.flatnonzero(~is_table) if _is_signed(sheet.row(place + 1))]
    from_all = np.zeros(sheet.height, np.bool_)
    from_all[emptied] = True
    columns = []
    for at, cells in enumerate(sheet.columns):
        if at in recognised.personal or not recognised.headers[at]:
            columns.append(_without(cells, from_all | is_table))
        else:
            columns.append(_without(cells, from_all) if emptied else cells)
    return columns


def _is_signed(row: list[str]) -> bool:
    """Whether a line outside the table names a person."""
    return any(_SIGNED.search(squeezed(cell)) or is_personal(cell) for cell in row if cell)


def _without(cells: Cells, take: Mask) -> Cells:
    """The cells with those marked emptied; the same ones when none of them says anything."""
    if not (take & cells.which(as_mask(pc.not_equal(cells.texts, "")))).any():
        return cells
    codes = np.where(take, len(cells.texts), cells.codes).astype(np.int32)
    return Cells(pa.concat_arrays([cells.texts, pa.array([""])]), codes)
