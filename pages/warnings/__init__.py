"""预警: what is suspected in a month, by rule and unit, what is new or gone, and the rows."""

import streamlit as st

from board.store import Board
from pages.warnings.asked import asked_for
from pages.warnings.matrix import matrix_card
from pages.warnings.rows import rows_card
from ui import chips, controls, guarded
from wording import Words


@guarded
def render(board: Board, t: Words) -> None:
    """The matrix, then the rows; once a cell, a rule or a unit is chosen its rows come first."""
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.title(t("{city} · 预警", city=board.publication.city(t)), width="stretch")
        filters = st.container(width="content")
        asked = asked_for(board, controls.month(board, t), t)
    with filters:
        chips(asked.filters, t)
    cards = [matrix_card, rows_card]
    for shown in reversed(cards) if asked.filters else cards:
        shown(asked)
