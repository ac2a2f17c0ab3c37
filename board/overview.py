"""The city in one month: its headline rates, and the field of its units in one of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from board.months import shift
from board.store import Board, Indicator, Unit

ALL = "all"
PACE_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """One unit, or the city (`unit_code` "city"). Rates are fractions, gaps percentage points.

    `gained` is what came since the month the pace is measured from, in the city what came in the
    units that have both months; the province's rank is the city's own and empty for a unit.
    """

    unit_code: str
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
    previous_value: float | None
    light: str
    streak: int
    next_milestone: float | None
    next_due: date | None
    units_missing: int | None
    gained: Decimal | None
    province_rank: int | None
    province_of: int | None


@dataclass(frozen=True, slots=True)
class Entry(Standing):
    """A standing with the indicator and fund level that it is of."""

    indicator: str
    level: str


@dataclass(frozen=True, slots=True)
class Field:
    """The units in one indicator at one level: ranked best first, then those without a rank."""

    period: str
    indicator: Indicator
    level: str
    city: Standing | None
    ranked: tuple[Standing, ...]
    unranked: tuple[Standing, ...]
    units: dict[str, Unit]

    @property
    def leaders(self) -> tuple[Standing, ...]:
        """Everyone in first place."""
        return tuple(each for each in self.ranked if each.rank == 1)

    @property
    def laggards(self) -> tuple[Standing, ...]:
        """Everyone in the last place, worst first; nobody when all are first."""
        last = self.ranked[-1].rank if self.ranked else 1
        return tuple(each for each in self.ranked if each.rank == last and last != 1)

    @property
    def last_first(self) -> tuple[Standing, ...]:
        """Every unit of the ranking, the last place first, those without figures at the end."""
        each_one = (*reversed(self.ranked), *self.unranked)
        return tuple(each for each in each_one if self.units[each.unit_code].ranked)

    @property
    def milestone(self) -> float | None:
        """The milestone in force for the city, as a fraction; a unit may have its own."""
        return self.city.milestone if self.city else None

    @property
    def province(self) -> float | None:
        """The province's figure, as a fraction."""
        return self.city.province if self.city else None

    @property
    def change(self) -> float | None:
        """Percentage points since last month; None in January for what starts again each year."""
        city = self.city
        if not city or city.value is None or city.previous_value is None:
            return None
        if starts_again(self.indicator) and self.period.endswith("-01"):
            return None
        return (city.value - city.previous_value) * 100


@dataclass(frozen=True, slots=True)
class MonthValue:
    """The city's value at the end of one month, a fraction; None when nothing was reported."""

    month: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Total:
    """A measure of the whole city; None when no ledger has it."""

    total: Decimal | None


def headlines(board: Board) -> list[Indicator]:
    """The indicators on the cards, in their order."""
    return [indicator for indicator in board.indicators.values() if indicator.headline]


def field(board: Board, period: str, indicator: Indicator, level: str) -> Field:
    """The standings of one indicator; at all levels where it is not split by `level`."""
    level = level if level in indicator.levels else ALL
    rows = [
        row
        for row in _month(board, period)
        if row.indicator == indicator.code and row.level == level
    ]
    units = [row for row in rows if row.unit_code in board.units]
    return Field(
        period=period,
        indicator=indicator,
        level=level,
        city=next((row for row in rows if row.unit_code == "city"), None),
        ranked=tuple(row for row in units if row.rank is not None),
        unranked=tuple(row for row in units if row.rank is None),
        units=board.units,
    )


def _month(board: Board, period: str) -> tuple[Entry, ...]:
    """Every standing of a month: pages ask for several fields of it, one after the other."""
    paced = [each.code for each in board.indicators.values() if pace_start(period, each)]
    return board.ask(
        "month_standings",
        Entry,
        period=period,
        earlier=shift(period, -PACE_MONTHS),
        paced=",".join(paced),
    )


def year_line(board: Board, answer: Field) -> tuple[MonthValue, ...]:
    """The city's values from January to the month of the answer."""
    return board.ask(
        "overview_year",
        MonthValue,
        period=answer.period,
        indicator=answer.indicator.code,
        level=answer.level,
    )


def safety_net_persons(board: Board, period: str) -> Decimal | None:
    """Persons of households wholly without labour, who are not to be marked eliminated."""
    return board.ask("overview_measure", Total, period=period, measure="persons_no_labour")[0].total


def starts_again(indicator: Indicator) -> bool:
    """Money and projects are the year's own and start at nothing; people are a stock."""
    return indicator.quantity in ("money", "projects")


def pace_start(period: str, indicator: Indicator) -> str | None:
    """The month end the pace is measured from; None for 1 January of what starts again."""
    start = shift(period, -PACE_MONTHS)
    if starts_again(indicator) and start[:4] != period[:4]:
        return None
    return start
