"""Finds a LibreOffice that works, or installs one: `python -m tools.libreoffice` prints its place.

Tests open with it what the board writes: a document that it can turn into pages is whole.
"""

import functools
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools import programs

MISSING = (
    "No LibreOffice was found and none could be installed. Install it from libreoffice.org or by "
    "your system's packages; SOFFICE=/path/to/soffice names one elsewhere."
)
NAMES = ("soffice", "libreoffice")
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
)
PACKAGES = ("libreoffice-writer", "libreoffice-impress", "libreoffice-calc", "fonts-noto-cjk")
PATIENCE = 180  # seconds; the first start writes a profile


@functools.lru_cache(maxsize=1)
def find() -> Path:
    """Return a LibreOffice that starts; `FileNotFoundError` says what to install."""
    for candidate in _candidates():
        if programs.starts(candidate, PATIENCE):
            return candidate
    raise FileNotFoundError(MISSING)


def converted(document: Path, ending: str, folder: Path) -> Path:
    """Turn a document into another kind in a folder; `RuntimeError` with what was said when it
    fails."""
    with tempfile.TemporaryDirectory() as profile:  # one's own, so that two may run at once
        command = [
            str(find()),
            f"-env:UserInstallation={Path(profile).as_uri()}",
            *("--headless", "--convert-to", ending, "--outdir", str(folder), str(document)),
        ]
        answer = subprocess.run(command, capture_output=True, timeout=PATIENCE, text=True)
    made = folder / f"{document.stem}.{ending}"
    if not made.exists():
        said = f"{answer.stdout}{answer.stderr}"
        raise RuntimeError(f"{document.name} did not become {made.name}:\n{said}")
    return made


def pdf(document: Path, folder: Path) -> Path:
    """Turn a document into a PDF in a folder."""
    return converted(document, "pdf", folder)


def install() -> None:
    """Install what opens text, slides and sheets, and a Chinese font, by the system's packages."""
    programs.install_packages(PACKAGES)


def _candidates() -> Iterator[Path]:
    """Yield where a LibreOffice may be: the one named, else the machine's."""
    if named := os.environ.get("SOFFICE"):
        yield Path(named)
        return
    yield from programs.known(NAMES, PLACES)


if __name__ == "__main__":
    sys.exit(programs.main("LibreOffice", find, install))
