"""The field in which a section is rewritten: what is written there is kept in pauses of writing."""

import streamlit as st

from briefing.drafts import Draft
from briefing.notice.model import Paragraph, Topic
from briefing.notice.retold import changed_numbers, generated
from briefing.notice.said import text
from briefing.personal import is_personal
from charts.markup import tag
from pages.briefing.asked import Asked
from pages.briefing.drafts import drafts, in_home, restore, write
from ui import panel
from ui.controls import pick
from ui.pauses import send_in_pauses
from wording import Words

EDIT = "edit"  # of the address: the section that is being rewritten
_FIELD = "rewriting"
_DONE, _REPLACED = "briefing_rewritten", "briefing_replaced"
_SEEN, _MADE_OF = "briefing_seen", "briefing_made_of"


def rewriting(topic: Topic, heading: Paragraph, asked: Asked) -> None:
    """The section's text to be rewritten: a line is a paragraph."""
    t, draft = asked.t, asked.drafts.get(topic.code)
    name = "text_" + "_".join((*asked.key, topic.code))

    def begin() -> None:
        there = drafts(asked.key).get(topic.code)
        st.session_state[name] = there.text if there else generated(topic)
        st.session_state[_MADE_OF] = generated(topic)
        st.session_state[_SEEN] = in_home(asked.key, topic.code)

    def of_others() -> Draft | None:
        there = in_home(asked.key, topic.code)
        return there if there != st.session_state[_SEEN] else None

    def written() -> None:
        others = of_others()
        own = write(asked.key, topic, st.session_state[name], st.session_state[_MADE_OF])
        if own and own.kept_at is None:
            return  # nothing was replaced
        st.session_state[_SEEN] = own
        if others:
            _replaced()[*asked.key, topic.code] = others

    def taken_back() -> None:
        others = of_others()
        restore(asked.key, topic.code)
        begin()
        if others:
            _replaced()[*asked.key, topic.code] = others

    def finished() -> None:
        st.session_state[_DONE] = topic.code
        pick(EDIT, "")

    if name not in st.session_state:
        begin()
    with st.container(key=_FIELD, border=True, gap="small"):
        head = tag("h3", text(heading.line) or name_of(topic, t), data_here="start")
        panel(tag("article", head, class_="sheet"), key="rewriting_heading")
        st.text_area(t("一行一段；边写边保存"), key=name, height="content", on_change=written)
        send_in_pauses(_FIELD)
        _trouble(topic, asked)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(t("改好了"), icon=":material/check:", on_click=finished)
            if draft or asked.is_unreadable(topic):
                st.button(t("恢复原文"), icon=":material/undo:", on_click=taken_back)
            if draft:
                st.caption(edited_word(topic, draft, t))


def is_replaced(topic: Topic, asked: Asked) -> bool:
    """Whether something that somebody else wrote in the section waits to be read."""
    return (*asked.key, topic.code) in _replaced()


def tell_replaced(topic: Topic, asked: Asked) -> None:
    """What somebody else wrote in the section meanwhile and must not lose, until it was read."""
    t, place = asked.t, (*asked.key, topic.code)
    replaced = _replaced()[place]

    def was_read() -> None:
        del _replaced()[place]

    with st.container(key="replaced_" + topic.code, gap="small"):
        st.warning(t("别人{moment}也改了这一节，已被这里的代替。那边写的是：",
                     moment=_moment(replaced, t)))  # fmt: skip
        st.code(replaced.text, language=None, wrap_lines=True)
        st.button(t("知道了"), key="read_" + topic.code, on_click=was_read)


def just_done() -> str | None:
    """The section whose rewriting was finished by the last click, told once."""
    done: str | None = st.session_state.pop(_DONE, None)
    return done


def name_of(topic: Topic, t: Words) -> str:
    """What a section is called."""
    return topic.heading or t("开头")


def edited_word(topic: Topic, draft: Draft, t: Words) -> str:
    """That a section was rewritten, how many numbers in it the board did not say, and when."""
    changed = len(changed_numbers(topic, draft.text))
    said = t.n("已改，其中{n}个数改动过", changed) if changed else t("已改")
    return f"{said} · {_moment(draft, t)}" if draft.kept_at else said


def _trouble(topic: Topic, asked: Asked) -> None:
    """Why what is written is not kept, or is to be checked."""
    t, draft = asked.t, asked.drafts.get(topic.code)
    if asked.is_unreadable(topic):
        st.warning(t("这一节保存过改动，文件读不出来：在这里改，就换成新的。"))
    if draft and is_personal(draft.text):
        st.warning(
            t("这里写的会保存：请去掉身份证号、电话号码。")
            if draft.kept_at
            else t("没有保存，刷新网页就没有了：请去掉身份证号、电话号码。")
        )
    elif draft and draft.kept_at is None:
        st.error(t("服务器上写不进去，没有保存，刷新网页就没有了：请先复制下来，并告诉管理员。"))
    if draft and draft.is_stale(topic):
        st.warning(t("改后数据已更新，请核对"))


def _replaced() -> dict[tuple[str, ...], Draft]:
    """What others wrote and this session replaced, by material and section."""
    replaced: dict[tuple[str, ...], Draft] = st.session_state.setdefault(_REPLACED, {})
    return replaced


def _moment(draft: Draft, t: Words) -> str:
    at = draft.kept_at and draft.kept_at.astimezone()
    return f"{t.day(at)} {at:%H:%M}" if at else ""
