"""县区画像: every indicator of one unit, its course over the months, and what it adds up from."""

import streamlit as st

from board.parts import parts
from board.store import Board
from board.unit import portrait
from board.unit_sentences import owes
from briefing.cards.scope import Scope
from pages.unit.course import course_card
from pages.unit.notes import note_under_way
from pages.unit.readings import readings_card
from pages.unit.sums import sums_cards
from pages.unit.warnings import warnings_card
from ui import controls, guarded
from ui.navigate import go
from ui.plain import plain
from wording import Words


@guarded
def render(board: Board, t: Words) -> None:
    """The portrait of one unit in one month; indicator and level choose the course drawn."""
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        heading = st.container(width="stretch", horizontal=True)
        unit = controls.unit(board, t)
        indicator = controls.indicator(board, t)
        period = controls.month(board, t)
        level = "all"
        if len(indicator.levels) > 1:
            level = controls.level(board, t, indicator.levels)
    heading.title(unit.label(t))
    note_under_way(t)

    answer = portrait(board, unit.code, period)
    if answer.silence:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.warning(plain(owes(answer.silence, board, period, t)), icon=":material/mail:")
            st.button(t("去上报"), icon=":material/upload:", on_click=go, args=["upload"])
    with st.grid(2, min_column_width=760):  # what the table needs beside the chart
        readings_card(answer, unit, board, period, t)
        course_card(unit, indicator, level, board, period, t)
    warnings_card(unit, answer.reported, board, period, t)
    if answer.reported:
        sums_cards(parts(board, unit.code, period), Scope(board, t, period, unit))
