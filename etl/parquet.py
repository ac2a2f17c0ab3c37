"""Tables to disk as Parquet."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet


def write_parquet(table: Any, path: Path, *, repeating: Collection[str], **options: Any) -> None:
    """Write a table, as DuckDB reads it; `repeating` are the columns worth a dictionary."""
    named = zip(table.schema.names, table.columns, strict=True)
    columns = {name: _own(cells) if name in repeating else cells for name, cells in named}
    lists = [name for name in repeating if pa.types.is_list(columns[name].type)]
    pyarrow.parquet.write_table(
        pa.table(columns),
        path,
        store_schema=False,
        use_dictionary=[*repeating, *(f"{name}.list.element" for name in lists)],
        **options,
    )


def _own(column: Any) -> Any:
    """A column whose dictionary says nothing that no cell says. Dictionaries are written whole, and
    one made from a sheet still has what stood outside the table: who filled it in."""
    if not pa.types.is_dictionary(column.type):
        return column
    return pa.chunked_array([_own_piece(piece) for piece in column.chunks], column.type)


def _own_piece(piece: Any) -> Any:
    codes = piece.indices.drop_null() if piece.null_count else piece.indices
    used = np.zeros(len(piece.dictionary), np.bool_)
    used[codes.to_numpy()] = True
    if used.all():
        return piece
    return pa.DictionaryArray.from_arrays(
        piece.indices, pc.if_else(pa.array(used), piece.dictionary, "")
    )
