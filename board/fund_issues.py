"""Batches of money: when they were issued, what arrived, what is spent, what lies still."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from board.behind import CITY
from board.funds import WHOLE, total
from board.months import month_end
from board.ranking import ratio
from board.store import Board

OLD = 90  # days after which money that lies still is worth a word


@dataclass(frozen=True, slots=True)
class Issue:
    """One batch of one level, in 元; `units` have a share of it, issued on these days. `balance` is
    what arrived (was allocated where no arrival is given) less what is spent, of the lines that say
    so; the last two are what was allocated on the lines that say what arrived and what is spent."""

    fund_level: str
    batch: str
    first_issued: date | None
    last_issued: date | None
    units: int
    allocated: Decimal | None
    arrived: Decimal | None
    spent: Decimal | None
    balance: Decimal | None
    allocated_with_arrived: Decimal | None
    allocated_with_spent: Decimal | None

    def age(self, period: str) -> int | None:
        """Days from its first issue to the end of the month."""
        return (month_end(period) - self.first_issued).days if self.first_issued else None

    @property
    def arrival_rate(self) -> Fraction | None:
        return ratio(self.arrived, self.allocated_with_arrived)

    @property
    def spend_rate(self) -> Fraction | None:
        return ratio(self.spent, self.allocated_with_spent)


@dataclass(frozen=True, slots=True)
class Issues:
    """The batches oldest first, and what they add up to; `period` is the month of their age."""

    period: str
    lines: tuple[Issue, ...]
    whole: Issue


def issues(board: Board, period: str, unit: str = CITY) -> Issues:
    """The batches of the ledgers, oldest first."""
    found = board.ask("funds_batches", Issue, period=period, unit=unit)

    def summed(part: Callable[[Issue], Decimal | None]) -> Decimal | None:
        return total(part(each) for each in found)

    whole = Issue(
        WHOLE, "", None, None, 0,
        summed(lambda each: each.allocated), summed(lambda each: each.arrived),
        summed(lambda each: each.spent), summed(lambda each: each.balance),
        summed(lambda each: each.allocated_with_arrived),
        summed(lambda each: each.allocated_with_spent),
    )  # fmt: skip
    return Issues(period, found, whole)
