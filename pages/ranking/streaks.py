"""连续落后: who is behind for how many months running, in what, and what that suggests."""

from functools import partial

import streamlit as st

from board.behind import Figure
from board.streak_sentences import (
    against,
    against_before,
    not_behind,
    rules_in_words,
    step_in_words,
    streaks_finding,
)
from board.streaks import INTERVIEW, Laggard, Run, laggards, rules
from briefing.cards import ranking as cards
from charts.markup import Markup, join, link, tag
from charts.table import Column, Row, gap, light, soft, strong, table
from pages.ranking.asked import Asked
from ui import card, panel
from ui.plain import plain


def streaks_view(asked: Asked) -> None:
    """Units against indicators, then every streak and what it is against."""
    t, board = asked.t, asked.board
    by = rules(board)
    found = laggards(board, asked.period, asked.level, by)
    title = t(
        "{month}全部指标：{message}", month=t.month(asked.period), message=streaks_finding(found, t)
    )
    answers = (asked.scope, found, by, title)
    export = partial(cards.streaks_by_indicator, *answers, level=asked.level)
    with card(title, rules_in_words(by, board, t), key="streaks", export=export):
        if found:
            panel(_matrix(found, asked), key="streaks_matrix")
        if others := not_behind(found, board, t):
            st.caption(plain(others))
    if found:
        under = t("落后指低于节点，没有节点时低于全省平均；没有报送的月份跳过不计")
        export = partial(cards.streaks, *answers, level=asked.level)
        with card(t("连续落后明细"), under, key="streaks_table", export=export):
            panel(_details(found, asked), key="streaks_table")


def _matrix(found: tuple[Laggard, ...], asked: Asked) -> Markup:
    t = asked.t
    behind = {run.indicator for each in found for _, run in each.runs}
    shown = [one for code, one in asked.board.indicators.items() if code in behind]
    columns = [
        Column(t("单位"), align="left"),
        Column(t("建议"), align="left"),
        *(Column(one.label(t), align="left") for one in shown),
    ]
    rows = []
    for each in found:
        runs = {run.indicator: run for _, run in each.runs}
        cells = [_months(runs[one.code], asked) if one.code in runs else "" for one in shown]
        rows.append(Row((_unit(each, asked), _step(each.step, asked), *cells)))
    return table(columns, rows, alt=t("各单位连续落后的月数"))


def _details(found: tuple[Laggard, ...], asked: Asked) -> Markup:
    t = asked.t
    columns = [
        Column(t("单位"), align="left"),
        Column(t("指标"), align="left"),
        Column(t("连续落后"), align="left"),
        Column(t("本月对照"), align="left"),
        Column(t("现值")),
        Column(t("差距"), t("个百分点")),
        Column(t("名次")),
        Column(t("建议"), align="left"),
    ]
    rows = [
        Row((_unit(each, asked), *_cells(step, run, asked)))
        for each in found
        for step, run in each.runs
    ]
    return table(columns, rows, alt=t("连续落后明细"))


def _cells(step: str, run: Run, asked: Asked) -> tuple[str, ...]:
    t, before = asked.t, against_before(run, asked.t)
    field = Figure(run.indicator, level=run.level)
    name = asked.board.indicators[run.indicator].label(t)
    if run.level != "all":
        name = f"{name} · {asked.board.levels[run.level].label(t)}"
    return (
        name,
        join(_months(run, asked), tag("small", t("自{month}", month=t.month(run.since)))),
        join(against(run, t), tag("small", before, class_="phrase") if before else None),
        link(strong(t.percent(run.value)), to=field.of(run.unit_code).link),
        gap(run.gap, t),
        link(t.rank(run.rank, run.tied), to=field.link),
        _step(step, asked),
    )


def _unit(each: Laggard, asked: Asked) -> Markup:
    return asked.unit_link(each.unit.code, each.unit.label(asked.t))


def _months(run: Run, asked: Asked) -> Markup:
    """The length of a streak under its light, leading to the indicator's course."""
    months = asked.t.n("{n}个月", run.streak)
    to = f"unit?unit={run.unit_code}&indicator={run.indicator}&month={asked.period}"
    return link(light(run.light, months), to=to)


def _step(step: str, asked: Asked) -> str:
    said = step_in_words(step, asked.t)
    if not said:
        return soft("—")
    return tag("span", strong(said) if step == INTERVIEW else said, class_="phrase")
