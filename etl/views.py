"""The views of the published file on the rows in force, where they lie."""

import duckdb

from etl.bilingual import Bilingual
from etl.contract import LEDGERS, contracts, plural
from etl.facts import counted
from etl.settings import Settings
from etl.store import Upload, active
from etl.stored import HIVE, listed, quoted

OLDER = ("allocated", "arrived", "spent")  # measures that young batches may be left out of


def make_views(con: duckdb.DuckDBPyConnection, uploads: list[Upload], settings: Settings) -> None:
    """The rows in force of every dataset, where they lie, as `funds` and so on; and once more as
    `funds_counted` with what each row adds to every measure. Each column carries its label."""
    days = settings.spend_rate.leave_out_batches_younger_than_days
    for dataset in (*LEDGERS, "reports"):
        contract = contracts()[dataset]
        used = {u.upload_id: u for (name, _, _), u in active(uploads).items() if name == dataset}
        if used:
            source = f"read_parquet({listed(each.rows for each in used.values())}, {HIVE})"
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
        rows = f"SELECT unit_code AS county, * EXCLUDE (unit_code) FROM {dataset}"
        adds = _without_young(days) if dataset == "funds" and days else "adds"
        con.execute(
            f"CREATE VIEW {dataset}_counted AS SELECT county AS unit_code,"
            f" * EXCLUDE (county, month_end, adds), {adds} AS adds"
            f" FROM ({counted(dataset, rows)})"
        )
        _comment(con, dataset)


def _without_young(days: int) -> str:
    """SQL: what a fund line adds, and without those of batches issued fewer than `days` before
    month end, as in sql/older.sql."""
    young = f"coalesce(date_diff('day', issued_on, month_end) < {days}, false)"
    more = ", ".join(
        f"{measure}_older := CAST(CASE WHEN {young} THEN 0 ELSE adds.{measure} END"
        " AS DECIMAL(18, 2))"
        for measure in OLDER
    )
    return f"struct_insert(adds, {more})"


def _comment(con: duckdb.DuckDBPyConnection, dataset: str) -> None:
    contract = contracts()[dataset]
    name, adds = contract.name, Bilingual("给每个计量项加多少", "what the row adds to each measure")
    zh, en = f"{name.zh}：各月现在有效的行", f"{name.en}: rows in force of every month"
    says = {
        dataset: Bilingual(zh, en),
        f"{dataset}_counted": Bilingual(f"{zh}，及{adds.zh}", f"{en}, and {adds.en}"),
    }
    texts = {
        "period": Bilingual("月份，YYYY-MM", "Month, YYYY-MM"),
        "unit_code": Bilingual("单位", "Unit"),
        "upload_id": Bilingual("来自哪次上报", "Upload it comes from"),
        "source_row": Bilingual(
            "文件的第几行，同表格软件的编号", "Row of the file as its spreadsheet numbers it"
        ),
    }
    for code, column in contract.columns.items():
        if column.kept and not column.printed and code != "county":
            stored = plural(code) if column.many else code
            texts[stored] = column.label
    for view, text in says.items():
        con.execute(f"COMMENT ON VIEW {view} IS {_both(text)}")
        for stored, label in texts.items():
            con.execute(f"COMMENT ON COLUMN {view}.{stored} IS {_both(label)}")
    con.execute(f"COMMENT ON COLUMN {dataset}_counted.adds IS {_both(adds)}")
    if dataset == "funds":
        issue = Bilingual("批次，别的预算年度的写明年度", "Batch, with the budget year if another")
        con.execute(f"COMMENT ON COLUMN funds_counted.issue IS {_both(issue)}")


def _both(text: Bilingual) -> str:
    """A comment as SQL writes it, in both languages as those of sql/schema.sql are."""
    return quoted(f"{text.zh} · {text.en}")
