"""A city far larger than any: 100 units over 60 months, with 200 000 projects, 3 000 000 monitored
households and 6 000 fund lines a month, the same every time.

Each unit sends its own file of each dataset and month. The rows are made by the SQL beside this and
go straight into the store, typed and laid out as the loader does it; there are no originals. They
have a life over the months: projects start, end late or never, are renamed and dropped; households
are identified, helped, eliminated, relapse and leave. A few in a hundred are suspected by a rule.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from benchmarks.large_city.reference import LAST_MONTH, reference_files, unit_codes
from benchmarks.large_city.sending import send_month
from benchmarks.large_city.sql import MonthOf, run

TOWNSHIPS = [
    f"{name}{kind}"
    for kind in ("镇", "乡")
    for name in "石岭 双井 下塘 松田 桐垭 龙泉 白马 新桥 大坪 柳河".split()
]
VILLAGES = "北坪 后院 中坪 永沟 南院 柏坪 上湾 河口 东村 西沟 高寨 杨柳".split()


@dataclass(frozen=True)
class Size:
    """How many units and months there are, and how many rows each unit sends a month."""

    units: int = 100
    months: int = 60
    projects: int = 2_000
    households: int = 30_000
    fund_lines: int = 60

    def periods(self) -> list[MonthOf]:
        """The months, oldest first; the last is always the same December."""
        last = LAST_MONTH.year * 12 + LAST_MONTH.month - 1
        return [MonthOf(at, *divmod(last - self.months + 1 + at, 12)) for at in range(self.months)]


def make_large_city(home: Path, size: Size, progress: Callable[[str], None]) -> None:
    """Make the home's reference tables and uploads; nothing is published yet."""
    for name, text in reference_files(size.units).items():
        path = home / "reference" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    periods = size.periods()
    with duckdb.connect() as con:
        run(con, "dice")
        codes = unit_codes(size.units)
        con.execute("CREATE TABLE units AS SELECT unnest($codes) AS unit_code", {"codes": codes})
        con.execute(
            "CREATE TABLE places AS SELECT $townships AS townships, $villages AS villages",
            {"townships": TOWNSHIPS, "villages": [f"{name}村" for name in VILLAGES]},
        )
        sizes = {
            "households": size.households,
            "new": max(1, size.households * 7 // 1000),
            "months": size.months,
            # Of a year's projects a third is long, and listed in the next year, too.
            "projects": max(1, size.projects * 3 // 4),
            "lines": size.fund_lines,
            "first": periods[0].start,
            "first_year": periods[0].year,
            "last_year": periods[-1].year,
        }
        for table in ("people", "needs", "works"):
            progress(table)
            run(con, table, sizes, into=table)
        number = 0
        for month in periods:
            progress(month.period)
            number = send_month(con, home / "uploads", month, sizes, codes, number)
