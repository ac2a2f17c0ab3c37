"""乡镇: the ranking one level down, in one unit or in each of them by itself."""

from functools import partial

import streamlit as st

from board.behind import Figure
from board.measures import measure_name
from board.store import Indicator
from board.township_sentences import (
    silent_about_townships,
    township_cautions,
    townships_finding,
    who_shares,
    widest_finding,
)
from board.townships import Sums, Township, Townships, townships, townships_by_unit
from briefing.cards import projects as cards
from briefing.cards.monitoring.townships import standings
from charts.markup import Markup, link
from charts.table import Column, Row, as_sent, gap, soft, strong, table
from charts.township_bars import township_bars
from pages.projects.asked import Asked
from ui import card, panel, show
from ui.plain import plain
from ui.switch import switch
from wording import Words
from wording.numbers import fixed

INDICATORS = ("start_rate", "start_rate_due", "completion_rate", "investment_rate")


def townships_view(asked: Asked) -> None:
    """The townships of the chosen unit; of all units without one."""
    known = asked.board.indicators
    names = {code: known[code].label(asked.t) for code in INDICATORS if code in known}
    indicator = known[switch("rate", asked.t("指标"), names)]
    if asked.unit is None:
        _all_units(indicator, asked)
    else:
        answer = townships(asked.board, asked.period, indicator, asked.unit)
        _one_unit(answer, asked)


def _one_unit(answer: Townships, asked: Asked) -> None:
    t, indicator = asked.t, answer.indicator
    title, cautions = townships_finding(answer, asked.board, t), township_cautions(answer, t)
    said = asked.scope.together(*cautions)
    export = partial(standings, asked.scope, indicator.code, title, said) if answer.places else None
    with card(title, indicator.basis(t), key="townships", export=export):
        if not answer.places:
            st.write(t("在项目台账的“乡镇”一列填上项目所在的乡镇，这里就能排名。"))
            return
        with st.grid(2, min_column_width=480) as columns:
            with columns.cell():
                opened = [_figure(each.sums, indicator.numerator).link for each in answer.places]
                figure = township_bars(
                    answer,
                    asked.unit_name(answer.unit_code),
                    opened,
                    t,
                    asked.palette,
                )
                show(figure, alt=title, key="township_bars")
            with columns.cell():
                _table(answer, asked)
        for sentence in cautions:
            st.caption(plain(sentence))


def _table(answer: Townships, asked: Asked) -> None:
    t, indicator = asked.t, answer.indicator
    unit = t.column_unit(indicator.quantity)
    columns = [
        Column(t("名次"), align="left"),
        Column(t("较上月"), align="left"),
        Column(t("乡镇"), align="left"),
        Column(indicator.label(t)),
        Column(_measure(indicator.numerator, asked), unit),
        Column(_measure(indicator.denominator, asked), unit),
        Column(t("较本单位"), t("个百分点")),
    ]
    rows = []
    for each in answer.places:
        rows.append(Row((*_cells(each, answer, asked), gap(answer.gap(each), t)), head=2))
    panel(table(columns, rows, alt=t("乡镇排名表")), key="township_table")


def _cells(each: Township, answer: Townships, asked: Asked) -> tuple[str, ...]:
    t, indicator, sums = asked.t, answer.indicator, each.sums
    return (
        t.rank(each.rank, each.tied),
        _climb(each, t),
        as_sent(each.name),
        _rate(each, answer, t),
        _opened(sums, indicator.numerator, indicator, asked),
        _opened(sums, indicator.denominator, indicator, asked),
    )


def _rate(each: Township, answer: Townships, t: Words) -> Markup:
    """A township's rate, opening the rows of its numerator."""
    to = _figure(each.sums, answer.indicator.numerator).link
    return link(strong(t.percent(each.value)), to=to)


def _climb(each: Township, t: Words) -> str:
    if each.climbed is None:
        return soft("—")
    if each.climbed == 0:
        return soft(t("持平"))
    return f"{'↑' if each.climbed > 0 else '↓'}{abs(each.climbed)}"


def _opened(sums: Sums, measure: str, indicator: Indicator, asked: Asked) -> Markup:
    value = sums.numerator if measure == indicator.numerator else sums.denominator
    return link(asked.t.column(value, indicator.quantity), to=_figure(sums, measure).link)


def _figure(sums: Sums, measure: str) -> Figure:
    return Figure(measure, sums.unit_code, "all", "township", sums.name)


def _all_units(indicator: Indicator, asked: Asked) -> None:
    """A row a unit: its first and its last township. A click on the unit ranks all of them."""
    t = asked.t
    answers = townships_by_unit(asked.board, asked.period, indicator)
    ranked = [each for each in answers if each.places]
    title = widest_finding(answers, asked.board, t)
    under = t("{basis} · 点单位看它的乡镇排名", basis=indicator.basis(t))
    export = partial(cards.first_and_last, asked.scope, title, indicator, answers)
    with card(title, under, key="townships", export=export if ranked else None):
        columns = [
            Column(t("单位"), align="left"),
            Column(t("乡镇数")),
            Column(t("第一"), align="left"),
            Column(indicator.label(t)),
            Column(t("最后"), align="left"),
            Column(indicator.label(t)),
            Column(t("相差"), t("个百分点")),
            Column(t("没有填乡镇"), t.column_unit(indicator.quantity)),
        ]
        if ranked:
            rows = [Row(_unit_cells(each, asked)) for each in ranked]
            panel(table(columns, rows, alt=title), key="townships_table")
        for sentence in silent_about_townships(answers, asked.board, t):
            st.caption(plain(sentence))


def _unit_cells(answer: Townships, asked: Asked) -> tuple[str, ...]:
    t = asked.t
    first, last = answer.places[0], answer.places[-1]
    spread = answer.spread
    unnamed = soft("—")
    if answer.unnamed:
        unnamed = _opened(answer.unnamed, answer.indicator.denominator, answer.indicator, asked)
    return (
        asked.unit_link(answer.unit_code),
        t.column(len(answer.places) + len(answer.idle), "projects"),
        as_sent(who_shares(first, answer, t)),
        _rate(first, answer, t),
        as_sent(who_shares(last, answer, t)) if spread else soft("—"),
        _rate(last, answer, t) if spread else soft("—"),
        soft("—") if spread is None else fixed(spread, 2),
        unnamed,
    )


def _measure(code: str, asked: Asked) -> str:
    return measure_name(asked.board, code, asked.t)
