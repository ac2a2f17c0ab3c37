"""What becomes of the text: sections and files are chosen, then looked at, then issued and kept."""

import logging
from functools import partial

import streamlit as st

from briefing.documents import KINDS, document, file_name
from briefing.issued import Issued, NotKept, is_personal, keep
from briefing.template import TemplateError
from etl.errand import FAILURES, Errand
from pages.briefing.asked import Asked, topic_pills
from ui import card, free_text
from ui.under_way import ended, failed, start
from wording import Words

log = logging.getLogger("xianjie")
_ERRAND, _WHO, _KINDS = "issue", "briefing_who", "briefing_kinds"


def desk(asked: Asked) -> None:
    """The three steps to files, in the order they are taken."""
    t = asked.t
    with card(t("一、选内容"), key="briefing_topics"):
        topic_pills(asked)
    with card(t("二、核对文字"), _text_state(asked), key="briefing_text"):
        pass
    with card(t("三、出文件"), key="briefing_files"):
        kinds = _kinds(t)
        if kinds and asked.notice.topics:
            _look(asked, kinds)
            _issue(asked, kinds)


def kind_names(t: Words) -> dict[str, str]:
    """What each kind of document is called."""
    return {
        "docx": t("通报（Word）"),
        "pptx": t("幻灯片（PPT）"),
        "xlsx": t("附表（Excel）"),
        "slips": t("提醒单（ZIP）"),
    }


def _text_state(asked: Asked) -> str:
    t, count = asked.t, len(asked.drafts)
    if not count:
        return t("点数字看它怎么来的；要改，点各节的“改文字”。")
    return t.n("改过{n}节。附表、幻灯片的图表和数据不随文字改变。", count)


def _kinds(t: Words) -> list[str]:
    names = kind_names(t)
    chosen = st.pills(
        t("出哪些文件"),
        list(KINDS),
        format_func=names.__getitem__,
        selection_mode="multi",
        default=["docx"],
        key=_KINDS,
        label_visibility="collapsed",
        persist_state="session",
    )
    if not chosen:
        st.caption(t("请选要出的文件。"))
    return [kind for kind in KINDS if kind in (chosen or ())]


def _look(asked: Asked, kinds: list[str]) -> None:
    """The files for a look, made when they are asked for and not kept."""
    t, names = asked.t, kind_names(asked.t)
    st.caption(t("先下载看看，不留存："))
    with st.container(horizontal=True, gap="small"):
        for kind in kinds:
            st.download_button(
                names[kind],
                data=partial(_content, asked, kind),
                file_name=file_name(kind, asked.notice, asked.words),
                icon=":material/download:",
                type="tertiary",
                key=f"look_{kind}",
                on_click="ignore",
            )


def _content(asked: Asked, kind: str) -> bytes:
    return document(kind, asked.material()).content


def _issue(asked: Asked, kinds: list[str]) -> None:
    t = asked.t
    who = free_text(
        t("出具人"),
        t,
        is_personal=is_personal,
        key=_WHO,
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

    def work(_: object) -> Issued:
        documents = [document(kind, material) for kind in kinds]
        return keep(material, documents, by=who)

    return Errand(work)


def under_way(t: Words) -> None:
    """Wait for files that are being made; they are kept also when this page is left."""
    result = ended(_ERRAND, t, t("正在生成文件…"))
    if result is None:
        return
    try:
        issued = result()
    except (TemplateError, NotKept) as error:
        st.error(str(error), icon=":material/error:")
        return
    except FAILURES as error:
        log.exception("documents were not kept")
        failed(error, t)
        return
    assert isinstance(issued, Issued)
    st.toast(t.n("已留存，第{n}次", issued.number), icon=":material/check:")
