"""How the units stand against each other: one indicator, one fund level, one month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from board.store import Board
from wording import Words


@dataclass(frozen=True, slots=True)
class Place:
    """One unit's standing, or the city's. Rates are fractions, gaps percentage points.

    `trail` is the rate over the twelve months that end with this one; the province's rank is the
    city's own and empty for a unit.
    """

    unit_code: str
    name: str
    name_en: str
    unit_group: str | None
    key_county: bool
    numerator: Decimal | None
    denominator: Decimal | None
    value: float | None
    rank: int | None
    tied: bool
    alike: bool
    reason: str | None
    milestone: float | None
    milestone_due: date | None
    province: float | None
    gap_milestone: float | None
    gap_province: float | None
    previous_rank: int | None
    light: str
    streak: int
    units_missing: int | None
    province_rank: int | None
    province_of: int | None
    numerator_before: Decimal | None
    denominator_before: Decimal | None
    trail: tuple[float | None, ...]

    def label(self, t: Words) -> str:
        """The unit's full name."""
        return t.of(self.name, self.name_en)

    @property
    def climbed(self) -> int | None:
        """Places gained since last month; None when it had no rank in one of the two."""
        if self.rank is None or self.previous_rank is None:
            return None
        return self.previous_rank - self.rank

    @property
    def improvement(self) -> Fraction | None:
        """Exact change of the rate since last month, as a fraction; None without both months."""
        now = ratio(self.numerator, self.denominator)
        before = ratio(self.numerator_before, self.denominator_before)
        return None if now is None or before is None else now - before


@dataclass(frozen=True, slots=True)
class Ranking:
    """The ranked units, best first; those without a rank; the city as a whole."""

    period: str
    indicator: str
    level: str
    places: tuple[Place, ...]
    unranked: tuple[Place, ...]
    city: Place | None

    @property
    def milestone(self) -> float | None:
        """The milestone in force for the city, as a fraction; a unit may have its own."""
        return self.city.milestone if self.city else None

    @property
    def province(self) -> float | None:
        """The province's figure for this month, indicator and level, as a fraction."""
        return self.city.province if self.city else None


@dataclass(frozen=True, slots=True)
class Step:
    """One unit in the ranking by improvement (进步榜); `points` since last month."""

    place: Place
    rank: int
    tied: bool
    points: float


@dataclass(frozen=True, slots=True)
class Group:
    """Σ ÷ Σ over the units of a group that have both parts; its ranked units, best first.

    A group without a name is that of the key counties.
    """

    name: str | None
    numerator: Decimal
    denominator: Decimal
    value: float | None
    members: tuple[Place, ...]
    missing: tuple[Place, ...]


def ranking(board: Board, period: str, indicator: str, level: str) -> Ranking:
    """The ranking of one indicator at one level in one month; empty when none was computed."""
    rows = board.ask("ranking", Place, period=period, indicator=indicator, level=level)
    units = [row for row in rows if row.unit_code != "city"]
    return Ranking(
        period=period,
        indicator=indicator,
        level=level,
        places=tuple(unit for unit in units if unit.rank is not None),
        unranked=tuple(unit for unit in units if unit.rank is None),
        city=next((row for row in rows if row.unit_code == "city"), None),
    )


def improvements(answer: Ranking) -> tuple[Step, ...]:
    """The ranked units by change since last month, best first, 1-2-2-4 on the exact change."""
    moved = [(change, unit) for unit in answer.places if (change := unit.improvement) is not None]
    moved.sort(key=lambda pair: (-pair[0], pair[1].unit_code))
    changes = [change for change, _ in moved]
    return tuple(
        Step(unit, changes.index(change) + 1, changes.count(change) > 1, float(change * 100))
        for change, unit in moved
    )


def groups(answer: Ranking) -> tuple[Group, ...]:
    """The groups of the unit table, best first, then the key counties where no group equals them.

    Units outside every group, and groups of which nothing is ranked or awaited, stay out.
    """
    units = (*answer.places, *answer.unranked)
    names = dict.fromkeys(unit.unit_group for unit in units if unit.unit_group)
    found = [_group(name, (unit for unit in units if unit.unit_group == name)) for name in names]
    found = [group for group in found if group.members or group.missing]
    found.sort(key=lambda group: -1.0 if group.value is None else group.value, reverse=True)
    key = _group(None, (unit for unit in units if unit.key_county))
    if key.members and all(key.members != group.members for group in found):
        found.append(key)
    return tuple(found)


def ratio(numerator: Decimal | None, denominator: Decimal | None) -> Fraction | None:
    """The exact ratio; None without a numerator or with nothing below the line."""
    if numerator is None or not denominator:
        return None
    return Fraction(numerator) / Fraction(denominator)


def _group(name: str | None, units: Iterable[Place]) -> Group:
    units = tuple(units)
    whole = [unit for unit in units if unit.numerator is not None and unit.denominator]
    numerator = sum((unit.numerator or Decimal() for unit in whole), Decimal())
    denominator = sum((unit.denominator or Decimal() for unit in whole), Decimal())
    exact = ratio(numerator, denominator)
    return Group(
        name=name,
        numerator=numerator,
        denominator=denominator,
        value=None if exact is None else float(exact),
        members=tuple(unit for unit in units if unit.rank is not None),
        missing=tuple(unit for unit in units if unit.reason == "not_reported"),
    )
