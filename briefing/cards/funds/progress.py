"""Spending over the year as documents: the whole, every unit, every denominator."""

from collections.abc import Sequence
from datetime import datetime

from board.behind import CITY
from board.course import Course
from board.definition_sentences import milestones_in_words
from board.definitions import definition
from board.fund_readings import Readings
from board.history import Cell, History
from board.names import unit_name
from board.ranking_sentences import state
from briefing.cards.course import course
from briefing.cards.funds.rates import rate_column
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, grid, money_column

RATE = "spend_rate"


def year_course(scope: Scope, title: str, answer: Course, made: datetime) -> Export:
    """The months of the year, beside the share of it that is gone."""
    t, indicator = scope.t, scope.board.indicators[RATE]
    january, said = f"{scope.period[:4]}-01", t("序时进度为当年已过月份的占比。")
    return course(scope, answer, indicator, "all", january, title, said, made, linear=True)


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
