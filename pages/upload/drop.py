"""Where files are dropped, and what the page says before any is."""

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.typing import UploadedFile

from board.matrix import matrix, title
from board.store import Board
from charts.markup import Markup, link, tag
from etl.read import LARGEST
from pages.upload.tray import uploader_key
from ui import panel
from wording import Words


def drop_zone(t: Words) -> list[UploadedFile]:
    """A place that is easy to hit, which says in the reader's language what it takes."""
    said = {"choose": t("选择文件"), "limit": t("每个不超过{n} MB", n=LARGEST >> 20)}
    variables = "".join(f'--{name}: "{text}";' for name, text in said.items())
    st.html(f"<style>.st-key-drop {{ {variables} }} {_style()}</style>")
    with st.container(key="drop"):
        return st.file_uploader(
            t("把文件拖到这里，可以一次多个：Excel、WPS 或 CSV"),
            accept_multiple_files=True,
            key=uploader_key(),
        )


@cache
def _style() -> str:
    return (Path(__file__).parent / "drop.css").read_text("utf-8")


def welcome(board: Board | None, t: Words) -> None:
    """The three steps, what is kept and what is not, and what is still owed."""
    steps = (
        (t("拖入"), t("直接从 Excel、WPS 存的文件，不用改表头、不用删标题行和合计行。")),
        (t("核对"), t("看清读作什么、各列合计对不对；有错的格逐个指出，改好再拖。")),
        (t("确认"), t("先看会改变哪些行、率和名次，确认后得到回执，排名随即更新。")),
    )
    markup = tag(
        "div",
        tag(
            "ol",
            *(tag("li", tag("h2", name), tag("p", text)) for name, text in steps),
            class_="steps",
        ),
        tag(
            "p",
            t(
                "确认之前什么都不会保存。姓名、证件号码、电话等个人信息读入时即丢弃，不保存、不显示。"
            ),
            class_="soft",
        ),
        _owed(board, t),
        class_="welcome",
    )
    panel(markup, key="welcome")


def _owed(board: Board | None, t: Words) -> Markup | None:
    if board is None or not board.periods:
        return None
    period = board.periods[-1]
    said = title(matrix(board, period), period, t)
    return tag("p", link(said, to=f"reporting?month={period}"))
