"""The facts in force of each month in one file: as they come they lie in a file for every upload.

Like all that is kept in published/months/ a file is named for what it was made of, made once, and
made again where it is missing.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import duckdb

from etl.facts import facts_version
from etl.store import Upload, active
from etl.stored import HIVE, listed, quoted

FACT = "period unit_code fund_level measure source dimension member value upload_id".split()


def take_facts(con: duckdb.DuckDBPyConnection, uploads: list[Upload], kept: Path) -> list[Path]:
    """Insert the facts in force, month by month in their order; the files they are now kept in.
    Reads coverage."""
    months: dict[str, dict[str, Upload]] = {}
    for (_, period, _), upload in sorted(active(uploads).items()):
        months.setdefault(period, {})[upload.upload_id] = upload
    files = [_file(con, kept, period, used) for period, used in sorted(months.items())]
    if files:
        con.execute(
            "INSERT INTO facts BY NAME"
            f" FROM read_parquet({listed(files)}, hive_partitioning = false)"
        )
    return files


def _file(con: duckdb.DuckDBPyConnection, kept: Path, period: str, used: dict[str, Upload]) -> Path:
    covered = con.execute(
        "SELECT dataset, unit_code, upload_id FROM coverage WHERE period = ? ORDER BY ALL", [period]
    ).fetchall()
    sums = [each.sha256 for each in used.values()]
    versions = [facts_version(dataset) for dataset in sorted({each[0] for each in covered})]
    made_from = hashlib.sha256(f"{versions} {covered} {sums}".encode()).hexdigest()
    place = kept / f"period={period}" / f"{made_from[:32]}-facts.parquet"
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        making = place.with_name(f".{place.name}")
        con.execute(
            f"COPY ({in_force(used.values())} ORDER BY ALL) TO {quoted(str(making))}"
            " (FORMAT parquet)"
        )
        making.replace(place)
    return place


def in_force(uploads: Iterable[Upload]) -> str:
    """SQL of the facts of these uploads as far as they are in force; reads coverage."""
    return (
        f"SELECT {', '.join(f'stored.{name}' for name in FACT)}"
        f" FROM read_parquet({listed(each.facts for each in uploads)}, {HIVE}) AS stored"
        f" JOIN coverage USING (period, unit_code, upload_id)"
    )
