"""The text as people left it: kept in the home, for all who open the page, until it is taken back.

What may not be kept, or cannot be, stays in the session, and is said not to be kept.
"""

import logging
from collections.abc import Mapping

import streamlit as st

from briefing.drafts import Draft, Key, Personal, drop_draft, keep_draft, read_drafts
from briefing.notice.model import Topic
from briefing.notice.retold import generated
from briefing.writable import writable
from ui import home

log = logging.getLogger("xianjie")
_HELD, _REFUSED = "briefing_held", "briefing_refused"


def drafts(key: Key) -> dict[str, Draft | None]:
    """What was written for this material, by section; None where it cannot be read."""
    return {**read_drafts(home(), key), **_held(key)}


def in_home(key: Key, code: str) -> Draft | None:
    """What the home keeps of a section, whoever wrote it; None where that cannot be read, too."""
    return read_drafts(home(), key).get(code)


def write(key: Key, topic: Topic, text: str, made_of: str) -> Draft | None:
    """Keep a section's text, which was made of that generated one; what the board says now is no
    draft."""
    text = writable(text).strip()
    if text == generated(topic):
        restore(key, topic.code)
        return None
    return _keep(key, topic.code, Draft(text, made_of))


def restore(key: Key, code: str) -> None:
    """Take a section's draft back."""
    _held(key).pop(code, None)
    try:
        drop_draft(home(), key, code)
    except OSError as error:
        log.warning("a draft was not taken back: %s", error)
        st.session_state[_REFUSED] = True


def take_over(key: Key, texts: Mapping[str, Draft]) -> None:
    """Go on from the texts of something issued; what was written until now is replaced."""
    for code in drafts(key).keys() - texts.keys():
        restore(key, code)
    for code, draft in texts.items():
        _keep(key, code, draft)


def is_refused() -> bool:
    """Whether the home refused to let go of a draft in the last click; told once."""
    return bool(st.session_state.pop(_REFUSED, False))


def _keep(key: Key, code: str, draft: Draft) -> Draft:
    own = _held(key)
    try:
        draft = keep_draft(home(), key, code, draft)
        own.pop(code, None)
    except (Personal, OSError) as error:
        if isinstance(error, OSError):
            log.warning("a draft was not kept: %s", error)
        own[code] = draft
    return draft


def _held(key: Key) -> dict[str, Draft]:
    """Drafts of this session alone."""
    held: dict[Key, dict[str, Draft]] = st.session_state.setdefault(_HELD, {})
    return held.setdefault(key, {})
