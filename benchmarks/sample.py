"""The home that is measured on: the sample city, loaded from its raw files against the clock."""

import time
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tools.command import sample_city

# Printed figures that only this month's chart shows: the best and the last unit's.
EXTREMES = """
SELECT period, max(value), min(value)
FROM standings
WHERE level = 'all' AND indicator = 'spend_rate' AND ranked
GROUP BY period
ORDER BY period
"""


@dataclass(frozen=True)
class Month:
    """A month, YYYY-MM, and figures that a drawing of its spend rates must show."""

    period: str
    figures: tuple[str, str]

    @property
    def label(self) -> str:
        """The month as the Chinese board's picker writes it."""
        return f"{self.period[:4]}年{int(self.period[5:])}月"


def load(home: Path) -> float:
    """Make the sample city in `home` through the command line; return the seconds it took."""
    start = time.perf_counter()
    sample_city(home)
    return time.perf_counter() - start


def months(home: Path) -> list[Month]:
    """Return the published months, oldest first."""
    published = home / "published"
    name = (published / "CURRENT").read_text("utf-8").strip()
    with duckdb.connect(str(published / name), read_only=True) as connection:
        rows = connection.execute(EXTREMES).fetchall()
    return [Month(period, (f"{best:.2%}"[:-1], f"{last:.2%}"[:-1])) for period, best, last in rows]
