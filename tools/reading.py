"""Opens a served board in Chromium as a reader would, and notes whatever a reader must not see."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, sync_playwright

from tools import chromium

PATIENCE = 60_000.0  # ms, for anything to appear; a busy machine of two cores has needed 15
LOCALES = {"zh": "zh-CN", "en": "en-US"}
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
UNFINISHED = '[data-stale="true"], [data-testid="stSkeleton"]'
CONTENT = '[data-testid="stMain"] [data-testid="stElementContainer"]'

# Charts and components draw themselves after the script has ended: wait until nothing changes.
SETTLED = """() => new Promise((done) => {
    let timer;
    const settled = () => { observer.disconnect(); done(); };
    const again = () => { clearTimeout(timer); timer = setTimeout(settled, 300); };
    const observer = new MutationObserver(again);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    again();
})"""

# On /ranking Streamlit first asks whether it is served below /ranking, and takes the 404 for a no.
ASKING_WHERE_IT_IS = re.compile(r"//[^/]+/[^/]+/_stcore/(health|host-config)$")


@contextmanager
def reader() -> Iterator[Browser]:
    """Yield a running headless Chromium; `FileNotFoundError` says what to install."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=chromium.flags(), headless=True
        )
        try:
            yield browser
        finally:
            browser.close()


class Visit:
    """One reader's window: a fresh profile with its language, theme and screen size."""

    def __init__(
        self,
        browser: Browser,
        *,
        lang: str = "zh",
        theme: str = "light",
        size: tuple[int, int] = (1366, 768),
    ) -> None:
        self._context = browser.new_context(
            viewport=ViewportSize(width=size[0], height=size[1]),
            locale=LOCALES[lang],
            color_scheme="dark" if theme == "dark" else "light",
        )
        self._context.set_default_timeout(PATIENCE)
        self.complaints: list[str] = []
        self.page = self._context.new_page()
        self.page.on("console", self._note_console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))

    def open(self, address: str) -> Page:
        """Go to the address and return the page once it is drawn."""
        self.page.goto(address)
        return self.drawn()

    def drawn(self) -> Page:
        """Wait until the script has ended and the page has come to rest; return it."""
        self.page.locator(IDLE).wait_for(state="attached")
        self.page.locator(CONTENT).first.wait_for(state="attached")
        self.page.evaluate(SETTLED)
        self.page.locator(UNFINISHED).first.wait_for(state="detached")
        if boxes := self.page.locator('[data-testid="stException"]').all_inner_texts():
            self.complaints += [f"exception box: {text}" for text in boxes]
        return self.page

    def close(self) -> None:
        """Close the window and forget its profile."""
        self._context.close()

    def _note_console(self, message: ConsoleMessage) -> None:
        address = message.location["url"]
        if message.type == "error" and not ASKING_WHERE_IT_IS.search(address):
            self.complaints.append(f"console: {message.text} ({address})")
