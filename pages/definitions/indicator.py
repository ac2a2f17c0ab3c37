"""One indicator: its formula and what it is counted from, options, milestones, and its SQL."""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from board.definition_sentences import (
    columns_of,
    due,
    headers_of,
    level_name,
    lights_in_words,
    milestones_in_words,
    options_in_words,
    province_in_words,
    reading,
)
from board.definitions import Definition, Milestone, Option, Part, definition
from board.store import Board
from briefing.cards import definitions as cards
from charts.markup import Markup, join, link, tag
from charts.table import Column, Row, as_sent, light, side, soft, strong, table
from ui import card, controls, panel
from wording import Words


def indicator_view(board: Board, picker: DeltaGenerator, t: Words) -> None:
    """The list of indicators beside the definition of the chosen one (?indicator=)."""
    with picker:
        indicator = controls.indicator(board, t)
    found = definition(board, indicator, board.periods[-1])
    left, right = st.columns([3, 7])
    with left:
        _list(board, indicator.code, t)
    with right:
        _formula(found, board, t)
        with st.grid(2, min_column_width=420):
            _options(found, board, t)
            _milestones(found, board, t)
        _query(found, board, t)


def _list(board: Board, chosen: str, t: Words) -> None:
    def name(code: str, label: str) -> Markup:
        return strong(label) if code == chosen else link(label, to=f"?indicator={code}")

    rows = [
        Row((tag("div", name(code, one.label(t)), tag("small", one.basis(t)), class_="wrap"),))
        for code, one in board.indicators.items()
    ]
    columns = [Column(t("指标与公式"), align="left")]
    title = t.n("{n}项指标", len(rows))
    export = partial(cards.indicators, cards.Book(board, t), title)
    with card(title, key="indicators", export=export):
        panel(side(table(columns, rows, alt=t("全部指标"))), key="indicators")


def _formula(found: Definition, board: Board, t: Words) -> None:
    indicator = found.indicator
    columns = [
        Column(t("计量项"), align="left"),
        Column(t("怎样计数"), align="left"),
        Column(t("台账的列"), align="left"),
        Column(t("月报的列"), align="left"),
    ]
    rows = [
        Row(_part(name, part, board, t))
        for name, part in ((t("分子"), found.numerator), (t("分母"), found.denominator))
    ]
    title = indicator.basis(t)
    export = partial(cards.formula, cards.Book(board, t), title, found)
    with card(title, indicator.definition(t), key="formula", export=export):
        panel(table(columns, rows, alt=t("分子和分母")), key="formula_parts")
        st.caption(reading(indicator, board, t))
        if caution := indicator.caution(t):
            st.caption(t("注意：{caution}", caution=caution))


def _part(name: str, part: Part, board: Board, t: Words) -> tuple[Markup, ...]:
    names, dataset = board.codes("dataset"), part.measure.dataset
    ledger = names[dataset].label(t) if dataset in names else dataset
    return (
        tag("div", part.measure.label(t), tag("small", f"{name} {part.measure.code}")),
        tag("div", part.measure.counted(t), class_="wrap"),
        _columns(part, dataset, ledger, t) if dataset != "reports" else soft("—"),
        _columns(part, "reports", "", t),
    )


def _columns(part: Part, dataset: str, name: str, t: Words) -> Markup:
    """The columns of one dataset, with every heading that files may give them."""
    listed = columns_of(part, dataset, t)
    if not listed:
        return soft("—")
    headers = join(t("表头可写："), as_sent(headers_of(part, dataset)))
    small = [tag("small", each) for each in (name, headers) if each]
    return tag("div", listed, *small, class_="wrap")


def _options(found: Definition, board: Board, t: Words) -> None:
    columns = [Column(t("公式"), align="left"), Column("", align="left")]
    rows = [
        Row((_option(one, t), light("green", t("现用")) if one.in_force else ""))
        for one in found.options
    ]
    under = t("在 reference/settings.toml 里改，再发布") if rows else None
    title = options_in_words(found, t)
    export = partial(cards.options, cards.Book(board, t), title, found) if rows else None
    with card(title, under, key="options", export=export):
        if rows:
            panel(table(columns, rows, alt=t("设置与公式")), key="options")


def _option(one: Option, t: Words) -> Markup:
    return tag("div", one.basis(t), tag("small", f"{one.setting} = {one.value}"), class_="wrap")


def _milestones(found: Definition, board: Board, t: Words) -> None:
    columns = [
        Column(t("到期"), align="left"),
        Column(t("至少")),
        Column(t("资金级次"), align="left"),
        Column(t("单位"), align="left"),
        Column(t("依据文件"), align="left"),
    ]
    rows = [
        Row(
            (
                due(one, t),
                strong(t.goal(one.at_least)),
                level_name(one.fund_level or "all", board, t),
                _unit(one, board, t),
                tag("div", as_sent(one.source), class_="wrap") if one.source else soft("—"),
            )
        )
        for one in found.milestones
    ]
    title = milestones_in_words(found.milestones, t)
    export = partial(cards.milestones, cards.Book(board, t), title, found) if rows else None
    with card(title, lights_in_words(board, t), key="milestones", export=export):
        if rows:
            panel(table(columns, rows, alt=t("序时节点")), key="milestones")
        st.caption(province_in_words(found.benchmarks, board, t))


def _unit(one: Milestone, board: Board, t: Words) -> str:
    return board.units[one.unit_code].label(t) if one.unit_code in board.units else t("各单位")


def _query(found: Definition, board: Board, t: Words) -> None:
    under = t("在 DuckDB 里打开 published/{file}.duckdb 就能运行", file=board.name)
    with card(t("自己算一遍：{name}的 SQL", name=found.indicator.label(t)), under, key="query"):
        st.code(found.query, language="sql", wrap_lines=True)
