"""The money by unit, level and category, and its sums."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from board.behind import CITY
from board.ranking import ratio
from board.store import Board

WHOLE = "all"
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


def added(lines: Iterable[Money | Split], of: Basis = "allocated") -> Sum:
    """The sum of some money; a rate takes no line that lacks one of its parts."""
    found = list(lines)
    telling = [each for each in found if each.spent is not None]
    allocated = total(each.allocated for each in telling)
    spent = total(each.spent for each in telling if each.allocated is not None)
    return Sum(
        total(each.allocated for each in found),
        total(each.arrived for each in found),
        total(each.spent for each in found),
        over((each.spent, each.allocated if of == "allocated" else each.arrived) for each in found),
        None if allocated is None or spent is None else allocated - spent,
        total(each.allocated for each in found if each.spent is None) or Decimal(),
    )


def grouped(
    lines: Iterable[Split], key: Callable[[Split], str], of: Basis = "allocated"
) -> dict[str, Sum]:
    """The sums by what `key` says, in the order they come."""
    groups: dict[str, list[Split]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    return {name: added(own, of) for name, own in groups.items()}


def key_counties(board: Board, period: str) -> tuple[Sum, Sum]:
    """The money of the key counties, and of all units."""
    of = basis(board)
    money = [each for each in totals(board, period) if each.fund_level == WHOLE]
    key = [each for each in money if board.units[each.unit_code].key_county]
    return added(key, of), added(money, of)


def over(parts: Iterable[tuple[Decimal | None, Decimal | None]]) -> Fraction | None:
    """Σ ÷ Σ over those that have both."""
    both = [(above, below) for above, below in parts if above is not None and below is not None]
    return ratio(
        sum((above for above, _ in both), Decimal()), sum((below for _, below in both), Decimal())
    )


def total(values: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of what is known; None when nothing is."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal()) if known else None
