"""A field of several lines is sent when it is left; here in every pause of writing, too."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st


def send_in_pauses(within: str) -> None:
    """Have the fields in the container of this key sent while somebody writes in them, so that a
    page that is left or loses its server takes no more along than the last words. Call it there."""
    _component()(key=f"{within}_pauses", data={"within": within})


@cache
def _component() -> Any:
    return st.components.v2.component(
        "pauses",
        html="<i hidden></i>",
        js=(Path(__file__).parent / "pauses.js").read_text("utf-8"),
        isolate_styles=False,
    )
