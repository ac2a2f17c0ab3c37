"""The money: by unit, level and category, by issue, against other denominators and last year."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from board.behind import CITY
from board.months import month_end, shift
from board.ranking import ratio
from board.store import Board

UNDIVIDED = "all"
OLD = 90  # days after which money that lies still is worth a word
YOUNG = 30  # days: what was issued later has hardly had time to be spent


@dataclass(frozen=True, slots=True)
class Money:
    """Money of one unit at one level (`all`: not divided), in 元; None: not reported."""

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
    """One batch of one level, in 元; `units` have a share of it, issued on these days."""

    fund_level: str
    batch: str | None
    first_issued: date | None
    last_issued: date | None
    units: int
    allocated: Decimal | None
    arrived: Decimal | None
    spent: Decimal | None

    @property
    def balance(self) -> Decimal | None:
        """What has arrived and is not spent; of what was allocated where no arrival is given."""
        there = self.allocated if self.arrived is None else self.arrived
        return None if there is None or self.spent is None else there - self.spent

    def age(self, period: str) -> int | None:
        """Days from its first issue to the end of the month."""
        return (month_end(period) - self.first_issued).days if self.first_issued else None


@dataclass(frozen=True, slots=True)
class Sum:
    """Σ of some money, in 元; a part is None when nobody reported it."""

    allocated: Decimal | None
    arrived: Decimal | None
    spent: Decimal | None

    @property
    def rate(self) -> Fraction | None:
        """Spent ÷ allocated."""
        return ratio(self.spent, self.allocated)


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


def totals(board: Board, period: str) -> tuple[Money, ...]:
    """The money of every unit by level."""
    return board.ask("funds_totals", Money, period=period)


def split(board: Board, period: str, dimension: str, unit: str = CITY) -> tuple[Split, ...]:
    """The ledgers' money by level and category (or task), of every unit or of one."""
    found = board.ask("funds_split", Split, period=period, dimension=dimension)
    return tuple(each for each in found if unit in (CITY, each.unit_code))


def issues(board: Board, period: str, unit: str = CITY) -> tuple[Issue, ...]:
    """The batches of the ledgers, oldest first."""
    return board.ask("funds_batches", Issue, period=period, unit=unit)


def added(lines: Iterable[Money | Split | Issue]) -> Sum:
    """The sum of some money; missing is not zero, and a missing part of a few is left out."""
    found = list(lines)
    return Sum(
        _total(each.allocated for each in found),
        _total(each.arrived for each in found),
        _total(each.spent for each in found),
    )


def grouped(lines: Iterable[Split], key: Callable[[Split], str]) -> dict[str, Sum]:
    """The sums by what `key` says, in the order they come."""
    groups: dict[str, list[Split]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    return {name: added(own) for name, own in groups.items()}


def readings(board: Board, period: str) -> tuple[Readings, ...]:
    """The spend rate of every unit by each denominator, in the order of lists, and of the city at
    the end: Σ over the units that have both parts."""
    money = totals(board, period)
    end = month_end(period)
    young = [
        each
        for each in split(board, period, "issued_on")
        if _is_day(each.member) and (end - date.fromisoformat(each.member)).days < YOUNG
    ]
    units = [
        (
            code,
            added(each for each in money if each.unit_code == code),
            added(each for each in young if each.unit_code == code),
        )
        for code in board.units
    ]
    known = [(code, whole, new) for code, whole, new in units if whole.allocated is not None]
    return (*(_reading(code, [(whole, new)]) for code, whole, new in known),
            _reading(CITY, [(whole, new) for _, whole, new in known]))  # fmt: skip


def years(board: Board, period: str, unit: str = CITY) -> tuple[Year, ...]:
    """Each level and the whole against the same month of the year before."""
    now, before = totals(board, period), totals(board, shift(period, -12))
    of_unit = [
        tuple(each for each in lines if unit in (CITY, each.unit_code)) for lines in (now, before)
    ]
    found = [
        Year(
            level, *(added(each for each in lines if each.fund_level == level) for lines in of_unit)
        )
        for level in board.levels
    ]
    return (*found, Year(UNDIVIDED, *(added(lines) for lines in of_unit)))


def key_counties(board: Board, period: str) -> tuple[Sum, Sum]:
    """The money of the key counties, and of all units."""
    money = totals(board, period)
    return added(each for each in money if board.units[each.unit_code].key_county), added(money)


def _reading(code: str, parts: list[tuple[Sum, Sum]]) -> Readings:
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
