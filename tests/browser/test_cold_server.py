"""The first visitor of a fresh server, at whatever address, comes in through app.py.

Until app.py has run once, Streamlit takes a folder `pages/` for its own old way of making pages: a
file pages/x.py would be served at /x without language, sign-in and the 示例数据 note. The messages
of the websocket are read, because a browser may have asked for / before.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tools.command import PROJECT
from tools.serving import serving
from tools.wire import session

PAGES = sorted(page.parent.name for page in (PROJECT / "pages").glob("*/__init__.py"))

FirstAnswer = Callable[[str, str], list[ForwardMsg]]


@pytest.fixture
def first_answer(sample_home: Path, tmp_path: Path) -> FirstAnswer:
    """Start a server with this entry, ask it for one page, and return all it says."""

    def ask(entry: str, page: str) -> list[ForwardMsg]:
        with (
            serving(PROJECT / entry, sample_home, tmp_path / "log.txt") as address,
            session(address) as cold,
        ):
            return cold.ask(page)

    return ask


def kinds(messages: list[ForwardMsg]) -> set[str]:
    return {kind for message in messages if (kind := message.WhichOneof("type"))}


@pytest.mark.parametrize("entry", ["server.py", "app.py"])
@pytest.mark.parametrize("page", PAGES)
def test_every_address_comes_in_through_the_app(
    page: str, entry: str, first_answer: FirstAnswer
) -> None:
    messages = first_answer(entry, page)

    *_, navigation = [m.navigation for m in messages if m.WhichOneof("type") == "navigation"]
    [shown] = [
        each.url_pathname
        for each in navigation.app_pages
        if each.page_script_hash == navigation.page_script_hash
    ]
    assert shown == page

    elements = [m.delta.new_element for m in messages if m.WhichOneof("type") == "delta"]
    assert [e.exception.message for e in elements if e.WhichOneof("type") == "exception"] == []
    assert any("示例数据".encode() in each.SerializeToString() for each in elements)


@pytest.mark.parametrize("page", PAGES)
def test_the_first_visitor_is_not_told_that_the_page_is_missing(
    page: str, first_answer: FirstAnswer
) -> None:
    """Streamlit's old way would say so, and then show the page all the same."""
    assert "page_not_found" not in kinds(first_answer("server.py", page))


def test_an_address_that_is_no_page_says_so(first_answer: FirstAnswer) -> None:
    assert "page_not_found" in kinds(first_answer("server.py", "no_such_page"))
