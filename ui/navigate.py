"""Going to another page in the same session, without loading the board again."""

from collections.abc import Iterable, Mapping

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

_PAGES = "pages_by_address"


def remember(pages: Mapping[str, Iterable[st.Page]]) -> None:
    """Keep the pages of this run, so that a page can lead to another by its address."""
    st.session_state[_PAGES] = {page.url_path: page for group in pages.values() for page in group}


def go(address: str, **parameters: str) -> None:
    """Open the page at `address` with these in its URL; for callbacks: the rest does not run."""
    st.switch_page(st.session_state[_PAGES][address], query_params=parameters)


def came_back() -> bool:
    """Whether the reader came here by the browser's back or forward."""
    run = get_script_run_ctx()
    return run is not None and run.is_history_navigation
