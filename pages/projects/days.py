"""资金到开工: how many days after their money projects started, in the city and in each unit."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from board.behind import files
from board.days_to_start import Days, days_to_start, pooled, span_name, span_of
from board.project_rows import Waited, waited_projects
from board.project_sentences import days_finding, month_finding
from briefing.cards import projects as cards
from charts.day_columns import day_columns
from charts.middle_halves import middle_halves
from charts.table import Column, Row, strong, table
from pages.projects.asked import Asked
from pages.projects.filters import narrowed_to
from pages.projects.listed import (
    PAGE,
    day,
    first_cells,
    first_columns,
    offset,
    turning,
)
from ui import card, panel, show
from wording.numbers import fixed


def days_view(asked: Asked) -> None:
    """The distribution beside the units, then the projects, those that waited longest first."""
    t, unit = asked.t, asked.filters.unit
    # The units are compared with each other, also when one of them is chosen.
    units = days_to_start(asked.board, asked.period, replace(asked.filters, unit=""))
    found = tuple(each for each in units if unit in ("", each.code))
    whole, chosen = pooled(found), narrowed_to("days")
    title = days_finding(found, whole, asked.board, t)
    if unit:
        title = t.about(asked.unit_name(unit), title)
    under = t(
        "本年已开工、资金下达日期和开工日期都填了的{projects}；虚线：忠县要求的一个月内开工",
        projects=t.count(whole.projects, "projects"),
    )
    with st.grid(2, min_column_width=480) as columns:
        export = partial(cards.spread, asked.scope, title, whole, asked.filters)
        offered = export if whole.projects else None
        with columns.cell(), card(title, under, key="days", export=offered):
            if whole.projects:
                figure = day_columns(whole, chosen, t, asked.palette)
                show(figure, alt=title, key="day_columns")
            else:
                st.write(t("在项目台账填上资金下达日期和实际开工时间，这里就能比较。"))
        with columns.cell():
            _units_card(units, asked)
    if whole.projects:
        _list_card(whole, chosen, asked)


def _units_card(units: Sequence[Days], asked: Asked) -> None:
    t = asked.t
    title = month_finding(units, asked.board, t)
    under = t("行首为中位数（天），点为中位数，条为中间一半项目所在的天数；慢的在前")
    of_all = replace(asked.scope, unit=None)
    export = partial(cards.unit_days, of_all, title, units, asked.filters)
    with card(title, under, key="unit_days", export=export if units else None):
        if units:
            names = [asked.unit_name(each.code) for each in units]
            figure = middle_halves(units, names, t, asked.palette, asked.filters.unit)
            show(figure, alt=title, key="unit_days_bars")


def _list_card(whole: Days, chosen: str, asked: Asked) -> None:
    t, span = asked.t, span_of(chosen)
    count = whole.within(span)
    subject = span_name(span, t) if span.code else t("全部已开工项目")
    title = t.n("{subject}：{n}个项目，等得最久的在前", count, subject=subject)
    export = partial(cards.waited, asked.scope, title, span, asked.filters)
    with card(title, key="days_list", export=export):
        start = offset(count)
        found = waited_projects(
            asked.board,
            asked.period,
            asked.filters,
            span.least,
            span.most,
            limit=PAGE,
            offset=start,
        )
        sent = files(asked.board, sorted({row.upload_id for row in found}))
        columns = [
            *first_columns(asked),
            Column(t("资金下达日期")),
            Column(t("计划开工")),
            Column(t("实际开工")),
            Column(t("资金到开工"), t("天")),
        ]
        lines = [Row([*first_cells(row, asked, sent), *_days(row)]) for row in found]
        panel(table(columns, lines, alt=title), key="days_table")
        turning(count, start, t)


def _days(row: Waited) -> list[str]:
    return [
        day(row.issued_on),
        day(row.planned_start),
        day(row.started_on),
        strong(fixed(row.days, 0)),
    ]
