"""Facts: the sums that every number on the board comes from, added up by facts/*.sql."""

import hashlib
import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import duckdb

from etl.clean import make

FOLDER = Path(__file__).with_name("facts")
COUNTED = Path(__file__).with_name("counted")
# Benchmarks are compared with, not added up.
_NO_FACTS = (
    "SELECT '' AS unit_code, '' AS fund_level, '' AS measure, '' AS source, '' AS dimension,"
    " '' AS member, 0::DECIMAL(18, 2) AS value WHERE false"
)


def make_facts(
    con: duckdb.DuckDBPyConnection, dataset: str, period: str, table: str = "facts"
) -> None:
    """Make the table `facts` (or `table`) from `rows` and `covered` of one dataset and month."""
    path = FOLDER / f"{dataset}.sql"
    if not path.exists():
        make(con, table, _NO_FACTS)
        return
    ledger = f"SELECT *, '{period}' AS period FROM rows"
    con.execute(f"CREATE OR REPLACE TEMP VIEW counted AS {counted(dataset, ledger)}")
    make(con, table, f"SELECT * FROM ({path.read_text(encoding='utf-8')}) ORDER BY ALL")


def counted(dataset: str, rows: str) -> str:
    """SQL: each of the `rows` (a SELECT with their period) and, as `adds`, what it adds to each
    measure; counted/*.sql."""
    select = (COUNTED / f"{dataset}.sql").read_text(encoding="utf-8")
    return (
        "WITH ledger AS (SELECT *, last_day(CAST(period || '-01' AS DATE)) AS month_end"
        f" FROM ({rows})) FROM ({select})"
    )


@cache
def facts_version(dataset: str) -> str:
    """A checksum of what makes facts of a dataset's rows; comments make none."""
    made_by = (folder / f"{dataset}.sql" for folder in (FOLDER, COUNTED))
    texts = (
        re.sub(r"--.*", "", path.read_text(encoding="utf-8")) for path in made_by if path.exists()
    )
    return hashlib.sha256("".join(texts).encode()).hexdigest()[:12]


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
