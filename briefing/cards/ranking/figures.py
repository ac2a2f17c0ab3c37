"""What the documents of one indicator have in common: its name, its columns, its export."""

from datetime import datetime

from board.measures import measure_name
from board.store import Indicator
from briefing.cards.scope import Scope
from briefing.chart import Chart
from briefing.export import Export
from briefing.grid import Column, Grid, Value, count_column
from wording import Words


def part_columns(indicator: Indicator, scope: Scope, *, summed: bool = False) -> tuple[Column, ...]:
    """Numerator and denominator, in the unit of what they count."""
    return tuple(
        count_column(
            measure_name(scope.board, measure, scope.t), indicator.quantity, scope.t, summed=summed
        )
        for measure in (indicator.numerator, indicator.denominator)
    )


def known(value: Value, reason: str | None, t: Words) -> Value:
    """A figure, or why there is none."""
    return t.reason(reason) if value is None and reason else value


def subject_of(scope: Scope, indicator: Indicator, level: str) -> str:
    """The indicator's name, with the fund level where it is one of several."""
    name = indicator.label(scope.t)
    return name if level == "all" else f"{name} · {scope.board.levels[level].label(scope.t)}"


def exported(
    scope: Scope,
    what: str,
    title: str,
    sentence: str,
    grid: Grid,
    made: datetime,
    *,
    indicator: str,
    level: str,
    chart: Chart | None = None,
) -> Export:
    """A card of an indicator (a code) at a level; `what` says in its file's name which card."""
    subject = subject_of(scope, scope.board.indicators[indicator], level)
    return scope.export(
        f"{subject} {what}",
        title,
        sentence,
        grid,
        made,
        chart=chart,
        indicator=indicator,
        level=level,
    )
