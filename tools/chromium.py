"""Finds a Chromium that works, or installs one: `python -m tools.chromium` prints where it is."""

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

MISSING = (
    "No Chromium was found and none could be installed. Install Chromium, Chrome or Edge, "
    "or run `python -m playwright install chromium`; CHROMIUM=/path/to/it names one elsewhere."
)

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
    if sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        packages = ["chromium", "fonts-noto-cjk"]
        subprocess.run(["apt-get", "update", "-q"], env=quiet, check=False)
        subprocess.run(
            ["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages],
            env=quiet,
            check=False,
        )
        if any(_starts(candidate) for candidate in _candidates()):
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def _candidates() -> Iterator[Path]:
    """Yield where a Chromium may be: the one named, the machine's, Playwright's own."""
    if named := os.environ.get("CHROMIUM"):
        yield Path(named)
        return
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    yield from (Path(place) for place in PLACES if Path(place).exists())

    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    if own.exists():
        yield own


def _starts(chromium: Path) -> bool:
    """Tell whether it runs: Ubuntu's `chromium` may be a stub that only asks for a snap."""
    if sys.platform == "win32":  # chrome.exe --version opens a window there
        return chromium.exists()
    try:
        answer = subprocess.run([chromium, "--version"], capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def main() -> int:
    """Print the path of a working Chromium, installing one first when there is none."""
    try:
        print(find())
        return 0
    except FileNotFoundError:
        print("No Chromium yet, installing one.", file=sys.stderr)
    install()
    try:
        print(find())
        return 0
    except FileNotFoundError as missing:
        print(missing, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
