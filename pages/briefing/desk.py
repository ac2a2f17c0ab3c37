"""What becomes of the text: sections and files are chosen, looked at, and issued."""

from functools import partial

import streamlit as st

from briefing.documents import (
    KINDS,
    check_template,
    document,
    file_name,
    kind_names,
    slip_content,
    slip_name,
)
from briefing.template import TemplateError
from pages.briefing.asked import Asked, topic_pills
from pages.briefing.issue import issue_form
from ui import card, home
from ui.plain import plain
from wording import Words


def desk(asked: Asked) -> None:
    """The three steps to files, in the order they are taken."""
    t = asked.t
    with card(t("一、选内容"), key="briefing_topics"):
        topic_pills(asked)
    card(t("二、核对文字"), _text_state(asked), key="briefing_text")
    with card(t("三、出文件"), key="briefing_files"):
        kinds = [kind for kind in _kinds(t) if _can_be_filled(kind, asked.words)]
        if kinds and asked.notice.topics:
            _look(asked, kinds)
            issue_form(asked, kinds)


def _text_state(asked: Asked) -> str:
    t, count = asked.t, len(asked.drafts)
    if not count:
        return t("点数字看它怎么来的；要改，点各节右上方的“改文字”。")
    return t.n("改过{n}节；保存的改动大家都看得到。附表、幻灯片的图表和数据不随文字改变。", count)


def _kinds(t: Words) -> list[str]:
    chosen = st.pills(
        t("出哪些文件"),
        list(KINDS),
        format_func=kind_names(t).__getitem__,
        selection_mode="multi",
        default=["docx"],
        key="briefing_kinds",
        label_visibility="collapsed",
        persist_state="session",
    )
    if not chosen:
        st.caption(t("请选要出的文件。"))
    return [kind for kind in KINDS if kind in (chosen or ())]


def _can_be_filled(kind: str, words: Words) -> bool:
    """Whether the bureau's own template, if there is one, is as it has to be; else it is said."""
    try:
        check_template(kind, home(), words)
    except TemplateError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return False
    return True


def _look(asked: Asked, kinds: list[str]) -> None:
    """The files for a look, made when they are asked for and not kept."""
    t, names = asked.t, kind_names(asked.t)
    st.caption(t("先下载看看，不留存："))
    with st.container(horizontal=True, gap="small"):
        for kind in kinds:
            if kind == "slips":
                _slips(asked)
            else:
                _download(names[kind], asked, kind)


def _download(label: str, asked: Asked, kind: str) -> None:
    st.download_button(
        label,
        data=partial(_content, asked, kind),
        file_name=file_name(kind, asked.notice, asked.words),
        icon=":material/download:",
        key=f"look_{kind}",
        on_click="ignore",
    )


def _content(asked: Asked, kind: str) -> bytes:
    return document(kind, asked.material()).content


def _slips(asked: Asked) -> None:
    """All slips in one file, or each unit's by itself: they go to different people."""
    t = asked.t
    if not asked.slips:
        st.caption(t("这个月没有要提醒的单位，不出提醒单。"))
        return
    with st.popover(t.n("提醒单{n}份", len(asked.slips)), icon=":material/download:"):
        _download(t("全部（ZIP）"), asked, "slips")
        for slip in asked.slips:
            st.download_button(
                plain(slip.unit.label(t)),
                data=partial(slip_content, slip, home(), asked.words),
                file_name=slip_name(slip),
                icon=":material/download:",
                type="tertiary",
                key=f"slip_{slip.unit.code}",
                on_click="ignore",
            )
