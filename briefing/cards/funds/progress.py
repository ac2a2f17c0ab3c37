"""Spending over the year as documents: the whole, every unit, every denominator."""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction

from board.behind import CITY, Figure, shares, summed
from board.course import Course, Point
from board.definition_sentences import milestones_in_words
from board.definitions import definition
from board.fund_readings import Readings
from board.history import Cell, History
from board.measures import measure_name
from board.names import unit_name
from board.ranking_sentences import state
from briefing.cards.funds.rates import rate_column
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, grid, money_column

RATE = "spend_rate"


def year_course(scope: Scope, title: str, answer: Course, made: datetime) -> Export:
    """The months of the year: both parts and the rate, what it is held against, the gaps."""
    t, indicator = scope.t, scope.board.indicators[RATE]
    points = [each for each in answer.points if each.period[:4] == scope.period[:4]]
    columns = [
        Column(t("月份")),
        money_column(measure_name(scope.board, indicator.numerator, t), t),
        money_column(measure_name(scope.board, indicator.denominator, t), t),
        Column(indicator.label(t), "percent", ratio=(1, 2)),
        *([Column(t("全市"), "percent")] if scope.unit else []),
        Column(t("全省"), "percent"),
        Column(t("序时进度"), "percent"),
        Column(t("序时节点"), "percent"),
        Column(t("较节点"), "points", t("个百分点")),
        Column(t("较全省"), "points", t("个百分点")),
        Column(t("状态")),
    ]
    rows = [_month(scope, each, answer) for each in points]
    return scope.export(
        t("{indicator}走势", indicator=indicator.label(t)),
        title,
        t("序时进度为当年已过月份的占比。"),
        grid(columns, rows),
        made,
        chart=_lines(scope, points, answer) if points else None,
        indicator=RATE,
        level="all",
    )


def _month(scope: Scope, each: Point, answer: Course) -> tuple[Value, ...]:
    t = scope.t
    found = shares(scope.board, each.period, Figure(RATE, scope.code))
    above, below, rate = summed(found)
    known = any(one.numerator is not None and one.denominator is not None for one in found)
    reason = None if rate is not None else "no_task" if known else "not_reported"
    why = t.reason(reason) if reason else None
    return (
        t.month(each.period),
        above if known else why,
        below if known else why,
        rate if rate is not None else why,
        *([each.city] if scope.unit else []),
        each.province,
        _linear(each),
        _least(each, answer),
        each.gap_milestone,
        each.gap_province,
        state(each.light or "grey", reason, t),
    )


def _lines(scope: Scope, points: Sequence[Point], answer: Course) -> Chart:
    t = scope.t
    series = [
        Series(scope.who, tuple(each.value for each in points)),
        *([Series(t("全市"), tuple(each.city for each in points), "grey")] if scope.unit else []),
        Series(t("全省"), tuple(each.province for each in points), "soft"),
        Series(t("序时进度"), tuple(_linear(each) for each in points), "pale"),
        Series(t("序时节点"), tuple(_least(each, answer) for each in points), "ink"),
    ]
    months = tuple(t.month_name(each.day.month) for each in points)
    there = tuple(each for each in series if any(value is not None for value in each.values))
    return Chart("lines", months, there)


def _linear(each: Point) -> Fraction:
    return Fraction(each.day.month, 12)


def _least(each: Point, answer: Course) -> float | None:
    """What the year's last milestone asks for that is due by then."""
    due = [stone for stone in answer.milestones if stone.due.year == each.day.year]
    return next((stone.at_least for stone in reversed(due) if stone.due <= each.day), None)


def units_course(scope: Scope, title: str, answer: History, made: datetime) -> Export:
    """Every unit's rate in each month of the year; the chart is of the newest."""
    t, board = scope.t, scope.board
    columns = [
        Column(t("单位")),
        *(Column(t.month(month), "percent") for month in answer.months),
        Column(t("状态")),
    ]
    rows, now = [], []
    for line in answer.lines:
        last = line.cells[-1]
        light, reason = (last.light, last.reason) if last else ("grey", "not_reported")
        rows.append(
            (line.label(t), *(_rate(cell, scope) for cell in line.cells), state(light, reason, t))
        )
        now.append((line.label(t), last.value if last else None, light))
    names, values, lights = zip(*now, strict=True) if now else ((), (), ())
    month = t.month(scope.period)
    return scope.export(
        t("各单位支出率走势"),
        title,
        milestones_in_words(definition(board, board.indicators[RATE], scope.period).milestones, t),
        grid(columns, rows),
        made,
        chart=Chart("bars", names, (Series(month, values, "blue", lights),)) if now else None,
        indicator=RATE,
        level="all",
    )


def _rate(cell: Cell | None, scope: Scope) -> Value:
    if cell is None or cell.value is None:
        return scope.t.reason(cell.reason or "not_reported") if cell else None
    return cell.value


def denominators(scope: Scope, title: str, found: Sequence[Readings], made: datetime) -> Export:
    """The rate of every unit by each denominator, and of the city at the end."""
    t = scope.t
    columns = [
        Column(t("单位")),
        rate_column(t("按下达"), t("支出 ÷ 下达"), t),
        rate_column(t("按到位"), t("支出 ÷ 到位"), t),
        rate_column(t("不含未满30天的批次"), t("两边都不含"), t),
        money_column(t("未满30天的下达"), t, summed=True),
    ]
    rows = [
        (
            unit_name(scope.board, each.unit_code, t),
            each.by_allocated,
            each.by_arrived,
            each.without_young,
            each.young,
        )
        for each in found
    ]
    basis = scope.board.indicators[RATE].basis(t)
    return scope.export(
        t("三种分母下的支出率"),
        title,
        t("排名和各页用的是：{basis}", basis=basis),
        grid(columns, rows, total=found[-1].unit_code == CITY),
        made,
        level="all",
    )
