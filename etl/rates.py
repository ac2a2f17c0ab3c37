"""Rates as a file prints them, against their parts; and how finely a report prints its money."""

from collections.abc import Iterator
from decimal import Decimal

import duckdb

from etl.contract import SPEND_DENOMINATOR, Slot
from etl.land import land
from etl.problems import Problem, problem
from etl.recognise import Recognised
from etl.totals import Row, figure

SLACK = Decimal("0.0001")  # 0.01 percentage points


def rate_problems(
    con: duckdb.DuckDBPyConnection, recognised: Recognised, rows: list[Row], spend_denominator: str
) -> Iterator[Problem]:
    """Printed rates outside what the printed digits of their parts and their own allow."""
    contract = recognised.contract
    printed = [slot for slot in recognised.columns if contract.columns[slot.column].printed]
    if not printed:
        return
    figures = [slot for slot in recognised.columns if contract.columns[slot.column].additive]
    land(con, recognised, sorted(rows), "_printed", [*printed, *figures])
    for slot in printed:
        parts = _parts(recognised, slot, spend_denominator)
        if parts:
            yield from _differing(con, recognised, slot, *parts)


def _parts(recognised: Recognised, slot: Slot, spend_denominator: str) -> tuple[Slot, Slot] | None:
    """Numerator and denominator of a printed rate, when the file has both."""
    rate = recognised.contract.columns[slot.column].printed
    assert rate
    by_name = {each.column: each for each in recognised.columns}
    names = [rate.denominator]
    if rate.denominator == SPEND_DENOMINATOR:  # what the city measures against, else what is there
        names = [spend_denominator, "allocated", "arrived"]
    below = next((by_name[name] for name in names if name in by_name), None)
    above = by_name.get(rate.numerator)
    return (above, below) if above and below else None


def _differing(
    con: duckdb.DuckDBPyConnection, recognised: Recognised, slot: Slot, above: Slot, below: Slot
) -> Iterator[Problem]:
    decided = recognised.percents[slot]
    found = con.execute(
        f'SELECT row, told."{slot.name}", as_percent(told."{slot.name}", {bool(decided)}),'
        f" {figure(recognised, above)}, {step(recognised, above)},"
        f" {figure(recognised, below)}, {step(recognised, below)},"
        f" {_decimals(slot)} FROM told_printed AS told ORDER BY row"
    ).fetchall()
    for row, text, value, top, top_step, bottom, bottom_step, decimals in found:
        if value is None or top is None or not bottom or bottom <= bottom_step / 2:
            continue
        lowest = (top - top_step / 2) / (bottom + bottom_step / 2)
        highest = (top + top_step / 2) / (bottom - bottom_step / 2)
        in_percents = text.endswith("%") or bool(decided)
        half = Decimal(10) ** -(decimals + 2 * in_percents) / 2
        fits = lowest - half - SLACK <= value <= highest + half + SLACK
        if not fits and decided is None:  # 0.83 may be 0.83 % as well: either reading will do
            fits = lowest - half / 100 - SLACK <= value / 100 <= highest + half / 100 + SLACK
        if not fits:
            yield problem(
                "rate_differs",
                row=row,
                column=slot.name,
                header=recognised.header(slot),
                value=text,
                computed=f"{100 * top / bottom:.2f}%",
            )


def money_steps(con: duckdb.DuckDBPyConnection, recognised: Recognised) -> dict[str, float]:
    """元 between two values that a money column could print, by column (reads `told`)."""
    slots = list(recognised.scales)
    if not slots:
        return {}
    steps = ", ".join(f"max({step(recognised, slot)})" for slot in slots)
    [values] = con.execute(f"SELECT {steps} FROM told").fetchall()
    return {
        slot.column: float(value)
        for slot, value in zip(slots, values, strict=True)
        if value is not None
    }


def step(recognised: Recognised, slot: Slot) -> str:
    """SQL of the step between two printed values: money is rounded, counts are exact."""
    if slot not in recognised.scales:
        return "0::DECIMAL(18, 2)"
    return f"({recognised.scales[slot]} / pow(10, {_decimals(slot)}))::DECIMAL(18, 6)"


def _decimals(slot: Slot) -> str:
    return f"length(regexp_extract(told.\"{slot.name}\", '\\.(\\d+)', 1))"
