"""A choice between the views of one page, kept in the URL as a code like the pickers."""

from collections.abc import Mapping

import streamlit as st

from ui.controls import pick, show_code


def switch(parameter: str, label: str, options: Mapping[str, str]) -> str:
    """The chosen code among {code: label}; the first one unless the URL names another."""
    asked = st.query_params.get(parameter)
    widget = f"pick_{parameter}"
    shown = asked if asked and asked in options else next(iter(options))
    show_code(parameter, shown)
    st.session_state[widget] = shown

    def keep() -> None:
        pick(parameter, st.session_state[widget])

    chosen = st.segmented_control(
        label,
        list(options),
        format_func=lambda code: options[code],
        key=widget,
        on_change=keep,
        required=True,
        label_visibility="collapsed",
    )
    assert chosen is not None  # a required choice is never taken away
    return chosen
