"""The views of the published file on the rows in force, where they lie."""

import duckdb

from etl.contract import LEDGERS, contracts, plural
from etl.store import Upload, active
from etl.stored import HIVE, files_of


def make_views(con: duckdb.DuckDBPyConnection, uploads: list[Upload]) -> None:
    """The ledgers' rows in force, where they lie; each column carries its label."""
    for dataset in LEDGERS:
        contract = contracts()[dataset]
        used = {u.upload_id: u for (name, _, _), u in active(uploads).items() if name == dataset}
        if used:
            source = f"read_parquet({files_of(list(used.values()), 'rows.parquet')}, {HIVE})"
        else:
            types = {"row": "INTEGER", "period": "VARCHAR", "upload_id": "VARCHAR"}
            fields = [f"NULL::{kind} AS {n}" for n, kind in (contract.stored() | types).items()]
            source = f"(SELECT {', '.join(fields)} WHERE false)"
        columns = ", ".join(f"stored.{name}" for name in contract.stored() if name != "county")
        con.execute(
            f"CREATE VIEW {dataset} AS SELECT stored.period, stored.county AS unit_code, {columns},"
            f" stored.upload_id, stored.row AS source_row FROM {source} AS stored"
            f" JOIN coverage ON coverage.dataset = '{dataset}' AND coverage.period = stored.period"
            f" AND coverage.unit_code = stored.county AND coverage.upload_id = stored.upload_id"
        )
        _comment(con, dataset)


def _comment(con: duckdb.DuckDBPyConnection, dataset: str) -> None:
    contract = contracts()[dataset]
    con.execute(f"COMMENT ON VIEW {dataset} IS '{contract.name.zh}: rows in force of every month'")
    texts = {
        "period": "Month, YYYY-MM",
        "unit_code": "Unit",
        "upload_id": "Upload it comes from",
        "source_row": "Row of the file as its spreadsheet numbers it",
    }
    for name, column in contract.columns.items():
        if column.kept and not column.printed and name != "county":
            stored = plural(name) if column.many else name
            texts[stored] = f"{column.label.zh} · {column.label.en}"
    for name, text in texts.items():
        con.execute(f"COMMENT ON COLUMN {dataset}.{name} IS '{text}'")
