"""Programs of the machine that tests and pictures need: where they are, how they get there."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path


def known(names: Sequence[str], places: Sequence[str]) -> Iterator[Path]:
    """Yield where a program may be: on the path by one of its names, then its usual places."""
    yield from (Path(found) for name in names if (found := shutil.which(name)))
    yield from (Path(place) for place in places if Path(place).exists())


def starts(program: Path, patience: float) -> bool:
    """Tell whether it runs and says its version within `patience` seconds."""
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, timeout=patience)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def install_packages(packages: Sequence[str]) -> None:
    """Install packages of Debian or Ubuntu, where this is one and may be changed; else nothing."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["update", "-q"],
        ["install", "-q", "-y", "--no-install-recommends", *packages],
    ):
        subprocess.run(["apt-get", *command], env=quiet, check=False)


def main(name: str, find: Callable[[], Path], install: Callable[[], None]) -> int:
    """Print where a working program is, installing one first when there is none; the exit code."""
    try:
        print(find())
        return 0
    except FileNotFoundError:
        print(f"No {name} yet, installing one.", file=sys.stderr)
    install()
    try:
        print(find())
        return 0
    except FileNotFoundError as missing:
        print(missing, file=sys.stderr)
        return 1
