"""Cards, and the one place that puts a Plotly figure on a page."""

import plotly.graph_objects as go
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.rows import Figure

# Nothing to click in a meeting: no mode bar, no logo, no zooming by accident.
_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def card(title: str, under: str | None = None, *, key: str) -> DeltaGenerator:
    """A card whose title is its message; `under` is the definition and benchmark in force."""
    container = st.container(border=True, key=f"card_{key}", gap="small")
    container.markdown(f"##### {_plain(title)}")
    if under:
        container.caption(_plain(under))
    return container


def show(figure: Figure, *, alt: str, key: str) -> None:
    """Draw a figure, given as the dict of one, with the board's common settings."""
    # Tests hold every figure against Plotly's schema; doing it again at every click of a reader
    # would cost more than everything else on the page.
    unchecked = go.Figure(figure, _validate=False)
    st.plotly_chart(unchecked, key=key, alt=alt, theme=None, config=_CONFIG)


def _plain(text: str) -> str:
    """Text from a file shown as it is: no Markdown in a unit's name takes effect."""
    for mark in "\\`*_[]#$~:<>":
        text = text.replace(mark, "\\" + mark)
    return text
