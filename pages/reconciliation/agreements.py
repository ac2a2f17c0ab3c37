"""Every unit against the datasets of its ledgers: whether its report agrees."""

from functools import partial

import streamlit as st

from board.reconciliation import LEDGERS, LIGHTS, Reconciliation
from board.reconciliation_sentences import agreement, how_many_compared, not_comparable
from board.store import Board
from briefing.cards import reconciliation as cards
from briefing.cards.scope import Scope
from charts.markup import link
from charts.table import Column, Row, light, table
from ui import card, panel
from ui.plain import plain
from wording import Words


def agreements_card(answer: Reconciliation, scope: Scope) -> None:
    """A row a unit, which leads to all of its figures."""
    t, names = scope.t, scope.names("dataset")
    columns = [Column(t("单位"), align="left")]
    columns += [Column(names.get(name, name), align="left") for name in LEDGERS]
    rows = [
        Row(
            (
                link(each.label(t), to=f"?unit={each.code}"),
                *(light(LIGHTS[cell.state], agreement(cell, t)) for cell in cells),
            )
        )
        for each, cells in answer.rows
    ]
    title = how_many_compared(answer, t)
    export = partial(cards.agreements, scope, title, "") if rows else None
    with card(title, t("点单位看它的每一项"), key="agreements", export=export):
        if rows:
            panel(table(columns, rows, alt=t("各单位账表核对")), key="agreements_table")


def apart_card(answer: Reconciliation, board: Board, t: Words) -> None:
    """Which units cannot be compared on which dataset, and why; nothing when all can."""
    said = not_comparable(answer, board, t)
    if said:
        with card(t("缺一边、无从核对的"), key="apart"):
            for sentence in said:
                st.write(plain(sentence))
