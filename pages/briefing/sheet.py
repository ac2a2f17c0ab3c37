"""The text as a sheet of paper: every figure leads to its rows, every section can be rewritten."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import streamlit as st

from briefing.issued import is_personal
from briefing.notice.model import Paragraph, Topic
from briefing.notice.retold import Piece, changed_numbers, generated, retold
from charts.markup import Markup, join, link, tag
from pages.briefing.asked import Asked
from pages.briefing.drafts import restore, write
from ui import panel
from ui.controls import pick
from wording import Words

_EDIT, _DONE = "edit", "briefing_rewritten"
_ELEMENTS = {"title": "h1", "heading1": "h2", "heading2": "h3"}


@dataclass
class _Section:
    """Paragraphs that belong to one topic, or to none."""

    topic: Topic | None
    paragraphs: list[Paragraph] = field(default_factory=list)


def sheet(asked: Asked) -> None:
    """The text in one piece; where a section is being rewritten, its field stands in its place."""
    t, edited = asked.t, asked.topic(st.query_params.get(_EDIT))
    done = st.session_state.pop(_DONE, None)
    st.html(f"<style>{_style()}</style>")
    with st.container(key="paper", gap=None):
        if not asked.notice.topics:
            st.caption(t("选中的内容这个月没有可说的。"))
        before: list[Markup] = []
        for section in _sections(asked):
            if edited is None or section.topic is not edited:
                before.append(_drawn(section, asked, done))
                continue
            _page(before, "sheet_before", asked)
            before = []
            _field(edited, section.paragraphs[0], asked)
        _page(before, "sheet_after" if edited else "sheet", asked)


def _sections(asked: Asked) -> Iterator[_Section]:
    texts = {code: draft.text for code, draft in asked.drafts.items()}
    topics = iter(asked.notice.topics)
    section = _Section(None)
    for each in asked.notice.edited(texts).paragraphs(asked.words):
        if each.style in ("heading1", "heading2", "issuer"):
            yield section
            section = _Section(next(topics) if each.style == "heading2" else None)
        section.paragraphs.append(each)
    yield section


def _page(pieces: list[Markup], key: str, asked: Asked) -> None:
    if pieces:
        panel(tag("article", *pieces, class_="sheet", lang=asked.words.language), key=key)


def _drawn(section: _Section, asked: Asked, done: str | None) -> Markup:
    """The section as it is read; the one that was just rewritten is brought into view."""
    topic = section.topic
    if topic is None:
        return join(*(_paragraph(each, _pieces(each)) for each in section.paragraphs))
    heading, *_ = section.paragraphs
    draft, here = asked.drafts.get(topic.code), "nearest" if topic.code == done else None
    lines = (
        retold(topic, draft.text)
        if draft
        else tuple(tuple(Piece(said.text, said.to) for said in line) for line in topic.lines)
    )
    return join(
        tag("h3", *map(_piece, _pieces(heading)), _marks(topic, asked), data_here=here),
        *(tag("p", *map(_piece, line)) for line in lines),
    )


def _marks(topic: Topic, asked: Asked) -> Markup:
    """What a person did to the section, and the way to do so; in the reader's language."""
    t, draft = asked.t, asked.drafts.get(topic.code)
    said = [tag("b", edited_word(topic, draft.text, t))] if draft else []
    if draft and draft.is_stale(topic):
        said.append(tag("b", t("改后数据已更新，请核对"), class_="red"))
    edit = link(t("改文字"), to=f"?{_EDIT}={topic.code}", title=topic.heading)
    return tag("span", *said, edit, class_="marks", lang=t.language)


def edited_word(topic: Topic, text: str, t: Words) -> str:
    """That a section was rewritten, and how many numbers in it the board did not say."""
    changed = len(changed_numbers(topic, text))
    return t.n("已改，其中{n}个数改动过", changed) if changed else t("已改")


def _paragraph(each: Paragraph, pieces: tuple[Piece, ...]) -> Markup:
    name = _ELEMENTS.get(each.style, "p")
    return tag(name, *map(_piece, pieces), class_=each.style)


def _pieces(each: Paragraph) -> tuple[Piece, ...]:
    return tuple(Piece(said.text, said.to) for said in each.line)


def _piece(piece: Piece) -> str:
    if piece.is_changed:
        return tag("mark", piece.text)
    return link(piece.text, to=piece.to) if piece.to else piece.text


def _field(topic: Topic, heading: Paragraph, asked: Asked) -> None:
    """The section's text to be rewritten: a line is a paragraph."""
    t, draft = asked.t, asked.drafts.get(topic.code)
    name = "text_" + "_".join((*asked.key, topic.code))
    st.session_state.setdefault(name, draft.text if draft else generated(topic))

    def written() -> None:
        write(asked.key, topic, st.session_state[name])

    def taken_back() -> None:
        restore(asked.key, topic.code)
        st.session_state[name] = generated(topic)

    def finished() -> None:
        st.session_state[_DONE] = topic.code
        pick(_EDIT, "")

    with st.container(key="rewriting", border=True, gap="small"):
        head = tag("h3", *map(_piece, _pieces(heading)), data_here="start")
        panel(tag("article", head, class_="sheet"), key="rewriting_heading")
        st.text_area(
            t("一行一段；点别处即保存"),
            key=name,
            height="content",
            on_change=written,
        )
        if draft and is_personal(draft.text):
            st.warning(t("这里写的会保存：请去掉身份证号、电话号码。"))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(t("改好了"), icon=":material/check:", on_click=finished)
            if draft:
                st.button(t("恢复原文"), icon=":material/undo:", on_click=taken_back)
                st.caption(edited_word(topic, draft.text, t))


@cache
def _style() -> str:
    return (Path(__file__).parent / "sheet.css").read_text("utf-8")
