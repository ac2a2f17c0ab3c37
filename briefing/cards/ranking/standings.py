"""The ranking of one month as a document."""

from datetime import datetime

from board.ranking import Place, Ranking
from board.ranking_sentences import cautions, in_force, state, who_is_not_ranked
from briefing.cards.ranking.figures import exported, known, part_columns
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Grid, Value, grid, points_column
from wording import Words


def standings(
    scope: Scope, answer: Ranking, title: str, made: datetime, *, drawn: bool = True
) -> Export:
    """Every unit best first, those without a rank and why, the city last; `drawn` with its bars."""
    t, indicator = scope.t, scope.board.indicators[answer.indicator]
    name = indicator.label(t)
    said = (in_force(answer, indicator.basis(t), t), *who_is_not_ranked(answer, t))
    return exported(
        scope,
        t("排名"),
        title,
        scope.together(*said, *cautions(answer, t)),
        _grid(scope, answer),
        made,
        indicator=answer.indicator,
        level=answer.level,
        chart=_bars(answer, name, t) if drawn and answer.places else None,
    )


def _grid(scope: Scope, answer: Ranking) -> Grid:
    t, indicator = scope.t, scope.board.indicators[answer.indicator]
    columns = (
        Column(t("名次"), "rank"),
        Column(t("单位")),
        *part_columns(indicator, scope, summed=True),
        Column(indicator.label(t), "percent", ratio=(2, 3)),
        points_column(t("较节点"), t),
        points_column(t("较全省"), t),
        Column(t("较上月名次"), "change"),
        Column(t("状态")),
        Column(t("连续落后"), "count", t("个月")),
    )
    rows = [_row(place, place.label(t), t) for place in (*answer.places, *answer.unranked)]
    if answer.city:
        rows.append(_row(answer.city, t("全市"), t))
    return grid(columns, rows, total=answer.city is not None)


def _row(place: Place, name: str, t: Words) -> tuple[Value, ...]:
    return (
        place.rank,
        name,
        known(place.numerator, place.reason, t),
        known(place.denominator, place.reason, t),
        known(place.value, place.reason, t),
        place.gap_milestone,
        place.gap_province,
        place.climbed,
        state(place.light, place.reason, t),
        place.streak or None,
    )


def _bars(answer: Ranking, name: str, t: Words) -> Chart:
    """Best first, then what they are held against as bars of their own: a line across bars is
    nothing that office programs draw by themselves."""
    bars = [(place.label(t), place.value, place.light) for place in answer.places]
    if answer.city and answer.city.value is not None:
        bars.append((t("全市"), answer.city.value, "blue"))
    if answer.province is not None:
        bars.append((t("全省均值"), answer.province, "grey"))
    if answer.milestone is not None:
        bars.append((t("本期节点"), answer.milestone, "ink"))
    names, values, lights = zip(*bars, strict=True)
    return Chart("bars", names, (Series(name, values, "blue", lights),))
