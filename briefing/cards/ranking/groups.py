"""The ranking by group as a document."""

from collections.abc import Sequence
from datetime import datetime

from board.ranking import Group, Ranking
from board.ranking_sentences import in_force
from briefing.cards.ranking.figures import exported, part_columns
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, grid
from wording import Words


def by_group(
    scope: Scope,
    answer: Ranking,
    found: Sequence[Group],
    names: Sequence[str],
    title: str,
    made: datetime,
) -> Export:
    """A row a group, best first: its rate as Σ ÷ Σ, its units with their ranks, who is missing."""
    t, indicator = scope.t, scope.board.indicators[answer.indicator]
    columns = (
        Column(t("分组")),
        *part_columns(indicator, scope),
        Column(indicator.label(t), "percent", ratio=(1, 2)),
        Column(t("单位及名次")),
        Column(t("未报送")),
    )
    rows: list[tuple[Value, ...]] = [
        (name, *_figures(group), _members(group, t), _silent(group, t))
        for group, name in zip(found, names, strict=True)
    ]
    values = tuple(group.value for group in found)
    series = Series(indicator.label(t), values)
    return exported(
        scope,
        t("分组"),
        title,
        in_force(answer, indicator.basis(t), t),
        grid(columns, rows),
        made,
        indicator=answer.indicator,
        level=answer.level,
        chart=Chart("bars", tuple(names), (series,)) if found else None,
    )


def _figures(group: Group) -> tuple[Value, ...]:
    return group.numerator, group.denominator, group.value


def _members(group: Group, t: Words) -> str:
    return t.join(
        f"{unit.label(t)} {t.rank(unit.rank, unit.tied)}" for unit in group.members if unit.rank
    )


def _silent(group: Group, t: Words) -> str | None:
    return t.join(unit.label(t) for unit in group.missing) or None
