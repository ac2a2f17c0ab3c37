"""The file as kept: the table that was read, without what is personal in it or around it."""

import csv
import io
import operator
import re
from collections.abc import Iterable
from pathlib import Path, PurePath

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet

from etl.parquet import write_parquet
from etl.personal import is_personal
from etl.recognised import Recognised
from etl.sheet import Cells, Mask, Places, as_mask
from etl.spelling import sheet_title, squeezed
from etl.store import Upload
from etl.titles import said_in

AS_SENT, TABLE = "original.csv", "original.parquet"
# Lines above a table that name who filled it in: 填报人:… 联系电话:…
_SIGNED = re.compile(
    r"(填报|填表|制表|审核|复核|经办|报送|编制|编报)(?!单位|日期|时间|部门)"
    r"|负责|联系|电话|手机|姓名|签[字名章]|领导|书记|[县市局股科]长|会计|财务|经手|统计员|校对|录入|制单"
)


def keep_original(content: bytes, recognised: Recognised, table_rows: Places, folder: Path) -> None:
    """Write what is kept of a file into a folder; every cell that is kept has the address it had.

    A text file with nothing personal is kept as it was sent. Of any other, and of a workbook, the
    texts of the table are: what else a workbook holds was not looked at and may be anything."""
    columns = clean_columns(recognised, table_rows)
    sheet = recognised.sheet
    if sheet.encoding is not None and all(map(operator.is_, columns, sheet.columns)):
        (folder / AS_SENT).write_bytes(content)
        return
    write_parquet(
        pa.table({str(at): cells.as_arrow() for at, cells in enumerate(columns)}),
        folder / TABLE,
        repeating=[str(at) for at, cells in enumerate(columns) if not cells.apart],
        compression="zstd",
        write_statistics=False,
    )


def kept_name(upload: Upload) -> str:
    """The name under which what is kept of an upload is given back: workbooks come as .xlsx."""
    kept = next(upload.folder.glob("original.*")).suffix
    if kept == Path(TABLE).suffix:
        kept = ".xlsx" if upload.sheet else PurePath(upload.file_name).suffix or ".csv"
    return f"{PurePath(upload.file_name).stem}{kept}"


def kept_content(upload: Upload) -> bytes:
    """What is kept of an upload: the file as it was sent, or its table as text or, where it came as
    one, as a workbook."""
    kept = next(upload.folder.glob("original.*"))
    if kept.name != TABLE:
        return kept.read_bytes()
    columns = pyarrow.parquet.read_table(kept).columns
    rows = zip(*(column.to_pylist() for column in columns), strict=True)
    return _as_workbook(rows, upload.sheet) if upload.sheet else _as_text(rows)


def _as_text(rows: Iterable[tuple[str, ...]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")  # by whose mark Excel takes it for UTF-8


def _as_workbook(rows: Iterable[tuple[str, ...]], name: str) -> bytes:
    """Texts only: as numbers, identifiers would lose their digits."""
    import xlsxwriter  # slow to import

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        page = book.add_worksheet(sheet_title(name))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                if text:
                    page.write_string(at, column, text)
    return file.getvalue()


def clean_columns(recognised: Recognised, table_rows: Places) -> list[Cells]:
    """The sheet's columns with what is known to be no person's: cells of known columns, headers and
    titles. Of a line that may be signed the month and the unit of money are left, of a line below
    the table nothing else. A column from which nothing is taken is the sheet's own."""
    sheet, header = recognised.sheet, recognised.header
    is_table = np.zeros(sheet.height, np.bool_)
    is_table[table_rows] = True
    is_table[header.top - 1 : header.bottom] = True
    below = np.arange(sheet.height) >= header.bottom
    outside = {int(place): sheet.row(place + 1) for place in np.flatnonzero(~is_table)}
    emptied = [place for place, row in outside.items() if below[place] or _is_signed(row)]
    columns = []
    for at, cells in enumerate(sheet.columns):
        kept = {place: said_in(outside[place][at]) for place in emptied if outside[place][at]}
        if at not in recognised.matched:
            is_named = recognised.headers[at] and at not in recognised.personal
            cells = _without(cells, below if is_named else below | is_table)
            kept = {place: text for place, text in kept.items() if not below[place]}
        columns.append(cells.having(kept))
    return columns


def _is_signed(row: list[str]) -> bool:
    """Whether a line above the table may name a person."""
    return any(":" in (cell := squeezed(text)) or _SIGNED.search(cell) or is_personal(text)
               for text in row if text)  # fmt: skip


def _without(cells: Cells, take: Mask) -> Cells:
    """The cells with those marked emptied; the same ones when none of them says anything."""
    if not (take & cells.which(as_mask(pc.not_equal(cells.texts, "")))).any():
        return cells
    codes = np.where(take, len(cells.texts), cells.codes).astype(np.int32)
    return Cells(pa.concat_arrays([cells.texts, pa.array([""])]), codes)
