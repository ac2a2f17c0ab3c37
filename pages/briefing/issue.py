"""Issuing: who does, the files being made, and that they are kept."""

import logging

import streamlit as st

from briefing.documents import documents
from briefing.issued import Issued, NotKept, keep
from briefing.personal import is_personal
from briefing.template import TemplateError
from etl.errand import FAILURES, Errand
from pages.briefing.asked import Asked
from ui import free_text
from ui.under_way import ended, failed, start
from wording import Words

log = logging.getLogger("xianjie")
_ERRAND, _KEPT = "issue", "issue_kept"


def issue_form(asked: Asked, kinds: list[str]) -> None:
    """The name and the button, and what still has to be done before it can be pressed."""
    t = asked.t
    who = free_text(
        t("出具人"),
        t,
        is_personal=is_personal,
        key="briefing_who",
        max_chars=40,
        placeholder=t("如：市巩固衔接办"),
        persist_state="session",
    )
    personal = any(is_personal(draft.text) for draft in asked.drafts.values())
    if st.button(
        t("生成并留存"),
        type="primary",
        icon=":material/inventory_2:",
        disabled=not who or personal,
        key="issue_button",
        width="stretch",
    ):
        start(_ERRAND, _errand(asked, kinds, who))
    if personal:
        st.caption(t("有一节文字里有身份证号、电话号码，去掉才能留存。"))
    elif not who:
        st.caption(t("请填写出具人，它会写进留存记录。"))
    else:
        st.caption(t("文件、改过的文字和数据版本一起留存，以后不会改动。"))


def _errand(asked: Asked, kinds: list[str], who: str) -> Errand[Issued]:
    # What a person wrote is read now: the session may be gone when the files are made.
    material = asked.material()
    return Errand(lambda _: keep(material, documents(kinds, material), by=who))


def under_way(t: Words) -> None:
    """Wait for files that are being made; they are kept also when this page is left."""
    result = ended(_ERRAND, t, t("正在生成文件…"))
    if result is None:
        return
    try:
        st.session_state[_KEPT] = result()
    except (TemplateError, NotKept) as error:
        st.error(str(error), icon=":material/error:")
        return
    except FAILURES as error:
        log.exception("documents were not kept")
        failed(error, t)
        return
    st.rerun()


def just_kept() -> Issued | None:
    """What was issued by the last click of this session, told once."""
    issued: Issued | None = st.session_state.pop(_KEPT, None)
    return issued
