"""The money: by unit, level and category, by issue, against other denominators and last year."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from board.behind import CITY
from board.months import month_end, shift
from board.ranking import ratio
from board.store import Board

WHOLE = "all"
OLD = 90  # days after which money that lies still is worth a word
YOUNG = 30  # days: what was issued later has hardly had time to be spent
Basis = Literal["allocated", "arrived"]


@dataclass(frozen=True, slots=True)
class Money:
    """Money of one unit at one level, or its whole (`all`), in 元; None: not reported."""

    unit_code: str
    fund_level: str
    allocated: Decimal | None
    arrived: Decimal | None
    spent: Decimal | None


@dataclass(frozen=True, slots=True)
class Split:
    """Money of one unit, level and member of a split, in 元."""

    unit_code: str
    fund_level: str
    member: str
    allocated: Decimal | None
    arrived: Decimal | None
    spent: Decimal | None


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
class Sum:
    """Σ of some money, in 元; a part is None when nobody reported it. `rate` is spent ÷ basis over
    those that have both, `unspent` what is left of the allocation of those that say what is spent,
    `silent` the allocation of those that do not."""

    allocated: Decimal | None
    arrived: Decimal | None
    spent: Decimal | None
    rate: Fraction | None
    unspent: Decimal | None
    silent: Decimal


@dataclass(frozen=True, slots=True)
class Readings:
    """The spend rate of a unit or the city by each denominator; None without both parts."""

    unit_code: str
    by_allocated: Fraction | None
    by_arrived: Fraction | None
    without_young: Fraction | None
    young: Decimal


@dataclass(frozen=True, slots=True)
class Year:
    """The money of one level (`all` for the whole) and of the same month a year before."""

    fund_level: str
    now: Sum
    before: Sum

    @property
    def growth(self) -> Fraction | None:
        """How much more is allocated than a year before, as a fraction of that."""
        rate = ratio(self.now.allocated, self.before.allocated)
        return None if rate is None else rate - 1

    @property
    def change(self) -> Fraction | None:
        """How much higher the spend rate is than a year before, as a fraction."""
        if self.now.rate is None or self.before.rate is None:
            return None
        return self.now.rate - self.before.rate


@dataclass(frozen=True, slots=True)
class Years:
    """Each level and the whole, over the units that have both years, and those left out."""

    lines: tuple[Year, ...]
    only_now: tuple[str, ...]
    only_before: tuple[str, ...]

    @property
    def whole(self) -> Year:
        return self.lines[-1]


@dataclass(frozen=True, slots=True)
class Issues:
    """The batches oldest first, and what they add up to; `period` is the month of their age."""

    period: str
    lines: tuple[Issue, ...]
    whole: Issue


def basis(board: Board) -> Basis:
    """What the spend rate in force is measured against."""
    denominator = board.indicators["spend_rate"].denominator
    return "arrived" if denominator.startswith("arrived") else "allocated"


def totals(board: Board, period: str) -> tuple[Money, ...]:
    """The money of every unit: its whole, and each level where it divides it."""
    return board.ask("funds_totals", Money, period=period)


def split(board: Board, period: str, dimension: str, unit: str = CITY) -> tuple[Split, ...]:
    """The ledgers' money by level and category (or task), of every unit or of one."""
    found = board.ask("funds_split", Split, period=period, dimension=dimension)
    return tuple(each for each in found if unit in (CITY, each.unit_code))


def issues(board: Board, period: str, unit: str = CITY) -> Issues:
    """The batches of the ledgers, oldest first."""
    found = board.ask("funds_batches", Issue, period=period, unit=unit)

    def total(part: Callable[[Issue], Decimal | None]) -> Decimal | None:
        return _total(part(each) for each in found)

    whole = Issue(
        WHOLE, "", None, None, 0,
        total(lambda each: each.allocated), total(lambda each: each.arrived),
        total(lambda each: each.spent), total(lambda each: each.balance),
        total(lambda each: each.allocated_with_arrived),
        total(lambda each: each.allocated_with_spent),
    )  # fmt: skip
    return Issues(period, found, whole)


def added(lines: Iterable[Money | Split], of: Basis = "allocated") -> Sum:
    """The sum of some money; a rate takes no line that lacks one of its parts."""
    found = list(lines)
    telling = [each for each in found if each.spent is not None]
    allocated = _total(each.allocated for each in telling)
    spent = _total(each.spent for each in telling if each.allocated is not None)
    return Sum(
        _total(each.allocated for each in found),
        _total(each.arrived for each in found),
        _total(each.spent for each in found),
        _over(
            (each.spent, each.allocated if of == "allocated" else each.arrived) for each in found
        ),
        None if allocated is None or spent is None else allocated - spent,
        _total(each.allocated for each in found if each.spent is None) or Decimal(),
    )


def grouped(
    lines: Iterable[Split], key: Callable[[Split], str], of: Basis = "allocated"
) -> dict[str, Sum]:
    """The sums by what `key` says, in the order they come."""
    groups: dict[str, list[Split]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    return {name: added(own, of) for name, own in groups.items()}


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


def years(board: Board, period: str, unit: str = CITY) -> Years:
    """Each level and the whole against the same month of the year before, over the units that gave
    both; the others are named."""
    of = basis(board)
    months = [
        [each for each in totals(board, month) if unit in (CITY, each.unit_code)]
        for month in (period, shift(period, -12))
    ]
    now, before = (
        {
            each.unit_code
            for each in lines
            if each.fund_level == WHOLE and each.allocated is not None
        }
        for lines in months
    )
    # Without any unit that has both there is nothing to compare, and this year's alone is shown.
    both = now & before or now
    lines = tuple(
        Year(
            level,
            *(
                added(
                    (each for each in lines if each.fund_level == level and each.unit_code in both),
                    of,
                )
                for lines in months
            ),
        )
        for level in (*board.levels, WHOLE)
    )
    order = [*board.units]
    return Years(
        lines,
        tuple(sorted(now - both, key=order.index)),
        tuple(sorted(before - both, key=order.index)),
    )


def key_counties(board: Board, period: str) -> tuple[Sum, Sum]:
    """The money of the key counties, and of all units."""
    of = basis(board)
    money = [each for each in totals(board, period) if each.fund_level == WHOLE]
    return added((each for each in money if board.units[each.unit_code].key_county), of), added(
        money, of
    )


def _reading(code: str, parts: list[tuple[Money, Sum]]) -> Readings:
    return Readings(
        code,
        _over((whole.spent, whole.allocated) for whole, _ in parts),
        _over((whole.spent, whole.arrived) for whole, _ in parts),
        _over(
            (
                None if whole.spent is None else whole.spent - (new.spent or 0),
                None if whole.allocated is None else whole.allocated - (new.allocated or 0),
            )
            for whole, new in parts
        ),
        _total(new.allocated for _, new in parts) or Decimal(),
    )


def _over(parts: Iterable[tuple[Decimal | None, Decimal | None]]) -> Fraction | None:
    """Σ ÷ Σ over those that have both."""
    both = [(above, below) for above, below in parts if above is not None and below is not None]
    return ratio(
        sum((above for above, _ in both), Decimal()), sum((below for _, below in both), Decimal())
    )


def _total(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal()) if known else None


def _is_day(text: str) -> bool:
    return text[:4].isdigit()
