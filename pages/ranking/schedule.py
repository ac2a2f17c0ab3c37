"""到下一节点: what every unit still lacks, what that asks of it, and whether it will be in time."""

from decimal import Decimal
from functools import partial

import streamlit as st

from board.overview import Field, field
from board.schedule import Distance, Schedule, schedule
from board.schedule_sentences import (
    how_it_is_reckoned,
    in_time,
    met_on,
    no_milestone,
    schedule_finding,
    who_has_no_way,
)
from briefing.cards import ranking as cards
from charts.clicks import leading
from charts.markup import link
from charts.schedule_bars import schedule_bars
from charts.table import Column, Row, light, soft, strong, table
from pages.ranking.asked import Asked
from ui import card, panel, show
from ui.plain import plain


def schedule_view(asked: Asked) -> None:
    """Bars with the goal on them, then the table, those farthest from being in time first."""
    t = asked.t
    answer = field(asked.board, asked.period, asked.indicator, asked.level)
    ahead = schedule(answer)
    if ahead is None:
        title, what_to_do = no_milestone(answer, t)
        with card(title, key="schedule"):
            st.write(plain(what_to_do))
        return
    message = schedule_finding(ahead, asked.indicator.quantity, t)
    title, under = asked.titled(message), how_it_is_reckoned(ahead, asked.basis, t)
    export = partial(cards.next_milestone, asked.scope, ahead, answer, title)
    with card(title, under, key="schedule", export=export):
        if ahead.rows:
            figure = schedule_bars(ahead, answer, t, asked.palette)
            units = [asked.unit_address(each.standing.unit_code) for each in ahead.rows]
            for bars in range(len(figure["data"])):
                figure = leading(figure, units, trace=bars)
            show(figure, alt=message, key="schedule_bars")
            st.caption(t("实条为现值，浅条为照近几个月的进度到期能达到的值，竖线为节点"))
    heading = t("{month}起到下一节点", month=t.month(asked.period))
    with card(heading, key="schedule_table", export=partial(export, drawn=False)):
        _table(ahead, answer, asked)
        for sentence in who_has_no_way(ahead, answer, t):
            st.caption(plain(sentence))


def _table(ahead: Schedule, answer: Field, asked: Asked) -> None:
    t, unit = asked.t, asked.t.column_unit(asked.indicator.quantity)
    columns = [
        Column(t("单位"), align="left"),
        Column(t("能否按时"), align="left"),
        Column(t("现值")),
        Column(t("下一节点")),
        Column(t("还差"), unit),
        Column(t("每月需"), unit),
        Column(t("每周需"), unit),
        Column(t.n("近{n}个月月均", ahead.pace_months), unit),
        Column(t("预计达到")),
    ]
    rows = [
        Row(_cells(each, _name(each, answer, asked), ahead, asked))
        for each in (*ahead.rows, *ahead.apart)
    ]
    if ahead.city:
        rows.append(Row(_cells(ahead.city, t("全市"), ahead, asked), total=True))
    panel(
        table(columns, rows, alt=t("{subject}到下一节点", subject=asked.subject)),
        key="schedule_table",
    )


def _name(each: Distance, answer: Field, asked: Asked) -> str:
    unit = answer.units[each.standing.unit_code]
    return asked.unit_link(unit.code, unit.label(asked.t))


def _cells(each: Distance, name: str, ahead: Schedule, asked: Asked) -> tuple[str, ...]:
    t, quantity = asked.t, asked.indicator.quantity

    def needed(amount: Decimal) -> str:
        return soft("—") if each.reached else t.column(amount, quantity)

    return (
        name,
        light(each.light, in_time(each, t)),
        link(strong(t.percent(each.standing.value)), to=asked.figure(each.standing.unit_code).link),
        t("{goal} · {day}", goal=t.goal(each.at_least), day=t.day(each.due)),
        needed(each.missing),
        needed(each.per_month),
        needed(each.per_week),
        _pace(each, ahead, asked),
        met_on(each, t),
    )


def _pace(each: Distance, ahead: Schedule, asked: Asked) -> str:
    """Said where it is measured over other months than the column says."""
    t = asked.t
    pace = t.mean(each.pace, asked.indicator.quantity)
    if each.pace is None or each.pace_months == ahead.pace_months:
        return pace
    return t("{pace}（近{months}个月）", pace=pace, months=each.pace_months)
