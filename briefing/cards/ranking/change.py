"""The ranking by improvement as a document."""

from collections.abc import Sequence
from datetime import datetime

from board.ranking import Ranking, Step
from briefing.cards.ranking.figures import exported
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, grid, points_column
from wording import Words


def improvement(
    scope: Scope,
    answer: Ranking,
    steps: Sequence[Step],
    title: str,
    made: datetime,
    *,
    drawn: bool = True,
) -> Export:
    """A row a unit, most gained first: points since last month, the rate and its rank."""
    t, indicator = scope.t, scope.board.indicators[answer.indicator]
    columns = (
        Column(t("进步名次"), "rank"),
        Column(t("单位")),
        points_column(t("较上月"), t),
        Column(indicator.label(t), "percent"),
        Column(t("名次"), "rank"),
    )
    rows: list[tuple[Value, ...]] = [
        (step.rank, step.place.label(t), step.points, step.place.value, step.place.rank)
        for step in steps
    ]
    return exported(
        scope,
        t("进步榜"),
        title,
        t("本月的率减上月的率，单位为个百分点，按未舍入的数排名"),
        grid(columns, rows),
        made,
        indicator=answer.indicator,
        level=answer.level,
        chart=_bars(steps, t) if drawn and steps else None,
    )


def _bars(steps: Sequence[Step], t: Words) -> Chart:
    points = tuple(step.points for step in steps)
    lights = tuple("blue" if change >= 0 else "grey" for change in points)
    names = tuple(step.place.label(t) for step in steps)
    unit = t("个百分点")
    return Chart("bars", names, (Series(t("较上月"), points, "blue", lights),), "points", unit)
