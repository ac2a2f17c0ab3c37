"""SQL over the rows and facts that uploads hold."""

from collections.abc import Iterable
from pathlib import Path

import duckdb

from etl.contract import Contract
from etl.store import Upload

# What the path of a stored table says beside its own columns.
HIVE = "hive_partitioning = true, hive_types = {'period': VARCHAR, 'upload_id': VARCHAR}"


def parquet(path: Path) -> str:
    """SQL of a stored table with its own columns alone: its path says a period, too."""
    return f"read_parquet({quoted(str(path))}, hive_partitioning = false)"


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def listed(paths: Iterable[Path]) -> str:
    """SQL list of files, with absolute paths so that what names them opens anywhere."""
    return f"[{', '.join(quoted(str(path.resolve())) for path in paths)}]"


def rows_of(before: dict[str, Upload], contract: Contract) -> str:
    """SQL of the rows in force for some units, each out of its own upload."""
    selects = [
        f"SELECT {', '.join(contract.stored())} FROM {parquet(upload.rows)}"
        f" WHERE county IN ({', '.join(map(quoted, units))})"
        for upload, units in _by_upload(before).items()
    ]
    return " UNION ALL ".join(selects)


def facts_of(force: dict[str, Upload]) -> str:
    """SQL of the facts in force for some units, each out of its own upload."""
    selects = [
        f"SELECT * FROM {parquet(upload.facts)}"
        f" WHERE unit_code IN ({', '.join(map(quoted, units))})"
        for upload, units in _by_upload(force).items()
    ]
    return f"({' UNION ALL '.join(selects)})"


def _by_upload(force: dict[str, Upload]) -> dict[Upload, list[str]]:
    units: dict[Upload, list[str]] = {}
    for unit, upload in force.items():
        units.setdefault(upload, []).append(unit)
    return units


def newest_benchmarks(uploads: Iterable[Upload]) -> str | None:
    """SQL of the newest figure of each month, indicator and level that was not withdrawn, with the
    upload it is from; None when there is none."""
    sent = [each for each in uploads if each.dataset == "benchmarks" and each.withdrawal is None]
    if not sent:
        return None
    selects = [f"SELECT *, {quoted(each.upload_id)} AS upload_id FROM {parquet(each.rows)}"
               for each in sent]  # fmt: skip
    return (
        f"SELECT * EXCLUDE (row) FROM ({' UNION ALL '.join(selects)}) QUALIFY row_number() OVER"
        f" (PARTITION BY period, indicator, fund_level ORDER BY upload_id DESC) = 1"
    )


def share_benchmarks(one: Upload, other: Upload) -> bool:
    """Whether two files of benchmarks hold a figure of the same month, indicator and level."""
    keys = [f"SELECT period, indicator, fund_level FROM {parquet(each.rows)}"
            for each in (one, other)]  # fmt: skip
    with duckdb.connect() as con:
        return bool(con.execute(" INTERSECT ".join(keys)).fetchall())
