"""The ranking itself: bars with the lines to reach, the table, and who is not in it."""

from functools import partial

import streamlit as st

from board.measures import measure_name
from board.ranking import Place
from board.ranking_sentences import cautions, in_force, leader_and_laggard, state, who_is_not_ranked
from briefing.cards import ranking as cards
from charts.clicks import leading
from charts.markup import link
from charts.ranking_bars import ranking_bars
from charts.table import Column, Row, gap, light, little_line, soft, strong, table
from pages.ranking.asked import Asked
from pages.ranking.notes import notes_of, notes_under
from ui import card, panel, show
from ui.plain import plain
from wording import Words


def standings_view(asked: Asked) -> None:
    """Bars best first, then every figure behind them."""
    t, answer = asked.t, asked.ranking
    message = leader_and_laggard(answer, t)
    under, notes = in_force(answer, asked.basis, t), notes_of(asked)
    title = asked.titled(message)
    export = partial(cards.standings, asked.scope, answer, title)
    with card(title, under, key="standings", export=export):
        if answer.places:
            figure = ranking_bars(answer, t, asked.palette, notes)
            units = [asked.unit_address(place.unit_code) for place in answer.places]
            show(leading(figure, units), alt=message, key="ranking_bars")
        else:
            st.write(t("请换一个月份，或先上报这个月的数据。"))
    heading = t("{month}排名表", month=t.month(asked.period))
    with card(heading, key="standings_table", export=partial(export, drawn=False)):
        if answer.places:
            _table(asked)
        notes_under(notes, asked)
        for sentence in (*who_is_not_ranked(answer, t), *cautions(answer, t)):
            st.caption(plain(sentence))
        if caution := asked.indicator.caution(t):
            st.caption(caution)


def _table(asked: Asked) -> None:
    t, answer = asked.t, asked.ranking
    points, unit = t("个百分点"), t.column_unit(asked.indicator.quantity)
    columns = [
        Column(t("名次"), align="left"),
        Column(t("较上月"), align="left"),
        Column(t("单位"), align="left"),
        Column(t("状态"), align="left"),
        Column(asked.indicator.label(t)),
        Column(measure_name(asked.board, asked.indicator.numerator, t), unit),
        Column(measure_name(asked.board, asked.indicator.denominator, t), unit),
        Column(t("较节点"), points),
        Column(t("较全省"), points),
        Column(t("连续落后")),
        Column(t("近12个月"), align="center"),
    ]
    rows = [Row(_cells(place, asked), head=2) for place in answer.places]
    if answer.city:
        rows.append(Row(_cells(answer.city, asked), head=2, total=True))
    panel(
        table(columns, rows, alt=t("{subject}排名表", subject=asked.subject)), key="ranking_table"
    )


def _cells(place: Place, asked: Asked) -> tuple[str, ...]:
    t = asked.t
    figure, quantity = asked.figure(place.unit_code), asked.indicator.quantity
    name: str = t("全市")
    if place.unit_code != "city":
        name = asked.unit_link(place.unit_code, place.label(t))
    return (
        "" if place.rank is None else link(t.rank(place.rank, place.tied), to=asked.figure().link),
        _climb(place, t),
        name,
        light(place.light, state(place.light, place.reason, t)),
        link(strong(t.percent(place.value)), to=figure.link),
        link(soft(t.column(place.numerator, quantity)), to=figure.part("numerator")),
        link(soft(t.column(place.denominator, quantity)), to=figure.part("denominator")),
        gap(place.gap_milestone, t),
        gap(place.gap_province, t),
        t.n("连续{n}个月", place.streak) if place.streak else soft("—"),
        little_line(place.trail, restarts=asked.restarts),
    )


def _climb(place: Place, t: Words) -> str:
    """↑2, ↓1 or 平; nothing for the city, a dash for one without a rank last month."""
    if place.unit_code == "city":
        return ""
    if place.climbed is None:
        return soft("—")
    if place.climbed == 0:
        return soft(t("持平"))
    return f"{'↑' if place.climbed > 0 else '↓'}{abs(place.climbed)}"
