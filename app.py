"""The board: language, navigation and the page that was asked for."""

import streamlit as st

from board.store import open_board
from pages import overview
from ui import home, words
from ui.navigate import go, remember
from ui.sidebar import frame

t = words()
board = open_board(home())
city = board.publication.city(t) if board else ""
st.set_page_config(
    page_title=t("{city}衔接看板", city=city), layout="wide", initial_sidebar_state=230
)


def door() -> None:
    """/ leads to /overview: Streamlit serves its default page at / only, and links name pages."""
    go("overview", **st.query_params.to_dict())


pages = {
    t("看"): [st.Page(overview.render, title=t("总览"), url_path="overview")],
}
remember(pages)
page = st.navigation({"": [st.Page(door, default=True, visibility="hidden")], **pages})
frame(board, t)
page.run()
