"""Finds a Chromium that works, or installs one: `python -m tools.chromium` prints where it is."""

import functools
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools import programs

MISSING = (
    "No Chromium was found and none could be installed. Install Chromium, Chrome or Edge, "
    "or run `python -m playwright install chromium`; CHROMIUM=/path/to/it names one elsewhere."
)

PATIENCE = 60  # seconds; a first start may be slow
# Quiet and repeatable: no first-run page, no component updates, no calls home.
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


def flags() -> list[str]:
    """Return the command-line flags every Chromium of this project is started with."""
    # Chromium refuses its sandbox to root, which is who runs in a container.
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*FLAGS, "--no-sandbox"] if root else list(FLAGS)


@functools.lru_cache(maxsize=1)
def find() -> Path:
    """Return a Chromium of this machine that starts; `FileNotFoundError` says what to install."""
    for candidate in _candidates():
        if _starts(candidate):
            return candidate
    raise FileNotFoundError(MISSING)


def install() -> None:
    """Install Chromium and a Chinese font by the system's packages, else Playwright's Chromium."""
    programs.install_packages(("chromium", "fonts-noto-cjk"))
    if any(_starts(candidate) for candidate in _candidates()):
        return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def _candidates() -> Iterator[Path]:
    """Yield where a Chromium may be: the one named, the machine's, Playwright's own."""
    if named := os.environ.get("CHROMIUM"):
        yield Path(named)
        return
    yield from programs.known(NAMES, PLACES)

    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    if own.exists():
        yield own


def _starts(chromium: Path) -> bool:
    """Tell whether it runs: Ubuntu's `chromium` may be a stub that only asks for a snap."""
    if sys.platform == "win32":  # chrome.exe --version opens a window there
        return chromium.exists()
    return programs.starts(chromium, PATIENCE)


if __name__ == "__main__":
    sys.exit(programs.main("Chromium", find, install))
