"""Measures and prints one line a bar; with --strict a bar that is missed is exit code 1."""

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks import sample, scripts, windows
from tools.reading import reader


@dataclass(frozen=True)
class Bar:
    """One measurement with the most it may be; `how` says what it was measured against."""

    what: str
    value: float
    at_most: float
    unit: str
    how: str = ""

    @property
    def held(self) -> bool:
        """Whether the measurement stays within the bar."""
        return self.value <= self.at_most

    def __str__(self) -> str:
        verdict = "held" if self.held else "MISSED"
        limit = f"≤ {self.at_most:g}"
        return (
            f"{self.what:<35} {self.value:>8.2f} {self.unit:<2} {limit:<5} {verdict:<6} {self.how}"
        )


def measure(runs: int) -> list[Bar]:
    """Load the sample city into a temporary home and measure everything on it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        logs = Path(folder)
        home = logs / "home"
        loading = sample.load(home)
        months = sample.months(home)
        bars = [
            Bar("sample city from its raw files", loading, 60, "s", "python -m etl init --sample")
        ]

        medians = scripts.milliseconds(home, months, logs / "scripts.txt")
        bars += [
            Bar(f"script of {page}", taken, 150, "ms", f"median of {len(months) - 1} months")
            for page, taken in medians.items()
        ]
        with reader() as browser:
            switch = windows.month_switches(browser, home, months, logs, runs)
            first = windows.first_pages(browser, home, months[-1], logs, runs)
    return [
        *bars,
        against_bare("month switch, click to drawn", switch, 1.5),
        against_bare("first page, fresh server and profile", first, 0.8),
    ]


def against_bare(what: str, medians: dict[windows.App, float], at_most: float) -> Bar:
    """Return the board's median as a multiple of the bare app's."""
    board, bare = medians[windows.BOARD], medians[windows.BARE]
    return Bar(what, board / bare, at_most, "×", f"{board:.0f} ms against {bare:.0f} ms")


def main() -> int:
    """Print every bar; the exit code speaks of them only with --strict."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="repetitions in the browser")
    parser.add_argument("--strict", action="store_true", help="exit 1 when a bar is missed")
    asked = parser.parse_args()
    bars = measure(asked.runs)
    for bar in bars:
        print(bar)
    return int(asked.strict and not all(bar.held for bar in bars))


if __name__ == "__main__":
    sys.exit(main())
