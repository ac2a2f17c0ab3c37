"""The ranked units over the months: one indicator, one fund level."""

from dataclasses import dataclass
from itertools import groupby

from board.months import span
from board.store import Board
from wording import Words


@dataclass(frozen=True, slots=True)
class Cell:
    """One unit in one month; value and rank are None when it had none, and reason says why."""

    period: str
    unit_code: str
    name: str
    name_en: str
    value: float | None
    rank: int | None
    light: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One unit, with a cell for every month of the history (None before it was on the board)."""

    unit_code: str
    name: str
    name_en: str
    cells: tuple[Cell | None, ...]

    def label(self, t: Words) -> str:
        """The unit's full name."""
        return t.of(self.name, self.name_en)


@dataclass(frozen=True, slots=True)
class History:
    """Units best first by the last month, those without a rank in it at the end."""

    months: tuple[str, ...]
    lines: tuple[Line, ...]


def history(board: Board, first: str, period: str, indicator: str, level: str) -> History:
    """Every ranked unit from `first` (or the first month there is) to `period`."""
    cells = board.ask(
        "ranking_history", Cell, first=first, period=period, indicator=indicator, level=level
    )
    if not cells:
        return History((), ())
    months = span(min(cell.period for cell in cells), period)
    lines = []
    for code, own in groupby(cells, lambda cell: cell.unit_code):
        by_month = {cell.period: cell for cell in own}
        newest = by_month[max(by_month)]
        trail = tuple(by_month.get(month) for month in months)
        lines.append(Line(code, newest.name, newest.name_en, trail))
    return History(months, tuple(sorted(lines, key=_last_rank)))


def _last_rank(line: Line) -> float:
    last = line.cells[-1]
    return float("inf") if last is None or last.rank is None else last.rank
