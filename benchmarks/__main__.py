"""Measures and prints one line a bar; with --strict a bar that is missed is exit code 1.

By default pages, with a month's documents, and intake are measured on the sample city; --only names
one of them, or large: a city far larger than any, made in --home DIR when nothing is there, which
takes a quarter of an hour and 5 GB.
"""

import argparse
import sys
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from benchmarks import documents, intake, sample, scripts, windows
from benchmarks.intake import Intake, Pace
from benchmarks.large import large
from benchmarks.large_city import Size
from tools.reading import reader

HALVES = ("pages", "intake")
LARGE = "large"


@dataclass(frozen=True)
class Bar:
    """One measurement and its bar, the most it may be or the least it must be; `how` says what it
    was measured against."""

    what: str
    value: float
    bar: float
    unit: str
    how: str = ""
    at_least: bool = False

    @property
    def held(self) -> bool:
        """Whether the measurement is on the right side of the bar."""
        return self.value >= self.bar if self.at_least else self.value <= self.bar

    def __str__(self) -> str:
        verdict = "held" if self.held else "MISSED"
        bar = f"{'≥' if self.at_least else '≤'} {self.bar:g}"
        return f"{self.what:<42} {self.value:>8.2f} {self.unit:<5} {bar:<6} {verdict:<6} {self.how}"


def measure(runs: int, halves: Collection[str]) -> list[Bar]:
    """Load the sample city into a temporary home and measure on it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        logs = Path(folder)
        home = logs / "home"
        loading = sample.load(home)
        bars = [Bar("sample city from its raw files", loading, 60, "s", "etl init --sample")]
        if "pages" in halves:
            bars += of_pages(home, logs, runs)
        if "intake" in halves:
            bars += of_intake(intake.intake(home, runs))
    return bars


def of_pages(home: Path, logs: Path, runs: int) -> list[Bar]:
    """What readers wait for."""
    months = sample.months(home)
    made = documents.seconds(home, months[-1].period, logs / "documents", runs)
    medians = scripts.milliseconds(home, months, logs / "scripts.txt")
    with reader() as browser:
        switch = windows.month_switches(browser, home, months, logs, runs)
        first = windows.first_pages(browser, home, months[-1], logs, runs)
    return [
        Bar("notice, slides and annex of a month", made, 5, "s", "python -m briefing"),
        *(
            Bar(f"script of {page}", taken, 150, "ms", f"median of {len(months) - 1} months")
            for page, taken in medians.items()
        ),
        against_bare("month switch, click to drawn", switch, 1.5),
        against_bare("first page, fresh server and profile", first, 0.8),
    ]


def of_intake(taken: Intake) -> list[Bar]:
    """What who sends waits for, with files larger than any county's."""
    return [
        pace("1 000 000 households from CSV, accepted", taken.households, 45, "read_csv"),
        pace("the same with bad cells, checked", taken.damaged, 45, "read_csv"),
        Bar("bad cells unnamed, good ones named", taken.unnamed, 0, "cells"),
        Bar("memory at most", taken.households.resident_gb, 1.5, "GB", "households, accepted"),
        Bar("memory at most", taken.damaged.resident_gb, 1.5, "GB", "with bad cells, checked"),
        pace("200 000 projects from .xlsx, accepted", taken.projects, 60, "calamine"),
    ]


def of_large(home: Path, log: Path) -> list[Bar]:
    """What publishing costs a city of that size, and what its readers wait for."""
    found = large(home, log, Size(), lambda step: print(step, file=sys.stderr, flush=True))
    gb = max(found.first.resident_gb, found.again.resident_gb)
    return [
        Bar(
            "large city published", found.first.seconds / 60, 30, "min", "nothing kept from before"
        ),
        Bar("the same after one more file", found.again.seconds, 90, "s"),
        Bar("memory at most", gb, 6, "GB"),
        *(
            Bar(f"script of {page}", taken, 300, "ms", f"median of {found.months - 1} months")
            for page, taken in found.pages.items()
        ),
    ]


def pace(what: str, taken: Pace, least: float, bare: str) -> Bar:
    """The board's speed in percent of the bare reader's."""
    how = f"{taken.seconds:.2f} s against {taken.bare_seconds:.2f} s of {bare} alone"
    return Bar(what, taken.share * 100, least, "%", how, at_least=True)


def against_bare(what: str, medians: dict[windows.App, float], at_most: float) -> Bar:
    """Return the board's median as a multiple of the bare app's."""
    board, bare = medians[windows.BOARD], medians[windows.BARE]
    return Bar(what, board / bare, at_most, "×", f"{board:.0f} ms against {bare:.0f} ms")


def main() -> int:
    """Print every bar; the exit code speaks of them only with --strict."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="repetitions of each pair")
    parser.add_argument("--strict", action="store_true", help="exit 1 when a bar is missed")
    parser.add_argument("--only", choices=(*HALVES, LARGE), help="measure one part")
    parser.add_argument("--home", type=Path, help="where the large city lies, or is to be made")
    asked = parser.parse_args()
    if asked.only == LARGE:
        if not asked.home:
            parser.error("--only large needs --home DIR")
        asked.home.mkdir(parents=True, exist_ok=True)
        bars = of_large(asked.home, asked.home / "server.log")
    else:
        bars = measure(asked.runs, [asked.only] if asked.only else HALVES)
    for bar in bars:
        print(bar)
    return int(asked.strict and not all(bar.held for bar in bars))


if __name__ == "__main__":
    sys.exit(main())
