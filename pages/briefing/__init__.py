"""通报材料: a month's text with every figure linked, edited, made into files, issued and kept."""

import streamlit as st

from board.store import Board
from pages.briefing.asked import asked_for
from pages.briefing.desk import desk
from pages.briefing.issue import under_way
from pages.briefing.kept import kept
from pages.briefing.sheet import sheet
from ui import guarded
from wording import Words


@guarded
def render(board: Board, t: Words) -> None:
    """The text on the left; beside it what becomes of it, and what was issued before."""
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.title(t("{city} · 通报材料", city=board.publication.city(t)), width="stretch")
        asked = asked_for(board, t)
    under_way(t)
    left, right = st.columns([13, 7], gap="medium")
    with right, st.container(key="desk"):
        desk(asked)
        kept(asked)
    with left:
        sheet(asked)
