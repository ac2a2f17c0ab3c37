"""Rows that are no data: totals, subtotals and notes; totals are checked, never loaded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import duckdb

from etl.contract import Slot
from etl.land import land
from etl.problems import Problem, problem
from etl.recognise import NOTHING, Recognised, cell_at
from etl.spelling import squeezed

_TOTAL = re.compile(
    r"(全[市州省区县盟]|本[市州]|自治州|地区)?(合计|总计|共计|总和|total)|全[市州省区盟]"
)
_SUBTOTAL = re.compile(r"(小计|subtotal)")
_ENDING = re.compile(r"(合计|总计|共计|小计)$")
_NOTE = re.compile(r"^(注|备注|说明|填报|填表|制表|审核|负责人|联系|单位负责|报送)")
LONGEST_NAME = 16  # of a unit, in characters
Row = tuple[int, list[str]]


@dataclass(frozen=True)
class Sorted:
    """The rows below a header, told apart."""

    data: list[Row]
    totals: list[Row]  # against all data rows
    subtotals: list[Row]  # against the data rows since the last subtotal


def sort_rows(recognised: Recognised, units: set[str], city: set[str]) -> Sorted:
    """Data rows, total rows and subtotal rows; notes below the table are dropped.

    units and city are squeezed spellings; a row headed by a unit's name is always data."""
    sorted_rows = Sorted([], [], [])
    named = next((at for slot, at in recognised.columns.items() if slot.column == "county"), None)
    known: dict[str, bool] = {}
    for number, row in recognised.body:
        county = cell_at(row, named) if named is not None else ""
        if county not in known:
            known[county] = squeezed(county) in units
        if known[county]:
            sorted_rows.data.append((number, row))
            continue
        first = next(squeezed(cell) for cell in row if cell.strip(NOTHING))
        heads = {first, squeezed(county)} - {""}
        if any(_SUBTOTAL.fullmatch(head) or _ENDING.sub("", head) in units for head in heads):
            sorted_rows.subtotals.append((number, row))
        elif any(
            _TOTAL.fullmatch(head) or (named is not None and _ENDING.sub("", head) in city)
            for head in heads
        ):
            sorted_rows.totals.append((number, row))
        elif _is_note(first, row):
            continue
        else:
            sorted_rows.data.append((number, row))
    return sorted_rows


def _is_note(first: str, row: list[str]) -> bool:
    filled = sum(bool(cell.strip(NOTHING)) for cell in row)
    if _NOTE.match(first) and filled <= 4:
        return ":" in first or filled == 1
    # No dataset can say anything in one cell: alone in its row, a sentence is a note.
    return filled == 1 and (":" in first or len(first) > LONGEST_NAME)


def total_problems(
    con: duckdb.DuckDBPyConnection, recognised: Recognised, rows: Sorted
) -> Iterator[Problem]:
    """Total and subtotal rows whose figures are not the sums of their rows (reads `typed`)."""
    spans = {number: (0, 1 << 30) for number, _ in rows.totals}
    since = 0
    for number, _ in rows.subtotals:
        spans[number] = (since, number)
        since = number
    slots = [s for s in recognised.columns if recognised.contract.columns[s.column].additive]
    if not (spans and slots):
        return
    land(con, recognised, sorted([*rows.totals, *rows.subtotals]), "_totals", slots)
    said = ", ".join(figure(recognised, slot) for slot in slots)
    texts = ", ".join(f'landed_totals."{slot.name}"' for slot in slots)
    added = ", ".join(f"sum({slot.column})" for slot in slots)
    found = con.execute(
        f"SELECT row, [{texts}], [{said}] FROM told_totals AS told"
        f" JOIN landed_totals USING (row) ORDER BY row"
    ).fetchall()
    for row, cells, values in found:
        sums = con.execute(
            f"SELECT {added} FROM typed WHERE row > ? AND row < ?", spans[row]
        ).fetchall()[0]
        for slot, cell, value, total in zip(slots, cells, values, sums, strict=True):
            if value is not None and total is not None and value != total:
                yield problem(
                    "total_differs",
                    row=row,
                    column=slot.name,
                    header=recognised.header(slot),
                    value=cell.strip(),
                    sum=_as_printed(total, recognised.scales.get(slot, 1)),
                )


def _as_printed(value: Decimal | int, scale: int) -> str:
    """A sum in the unit of its column, without trailing zeros."""
    text = f"{Decimal(value) / scale:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def figure(recognised: Recognised, slot: Slot) -> str:
    """SQL of a figure of `told` as an exact number."""
    if slot in recognised.scales:
        return f'as_money(told."{slot.name}", {recognised.scales[slot]})'
    return f'as_count(told."{slot.name}")::DECIMAL(18, 2)'
