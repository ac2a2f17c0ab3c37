"""How many are suspected by rule and unit; a cell, a rule or a unit narrows the page."""

from functools import partial

import streamlit as st

from board.warning_sentences import finding, quiet, severity_word
from board.warnings import lines, unseen
from briefing.cards import warnings as cards
from charts.warning_matrix import SEVERITIES, warning_matrix
from pages.warnings.asked import Asked
from ui import card, panel


def matrix_card(asked: Asked) -> None:
    """The month in a sentence, and the matrix; the rules that suspect nobody are named below."""
    t, board = asked.t, asked.board
    under = t("均为疑似，须由人核实 · 点一格、规则或单位，看后面的每一条")
    title = finding(asked.tally, board, t)
    silent = quiet(asked.tally, asked.rules, unseen(board, asked.period), t)
    found, units = lines(board, asked.tally, asked.rules)
    suspected = asked.together(t("均为疑似，须由人核实"), *silent)
    export = partial(cards.matrix, asked, title, suspected) if found else None
    with card(title, under, key="warnings", export=export):
        if found:
            totals = asked.tally.by_unit()
            panel(
                warning_matrix(
                    found,
                    units,
                    [totals.get(unit.code, 0) for unit in units],
                    asked.codes,
                    asked.to,
                    t,
                ),
                key="warning_matrix",
            )
        for said in silent:
            st.caption(said)
        if found:
            signs = " · ".join(
                f"{sign} {severity_word(each, t)}" for each, (_, sign) in SEVERITIES.items()
            )
            st.caption(t("{signs} · — 不知道：没有报送能判断的数据", signs=signs))
