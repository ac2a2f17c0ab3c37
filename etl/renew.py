"""Facts added up again from the rows that uploads hold: where other definitions than today's made
them, and when the warehouse is rebuilt."""

from collections.abc import Iterable

import duckdb

from etl.facts import make_facts
from etl.store import Upload
from etl.stored import listed, quoted


def renew_facts(uploads: list[Upload]) -> None:
    """Write facts of today's definitions beside every upload that has none; call it under the lock.

    The upload itself stays as it was accepted."""
    due = [each for each in uploads if each.units and not each.facts.exists()]
    if not due:
        return
    with duckdb.connect() as con:
        for batch in batches(due):
            add_up(con, batch, "facts")
            for upload in batch:
                upload.facts.parent.mkdir(parents=True, exist_ok=True)
                making = upload.facts.with_name(".facts.parquet")
                con.execute(
                    "COPY (FROM facts WHERE list_contains($units, unit_code) ORDER BY ALL)"
                    f" TO {quoted(str(making))} (FORMAT parquet)",
                    {"units": list(upload.units)},
                )
                making.replace(upload.facts)


def batches(uploads: Iterable[Upload]) -> list[list[Upload]]:
    """Uploads that can be added up together: of one dataset and month, no unit twice. Thousands of
    small files take many times as long one by one."""
    begun: dict[tuple[str, str], list[tuple[set[str], list[Upload]]]] = {}
    for upload in uploads:
        there = begun.setdefault((upload.dataset, upload.period), [])
        fitting = next((each for each in there if each[0].isdisjoint(upload.units)), None)
        if fitting is None:
            fitting = (set(), [])
            there.append(fitting)
        units, batch = fitting
        units.update(upload.units)
        batch.append(upload)
    return [batch for there in begun.values() for _, batch in there]


def add_up(con: duckdb.DuckDBPyConnection, batch: list[Upload], table: str) -> None:
    """Make the temporary table `table` of the facts of a batch."""
    files = listed(each.rows for each in batch)
    con.execute(
        "CREATE OR REPLACE TEMP TABLE rows AS FROM read_parquet("
        # The path says period=…, which is no column of the rows; older rows may lack some.
        f"{files}, hive_partitioning = false, union_by_name = true)"
    )
    con.execute(
        "CREATE OR REPLACE TEMP TABLE covered AS SELECT unnest($units) AS unit_code",
        {"units": [unit for each in batch for unit in each.units]},
    )
    make_facts(con, batch[0].dataset, batch[0].period, table)
