"""总览: where the city stands this month, who leads, who lags, and what has to happen by when."""

import streamlit as st

from board.store import Board
from ui import controls, guarded
from wording import Words


@guarded
def render(board: Board, t: Words) -> None:
    """The overview of one month and fund level."""
    period = controls.month(board, t)
    level = controls.level(board, t)
    st.title(t("{city} · 总览", city=board.publication.city(t)))
    st.write(period, level)
