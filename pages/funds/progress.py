"""Spending over the year against the schedule: the whole, every unit, every denominator."""

from dataclasses import replace
from functools import partial

import streamlit as st

from board.behind import CITY, Figure
from board.course import course, milestones
from board.fund_readings import readings
from board.fund_sentences import against_schedule, by_denominator
from board.history import history
from board.ranking_sentences import lights_now
from briefing.cards import funds as cards
from charts.clicks import leading
from charts.course_lines import course_lines
from charts.markup import link
from charts.multiples import Multiple, multiples
from charts.schedule_lines import linear_line
from charts.table import Column, Row, soft, strong, table
from pages.funds.asked import Asked
from ui import card, panel, show

RATE = "spend_rate"


def progress_view(asked: Asked) -> None:
    """The course of the year beside every unit's; the denominators below."""
    with st.grid(2, min_column_width=640):
        _course(asked)
        _units(asked)
    _denominators(asked)


def _course(asked: Asked) -> None:
    t, board = asked.t, asked.board
    answer = course(board, asked.code, asked.period, RATE, "all")
    title = asked.titled(against_schedule(answer, t))
    if asked.unit is None:  # the city beside itself
        answer = replace(answer, points=tuple(replace(p, city=None) for p in answer.points))
    under = t(
        "{basis} · 横线为节点，点线连接各节点，灰虚线为序时进度",
        basis=board.indicators[RATE].basis(t),
    )
    export = partial(cards.year_course, asked, title, answer)
    with card(title, under, key="course", export=export if answer.points else None):
        if not answer.points:
            st.write(t("请换一个月份，或先上报这个月的数据。"))
            return
        year = int(asked.period[:4])
        figure = course_lines(answer, asked.who, year, t, asked.palette)
        figure["data"].insert(0, linear_line(year, asked.palette))
        behind = Figure(RATE, asked.code)
        days = figure["data"][-1]["x"]
        months = [day and f"{behind.link}&at={day[:7]}" for day in days]
        show(leading(figure, months, trace=-1), alt=title, key="funds_course")


def _units(asked: Asked) -> None:
    t, board = asked.t, asked.board
    answer = history(board, f"{asked.period[:4]}-01", asked.period, RATE, "all")
    units = []
    for line in answer.lines:
        points = tuple(
            (int(cell.period[5:]), cell.value)
            for cell in line.cells
            if cell is not None and cell.value is not None
        )
        last = line.cells[-1]
        value = last.value if last else None
        reason = (last and last.reason) or "not_reported"
        said = t.reason(reason) if value is None else t.percent(value)
        light = last.light if last else "grey"
        stones = milestones(board, line.unit_code, [int(asked.period[:4])], RATE, "all")
        to = f"?unit={line.unit_code}"
        units.append(Multiple(line.label(t), said, light, to, points, stones))
    title = t("各单位支出率：{lights}", lights=lights_now(answer, t))
    of_all = replace(asked, unit=None)
    with card(
        title,
        t("同一比例尺，横线为节点，灰线为序时进度和各节点的连线；点一个单位只看它"),
        key="units",
        export=partial(cards.units_course, of_all, title, answer) if answer.lines else None,
    ):
        panel(multiples(units, t), key="multiples")


def _denominators(asked: Asked) -> None:
    t, board = asked.t, asked.board
    found = readings(board, asked.period)
    title = t("全市支出率：{message}", message=by_denominator(found, t))
    under = t("排名和各页用的是：{basis}", basis=board.indicators[RATE].basis(t))
    export = partial(cards.denominators, replace(asked, unit=None), title, found)
    with card(title, under, key="denominators", export=export):
        columns = [
            Column(t("单位"), align="left"),
            Column(t("按下达"), t("支出 ÷ 下达")),
            Column(t("按到位"), t("支出 ÷ 到位")),
            Column(t("不含未满30天的批次"), t("两边都不含")),
            Column(t("未满30天的下达"), t.column_unit("money")),
        ]
        rows = [
            Row(
                (
                    t("全市") if each.unit_code == CITY else board.units[each.unit_code].label(t),
                    link(
                        strong(t.percent(each.by_allocated)),
                        to=Figure("spent", each.unit_code).link,
                    ),
                    link(t.percent(each.by_arrived), to=Figure("arrived", each.unit_code).link),
                    link(t.percent(each.without_young), to=Figure("spent", each.unit_code).link),
                    soft(t.column(each.young, "money")),
                ),
                total=each.unit_code == CITY,
            )
            for each in found
        ]
        panel(table(columns, rows, alt=t("三种分母下的支出率")), key="denominators_table")
