"""The frame around every page: whose board it is, its language, and whether it is the sample."""

import streamlit as st

from board.store import Board
from ui.reader import choose_language
from wording import LANGUAGES, Words

_SWITCH = "language_switch"


def foot(board: Board | None, t: Words) -> None:
    """The language switch, and 示例数据 while the board shows the sample city."""
    with st.sidebar:
        if board and board.publication.is_sample:
            st.info(
                t("示例数据:虚构的{city},不是任何真实地方。", city=board.publication.city(t)),
                icon=":material/science:",
            )
        st.session_state[_SWITCH] = t.language
        st.segmented_control(
            t("语言"),
            list(LANGUAGES),
            format_func=LANGUAGES.__getitem__,
            key=_SWITCH,
            on_change=_switch,
            required=True,
            label_visibility="collapsed",
            width="stretch",
        )


def _switch() -> None:
    choose_language(st.session_state[_SWITCH])
