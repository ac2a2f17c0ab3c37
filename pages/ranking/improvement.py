"""进步榜: the ranking by change since last month."""

from functools import partial

import streamlit as st

from board.ranking import improvements
from board.ranking_sentences import most_improved
from briefing.cards import ranking as cards
from charts.clicks import leading
from charts.improvement_bars import improvement_bars
from charts.markup import link
from charts.table import Column, Row, table
from pages.ranking.asked import Asked
from ui import card, panel, show


def improvement_view(asked: Asked) -> None:
    """A bar a unit, percentage points since last month, and the table of it."""
    t = asked.t
    steps = improvements(asked.ranking)
    message = most_improved(steps, t)
    if asked.restarts is not None and asked.period.endswith("-01"):
        with card(asked.titled(t("1月没有进步榜")), key="improvement"):
            st.write(t("新年度的率从1月重新起算，与上年12月的差不说明进步或退步。请看2月。"))
        return
    under = t("本月的率减上月的率，单位为个百分点，按未舍入的数排名")
    title = asked.titled(message)
    export = partial(cards.improvement, asked.scope, asked.ranking, steps, title)
    with card(title, under, key="improvement", export=export if steps else None):
        if not steps:
            st.write(t("从第二个月起，这里比较各单位的进步。"))
            return
        figure = improvement_bars(steps, t, asked.palette)
        units = [asked.unit_address(step.place.unit_code) for step in steps]
        show(leading(figure, units), alt=message, key="improvement_bars")
    heading = t("{month}进步榜", month=t.month(asked.period))
    with card(heading, key="improvement_table", export=partial(export, drawn=False)):
        columns = [
            Column(t("进步名次"), align="left"),
            Column(t("单位"), align="left"),
            Column(t("较上月"), t("个百分点")),
            Column(asked.indicator.label(t)),
            Column(t("名次")),
        ]
        rows = [
            Row(
                (
                    t.rank(step.rank, step.tied),
                    asked.unit_link(step.place.unit_code, step.place.label(t)),
                    t.signed(step.points),
                    link(t.percent(step.place.value), to=asked.figure(step.place.unit_code).link),
                    t.rank(step.place.rank or 0, step.place.tied),
                ),
                head=1,
            )
            for step in steps
        ]
        panel(table(columns, rows, alt=t("进步榜")), key="improvement_table")
