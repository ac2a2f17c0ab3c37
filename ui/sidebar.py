"""The frame around every page: whose board it is, its language, and whether it is the sample."""

from functools import cache
from pathlib import Path

import streamlit as st

from board.store import Board
from charts.theme import FONT, LIGHT, Palette
from ui.controls import begin
from ui.reader import choose_language, palette
from wording import LANGUAGES, Words

_SWITCH = "language_switch"


def frame(board: Board | None, t: Words) -> None:
    """The brand above the pages; below them what the data are not (real, newest); the language."""
    begin()
    colours = palette()
    st.html(f"<style>:root {{ --card: {colours.card}; {_paper(colours)} }} {_style()}</style>")
    st.logo(_brand(t("衔接看板"), colours), size="large")
    with st.sidebar:
        if board and board.publication.is_sample:
            st.info(
                t("示例数据：虚构的{city}，不是任何真实地方。", city=board.publication.city(t)),
                icon=":material/science:",
            )
        if board and board.publication.as_of:
            st.warning(
                t("这是{day}时的数据，不是最新数据。", day=t.date(board.publication.as_of)),
                icon=":material/history:",
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


@cache
def _style() -> str:
    here = Path(__file__).parent
    return "".join((here / name).read_text("utf-8") for name in ("frame.css", "print.css"))


@cache
def _paper(colours: Palette) -> str:
    """What print.css paints with: the light colours, and how a dark chart becomes a light one."""
    names = {"ink": LIGHT.ink, "soft": LIGHT.ink_soft, "line": LIGHT.line, "blue": LIGHT.blue}
    names |= {light: LIGHT.light(light) for light in ("green", "yellow", "red")}
    names["turn"] = "none" if colours.name == "light" else "invert(1) hue-rotate(180deg)"
    return " ".join(f"--paper-{name}: {value};" for name, value in names.items())


@cache
def _brand(name: str, colours: Palette) -> str:
    """The name as a picture, since Streamlit takes nothing else above the pages."""
    width = 32 * sum(1 if letter > "⺀" else 0.6 for letter in name)
    font = FONT.replace('"', "'")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width + 8:.0f} 44">'
        f'<text x="0" y="33" font-family="{font}" font-size="30" font-weight="700"'
        f' fill="{colours.blue}">{name}</text></svg>'
    )
