"""The risk-elimination rate as it would be if every unit had the city's mix of types.

Indirect standardisation: what a unit eliminated ÷ what it would have eliminated at the city's rate
of each type × the city's rate. Above the city's rate means better than its mix lets expect.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from board.monitoring import UnitSplit, by_unit, without_ledger
from board.ranking import ratio
from board.store import Board, Unit


@dataclass(frozen=True, slots=True)
class Type:
    """One type in one unit or in the city: persons, how many of them are eliminated, and how many
    would be at the city's rate of that type (none where nobody in the city is of it)."""

    member: str
    persons: Decimal
    eliminated: Decimal
    city_rate: Fraction | None

    @property
    def expected(self) -> Fraction:
        return Fraction(self.persons) * (self.city_rate or 0)

    @property
    def rate(self) -> Fraction | None:
        return ratio(self.eliminated, self.persons)


@dataclass(frozen=True, slots=True)
class Standardised:
    """One unit, or the city. Ranks are 1-2-2-4 among the ranked units that have both rates."""

    unit_code: str
    types: tuple[Type, ...]
    rate: Fraction | None
    standardised: Fraction | None
    rate_rank: int | None = None
    rate_tied: bool = False
    rank: int | None = None
    tied: bool = False

    @property
    def persons(self) -> Decimal:
        return sum((each.persons for each in self.types), Decimal())

    @property
    def eliminated(self) -> Decimal:
        return sum((each.eliminated for each in self.types), Decimal())

    @property
    def expected(self) -> Fraction:
        return sum((each.expected for each in self.types), Fraction())

    @property
    def moved(self) -> int:
        """Places gained by standardising; lost when negative."""
        return (self.rate_rank or 0) - (self.rank or 0)


@dataclass(frozen=True, slots=True)
class Standardisation:
    """The ranked units, best standardised rate first; those without a rank; the city; and the
    ranked units without a household ledger."""

    ranked: tuple[Standardised, ...]
    unranked: tuple[Standardised, ...]
    city: Standardised
    missing: tuple[Unit, ...]

    @property
    def movers(self) -> tuple[Standardised, ...]:
        """Who stands elsewhere when the mix of types is taken out, the farthest first."""
        return tuple(
            sorted((each for each in self.ranked if each.moved), key=lambda each: -abs(each.moved))
        )

    def of(self, unit: str) -> Standardised | None:
        """One unit, or the city; None when it sent no ledger."""
        every = (*self.ranked, *self.unranked, self.city)
        return next((each for each in every if each.unit_code == unit), None)


def standardisation(board: Board, period: str) -> Standardisation:
    """Every unit with a household ledger in one month."""
    rows = by_unit(board, period, "monitor_type")
    sent = by_unit(board, period)  # a unit without a single household has no types
    city = _city(rows)
    rates = {each.member: each.city_rate for each in city.types}
    units = [
        _unit(each.unit_code, [row for row in rows if row.unit_code == each.unit_code], rates, city)
        for each in sent
    ]
    able = [
        each
        for each in units
        if board.units[each.unit_code].ranked and each.standardised is not None
    ]
    ranked = _ranked(able)
    placed = {each.unit_code for each in ranked}
    return Standardisation(
        ranked=ranked,
        unranked=tuple(each for each in units if each.unit_code not in placed),
        city=city,
        missing=without_ledger(board, sent),
    )


def _city(rows: Iterable[UnitSplit]) -> Standardised:
    persons: dict[str, Decimal] = {}
    eliminated: dict[str, Decimal] = {}
    for row in rows:
        persons[row.member] = persons.get(row.member, Decimal()) + (row.persons or 0)
        eliminated[row.member] = eliminated.get(row.member, Decimal()) + (
            row.persons_eliminated or 0
        )
    types = tuple(
        Type(member, count, eliminated[member], ratio(eliminated[member], count))
        for member, count in persons.items()
    )
    rate = ratio(sum(eliminated.values(), Decimal()), sum(persons.values(), Decimal()))
    return Standardised("city", types, rate, rate)


def _unit(
    code: str, rows: Sequence[UnitSplit], rates: dict[str, Fraction | None], city: Standardised
) -> Standardised:
    types = tuple(
        Type(row.member, row.persons or Decimal(), row.persons_eliminated or Decimal(),
             rates[row.member])
        for row in rows
    )  # fmt: skip
    own = Standardised(code, types, None, None)
    standardised = None
    if own.expected and city.rate is not None:
        standardised = Fraction(own.eliminated) / own.expected * city.rate
    return replace(own, rate=ratio(own.eliminated, own.persons), standardised=standardised)


def _ranked(units: Sequence[Standardised]) -> tuple[Standardised, ...]:
    rates = sorted((each.rate or Fraction() for each in units), reverse=True)
    others = sorted((each.standardised or Fraction() for each in units), reverse=True)
    placed = [
        replace(
            each,
            rate_rank=rates.index(each.rate or Fraction()) + 1,
            rate_tied=rates.count(each.rate or Fraction()) > 1,
            rank=others.index(each.standardised or Fraction()) + 1,
            tied=others.count(each.standardised or Fraction()) > 1,
        )
        for each in units
    ]
    return tuple(sorted(placed, key=lambda each: (each.rank or 0, each.unit_code)))
