"""How long monitored households waited: for their first measure, and until their risk was gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from board.monitoring import CITY, split
from board.ranking import ratio
from board.store import Board


@dataclass(frozen=True, slots=True)
class FirstMeasures:
    """Households that got their first measure in a month, `waited` months after identification."""

    period: str
    waited: int
    households: Decimal


@dataclass(frozen=True, slots=True)
class Eliminated:
    """Households out of risk `months` months after identification."""

    months: int
    households: Decimal


def first_measures(board: Board, period: str, unit: str = CITY) -> tuple[FirstMeasures, ...]:
    """The year up to the month, of all units or one; of those that can be followed from month to
    month."""
    return board.ask("first_measures", FirstMeasures, period=period, unit=unit)


def eliminations(board: Board, period: str, unit: str = CITY) -> tuple[Eliminated, ...]:
    """All who are out of risk at the end of the month, soonest first."""
    found = split(board, period, "months_to_elimination", unit)
    return tuple(
        Eliminated(int(each.member), each.households_eliminated)
        for each in found
        if each.households_eliminated
    )


def how_many(found: Sequence[FirstMeasures], up_to: int | None = None) -> Decimal:
    """Households that waited no longer than so many months; all of them without a limit."""
    counted = (each.households for each in found if up_to is None or each.waited <= up_to)
    return sum(counted, Decimal())


def at_once(found: Sequence[FirstMeasures]) -> Fraction | None:
    """The share that got its first measure in the month of identification."""
    return ratio(how_many(found, 0), how_many(found))


def faster_than(found: Sequence[Eliminated], months: int) -> Decimal:
    """How many were out of risk in fewer months."""
    return sum((each.households for each in found if each.months < months), Decimal())


def median(found: Sequence[Eliminated]) -> Fraction | None:
    """The months after which half of them were out of risk; None for nobody."""
    total = sum((each.households for each in found), Decimal())
    if not total:
        return None
    below = _at(found, (total + 1) // 2)
    above = _at(found, total // 2 + 1)
    return Fraction(below + above, 2)


def _at(found: Sequence[Eliminated], place: Decimal) -> int:
    """The months of the household at a place, from 1, the soonest first."""
    passed = Decimal()
    for each in sorted(found, key=lambda one: one.months):
        passed += each.households
        if passed >= place:
            return each.months
    raise ValueError("there are not so many households")
