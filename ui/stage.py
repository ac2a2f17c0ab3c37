"""The screens of a meeting: one component that holds them all and turns them in the browser."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

from charts.markup import Markup, join, tag
from ui.controls import follow
from wording import Words

_HERE = Path(__file__).parent
_STYLES = ("panel.css", "table.css", "stage.css")
_SCRIPTS = ("whole_screen.js", "held.js", "one_step.js", "stage.js")
_KEY = "stage"


class Screen(NamedTuple):
    """One message: `code` names it in the URL (?screen=), `title` is the message in a sentence."""

    code: str
    title: str
    under: str
    body: Markup | None


def stage(screens: Sequence[Screen], *, foot: str, t: Words) -> None:
    """Cover the window with the screen that ?screen= names, the first without it.

    Keys, the buttons of the foot and ?auto=SECONDS turn the screens without asking the server. A
    link opens its page with ?from= in the URL, to which ui.at_hand leads back.
    """
    html = join(*(_section(screen) for screen in screens), _footer(foot, t))
    _component()(
        key=_KEY,
        data={"html": html, "paused": t("已暂停"), "auto": t("自动翻页")},
        on_follow_change=lambda: follow(st.session_state[_KEY]["follow"]),
        on_again_change=lambda: None,  # once all were shown: the run itself brings what is new
    )


def _section(screen: Screen) -> Markup:
    return tag(
        "section",
        tag("h1", screen.title),
        tag("p", screen.under, class_="under") if screen.under else None,
        tag("div", screen.body, class_="body") if screen.body else None,
        class_="screen",
        data_screen=screen.code,
    )


def _footer(foot: str, t: Words) -> Markup:
    buttons = (
        ("back", "‹", t("上一屏（←、PageUp）")),
        ("next", "›", t("下一屏（→、空格、PageDown）")),
        ("auto", t("自动"), t("自动翻页（A），暂停（P）")),
        ("whole", t("全屏"), t("全屏（F）")),
        ("leave", t("退出"), t("退出会商（Esc）")),
    )
    return tag(
        "footer",
        tag("span", class_="at"),
        tag("span", foot, class_="foot"),
        tag("span", class_="state", role="status"),
        tag(
            "nav",
            *(
                tag("button", label, type="button", data_do=does, title=said, aria_label=said)
                for does, label, said in buttons
            ),
        ),
        tag("i", class_="clock", aria_hidden="true"),
    )


@cache
def _component() -> Any:
    return st.components.v2.component(
        "stage",
        html='<main class="panel stage"></main>',
        css="".join((_HERE / name).read_text("utf-8") for name in _STYLES),
        js="".join((_HERE / name).read_text("utf-8") for name in _SCRIPTS),
        isolate_styles=False,  # as in ui.panel, and because it hides what lies around it
    )
