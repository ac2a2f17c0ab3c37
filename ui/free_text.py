"""Text that a person writes and the board keeps: who sends, and why."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from wording import Words


def free_text(
    label: str,
    t: Words,
    *,
    is_personal: Callable[[str], bool],
    key: str,
    lines: bool = False,
    **more: Any,
) -> str:
    """What was written; '' while there is nothing, or a person's number in it, which is said. It
    may be several `lines`."""
    field = st.text_area if lines else st.text_input
    text = (field(label, key=key, **more) or "").strip()
    if not is_personal(text):
        return text
    st.caption(t("这里写的会保存：请去掉身份证号、电话号码。"))
    return ""
