"""The types: what of each is eliminated, and what would be at the city's rates."""

from decimal import Decimal
from functools import partial

import streamlit as st

from board.elimination_sentences import best_and_worst_type, reckoned, safety_net, works_out
from board.monitoring import Split
from board.monitoring_sentences import percent
from board.ranking import ratio
from board.standardised import Standardisation, Standardised, Type
from briefing.cards.monitoring import elimination as cards
from charts.markup import Markup, link
from charts.table import Column, Row, strong, table
from pages.monitoring.asked import Asked
from ui import card, panel
from ui.plain import plain
from wording.numbers import fixed


def mix_card(answer: Standardisation, every: Split | None, asked: Asked) -> None:
    """Of the city its types; of a unit how its standardised rate is reckoned from them."""
    t, own = asked.t, answer.of(asked.code)
    names = asked.names("monitor_type")
    message = best_and_worst_type(answer.city, names, t)
    if asked.unit:
        message = asked.titled(works_out(own, t))
    under, known = safety_net(every, t), own is not None and bool(own.types)
    said = reckoned(own, answer.city, t) if own and asked.unit else ""
    export = partial(cards.mix, asked, message, asked.together(under, said))
    with card(message, under, key="mix", export=export if known else None):
        if own is None or not known:
            st.write(t("请换一个月份，或先上报这个月的数据。"))
            return
        heads = [
            Column(t("类别"), align="left"),
            Column(t("监测"), t.column_unit("persons")),
            Column(t("占比")),
            Column(t("已消除"), t.column_unit("persons")),
            Column(t("消除率")),
        ]
        if asked.unit:
            heads += [Column(t("全市消除率")), Column(t("应消除"), t.column_unit("persons"))]
        rows = [
            Row(_cells(each, own, names.get(each.member, each.member), asked)) for each in own.types
        ]
        rows.append(Row(_total(own, answer, asked), total=True))
        panel(table(heads, rows, alt=message), key="mix_table")
        if said:
            st.caption(plain(said))


def _cells(each: Type, own: Standardised, name: str, asked: Asked) -> tuple[str, ...]:
    t = asked.t
    cells = (
        name,
        _opened("persons_monitored", each.persons, each.member, asked),
        percent(ratio(each.persons, own.persons), t),
        _opened("persons_eliminated", each.eliminated, each.member, asked),
        _opened_rate(each, asked),
    )
    if not asked.unit:
        return cells
    return (*cells, percent(each.city_rate, t), fixed(float(each.expected), 1))


def _total(own: Standardised, answer: Standardisation, asked: Asked) -> tuple[str, ...]:
    t = asked.t
    cells = (
        asked.who,
        _opened("persons_monitored", own.persons, "", asked),
        "",
        _opened("persons_eliminated", own.eliminated, "", asked),
        link(percent(own.rate, t), to=asked.figure("risk_elimination_rate").link),
    )
    if not asked.unit:
        return cells
    return (*cells, percent(answer.city.rate, t), fixed(float(own.expected), 1))


def _opened_rate(each: Type, asked: Asked) -> Markup:
    figure = asked.figure("persons_eliminated", "monitor_type", each.member)
    return link(strong(percent(each.rate, asked.t)), to=figure.link)


def _opened(measure: str, value: Decimal, member: str, asked: Asked) -> Markup:
    text = asked.t.column(value, "persons")
    figure = asked.figure(measure, "monitor_type" if member else "", member)
    return link(text, to=figure.link)
