"""The first visitor of a fresh server, at whatever address, comes in through app.py.

Streamlit serves pages/x.py at /x without app.py until app.py has run once: language, sign-in and
the 示例数据 note would be missing. A browser hides this by asking for / first now and then, so the
messages of the websocket themselves are read.
"""

from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from tests.homes import PROJECT
from tools.serving import serving

PAGES = sorted(
    page.parent.name
    for page in (PROJECT / "pages").glob("*/__init__.py")
    if "__pycache__" not in page.parts
)


def first_answer(address: str, page: str, query: str = "lang=zh") -> list[ForwardMsg]:
    """Ask for one page as a browser does and return every message up to the end of the script."""
    asked = BackMsg()
    asked.rerun_script.page_name = page
    asked.rerun_script.query_string = query
    messages: list[ForwardMsg] = []
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None) as socket:
        socket.send(asked.SerializeToString())
        while not messages or messages[-1].WhichOneof("type") != "script_finished":
            message = ForwardMsg()
            message.ParseFromString(bytes(socket.recv(timeout=30)))  # type: ignore[arg-type]
            messages.append(message)
    return messages


@pytest.mark.parametrize("entry", ["server.py", "app.py"])
@pytest.mark.parametrize("page", PAGES)
def test_every_address_of_a_cold_server_comes_in_through_the_app(
    page: str, entry: str, sample_home: Path, tmp_path: Path
) -> None:
    with serving(PROJECT / entry, sample_home, tmp_path / "log.txt") as address:
        messages = first_answer(address, page)

    kinds = {message.WhichOneof("type") for message in messages}
    assert "page_not_found" not in kinds
    [navigation] = [m.navigation for m in messages if m.WhichOneof("type") == "navigation"]
    offered = {each.url_pathname or each.page_name for each in navigation.app_pages}
    assert page in offered
    [shown] = [
        each.url_pathname
        for each in navigation.app_pages
        if each.page_script_hash == navigation.page_script_hash
    ]
    assert shown == page
    drawn = b"".join(m.SerializeToString() for m in messages).decode("utf-8", "replace")
    assert "示例数据" in drawn
    elements = [m.delta.new_element for m in messages if m.WhichOneof("type") == "delta"]
    assert [e.exception.message for e in elements if e.WhichOneof("type") == "exception"] == []


def test_an_address_that_is_no_page_says_so(sample_home: Path, tmp_path: Path) -> None:
    with serving(PROJECT / "server.py", sample_home, tmp_path / "log.txt") as address:
        messages = first_answer(address, "no_such_page")
    assert "page_not_found" in {message.WhichOneof("type") for message in messages}
