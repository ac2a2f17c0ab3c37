"""This year's money against last year's at the same month."""

from dataclasses import dataclass
from fractions import Fraction

from board.behind import CITY
from board.funds import WHOLE, Sum, added, basis, totals
from board.months import shift
from board.ranking import ratio
from board.store import Board


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
