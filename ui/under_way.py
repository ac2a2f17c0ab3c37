"""What a reader asked for that takes a while: waited for, also when the page was left meanwhile."""

from collections.abc import Callable, Iterator
from typing import Protocol

import streamlit as st

from wording import Words


class Running(Protocol):
    """Something under way in a thread of its own."""

    def steps(self) -> Iterator[str]:
        """Each step as it begins, until the end."""

    def result(self) -> object:
        """What came of it; raises what went wrong."""


def start(name: str, running: Running) -> None:
    """Keep it under this name of the session and show the page anew, which waits for it."""
    st.session_state[name] = running
    st.rerun()


def ended(name: str, t: Words, doing: str = "") -> Callable[[], object] | None:
    """Wait for what is under way by this name; its result, which raises what went wrong. None when
    there is nothing. `doing` is told meanwhile, where it is not that the board is updated."""
    running: Running | None = st.session_state.get(name)
    if running is None:
        return None
    with st.status(doing or t("正在更新看板…"), expanded=False):
        for _ in running.steps():
            pass
    del st.session_state[name]
    return running.result


def failed(error: Exception, t: Words) -> None:
    """Say that the server could not do it; the log says more."""
    kind = type(error).__name__
    st.error(t("服务器出错（{kind}），已记入日志，请告诉管理员。", kind=kind))
