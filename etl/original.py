"""The file as kept: the table that was read, without what is personal in it or around it."""

import re
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from etl.personal import is_personal
from etl.recognise import Recognised
from etl.sheet import Cells, Mask, Places
from etl.spelling import squeezed

NAME = "original.csv"
# Lines above and below a table that name who filled it in: 填报人:… 联系电话:…
_SIGNED = re.compile(
    r"(填报|填表|制表|审核|复核|经办|报送|编制|编报)(?!单位|日期|时间|部门)"
    r"|负责|联系|电话|手机|姓名|签[字名章]"
)


def keep_original(content: bytes, recognised: Recognised, table_rows: Places, folder: Path) -> None:
    """Write the file to keep into a folder; every cell that is kept has the address it had.

    A text file with nothing personal is kept as it was sent. Of any other, and of a workbook, the
    table is written as text: what else a workbook holds was not looked at and may be anything."""
    columns = _clean(recognised, table_rows)
    place = folder / NAME
    sheet = recognised.sheet
    untouched = all(a is b for a, b in zip(columns, sheet.columns, strict=True))
    if sheet.encoding is not None and untouched:
        place.write_bytes(content)
        return
    names = [str(at) for at in range(len(columns))]
    table = pa.table(dict(zip(names, (each.as_arrow() for each in columns), strict=True)))
    schema = pa.schema([(name, pa.string()) for name in names])
    quotes = any(_needs_quotes(each) for each in columns)
    options = pyarrow.csv.WriteOptions(
        include_header=False, quoting_style="needed" if quotes else "none"
    )
    with place.open("wb") as file:
        file.write(b"\xef\xbb\xbf")  # Excel takes it for UTF-8
        with pyarrow.csv.CSVWriter(file, schema, write_options=options) as writer:
            for batch in table.to_batches(max_chunksize=1 << 16):
                writer.write(batch.cast(schema))


def _needs_quotes(cells: Cells) -> bool:
    return bool(pc.any(pc.match_substring_regex(cells.texts, '[",\r\n]')).as_py())


def _clean(recognised: Recognised, table_rows: Places) -> list[Cells]:
    """The sheet's columns without personal ones and without lines that name a person; a column
    that has nothing to be taken away is the sheet's own."""
    sheet, header = recognised.sheet, recognised.header
    is_table = np.zeros(sheet.height, np.bool_)
    is_table[table_rows] = True
    is_table[header.top - 1 : header.bottom] = True
    emptied = [place for place in np.flatnonzero(~is_table) if _is_signed(sheet.row(place + 1))]
    columns = []
    for at, cells in enumerate(sheet.columns):
        take = np.zeros(sheet.height, np.bool_)
        take[emptied] = True
        if at in recognised.personal or not recognised.headers[at]:
            take |= is_table
        columns.append(_without(cells, take))
    return columns


def _is_signed(row: list[str]) -> bool:
    """Whether a line outside the table names a person."""
    return any(_SIGNED.search(squeezed(cell)) or is_personal(cell) for cell in row if cell)


def _without(cells: Cells, take: Mask) -> Cells:
    """The cells with those marked emptied; the same ones when none of them says anything."""
    if not (take & cells.which(bool(word) for word in cells.words)).any():
        return cells
    codes = np.where(take, len(cells.texts), cells.codes).astype(np.int32)
    return Cells(pa.concat_arrays([cells.texts, pa.array([""])]), codes)
