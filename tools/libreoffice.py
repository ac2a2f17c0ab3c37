"""Finds a LibreOffice that works, or installs one: `python -m tools.libreoffice` prints its place.

Tests open with it what the board writes: a document that it can turn into pages is whole.
"""

import functools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

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
        if _starts(candidate):
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
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=quiet, check=False)
    subprocess.run(
        ["apt-get", "install", "-q", "-y", "--no-install-recommends", *PACKAGES],
        env=quiet,
        check=False,
    )


def _candidates() -> Iterator[Path]:
    """Yield where a LibreOffice may be: the one named, else the machine's."""
    if named := os.environ.get("SOFFICE"):
        yield Path(named)
        return
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    yield from (Path(place) for place in PLACES if Path(place).exists())


def _starts(soffice: Path) -> bool:
    try:
        answer = subprocess.run([soffice, "--version"], capture_output=True, timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def main() -> int:
    """Print the path of a working LibreOffice, installing one first when there is none."""
    try:
        print(find())
        return 0
    except FileNotFoundError:
        print("No LibreOffice yet, installing one.", file=sys.stderr)
    install()
    try:
        print(find())
        return 0
    except FileNotFoundError as missing:
        print(missing, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
