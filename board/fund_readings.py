"""The spend rate by each denominator that notices use."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from board.behind import CITY
from board.funds import WHOLE, Money, Sum, added, over, split, total, totals
from board.months import month_end
from board.store import Board

YOUNG = 30  # days: what was issued later has hardly had time to be spent


@dataclass(frozen=True, slots=True)
class Readings:
    """The spend rate of a unit or the city by each denominator; None without both parts."""

    unit_code: str
    by_allocated: Fraction | None
    by_arrived: Fraction | None
    without_young: Fraction | None
    young: Decimal


def readings(board: Board, period: str) -> tuple[Readings, ...]:
    """The spend rate of every unit by each denominator, in the order of lists, and of the city at
    the end: Σ over the units that have both parts."""
    whole = {each.unit_code: each for each in totals(board, period) if each.fund_level == WHOLE}
    end = month_end(period)
    young = [
        each
        for each in split(board, period, "issued_on")
        if _is_day(each.member) and (end - date.fromisoformat(each.member)).days < YOUNG
    ]
    units = [
        (code, each, added(line for line in young if line.unit_code == code))
        for code, each in whole.items()
        if each.allocated is not None
    ]
    return (*(_reading(code, [(each, new)]) for code, each, new in units),
            _reading(CITY, [(each, new) for _, each, new in units]))  # fmt: skip


def _reading(code: str, parts: list[tuple[Money, Sum]]) -> Readings:
    return Readings(
        code,
        over((whole.spent, whole.allocated) for whole, _ in parts),
        over((whole.spent, whole.arrived) for whole, _ in parts),
        over(
            (
                None if whole.spent is None else whole.spent - (new.spent or 0),
                None if whole.allocated is None else whole.allocated - (new.allocated or 0),
            )
            for whole, new in parts
        ),
        total(new.allocated for _, new in parts) or Decimal(),
    )


def _is_day(text: str) -> bool:
    return text[:4].isdigit()
