"""The ranking one level down: the townships that a unit's rows name, in one indicator and month."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from board.months import shift
from board.ranking import ratio
from board.store import Board, Indicator
from wording import numbers

CITY = "city"
UNNAMED = "未填"  # the member of facts that holds the rows without a township


@dataclass(frozen=True, slots=True)
class Sums:
    """Both parts of the indicator in a township, this month and the month before; None without
    rows."""

    unit_code: str
    name: str
    numerator: Decimal | None
    denominator: Decimal | None
    numerator_before: Decimal | None
    denominator_before: Decimal | None

    @property
    def exact(self) -> Fraction | None:
        """The ratio; None with a part missing or nothing below the line."""
        return ratio(self.numerator, self.denominator)

    @property
    def before(self) -> Fraction | None:
        """The ratio a month before."""
        return ratio(self.numerator_before, self.denominator_before)


@dataclass(frozen=True, slots=True)
class Township:
    """A township with its rank, 1-2-2-4 on the exact ratio; `alike` when another one's different
    ratio prints the same."""

    sums: Sums
    rank: int
    tied: bool
    alike: bool
    previous_rank: int | None

    @property
    def name(self) -> str:
        return self.sums.name

    @property
    def value(self) -> float:
        """The rate as a fraction."""
        return float(self.sums.exact or 0)

    @property
    def climbed(self) -> int | None:
        """Places gained since last month; None when it had no rank then."""
        return None if self.previous_rank is None else self.previous_rank - self.rank


@dataclass(frozen=True, slots=True)
class Townships:
    """One unit's townships, best first; those without a task; the rows that name none (None: all
    name one). `reported` is false where the unit has no ledger that gives both parts."""

    unit_code: str
    indicator: Indicator
    places: tuple[Township, ...]
    idle: tuple[Sums, ...]
    unnamed: Sums | None
    reported: bool

    @property
    def named(self) -> bool:
        """Whether any row names its township."""
        return bool(self.places or self.idle)

    @property
    def whole(self) -> Fraction | None:
        """The unit's own ratio: Σ ÷ Σ over all rows, those without a township included."""
        return ratio(*self.parts)

    @property
    def parts(self) -> tuple[Decimal, Decimal]:
        """The unit's numerator and denominator over all rows."""
        rows = [*(each.sums for each in self.places), *self.idle]
        rows += [self.unnamed] if self.unnamed else []
        above = sum((each.numerator or Decimal() for each in rows), Decimal())
        below = sum((each.denominator or Decimal() for each in rows), Decimal())
        return above, below

    @property
    def spread(self) -> float | None:
        """How many percentage points the last is from the first; None with fewer than two."""
        if len(self.places) < 2:
            return None
        first, last = (each.sums.exact or Fraction() for each in (self.places[0], self.places[-1]))
        return float(100 * abs(first - last))

    def gap(self, each: Township) -> float:
        """Percentage points from the unit's own ratio to a township's."""
        return float(100 * ((each.sums.exact or 0) - (self.whole or 0)))


def townships(board: Board, period: str, indicator: Indicator, unit: str) -> Townships:
    """The townships of one unit."""
    return _ranked(unit, indicator, _sums(board, period, indicator, unit))


def townships_by_unit(board: Board, period: str, indicator: Indicator) -> tuple[Townships, ...]:
    """The townships of every unit, each unit by itself, in the order of lists."""
    rows = _sums(board, period, indicator, CITY)
    found = {unit: tuple(own) for unit, own in groupby(rows, lambda each: each.unit_code)}
    return tuple(_ranked(unit, indicator, found.get(unit, ())) for unit in board.units)


def _sums(board: Board, period: str, indicator: Indicator, unit: str) -> tuple[Sums, ...]:
    return board.ask(
        "townships",
        Sums,
        period=period,
        before=shift(period, -1),
        numerator=indicator.numerator,
        denominator=indicator.denominator,
        unit=unit,
    )


def _ranked(unit: str, indicator: Indicator, rows: Sequence[Sums]) -> Townships:
    # What a unit has no row for this month was there last month only.
    given = [row for row in rows if row.numerator is not None and row.denominator is not None]
    named = [row for row in given if row.name != UNNAMED]
    best_first = -1 if indicator.better == "higher" else 1
    now = [(exact, row) for row in named if (exact := row.exact) is not None]
    now.sort(key=lambda pair: (best_first * pair[0], pair[1].name))
    values = [exact for exact, _ in now]
    before = sorted(_known(row.before for row in rows if row.name != UNNAMED))
    if indicator.better == "higher":
        before.reverse()
    printed: dict[str, set[Fraction]] = {}
    for exact in values:
        printed.setdefault(numbers.percent(float(exact)), set()).add(exact)
    return Townships(
        unit_code=unit,
        indicator=indicator,
        places=tuple(
            Township(
                sums=row,
                rank=values.index(exact) + 1,
                tied=values.count(exact) > 1,
                alike=len(printed[numbers.percent(float(exact))]) > 1,
                previous_rank=None if row.before is None else before.index(row.before) + 1,
            )
            for exact, row in now
        ),
        idle=tuple(row for row in named if row.exact is None),
        unnamed=next((row for row in given if row.name == UNNAMED), None),
        reported=bool(given),
    )


def _known(values: Iterable[Fraction | None]) -> list[Fraction]:
    return [value for value in values if value is not None]
