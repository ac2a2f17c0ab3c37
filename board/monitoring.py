"""The stock of monitored households in one month, whole or split, of the city or by unit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from board.ranking import ratio
from board.store import Board, Unit

Quantity = Literal["households", "persons"]
CITY = "city"
KINDS = ("monitor_type", "risk")  # what the stock may be narrowed to


@dataclass(frozen=True, slots=True)
class Split:
    """One member of a split, or the whole; None: the ledgers do not say."""

    member: str
    households: Decimal | None
    persons: Decimal | None
    households_eliminated: Decimal | None
    persons_eliminated: Decimal | None
    households_measured: Decimal | None
    persons_no_labour: Decimal | None

    def monitored(self, quantity: Quantity) -> Decimal | None:
        """How many are monitored, eliminated ones included."""
        return self.persons if quantity == "persons" else self.households

    @property
    def rate(self) -> Fraction | None:
        """The risk-elimination rate: persons eliminated ÷ persons monitored."""
        return ratio(self.persons_eliminated, self.persons)


@dataclass(frozen=True, slots=True)
class UnitSplit(Split):
    """The same of one unit."""

    unit_code: str


class Narrow(NamedTuple):
    """The one type or risk that units are compared in."""

    dimension: str
    member: str


@dataclass(frozen=True, slots=True)
class InUnits:
    """Who is monitored by unit, and in the city; `wholes` is what the share of each unit is taken
    of, by its code, `everybody` the same of the city. `missing` sent no ledger."""

    units: tuple[UnitSplit, ...]
    wholes: Mapping[str, Split | None]
    city: Split | None
    everybody: Split | None
    missing: tuple[Unit, ...]


def whole(board: Board, period: str, unit: str = CITY) -> Split | None:
    """Everybody in the ledgers of the city or of a unit; None when none was sent."""
    found = split(board, period, "", unit)
    return found[0] if found and found[0].households is not None else None


def split(board: Board, period: str, dimension: str, unit: str = CITY) -> tuple[Split, ...]:
    """The members of a dimension in the order of their list; those of risk and measure_kind
    overlap, and add up to more than the whole."""
    return board.ask("monitoring_split", Split, period=period, dimension=dimension, unit=unit)


def by_unit(
    board: Board, period: str, dimension: str = "", member: str = ""
) -> tuple[UnitSplit, ...]:
    """The same unit by unit: the whole, one member of a dimension, or each of its members."""
    return board.ask(
        "monitoring_units", UnitSplit, period=period, dimension=dimension, member=member
    )


def in_units(board: Board, period: str, narrow: Narrow | None = None) -> InUnits:
    """Every unit that sent a ledger, with everybody it monitors or those of one type or risk."""
    sent, every = by_unit(board, period), whole(board, period)
    missing = without_ledger(board, sent)
    if narrow is None:
        return InUnits(sent, {each.unit_code: every for each in sent}, every, every, missing)
    own, members = by_unit(board, period, *narrow), split(board, period, narrow.dimension)
    city = next((each for each in members if each.member == narrow.member), None)
    return InUnits(own, {each.unit_code: each for each in sent}, city, every, missing)


def most_first(found: Iterable[Split], quantity: Quantity) -> list[Split]:
    """Those with most at the top; of equals the one that comes first in its list."""
    return sorted(found, key=lambda each: -(each.monitored(quantity) or 0))


def share(part: Split, of: Split | None, quantity: Quantity) -> Fraction | None:
    """The part's share in the whole."""
    return ratio(part.monitored(quantity), of.monitored(quantity)) if of else None


def shares_sum(found: Sequence[Split], of: Split | None, quantity: Quantity) -> Fraction:
    """What the shares add up to: more than 1 where one household has several members."""
    return sum((share(each, of, quantity) or Fraction() for each in found), Fraction())


def without_ledger(board: Board, found: Iterable[UnitSplit]) -> tuple[Unit, ...]:
    """The ranked units that are not among the found."""
    there = {each.unit_code for each in found}
    return tuple(unit for unit in board.units.values() if unit.ranked and unit.code not in there)
