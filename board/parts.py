"""What one unit's figures of one month add up from: by fund level, category, stage, type."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from board.store import Board

UNDIVIDED = "all"


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum of the published facts: 元 for money, else a count."""

    measure: str
    fund_level: str
    dimension: str
    member: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Part:
    """One member of a split: the measures asked for, None where one was not reported."""

    member: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """Every sum of one unit in one month, and the splits to draw."""

    sums: tuple[Sum, ...]

    def total(self, measure: str) -> Decimal | None:
        """The whole of a measure; None when it was not reported.

        A figure for all levels together counts before the sum of the levels, as in the standings.
        """
        found = {
            one.fund_level: one.value
            for one in self.sums
            if one.measure == measure and not one.dimension
        }
        if UNDIVIDED in found:
            return found[UNDIVIDED]
        return sum(found.values(), Decimal()) if found else None

    def by_level(self, *measures: str) -> tuple[Part, ...]:
        """The fund levels with their totals; none for a unit that does not divide its money."""
        own = (one for one in self.sums if not one.dimension and one.fund_level != UNDIVIDED)
        return _table(measures, ((one, one.fund_level) for one in own))

    def by(self, dimension: str, *measures: str) -> tuple[Part, ...]:
        """The members of a dimension, as they come, over all fund levels."""
        own = ((one, one.member) for one in self.sums if one.dimension == dimension)
        return _table(measures, own)


def parts(board: Board, unit: str, period: str) -> Parts:
    """The sums of a unit; none when it reported nothing."""
    return Parts(board.ask("unit_parts", Sum, unit=unit, period=period))


def _table(measures: tuple[str, ...], sums: Iterable[tuple[Sum, str]]) -> tuple[Part, ...]:
    table: dict[str, dict[str, Decimal]] = {}
    for one, member in sums:
        if one.measure in measures:
            row = table.setdefault(member, {})
            row[one.measure] = row.get(one.measure, Decimal()) + one.value
    return tuple(
        Part(member, tuple(row.get(measure) for measure in measures))
        for member, row in table.items()
    )
