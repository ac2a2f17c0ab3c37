"""The text as a sheet of paper: every figure leads to its rows, every section can be rewritten."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import streamlit as st

from briefing.notice.model import Paragraph, Style, Topic
from briefing.notice.retold import Piece, retold
from briefing.notice.said import Line
from charts.markup import Markup, join, link, tag
from pages.briefing.asked import Asked
from pages.briefing.drafts import is_refused
from pages.briefing.rewriting import (
    EDIT,
    edited_word,
    is_replaced,
    just_done,
    name_of,
    rewriting,
    tell_replaced,
)
from ui import panel

_ELEMENTS: dict[Style, str] = {"title": "h1", "heading1": "h2"}
_HEAD = ("title", "addressee")


def sheet(asked: Asked) -> None:
    """The text in one piece; where a section is being rewritten, its field stands in its place."""
    t, edited = asked.t, asked.section(st.query_params.get(EDIT))
    done = just_done()
    st.html(f"<style>{_style()}</style>")
    if is_refused():
        st.error(t("服务器上写不进去，没有恢复原文。请告诉管理员。"), icon=":material/error:")
    with st.container(key="paper", gap=None):
        if not asked.notice.topics:
            st.caption(t("选中的内容这个月没有可说的。"))
        before: list[Markup] = []
        for topic, heading in _sections(asked):
            if topic is None:
                before.append(_paragraph(heading))
                continue
            if topic is not edited:
                before.append(_drawn(topic, heading, asked, done))
            if topic is edited or is_replaced(topic, asked):
                _page(before, f"sheet_before_{topic.code}", asked)
                before = []
            if topic is edited:
                rewriting(topic, heading, asked)
            if is_replaced(topic, asked):
                tell_replaced(topic, asked)
        _page(before, "sheet_after" if edited else "sheet", asked)


def _sections(asked: Asked) -> Iterator[tuple[Topic | None, Paragraph]]:
    """Every section with its heading, an empty one before the opening; and between them the single
    paragraphs that are of none."""
    printed, topics = asked.notice.paragraphs(asked.words), iter(asked.notice.topics)
    yield from ((None, each) for each in printed if each.style in _HEAD)
    yield asked.notice.opening, Paragraph("heading2", ())
    for each in printed:
        if each.style == "heading2":
            yield next(topics), each
        elif each.style not in (*_HEAD, "body"):
            yield None, each


def _page(pieces: list[Markup], key: str, asked: Asked) -> None:
    if pieces:
        panel(tag("article", *pieces, class_="sheet", lang=asked.words.language), key=key)


def _drawn(topic: Topic, heading: Paragraph, asked: Asked, done: str | None) -> Markup:
    """The section as it is read; the one that was just rewritten is brought into view."""
    draft, here = asked.drafts.get(topic.code), "nearest" if topic.code == done else None
    lines = retold(topic, draft.text) if draft else tuple(map(_pieces, topic.lines))
    return join(
        tag(
            "h3" if heading.line else "div",
            *map(_piece, _pieces(heading.line)),
            _marks(topic, asked),
            class_="head",
            data_here=here,
        ),
        *(tag("p", *map(_piece, line)) for line in lines),
    )


def _marks(topic: Topic, asked: Asked) -> Markup:
    """What a person did to the section, and the way to do so; in the reader's language."""
    t, draft, said = asked.t, asked.drafts.get(topic.code), []
    if draft:
        said.append(tag("b", edited_word(topic, draft, t)))
        if draft.kept_at is None:
            said.append(tag("b", t("没有保存"), class_="red"))
        if draft.is_stale(topic):
            said.append(tag("b", t("改后数据已更新，请核对"), class_="red"))
    if asked.is_unreadable(topic):
        said.append(tag("b", t("保存的改动读不出来，这里是原文"), class_="red"))
    edit = link(t("改文字"), to=f"?{EDIT}={topic.code}", title=name_of(topic, t))
    return tag("span", *said, edit, class_="marks", lang=t.language)


def _paragraph(each: Paragraph) -> Markup:
    name = _ELEMENTS.get(each.style, "p")
    return tag(name, *map(_piece, _pieces(each.line)), class_=each.style)


def _pieces(line: Line) -> tuple[Piece, ...]:
    return tuple(Piece(said.text, said.to) for said in line)


def _piece(piece: Piece) -> str:
    if piece.is_changed:
        return tag("mark", piece.text)
    return link(piece.text, to=piece.to) if piece.to else piece.text


@cache
def _style() -> str:
    return (Path(__file__).parent / "sheet.css").read_text("utf-8")
