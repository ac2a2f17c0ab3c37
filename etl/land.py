"""Cells to DuckDB: the text as seen, and as told: folded, and NULL where it says nothing."""

from collections.abc import Container
from itertools import zip_longest
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from etl.contract import Slot
from etl.recognise import Recognised

BLANKS = " \t\r\n\u3000\xa0"
NOTHING = ["", "-", "--", "—", "——", "–", "－", "/", "\\", "无", "空"]
_FULL_WIDTH = str.maketrans(
    "０１２３４５６７８９．，－＋％（）：／ＥＸｅｘ\u3000\xa0", "0123456789.,-+%():/EXex  "
)
_FULL_WIDTH_CLASS = "[" + "".join(map(chr, _FULL_WIDTH)) + "]"
# A date's time of day and blanks; day zero (1900-01-00, serial 0) is how Excel shows an empty
# date: missing, not wrong.
_TIME_OF_DAY = r"[ T]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$|\s"
_DAY_ZERO = r"^(0|1900[-/.年]0?1[-/.月]0?0日?|1899-12-3[01])$"


def make(con: duckdb.DuckDBPyConnection, table: str, select: str) -> None:
    """(Re)make a temporary table from a SELECT."""
    con.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS {select}")


def make_from(con: duckdb.DuckDBPyConnection, table: str, columns: dict[str, Any]) -> None:
    """(Re)make a temporary table from named arrays."""
    con.register("arrays", pa.table(columns))
    make(con, table, "FROM arrays")
    con.unregister("arrays")


def land(
    con: duckdb.DuckDBPyConnection,
    recognised: Recognised,
    body: list[tuple[int, list[str]]],
    suffix: str = "",
    only: Container[Slot] | None = None,
) -> None:
    """Make `landed` and `told` of the slots the file has; with a suffix apart from the data."""
    rows = pa.array([number for number, _ in body], pa.int32())
    landed, told = {"row": rows}, {"row": rows}
    columns = list(zip_longest(*(row for _, row in body), fillvalue=""))  # rows may be short
    for slot, at in recognised.columns.items():
        if only is None or slot in only:
            texts = pa.array(columns[at] if at < len(columns) else [""] * len(body), pa.string())
            landed[slot.name] = texts
            told[slot.name] = as_told(texts, recognised.contract.columns[slot.column].type)
    make_from(con, f"landed{suffix}", landed)
    make_from(con, f"told{suffix}", told)


def as_told(texts: Any, kind: str) -> Any:
    """A column's texts folded for its type; NULL where blank or a mark for nothing."""
    if kind == "text":
        trimmed = pc.utf8_trim(texts, characters=BLANKS)
        return _unless(pc.equal(trimmed, ""), trimmed)
    folded = pc.utf8_ltrim(pc.utf8_trim(_half_width(texts), characters=BLANKS), characters="'")
    if kind == "yes_no":  # 无 is an answer here
        return _unless(pc.equal(folded, ""), folded)
    if kind in ("date", "month"):
        folded = pc.replace_substring_regex(folded, _TIME_OF_DAY, "")
        folded = _unless(pc.match_substring_regex(folded, _DAY_ZERO), folded)
    return _unless(pc.is_in(folded, value_set=pa.array(NOTHING)), folded)


def _unless(condition: Any, texts: Any) -> Any:
    return pc.if_else(condition, pa.scalar(None, pa.string()), texts)


def _half_width(texts: Any) -> Any:
    """Full-width digits and marks to half-width; few columns have any, and looking is cheap."""
    if not pc.any(pc.match_substring_regex(texts, _FULL_WIDTH_CLASS)).as_py():
        return texts
    return pa.array([text.translate(_FULL_WIDTH) for text in texts.to_pylist()], pa.string())
