"""What differs between ledger and report, figure by figure, with who sent which."""

from functools import partial

import streamlit as st

from board.reconciliation import MOST, Comparison, Reconciliation
from board.reconciliation_sentences import (
    apart_word,
    figure,
    figure_unit,
    finding,
    finding_of,
    signed_figure,
    signed_share,
)
from board.store import Board
from briefing.cards import reconciliation as cards
from briefing.cards.scope import Scope
from charts.markup import Markup, join, link, tag
from charts.table import Column, Row, light, soft, strong, table
from pages.reconciliation.sent import sent
from ui import card, panel
from wording import Words


def comparisons_card(answer: Reconciliation, scope: Scope) -> None:
    """Of all units the figures that differ; of one unit every figure there is."""
    board, t, unit = scope.board, scope.t, scope.unit
    title = finding_of(unit, answer, t) if unit else finding(answer, board, t)
    under = t("差额 = 月报 − 台账；不超过月报取整所能差的，算一致；看板采用台账")
    export = partial(cards.comparisons, scope, title, under)
    listed = answer.comparisons if unit else answer.differing
    with card(title, under, key="comparisons", export=export if listed else None):
        if unit and answer.comparisons:
            panel(_every_figure(answer.comparisons, t), key="comparisons_table")
            panel(_who_sent(answer.comparisons, board, t), key="comparisons_sent")
        elif answer.differing:
            panel(_what_differs(answer.differing[:MOST], board, t), key="comparisons_table")
            if more := len(answer.differing[MOST:]):
                st.caption(t.n("另有{n}项不符没有列出，点下面的单位看", more))
        elif answer.compared:
            st.write(t("点下面的单位，可以看它的每一项。"))
        else:
            st.write(t("请换一个月份，或先上报这个月的台账和月报。"))


def _what_differs(shown: tuple[Comparison, ...], board: Board, t: Words) -> Markup:
    columns = [
        Column(t("单位"), align="left"),
        *_figure_columns(t),
        Column(t("月报由谁报送"), align="left"),
        Column(t("台账由谁报送"), align="left"),
    ]
    rows = [
        Row(
            (
                link(board.units[each.unit_code].label(t), to=f"?unit={each.unit_code}"),
                *_figures(each, t),
                sent(each.report_file, each.report_by, each.report_at, t),
                sent(each.ledger_file, each.ledger_by, each.ledger_at, t),
            ),
            head=1,
        )
        for each in shown
    ]
    return table(columns, rows, alt=t("账表核对明细"))


def _every_figure(shown: tuple[Comparison, ...], t: Words) -> Markup:
    columns = [*_figure_columns(t), Column(t("核对"), align="left")]
    rows = [Row((*_figures(each, t), _verdict(each, t))) for each in shown]
    return table(columns, rows, alt=t("账表核对明细"))


def _who_sent(shown: tuple[Comparison, ...], board: Board, t: Words) -> Markup:
    """The report and each ledger that a unit's figures come from, a row each."""
    names = board.codes("dataset")
    rows = {}
    for each in shown:
        ledger = names[each.dataset].label(t) if each.dataset in names else each.dataset
        rows[t("月报")] = sent(each.report_file, each.report_by, each.report_at, t)
        rows[ledger] = sent(each.ledger_file, each.ledger_by, each.ledger_at, t)
    columns = [Column(t("来源"), align="left"), Column(t("由谁报送"), align="left")]
    return table(columns, [Row(row) for row in rows.items()], alt=t("由谁报送"))


def _figure_columns(t: Words) -> list[Column]:
    return [
        Column(t("项目"), align="left"),
        Column(t("月报")),
        Column(t("台账")),
        Column(t("差额")),
        Column(t("差额占台账")),
    ]


def _figures(each: Comparison, t: Words) -> tuple[Markup, ...]:
    ledger = strong(figure(each.ledger, each.quantity))
    return (
        join(each.label(t), soft(f" {figure_unit(each.quantity, t)}")),
        strong(figure(each.report, each.quantity)),
        ledger if each.ledger is None else link(ledger, to=each.behind.link),
        _difference(each, signed_figure(each.difference, each.quantity)),
        _difference(each, signed_share(each.share)),
    )


def _verdict(each: Comparison, t: Words) -> Markup:
    if each.differs is None:
        return light("grey", apart_word(each, t))
    return light("red", t("不符")) if each.differs else light("green", t("一致"))


def _difference(each: Comparison, text: str) -> Markup:
    return tag("span", text, class_="red") if each.differs else soft(text)
