"""The workbooks to fill in, for download."""

from functools import partial

import streamlit as st

from etl.contract import contracts
from etl.template import template
from pages.upload.tray import Desk
from wording import LANGUAGES, Words


def templates(desk: Desk, t: Words) -> None:
    """A template for each dataset, in either language, for a month or for any."""
    with st.popover(t("下载模板"), icon=":material/table:", key="templates", width="content"):
        lang = st.segmented_control(
            t("模板语言"), list(LANGUAGES), format_func=LANGUAGES.__getitem__,
            default=t.language, required=True, key="template_language",
        )  # fmt: skip
        period = st.selectbox(
            t("报告期"), desk.months, index=None, format_func=t.month,
            placeholder=t("填表时再写"), key="template_month",
        )  # fmt: skip
        for code, contract in contracts().items():
            name = contract.name.of(lang)
            month = f"_{period.replace('-', '')}" if period else ""
            st.download_button(
                name,
                data=partial(template, code, lang, desk.reference, period),
                file_name=f"{name}{month}.xlsx",
                key=f"template_{code}",
                icon=":material/download:",
                width="stretch",
                on_click="ignore",
            )
