"""The text as a person left it: kept in the session, from page to page, until it is taken back."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from briefing.notice.model import Topic
from briefing.notice.retold import generated

Key = tuple[str, str, str]  # month, level, language
_DRAFTS = "briefing_drafts"


@dataclass(frozen=True, slots=True)
class Draft:
    """A topic as a person wrote it, and the generated text that it was made of."""

    text: str
    made_of: str

    def is_stale(self, topic: Topic) -> bool:
        """Whether the board says something else now than when it was written."""
        return self.made_of != generated(topic)


def drafts(key: Key) -> dict[str, Draft]:
    """What was written for this material, by topic."""
    return _all().get(key, {})


def write(key: Key, topic: Topic, text: str) -> None:
    """Keep a topic's text; the generated text itself is no draft."""
    own, said = _all().setdefault(key, {}), generated(topic)
    if text.strip() == said:
        own.pop(topic.code, None)
    else:
        own[topic.code] = Draft(text.strip(), said)


def restore(key: Key, code: str) -> None:
    """Take a topic's draft back."""
    drafts(key).pop(code, None)


def take_over(key: Key, texts: Mapping[str, Draft]) -> None:
    """Go on from the texts of something issued; what was written until now is replaced."""
    _all()[key] = dict(texts)


def _all() -> dict[Key, dict[str, Draft]]:
    found: dict[Key, dict[str, Draft]] = st.session_state.setdefault(_DRAFTS, {})
    return found
