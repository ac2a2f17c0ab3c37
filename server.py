"""The board as a web server: `streamlit run server.py` (or app.py, which is served the same way).

Adds to Streamlit: imports and first queries done before the first reader comes, big scripts sent
compressed, security headers, /healthz, and a sentence instead of an exception box.
"""

import asyncio
import gc
import gzip
import logging
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from importlib import import_module
from mimetypes import guess_type
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.formparsers import MultiPartParser
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime.pages_manager import PagesManager

import pages
from board.overview import ALL, field, headlines, year_line
from board.store import open_board
from etl.publish import FAILURES, bring_up_to_date
from etl.reference import load_reference
from etl.store import Store
from ui import home, words

log = logging.getLogger("xianjie")

# Where readers' browsers get Streamlit's own files from.
STATIC = (Path(st.__file__).parent / "static" / "static").resolve()
COMPRESS_AFTER = 5.0  # seconds: when the page that asked for a file has long been drawn

# Everything comes from this server; Streamlit's components run as blob: modules, its widgets
# and Plotly write style attributes.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' ws: wss: data: blob:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "frame-ancestors 'self'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class SecureHeaders:
    """Adds HEADERS to every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, secured if scope["type"] == "http" else send)


class Compressed:
    """Sends Streamlit's big scripts and styles gzipped, each compressed once and kept.

    Streamlit itself sends them plain, since compressing at every request costs more than it
    saves; Plotly alone is 4.7 MB against 1.4 MB. Their names hold a hash of what is in them, so
    a browser may keep them for good. Who asks first gets the file as it is, and it is compressed
    a little later, so that nobody's first page waits for it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[str, bytes | None] = {}  # None: asked for, not compressed yet
        self.worker = ThreadPoolExecutor(max_workers=1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self._answer(scope) if scope["type"] == "http" else None
        await (answer or self.app)(scope, receive, send)

    def _answer(self, scope: Scope) -> Response | None:
        name = scope["path"].rpartition("/static/")[2]
        headers = Headers(scope=scope)
        if scope["method"] != "GET" or "gzip" not in headers.get("accept-encoding", ""):
            return None
        if name not in self.kept and name.endswith((".js", ".css")):
            self.kept[name] = None
            later = asyncio.get_running_loop().call_later
            later(COMPRESS_AFTER, self.worker.submit, self._compress, name)
        if (body := self.kept.get(name)) is None:
            return None
        return Response(
            body,
            media_type=guess_type(name)[0],
            headers={
                "content-encoding": "gzip",
                "vary": "accept-encoding",
                "cache-control": "public, immutable, max-age=31536000",
            },
        )

    def _compress(self, name: str) -> None:
        file = (STATIC / name).resolve()
        if file.is_relative_to(STATIC) and file.is_file():
            self.kept[name] = gzip.compress(file.read_bytes(), 6)


async def health(_request: Request) -> JSONResponse:
    """Whether the server answers, and which publication it shows (null before the first)."""
    board = open_board(home())
    return JSONResponse({"status": "ok", "publication": board.name if board else None})


async def entrance(request: Request) -> RedirectResponse:
    """/ is the overview. Left to a page's script, the way back would lead to / and here again."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"overview{query}")


@asynccontextmanager
async def warmed(_app: st.App) -> AsyncIterator[None]:
    """Before the first reader: the imports of every page, and the first page's queries."""
    # Without this a fresh server takes pages/ for the old kind of Streamlit app, until app.py
    # has run once: the first reader of /overview would be told that there is no such page.
    PagesManager.uses_pages_directory = False
    for page in iter_modules(pages.__path__, "pages."):
        import_module(page.name)
    # A board of another version, or one whose last upload was accepted and not published yet.
    try:
        if open_board(home()):
            bring_up_to_date(Store(home()), load_reference(home()))
    except FAILURES as error:  # the board of before is there
        log.warning("the board was not published again: %s", error)
    board = open_board(home())
    if board and board.periods:
        for rate in headlines(board):
            year_line(board, field(board, board.periods[-1], rate, ALL))
    # Streamlit collects garbage after every run of a page; what is here to stay (pandas, Plotly,
    # DuckDB) need not be looked through each time, which took longer than the page itself.
    gc.collect()
    gc.freeze()
    yield


def apologise(error: Exception) -> bool:
    """Show a sentence in the reader's language; what went wrong is in the log."""
    log.exception("a page failed", exc_info=error)
    t = words()
    st.error(t("这一页出错了，已记入服务器日志。请刷新重试；仍然如此请联系管理员。"))
    return True


# What a county sends stays in memory until it is known what in it is personal: a form larger than
# this would be spooled to a temporary file.
MultiPartParser.spool_max_size = 1 << 30

OPTIONS: dict[str, Any] = {
    "lifespan": warmed,
    "routes": [Route("/healthz", health), Route("/", entrance)],
    "middleware": [Middleware(SecureHeaders), Middleware(Compressed)],
    "on_script_error": apologise,
}
app = st.App(Path(__file__).with_name("app.py"), **OPTIONS)
