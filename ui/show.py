"""Cards, and the one place that puts a Plotly figure on a page."""

import plotly.graph_objects as go
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.rows import Figure
from ui.controls import follow
from ui.export import Exported, export_menu
from ui.plain import plain

# Nothing to click in a meeting: no mode bar, no logo, no zooming by accident.
_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def card(
    title: str, under: str | None = None, *, key: str, export: Exported | None = None
) -> DeltaGenerator:
    """A card whose title is its message; `under` is the definition and benchmark in force, `export`
    makes of it what its menu offers as files."""
    container = st.container(border=True, key=f"card_{key}", gap="small")
    container.markdown(f"##### {plain(title)}")
    if export:
        with container:
            export_menu(export, key=key)
    if under:
        container.caption(plain(under))
    return container


def show(figure: Figure, *, alt: str, key: str) -> None:
    """Draw a figure, given as the dict of one, with the board's common settings. A click on a point
    whose trace has `customdata` follows the address that stands there."""
    # Tests hold every figure against Plotly's schema; doing it again at every click of a reader
    # would cost more than everything else on the page.
    unchecked = go.Figure(figure, _validate=False)
    if not any("customdata" in trace for trace in figure["data"]):
        st.plotly_chart(unchecked, key=key, alt=alt, theme=None, config=_CONFIG)
        return
    # A chart remembers what was clicked, and a second click on it would only unselect it: after
    # each click it is drawn as a new one.
    clicks = f"clicks_{key}"
    drawn = f"{key}_{st.session_state.get(clicks, 0)}"

    def clicked() -> None:
        points = st.session_state[drawn].selection.points
        if points:
            st.session_state[clicks] = st.session_state.get(clicks, 0) + 1
            address = points[0]["customdata"]
            follow(address if isinstance(address, str) else address[0])

    st.plotly_chart(
        unchecked,
        key=drawn,
        alt=alt,
        theme=None,
        config=_CONFIG,
        on_select=clicked,
        selection_mode="points",
    )
