"""Speaks Streamlit's websocket as its browser part does: asks for a page, reads every message."""

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE = 30.0  # seconds until the next message


class Session:
    """One reader's session with a server."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket

    def ask(self, page: str, query: str = "lang=zh") -> list[ForwardMsg]:
        """Run the page with this query string; return every message up to the script's end."""
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.query_string = query
        self._socket.send(asked.SerializeToString())
        messages: list[ForwardMsg] = []
        while not messages or messages[-1].WhichOneof("type") != "script_finished":
            frame = self._socket.recv(timeout=PATIENCE, decode=False)
            messages.append(ForwardMsg.FromString(frame))
        return messages


@contextmanager
def session(address: str) -> Iterator[Session]:
    """Yield a new session with the server at http://address."""
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None) as socket:
        yield Session(socket)
