"""Facts that other definitions than today's added up, once more beside their upload."""

import duckdb

from etl.facts import make_facts
from etl.store import Upload
from etl.stored import parquet, quoted


def renew_facts(uploads: list[Upload]) -> None:
    """Write facts of today's definitions beside every upload that has none; call it under the lock.

    The upload itself stays as it was accepted."""
    due = [each for each in uploads if each.units and not each.facts.exists()]
    if not due:
        return
    with duckdb.connect() as con:
        for upload in due:
            con.execute(f"CREATE OR REPLACE TEMP TABLE rows AS FROM {parquet(upload.rows)}")
            con.execute(
                "CREATE OR REPLACE TEMP TABLE covered AS SELECT unnest($units) AS unit_code",
                {"units": list(upload.units)},
            )
            make_facts(con, upload.dataset, upload.period)
            upload.facts.parent.mkdir(parents=True, exist_ok=True)
            making = upload.facts.with_name(".facts.parquet")
            con.execute(f"COPY facts TO {quoted(str(making))} (FORMAT parquet)")
            making.replace(upload.facts)
