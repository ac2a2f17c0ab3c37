"""Time of a page's script in a running server, measured from outside."""

import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.sample import Month
from tools.command import PROJECT
from tools.serving import serving
from tools.wire import session

PAGES = (
    "overview",
    "present",
    "ranking",
    "unit",
    "funds",
    "projects",
    "monitoring",
    "warnings",
    "reconciliation",
    "definitions",
    "briefing",
    "upload",
    "reporting",
)


def milliseconds(
    home: Path, months: list[Month], log: Path, pages: Sequence[str] = PAGES
) -> dict[str, float]:
    """Return the median of each page, or page?query: from asking for a month to the last message of
    its script.

    The way over the loopback and the packing of messages are in it. Every run asks for a month the
    server has not shown before, so that no answer is in a cache; the first run, which fills those
    that do not depend on the month, is left out.
    """
    medians = {}
    for asked in pages:
        page, _, query = asked.partition("?")
        with serving(PROJECT / "server.py", home, log) as address, session(address) as reader:
            taken = []
            for month in reversed(months):
                start = time.perf_counter()
                reader.ask(page, f"lang=zh&month={month.period}&{query}".rstrip("&"))
                taken.append((time.perf_counter() - start) * 1000)
        medians[asked] = statistics.median(taken[1:])
    return medians
