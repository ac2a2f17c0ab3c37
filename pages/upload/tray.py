"""The files handed over in this session: each is examined once, and again when something else is
said of it or the board has changed. They stay in memory: nothing is written before a person has
confirmed it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import streamlit as st
from streamlit.typing import UploadedFile

from etl.accept import differing
from etl.changes import Changes, changes
from etl.examine import examine
from etl.examined import Examined
from etl.problems import Group, Problem, grouped
from etl.read import SentFile
from etl.recognised import Said
from etl.reference import Reference
from etl.store import Store, Upload
from etl.unreadable import Unreadable

_TRAY, _SAID, _ROUND = "tray", "tray_said", "tray_round"


@dataclass
class Desk:
    """Where files are handed over: the store, the reference tables, and the state of both."""

    store: Store
    reference: Reference
    state: str  # another one when uploads or reference tables have changed
    months: tuple[str, ...]  # that a file may be said to be of, the newest first


@dataclass
class Handed:
    """One file, what was found in it, and what it would change."""

    key: str
    desk: Desk
    said: Said
    found: Examined
    unread: Problem | None = None
    twin: str | None = None  # the name of the very same file, handed over before it
    changed_by: Upload | None = None  # what changed, since it was last shown, what it would replace
    is_shown: bool = False  # whether a page has shown it as it is now

    @property
    def problems(self) -> list[Problem]:
        """All that is wrong with it."""
        return [self.unread] if self.unread else self.found.problems

    @cached_property
    def groups(self) -> list[Group]:
        """The same by kind, errors first."""
        return grouped(self.problems)

    @property
    def errors(self) -> int:
        """How many problems block it."""
        return sum(each.severity == "error" for each in self.problems)

    @property
    def warnings(self) -> int:
        """How many do not."""
        return len(self.problems) - self.errors

    @cached_property
    def warned_of(self) -> str:
        """What its warnings are, in a few characters: others are to be seen anew."""
        told = [(each.code, each.row, each.column, each.zh) for each in self.problems]
        return hashlib.sha256(repr(told).encode()).hexdigest()[:8]

    @property
    def is_new(self) -> bool:
        """Whether it can be confirmed: nothing blocks it, and it is not in force already nor handed
        over twice."""
        return not self.errors and self.found.same is None and self.twin is None

    @cached_property
    def changes(self) -> Changes:
        """What accepting it would change; for one that can be."""
        return changes(self.found, self.desk.store, self.desk.reference)


def uploader_key() -> str:
    """The key of the uploader, a new one after each confirmation so that it is empty again."""
    return f"uploader_{st.session_state.get(_ROUND, 0)}"


def handed_over(uploaded: Iterable[UploadedFile], desk: Desk) -> list[Handed]:
    """What is known of each uploaded file, in their order."""
    known: dict[str, Handed] = st.session_state.setdefault(_TRAY, {})
    said: dict[str, Said] = st.session_state.setdefault(_SAID, {})
    tray: dict[str, Handed] = {}
    for each in uploaded:
        now = said.get(each.file_id, Said())
        before = known.get(each.file_id)
        if before and (before.said, before.desk.state) == (now, desk.state):
            before.is_shown = True
            tray[each.file_id] = before
            continue
        file = SentFile(each.name, each.getvalue())
        tray[each.file_id] = handed = _examined(each.file_id, file, desk, now)
        if before and before.said == now:
            then, uploads = before.found.replaces, desk.store.uploads()
            handed.changed_by = differing(handed.found.replaces, then, uploads)
    first: dict[tuple[str, Said], Handed] = {}
    for handed in tray.values():
        same = first.setdefault((handed.found.file.sha256, handed.said), handed)
        handed.twin = None if same is handed else same.found.name
    st.session_state[_TRAY] = tray
    return list(tray.values())


def _examined(key: str, file: SentFile, desk: Desk, said: Said) -> Handed:
    try:
        return Handed(key, desk, said, examine(file, desk.store, desk.reference, said))
    except Unreadable as error:
        return Handed(key, desk, said, Examined.unread(file.name), error.problem)


def say(key: str, **what: str | None) -> None:
    """Keep what a person says of a file; for callbacks."""
    said = st.session_state.setdefault(_SAID, {})
    said[key] = replace(said.get(key, Said()), **what)


def clear() -> None:
    """Empty the tray and the uploader."""
    for name in (_TRAY, _SAID):
        st.session_state.pop(name, None)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
