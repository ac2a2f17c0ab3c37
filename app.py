"""The board: language, navigation and the page that was asked for."""

from pathlib import Path

import streamlit as st

from board.store import open_board
from pages import (
    briefing,
    definitions,
    funds,
    monitoring,
    overview,
    present,
    projects,
    ranking,
    reconciliation,
    reporting,
    unit,
    upload,
    warnings,
)
from ui import home, words
from ui.at_hand import at_hand
from ui.navigate import go, remember
from ui.sidebar import frame


def main() -> None:
    """One run of the script: who reads, which pages there are, and the one that is shown."""
    t = words()
    board = open_board(home())
    city = board.publication.city(t) if board else ""
    st.set_page_config(
        page_title=t("{city}衔接看板", city=city), layout="wide", initial_sidebar_state=230
    )
    pages = {
        t("看"): [
            st.Page(overview.render, title=t("总览"), url_path="overview"),
            st.Page(ranking.render, title=t("县区排名"), url_path="ranking"),
            st.Page(unit.render, title=t("县区画像"), url_path="unit"),
            st.Page(funds.render, title=t("衔接资金"), url_path="funds"),
            st.Page(projects.render, title=t("项目进度"), url_path="projects"),
            st.Page(monitoring.render, title=t("监测帮扶"), url_path="monitoring"),
            st.Page(warnings.render, title=t("预警"), url_path="warnings"),
            st.Page(reconciliation.render, title=t("账表核对"), url_path="reconciliation"),
            st.Page(definitions.render, title=t("指标口径"), url_path="definitions"),
        ],
        t("写"): [
            st.Page(briefing.render, title=t("通报材料"), url_path="briefing"),
        ],
        t("报"): [
            st.Page(upload.render, title=t("数据上报"), url_path="upload"),
            st.Page(reporting.render, title=t("报送情况"), url_path="reporting"),
        ],
    }
    meeting = st.Page(present.render, title=t("会商"), url_path="present", visibility="hidden")
    entrance = st.Page(door, default=True, visibility="hidden")
    pages[""] = [entrance, meeting]
    remember(pages)
    page = st.navigation(pages)
    beside = st.sidebar.container()
    frame(board, t)
    page.run()
    if board and board.periods and page != meeting:
        with beside:
            at_hand(board, t)


def door() -> None:
    """/ leads to /overview: Streamlit serves its default page at / only, and links name pages.

    The server sends browsers there before (`server.entrance`); below a base path it does not."""
    go("overview", **st.query_params.to_dict())


if __name__ == "__main__":  # as Streamlit runs its script, once for every click of a reader
    main()
else:  # as `streamlit run app.py` imports it to serve it: then like `streamlit run server.py`
    from server import OPTIONS

    app = st.App(Path(__file__), **OPTIONS)
