"""The ranking over the months as documents: ranks, and rates under their lights."""

from datetime import datetime

from board.history import Cell, History, Line
from board.ranking_sentences import state
from briefing.cards.ranking.figures import exported, known
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, grid
from wording import Words

YEAR = 12  # months that a slide has room for


def ranks(
    scope: Scope,
    answer: History,
    title: str,
    made: datetime,
    *,
    indicator: str,
    level: str,
    chosen: str = "",
) -> Export:
    """A row a unit, its rank in each month; a line each, the `chosen` unit's code in blue."""
    t = scope.t
    months = tuple(t.month(month) for month in answer.months)
    columns = [Column(t("单位")), *(Column(month, "rank") for month in months)]
    rows = [(line.label(t), *(_rank(cell, t) for cell in line.cells)) for line in answer.lines]
    # The chosen line lies over the others.
    ordered = sorted(answer.lines, key=lambda line: line.unit_code == chosen)
    lines = [_line(line, "blue" if line.unit_code == chosen else "grey", t) for line in ordered]
    return exported(
        scope,
        t("名次走势"),
        title,
        t("名次越靠上越好；没有点的月份没有名次"),
        grid(columns, rows),
        made,
        indicator=indicator,
        level=level,
        chart=Chart("lines", months, tuple(lines), "rank") if lines else None,
    )


def colours(
    scope: Scope, answer: History, title: str, made: datetime, *, indicator: str, level: str
) -> Export:
    """A row a unit: its rate in each month, then the light of each month in words."""
    t, earlier = scope.t, answer.months[:-YEAR]
    columns = [
        Column(t("单位")),
        *(Column(t.month(month), "percent", detail=month in earlier) for month in answer.months),
        *(Column(t("{month}状态", month=t.month(month)), detail=True) for month in answer.months),
    ]
    rows: list[tuple[Value, ...]] = [
        (
            line.label(t),
            *(known(cell.value, cell.reason, t) if cell else None for cell in line.cells),
            *(state(cell.light, cell.reason, t) if cell else None for cell in line.cells),
        )
        for line in answer.lines
    ]
    return exported(
        scope,
        t("逐月红绿灯"),
        title,
        scope.board.indicators[indicator].basis(t),
        grid(columns, rows),
        made,
        indicator=indicator,
        level=level,
    )


def _rank(cell: Cell | None, t: Words) -> Value:
    return known(cell.rank, cell.reason, t) if cell else None


def _line(line: Line, colour: str, t: Words) -> Series:
    return Series(line.label(t), tuple(cell.rank if cell else None for cell in line.cells), colour)
