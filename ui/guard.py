"""The guard before every page: without a publication a page explains what to do instead."""

from collections.abc import Callable
from functools import wraps

import streamlit as st

from board.store import Board, open_board
from ui.behind import behind
from ui.controls import explain_unknown
from ui.navigate import go
from ui.reader import home, words
from wording import Words


def guarded(page: Callable[[Board, Words], None]) -> Callable[[], None]:
    """The page as app.py registers it: `page(board, t)` runs only when something is published."""

    @wraps(page)
    def render() -> None:
        t = words()
        board = open_board(home())
        if board is None or not board.periods:
            _explain_empty(t, published=board is not None)
            return
        explain_unknown(board, t)
        page(board, t)
        behind(board, t)

    return render


def _explain_empty(t: Words, published: bool) -> None:
    st.title(t("还没有可看的数据"))
    if published:
        st.write(t("已经发布，但还没有任何一个月的数据。请上报第一个月的台账或月报。"))
    else:
        st.write(t("看板读取已发布的数据，目前还没有发布过。请上报第一个月的台账或月报。"))
    st.button(t("去上报"), type="primary", icon=":material/upload:", on_click=go, args=["upload"])
    st.write(t("只想先看看样子，可以建一个虚构的示例市："))
    st.code("python -m etl init --sample", language="console")
    st.caption(t("数据目录：{home}", home=home()))
