"""Cards, and the one place that puts a Plotly figure on a page."""

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

# Nothing to click in a meeting: no mode bar, no logo, no zooming by accident.
_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def card(title: str, under: str | None = None, *, key: str) -> DeltaGenerator:
    """A card whose title is its message; `under` is the definition and benchmark in force."""
    container = st.container(border=True, key=f"card_{key}", gap="small")
    container.markdown(f"##### {_plain(title)}")
    if under:
        container.caption(_plain(under))
    return container


def show(figure: Any, *, alt: str, key: str, height: int | str = "content") -> None:
    """Draw a Plotly figure (or the dict of one) with the board's common settings."""
    st.plotly_chart(figure, key=key, alt=alt, theme=None, config=_CONFIG, height=height)


def _plain(text: str) -> str:
    """Text from a file shown as it is: no Markdown in a unit's name takes effect."""
    for mark in "\\`*_[]#$~:<>":
        text = text.replace(mark, "\\" + mark)
    return text
