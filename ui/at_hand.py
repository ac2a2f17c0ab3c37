"""What is at hand on every page: the screens of a meeting, and a link to what is shown."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from board.store import Board
from ui.controls import follow, shown_codes
from wording import Words

_HERE = Path(__file__).parent
_KEY = "at_hand"
_SCRIPTS = ("whole_screen.js", "paper.js", "held.js", "one_step.js", "at_hand.js")


def at_hand(board: Board, t: Words) -> None:
    """Two buttons for the side bar; call it after the page, whose pickers the link names.

    The link holds the codes that are shown, picked or not, so that it shows the same next month.
    On paper the version of the data stands in their place.
    """
    returning = "from" in st.query_params
    _component()(
        key=_KEY,
        data={
            "meet": t("返回会商") if returning else t("会商"),
            "key": "Esc" if returning else "F",
            "hint": t("回到刚才那一屏（Esc）") if returning else t("全屏会商（F）"),
            "returning": returning,
            "copy": t("复制链接"),
            "copied": t("已复制"),
            "byHand": t("浏览器不让复制，请手动复制："),
            "shown": shown_codes(),
            "onPaper": t("{label}：{value}", label=t("数据版本"), value=board.name),
        },
        on_follow_change=lambda: follow(st.session_state[_KEY]["follow"]),
    )


@cache
def _component() -> Any:
    return st.components.v2.component(
        "at_hand",
        html=(
            '<div class="at-hand"><button type="button" class="meet"><b></b><kbd></kbd></button>'
            '<button type="button" class="copy" aria-live="polite"></button></div>'
            '<p class="on-paper"></p>'
        ),
        css=(_HERE / "at_hand.css").read_text("utf-8"),
        js="".join((_HERE / name).read_text("utf-8") for name in _SCRIPTS),
        isolate_styles=False,  # so that a test and a printer see it as part of the page
    )
