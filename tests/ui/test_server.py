"""What server.py adds to Streamlit."""

import asyncio
import gzip
import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartParser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message

import server
from etl.read import LARGEST
from tests.board.published import publish

SCRIPT = next((server.STATIC / "js").glob("index.*.js"))
ADDRESS = f"/static/js/{SCRIPT.name}"
PLAIN = PlainTextResponse("as it is")


@dataclass
class Answer:
    """What a browser gets."""

    headers: dict[str, str]
    body: bytes


async def ask(app: ASGIApp, path: str, encoding: str = "gzip") -> Answer:
    """One GET of an ASGI application."""
    messages: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        messages.append(message)

    headers = [(b"accept-encoding", encoding.encode())]
    scope = {"type": "http", "method": "GET", "path": path, "headers": headers}
    await app(scope, receive, send)
    start, *rest = messages
    told = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(told, b"".join(message["body"] for message in rest))


def test_health_names_the_publication(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD_HOME", str(tmp_path))
    route, _ = server.OPTIONS["routes"]

    def told() -> object:
        return json.loads(asyncio.run(ask(route.app, "/healthz")).body)

    assert told() == {"status": "ok", "publication": None}
    publish(tmp_path)
    assert told() == {"status": "ok", "publication": "board-000001"}


def test_every_answer_carries_the_headers() -> None:
    answer = asyncio.run(ask(server.SecureHeaders(PLAIN), "/anything"))
    assert answer.headers == answer.headers | server.HEADERS
    assert answer.body == b"as it is"


def test_a_script_is_compressed_once_and_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "COMPRESS_AFTER", 0.0)
    compressed = server.Compressed(PLAIN)

    async def visits() -> tuple[Answer, Answer, Answer]:
        first = await ask(compressed, ADDRESS)
        async with asyncio.timeout(20):
            while compressed.kept[f"js/{SCRIPT.name}"] is None:
                await asyncio.sleep(0.01)
        return first, await ask(compressed, ADDRESS), await ask(compressed, ADDRESS, "identity")

    first, again, other = asyncio.run(visits())
    assert first.body == other.body == b"as it is"
    assert again.headers["content-encoding"] == "gzip"
    assert again.headers["content-type"].startswith("text/javascript")
    assert gzip.decompress(again.body) == SCRIPT.read_bytes()


def test_what_is_no_file_of_streamlits_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "COMPRESS_AFTER", 0.0)
    compressed = server.Compressed(PLAIN)

    async def visits() -> None:
        for name in ("js/none.js", "../../../__init__.js", "../../favicon.png"):
            await ask(compressed, f"/static/{name}")
        await asyncio.sleep(0.05)
        compressed.worker.shutdown()

    asyncio.run(visits())
    assert not any(compressed.kept.values())


def test_what_is_uploaded_stays_in_memory() -> None:
    assert MultiPartParser.spool_max_size > LARGEST  # set by importing the server
    body = (
        b'--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
        + b"1" * (3 << 20)
        + b"\r\n--x--\r\n"
    )

    async def pieces() -> AsyncGenerator[bytes, None]:
        yield body

    headers = Headers({"content-type": "multipart/form-data; boundary=x"})
    form = asyncio.run(MultiPartParser(headers, pieces()).parse())
    upload = form["file"]
    assert isinstance(upload, UploadFile)
    assert upload.size == 3 << 20
    assert upload._in_memory
    asyncio.run(form.close())
