"""账表核对: what a unit's ledgers add up to against its own report, and whether they differ."""

from collections.abc import Iterable, Mapping
from functools import cache

import duckdb

from etl.clean import SQL
from etl.contract import contracts
from etl.store import Upload, active

Steps = Mapping[tuple[str, str], Mapping[str, float]]  # (period, unit) → measure → 元


def reconcile(
    con: duckdb.DuckDBPyConnection, sums: str, steps: Steps, before: str = "", after: str = ""
) -> duckdb.DuckDBPyConnection:
    """Run sql/reconciliation.sql over `sums` (SQL of facts with their period) between the SQL
    `before` and `after` it; `steps` are how finely the reports print their money."""
    rows = [(*of, *step) for of, each in steps.items() for step in each.items()]
    names = ("period", "unit_code", "measure", "step")
    lists = [list(column) for column in zip(*rows, strict=True)] or [[], [], [], []]
    unnested = ", ".join(
        f"unnest(CAST(${name}_list AS {'DOUBLE' if name == 'step' else 'VARCHAR'}[])) AS {name}"
        for name in names
    )
    text = (SQL / "reconciliation.sql").read_text(encoding="utf-8")
    return con.execute(
        f"{before} WITH sums AS ({sums}), steps AS (SELECT {unnested}) FROM ({text}) {after}",
        {
            "measures": comparable(),
            **{f"{n}_list": each for n, each in zip(names, lists, strict=True)},
        },
    )


@cache
def comparable() -> list[str]:
    """The measures that a report may give, in the order of its columns."""
    return [name for name, column in contracts()["reports"].columns.items() if column.additive]


def fill_reconciliation(con: duckdb.DuckDBPyConnection, uploads: Iterable[Upload]) -> None:
    """Fill the published table out of the facts and the uploads in force."""
    reports = {
        (period, unit): dict(upload.steps)
        for (dataset, period, unit), upload in active(list(uploads)).items()
        if dataset == "reports"
    }
    reconcile(con, "FROM facts", reports, "INSERT INTO reconciliation BY NAME", "ORDER BY ALL")
