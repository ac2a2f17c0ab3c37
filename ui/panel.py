"""Drawings in HTML: one component that shows markup and follows its links inside the session."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from charts.markup import Markup
from ui.controls import follow

_HERE = Path(__file__).parent


def panel(markup: Markup, *, key: str) -> None:
    """Show `markup`, styled by panel.css and table.css; a link opens its page, "?…" picks here."""
    _component()(
        key=key,
        data={"html": markup},
        on_follow_change=lambda: follow(st.session_state[key]["follow"]),
    )


@cache
def _component() -> Any:
    return st.components.v2.component(
        "panel",
        html='<div class="panel"></div>',
        css="".join((_HERE / name).read_text("utf-8") for name in ("panel.css", "table.css")),
        js="".join((_HERE / name).read_text("utf-8") for name in ("held.js", "panel.js")),
        isolate_styles=False,  # so that the page's text is the page's: for print, search and tests
    )
