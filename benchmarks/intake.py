"""How fast large files are taken in, beside the bare readers they rest on.

Every run is a process of its own, timed inside it from the file on disk to the receipt in the
store; the two take turns, so that whatever else the machine does falls on both.
"""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import files
from tools.command import PROJECT


@dataclass(frozen=True)
class Pace:
    """The board's speed as a share of the bare reader's, and the most memory it held."""

    share: float
    seconds: float
    bare_seconds: float
    resident_gb: float


@dataclass(frozen=True)
class Intake:
    """The good household file, the damaged one, and the workbook; in how many cells the damage and
    what is named differ."""

    households: Pace
    damaged: Pace
    projects: Pace
    unnamed: int


def intake(city: Path, runs: int) -> Intake:
    """Make the files and take them into homes with the city's reference; medians of the pairs."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        made = files.make(Path(folder))
        households, _ = _pace("accept", "read_csv", made.households, city, runs)
        damaged, last = _pace("check", "read_csv", made.damaged, city, runs)
        projects, _ = _pace("accept", "calamine", made.projects, city, runs)
        unnamed = len(made.damage.symmetric_difference(last["named"]))
        return Intake(households, damaged, projects, unnamed)


def _pace(door: str, bare: str, path: Path, city: Path, runs: int) -> tuple[Pace, dict[str, Any]]:
    pairs = [(_run(bare, path), _run(door, path, city)) for _ in range(runs)]
    median = statistics.median
    return Pace(
        share=median(bare["seconds"] / board["seconds"] for bare, board in pairs),
        seconds=median(board["seconds"] for _, board in pairs),
        bare_seconds=median(bare["seconds"] for bare, _ in pairs),
        resident_gb=max(board["resident"] for _, board in pairs) / 2**30,
    ), pairs[-1][1]


def _run(what: str, path: Path, city: Path | None = None) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        if city:
            shutil.copytree(city / "reference", home / "reference")
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.one_run", what, str(path), str(home)],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            check=True,
            encoding="utf-8",
        )
    told: dict[str, Any] = json.loads(done.stdout)
    return told
