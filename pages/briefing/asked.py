"""What is asked for: month, level, language, sections, and the text as a person left it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import streamlit as st

from board.store import Board
from briefing.documents import Material
from briefing.drafts import Draft, Key
from briefing.notice.compose import CHARTS, TABLES, TOPICS, notice, topic_names
from briefing.notice.model import Notice, Topic
from briefing.slips import Slip, slips
from pages.briefing.drafts import drafts
from ui import controls, home
from ui.controls import pick
from ui.reader import in_language
from ui.switch import switch
from wording import LANGUAGES, Words

_TOPICS = "topics"


@dataclass(frozen=True)
class Asked:
    """The material on the desk. `t` speaks to the reader, `words` are those of the documents;
    `topics` are codes of TOPICS."""

    board: Board
    t: Words
    words: Words
    period: str
    level: str
    topics: tuple[str, ...]

    @cached_property
    def notice(self) -> Notice:
        """The text as generated; its tables and charts are made with the files."""
        text = set(self.topics) - {TABLES, CHARTS}
        return self._notice(text, datetime.now())

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        """The slips of the units that are to be reminded."""
        return slips(self.board, self.period, self.level, self.words, made=datetime.now())

    @property
    def key(self) -> Key:
        """What a draft belongs to."""
        return self.period, self.level, self.words.language

    @cached_property
    def drafts(self) -> dict[str, Draft]:
        """What people made of the sections shown."""
        return {code: draft for code, draft in self._rewritten.items() if draft}

    def is_unreadable(self, topic: Topic) -> bool:
        """Whether the section was rewritten, and what was written cannot be read."""
        return self._rewritten.get(topic.code, ...) is None

    def section(self, code: str | None) -> Topic | None:
        """The section of that code, if it is shown."""
        return next((topic for topic in self.notice.sections if topic.code == code), None)

    def material(self) -> Material:
        """The same with tables and charts, to be made into files now."""
        made = datetime.now()
        texts = {code: draft.text for code, draft in self.drafts.items()}
        told = self._notice(self.topics, made)
        return Material(home(), self.board, told, self.words, made, self.topics, texts)

    @cached_property
    def _rewritten(self) -> dict[str, Draft | None]:
        # Read once while the page is drawn: a download is made later, outside of the session.
        shown = {topic.code for topic in self.notice.sections}
        return {code: draft for code, draft in drafts(self.key).items() if code in shown}

    def _notice(self, topics: Collection[str], made: datetime) -> Notice:
        return notice(self.board, self.period, self.level, self.words, made=made, topics=topics)


def asked_for(board: Board, t: Words) -> Asked:
    """Draw the pickers of the head; what they say, and the sections that the address names."""
    period, level = controls.month(board, t), controls.level(board, t)
    # The reader's own language comes first, and is meant where the address names none.
    languages = sorted(LANGUAGES, key=lambda each: each != t.language)
    chosen = switch("document", t("文件语言"), {each: LANGUAGES[each] for each in languages})
    named = (st.query_params.get(_TOPICS) or "").split(",")
    topics = tuple(code for code in TOPICS if code in named) or TOPICS
    return Asked(board, t, in_language("en" if chosen == "en" else "zh"), period, level, topics)


def topic_pills(asked: Asked) -> None:
    """The sections to choose from; the choice stands in the address."""
    t, names = asked.t, topic_names(asked.t)
    st.session_state[_TOPICS] = list(asked.topics)

    def keep() -> None:
        chosen = st.session_state[_TOPICS]
        choose_topics([code for code in TOPICS if code in chosen])

    st.pills(
        t("选哪些内容"),
        list(TOPICS),
        format_func=names.__getitem__,
        selection_mode="multi",
        label_visibility="collapsed",
        key=_TOPICS,
        on_change=keep,
    )


def choose_topics(codes: Collection[str]) -> None:
    """Choose these sections; all of them need no word in the address."""
    pick(_TOPICS, "" if set(codes) == set(TOPICS) else ",".join(codes))
