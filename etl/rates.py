"""Rates as a file prints them, against their parts."""

from collections.abc import Iterator
from decimal import Decimal

import duckdb

from etl.contract import SPEND_DENOMINATOR, Slot
from etl.figures import Figures, decimals, read_figures, step
from etl.problems import Problem, problem
from etl.recognised import Recognised
from etl.sheet import Places

SLACK = Decimal("0.0001")  # 0.01 percentage points


def rate_problems(
    con: duckdb.DuckDBPyConnection,
    recognised: Recognised,
    places: Places,
    spend_denominator: str,
) -> Iterator[Problem]:
    """Printed rates outside what the printed digits of their parts and their own allow."""
    columns = recognised.contract.columns
    printed = [slot for slot in recognised.columns if columns[slot.column].printed]
    if not printed:
        return
    additive = [slot for slot in recognised.columns if columns[slot.column].additive]
    figures = read_figures(con, recognised, places, [*printed, *additive])
    for slot in printed:
        parts = _parts(recognised, slot, spend_denominator)
        if parts:
            yield from _differing(recognised, places, figures, slot, *parts)


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
    recognised: Recognised,
    places: Places,
    figures: dict[Slot, Figures],
    slot: Slot,
    above: Slot,
    below: Slot,
) -> Iterator[Problem]:
    decided = recognised.percents[slot]
    for at, place in enumerate(places):
        value, text = figures[slot].value(at), figures[slot].text(at)
        top, bottom = figures[above].value(at), figures[below].value(at)
        if value is None or top is None or not bottom:
            continue
        top_half = step(recognised, above, figures[above].text(at)) / 2
        bottom_half = step(recognised, below, figures[below].text(at)) / 2
        if bottom <= bottom_half:
            continue
        lowest = (top - top_half) / (bottom + bottom_half)
        highest = (top + top_half) / (bottom - bottom_half)
        in_percents = text.endswith("%") or bool(decided)
        half = Decimal(10) ** -(decimals(text) + 2 * in_percents) / 2
        fits = lowest - half - SLACK <= value <= highest + half + SLACK
        if not fits and decided is None:  # 0.83 may be 0.83 % as well: either reading will do
            fits = lowest - half / 100 - SLACK <= value / 100 <= highest + half / 100 + SLACK
        if not fits:
            yield problem(
                "rate_differs",
                row=int(place) + 1,
                column=slot.name,
                header=recognised.header_of(slot),
                at=recognised.columns[slot],
                value=text,
                computed=f"{100 * top / bottom:.2f}%",
            )
