"""What a page is filtered by: a chip a filter, that a click takes away."""

from collections.abc import Mapping

import streamlit as st

from ui.controls import pick
from ui.plain import plain
from wording import Words


def chips(filters: Mapping[str, str], t: Words) -> None:
    """A chip for each URL parameter → what it says; nothing when nothing is filtered."""
    if not filters:
        return
    with st.container(horizontal=True, width="content", key="chips"):
        for parameter, says in filters.items():
            st.button(
                plain(says),
                icon=":material/close:",
                icon_position="right",
                key=f"chip_{parameter}",
                help=t("取消这项筛选"),
                on_click=pick,
                args=[parameter, ""],
            )
