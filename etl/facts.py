"""Facts: the sums that every number on the board comes from, added up by facts/*.sql."""

from decimal import Decimal
from pathlib import Path

import duckdb

from etl.clean import make

FOLDER = Path(__file__).with_name("facts")
# Benchmarks are compared with, not added up.
_NO_FACTS = (
    "SELECT '' AS unit_code, '' AS fund_level, '' AS measure, '' AS source, '' AS dimension,"
    " '' AS member, 0::DECIMAL(18, 2) AS value WHERE false"
)


def make_facts(
    con: duckdb.DuckDBPyConnection, dataset: str, period: str, table: str = "facts"
) -> None:
    """Make the table `facts` (or `table`) from `rows` and `covered` of one dataset and month."""
    make(con, "this_period", f"SELECT last_day(DATE '{period}-01') AS month_end")
    path = FOLDER / f"{dataset}.sql"
    select = path.read_text(encoding="utf-8") if path.exists() else _NO_FACTS
    make(con, table, f"SELECT * FROM ({select}) ORDER BY ALL")


def unit_totals(facts: str) -> str:
    """SQL: each unit's total by measure, and of how many figures; one that is not divided by level
    goes before the sum of those that are."""
    return (
        "SELECT unit_code, measure, count(*) AS figures,"
        " coalesce(sum(value) FILTER (fund_level = 'all'), sum(value)) AS value"
        f" FROM {facts} WHERE dimension = '' GROUP BY unit_code, measure"
    )


def plain_number(value: Decimal | None) -> int | float | None:
    """A decimal as JSON writes it: whole when it is."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
