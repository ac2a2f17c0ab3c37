"""What files print against what they add up to: totals, rates, parts."""

from functools import partial

import streamlit as st

from board.reconciliation import MOST, Printed
from board.reconciliation_sentences import of_unit, printed_finding
from board.store import Board
from briefing.cards import reconciliation as cards
from briefing.cards.scope import Scope
from charts.markup import Markup, link, tag
from charts.table import Column, Row, table
from pages.reconciliation.sent import sent
from ui import card, panel
from wording import Words


def printed_card(found: tuple[Printed, ...], scope: Scope) -> None:
    """A row a figure that its file contradicts; of one unit its own and those of whole files."""
    t, shown = scope.t, of_unit(found, scope.unit)
    title = printed_finding(shown, t)
    under = t("上报时发现的：合计、小计与各行之和，印出的比率与分子分母，各部分之间")
    export = partial(cards.contradictions, scope, title, under) if shown else None
    with card(title, under, key="printed", export=export):
        if not shown:
            return
        columns = [
            Column(t("种类"), align="left"),
            Column(t("两边的数"), align="left"),
            Column(t("由谁报送"), align="left"),
        ]
        rows = [Row(_cells(each, scope.board, t)) for each in shown[:MOST]]
        panel(table(columns, rows, alt=t("文件里对不上的数")), key="printed_table")
        if more := len(shown[MOST:]):
            st.caption(t.n("另有{n}处没有列出", more))


def _cells(each: Printed, board: Board, t: Words) -> tuple[Markup, ...]:
    unit = board.units.get(each.unit_code or "")
    who = link(unit.label(t), to=f"?unit={unit.code}") if unit else t("全表")
    row = t("第{row}行", row=each.row) if each.row else ""
    return (
        tag("div", each.title(t), tag("small", who, f" {row}")),
        tag("div", each.message(t), class_="wrap"),
        sent(each.file_name, each.accepted_by, each.accepted_at, t),
    )
