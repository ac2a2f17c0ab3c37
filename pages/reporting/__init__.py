"""报送情况: who has sent what for a month, what became of it, and what to write to the rest."""

from functools import partial

import streamlit as st

from board.matrix import matrix, reminder, title
from board.store import Board
from briefing.cards.reporting import reporting
from briefing.cards.scope import Scope
from pages.reporting.grid import benchmarks, grid
from pages.reporting.history import history_drawer, under_way
from ui import card, controls, guarded, panel
from wording import Words


@guarded
def render(board: Board, t: Words) -> None:
    """The matrix of a month; a cell opens its history, where files are downloaded and withdrawn."""
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.title(t("{city} · 报送情况", city=board.publication.city(t)), width="stretch")
        period = controls.month(board, t)
    under_way(t)
    answer = matrix(board, period)
    message, due = title(answer, period, t), t.date(answer.cut_off)
    under = t("报送截止{cut_off} · 点一格看每次上报、下载原件、撤回", cut_off=due)
    scope = Scope(board, t, period, None)
    export = partial(reporting, scope, message, t("报送截止{cut_off}", cut_off=due))
    with card(message, under, key="matrix", export=export):
        panel(grid(answer, board, period, t), key="matrix_table")
        benchmarks(board, period, t)
    history_drawer(board, period, t)
    if answer.owed():
        with card(t("催报文字"), t("复制后发给未报的单位"), key="reminder"):
            st.code(reminder(answer, board, period, t), language=None, wrap_lines=True)
