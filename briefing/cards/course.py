"""One indicator over the months, of a unit or of the city, as a document."""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction

from board.behind import Figure, shares, summed
from board.course import Course, Point
from board.ranking_sentences import state
from board.store import Indicator
from briefing.cards.ranking.figures import exported, known, part_columns
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, grid, points_column


def course(
    scope: Scope,
    answer: Course,
    indicator: Indicator,
    level: str,
    first: str,
    title: str,
    sentence: str,
    made: datetime,
    *,
    linear: bool = False,
) -> Export:
    """The months from `first` (YYYY-MM) on: both parts and the rate, the city, the province, the
    milestone in force, the gaps and the light; `linear` with the share of the year that is gone."""
    t = scope.t
    points = [each for each in answer.points if each.period >= first]
    columns = (
        Column(t("月份")),
        *part_columns(indicator, scope),
        Column(indicator.label(t), "percent", ratio=(1, 2)),
        *([Column(t("全市"), "percent")] if scope.unit else []),
        Column(t("全省均值"), "percent"),
        *([Column(t("序时进度"), "percent")] if linear else []),
        Column(t("本期节点"), "percent"),
        points_column(t("较节点"), t),
        points_column(t("较全省"), t),
        Column(t("状态")),
    )
    figure = Figure(indicator.code, scope.code, level)
    rows = [_row(scope, each, answer, figure, linear) for each in points]
    return exported(
        scope,
        t("走势") if scope.unit else t("全市走势"),
        title,
        sentence,
        grid(columns, rows),
        made,
        indicator=indicator.code,
        level=level,
        chart=_lines(scope, points, answer, linear) if points else None,
    )


def _row(
    scope: Scope, each: Point, answer: Course, figure: Figure, linear: bool
) -> tuple[Value, ...]:
    t = scope.t
    found = shares(scope.board, each.period, figure)
    above, below, _ = summed(found)
    whole = any(one.numerator is not None and one.denominator is not None for one in found)
    reason = None if each.value is not None else "no_task" if whole else "not_reported"
    return (
        t.month(each.period),
        known(above if whole else None, reason, t),
        known(below if whole else None, reason, t),
        known(each.value, reason, t),
        *([each.city] if scope.unit else []),
        each.province,
        *([_gone(each)] if linear else []),
        _least(each, answer),
        each.gap_milestone,
        each.gap_province,
        state(each.light or "grey", reason, t),
    )


def _least(each: Point, answer: Course) -> float | None:
    """What the year's last milestone asks for that is due by then."""
    due = [stone for stone in answer.milestones if stone.due.year == each.day.year]
    return next((stone.at_least for stone in reversed(due) if stone.due <= each.day), None)


def _gone(each: Point) -> Fraction:
    """The share of the year's months that have passed."""
    return Fraction(each.day.month, 12)


def _lines(scope: Scope, points: Sequence[Point], answer: Course, linear: bool) -> Chart:
    t = scope.t
    series = (
        Series(scope.who, tuple(each.value for each in points)),
        *([Series(t("全市"), tuple(each.city for each in points), "grey")] if scope.unit else []),
        Series(t("全省均值"), tuple(each.province for each in points), "soft"),
        *([Series(t("序时进度"), tuple(map(_gone, points)), "pale")] if linear else []),
        Series(t("本期节点"), tuple(_least(each, answer) for each in points), "ink"),
    )
    there = tuple(each for each in series if any(value is not None for value in each.values))
    return Chart("lines", tuple(t.month(each.period) for each in points), there)
