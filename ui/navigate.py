"""Going to another page in the same session, without loading the board again."""

from collections.abc import Iterable, Mapping

import streamlit as st

_PAGES = "pages_by_address"


def remember(pages: Mapping[str, Iterable[st.Page]]) -> None:
    """Keep the pages of this run, so that a page can lead to another by its address."""
    st.session_state[_PAGES] = {page.url_path: page for group in pages.values() for page in group}


def go(address: str, **parameters: str) -> None:
    """Open the page at `address` with these in its URL; for callbacks: the rest does not run."""
    st.switch_page(st.session_state[_PAGES][address], query_params=parameters)
