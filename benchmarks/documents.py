"""A month's documents as a schedule makes them: one process from its start to the last file."""

import statistics
import time
from pathlib import Path

from tools.command import module

FORMATS = ("docx", "pptx", "xlsx")


def seconds(home: Path, period: str, out: Path, runs: int) -> float:
    """The median of `runs` runs of `python -m briefing`; `RuntimeError` says why one failed."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        done = module(
            "briefing", home, "--period", period, "--format", ",".join(FORMATS), "--out", out
        )
        taken.append(time.perf_counter() - start)
        if done.returncode:
            raise RuntimeError(f"no documents were made:\n{done.stdout}{done.stderr}")
    return statistics.median(taken)
