"""指标口径: what every number means, and what the published file holds."""

import streamlit as st

from board.store import Board
from pages.definitions.dictionary import dictionary_view
from pages.definitions.indicator import indicator_view
from ui import guarded
from ui.switch import switch
from wording import Words


@guarded
def render(board: Board, t: Words) -> None:
    """One indicator's definition, or the dictionary of the published file (?view=dictionary)."""
    views = {
        "indicators": (t("指标口径"), indicator_view),
        "dictionary": (t("数据字典"), dictionary_view),
    }
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.title(t("{city} · 指标口径", city=board.publication.city(t)), width="stretch")
        picker = st.container(horizontal=True, width="content")
        chosen = switch("view", t("视图"), {code: label for code, (label, _) in views.items()})
    _, view = views[chosen]
    view(board, picker, t)
