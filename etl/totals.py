"""Rows that are no data: totals, subtotals and notes; and what a file prints against its parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import duckdb

from etl.contract import Slot
from etl.land import land
from etl.problems import Problem, problem
from etl.recognise import Recognised, cell_at
from etl.spelling import squeezed

_TOTAL = re.compile(
    r"(全[市州省区县盟]|本[市州]|自治州|地区)?(合计|总计|共计|总和|total)|全[市州省区盟]"
)
_SUBTOTAL = re.compile(r"(小计|subtotal)")
_ENDING = re.compile(r"(合计|总计|共计|小计)$")
_NOTE = re.compile(r"^(注|备注|说明|填报|填表|制表|审核|负责人|联系|单位负责|报送)")
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
    for number, row in recognised.body:
        first = next(squeezed(cell) for cell in row if cell.strip())
        name = squeezed(cell_at(row, named)) if named is not None else ""
        heads = {first, name} - {""}
        if name in units:
            sorted_rows.data.append((number, row))
        elif any(_SUBTOTAL.fullmatch(head) or _ENDING.sub("", head) in units for head in heads):
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
    filled = sum(bool(cell.strip()) for cell in row)
    return bool(_NOTE.match(first)) and filled <= 4 and (":" in first or filled == 1)


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
    said = ", ".join(_read(recognised, slot) for slot in slots)
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


def rate_problems(
    con: duckdb.DuckDBPyConnection, recognised: Recognised, rows: Sorted, spend_denominator: str
) -> Iterator[Problem]:
    """Printed rates outside what the printed digits of their parts and their own allow."""
    contract = recognised.contract
    printed = [slot for slot in recognised.columns if contract.columns[slot.column].printed]
    if not printed:
        return
    parts_and_rates = [
        slot
        for slot in recognised.columns
        if slot in printed or recognised.contract.columns[slot.column].additive
    ]
    everything = sorted([*rows.data, *rows.totals, *rows.subtotals])
    land(con, recognised, everything, "_printed", parts_and_rates)
    for slot in printed:
        rate = contract.columns[slot.column].printed
        assert rate
        denominator = rate.denominator
        if denominator == "spend_denominator":
            denominator = _present(recognised, spend_denominator, "allocated", "arrived")
        parts = [_slot(recognised, name) for name in (rate.numerator, denominator)]
        if None in parts:
            continue
        above, below = (part for part in parts if part)
        bare = recognised.percents.get(slot, False)
        found = con.execute(
            f'SELECT row, "{slot.name}", as_percent("{slot.name}", {bare}),'
            f" {_read(recognised, above)}, {_step(recognised, above)},"
            f" {_read(recognised, below)}, {_step(recognised, below)},"
            f" {_decimals(slot.name)} FROM told_printed AS told ORDER BY row"
        ).fetchall()
        for row, text, value, top, top_step, bottom, bottom_step, decimals in found:
            if value is None or top is None or not bottom or bottom <= bottom_step / 2:
                continue
            per_cent = text.strip().endswith(("%", "％")) or bare
            own = Decimal(10) ** -(decimals + (2 if per_cent else 0)) / 2 + Decimal("0.0001")
            lowest = (top - top_step / 2) / (bottom + bottom_step / 2) - own
            highest = (top + top_step / 2) / (bottom - bottom_step / 2) + own
            if not lowest <= value <= highest:
                yield problem(
                    "rate_differs",
                    row=row,
                    column=slot.name,
                    header=recognised.header(slot),
                    value=text,
                    computed=f"{100 * top / bottom:.2f}%",
                )


def _slot(recognised: Recognised, name: str) -> Slot | None:
    return next((slot for slot in recognised.columns if slot.column == name), None)


def _present(recognised: Recognised, *names: str) -> str:
    return next((name for name in names if _slot(recognised, name)), names[0])


def _read(recognised: Recognised, slot: Slot) -> str:
    """SQL of a figure as an exact number."""
    if slot in recognised.scales:
        return f'as_money(told."{slot.name}", {recognised.scales[slot]})'
    return f'as_count(told."{slot.name}")::DECIMAL(18, 2)'


def _step(recognised: Recognised, slot: Slot) -> str:
    """SQL of the step between two printed values: money is rounded, counts are exact."""
    if slot not in recognised.scales:
        return "0::DECIMAL(18, 2)"
    scale = recognised.scales[slot]
    return f"({scale} / pow(10, {_decimals(slot.name)}))::DECIMAL(18, 6)"


def _decimals(name: str) -> str:
    return f"length(regexp_extract(\"{name}\", '\\.(\\d+)', 1))"
