"""Runs the project's command line as a person would: in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


def etl(home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `python -m etl --home HOME …` to its end and return its exit code and both outputs."""
    return module("etl", home, *arguments)


def module(name: str, home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The same of any of the project's command lines."""
    return subprocess.run(
        [sys.executable, "-m", name, "--home", str(home), *map(str, arguments)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )


def sample_city(home: Path) -> None:
    """Make the sample city in `home`; `RuntimeError` says what the command line said."""
    done = etl(home, "init", "--sample")
    if done.returncode:
        raise RuntimeError(f"the sample city could not be loaded:\n{done.stdout}{done.stderr}")
