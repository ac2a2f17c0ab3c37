"""Given rows → the warnings that one rule finds: the tables of tests/etl/warnings, one a rule.

A case gives rows of the month (`now`), of the month before (`before`) and of what else the
published file holds (`published`), each with the columns it speaks of; the rest is quiet. Of what
is `found` it names unit and subject, and the figures it cares for.
"""

import json
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import yaml

from etl.contract import contracts
from etl.definitions import definitions
from etl.months import _READ, Month, _used, found
from etl.settings import Settings
from etl.warning_rules import WarningRule, rules_in_force
from tests.board.published import DEFAULTS, SCHEMA

FOLDER = Path(__file__).with_name("warnings")
A, B = "990101", "990102"
QUIET: dict[str, dict[str, Any]] = {
    "units": {"name": "", "short_name": "", "name_en": "", "sort_order": 1},
    "funds": {"unit_code": A, "upload_id": "000001", "source_row": 2},
    "projects": {
        "unit_code": A, "name": "水渠", "category": "产业发展", "year": 2023, "status": "在建",
        "upload_id": "000002", "source_row": 2,
    },
    "households": {
        "unit_code": A, "monitor_type": "边缘易致贫户", "persons": 3, "risks": [],
        "identified_month": "2022-01-01", "eliminated": False, "upload_id": "000003",
        "source_row": 2,
    },
    "reports": {"unit_code": A, "upload_id": "000004", "source_row": 2},
    "standings": {"unit_code": A, "unit": "", "level": "all", "indicator": "spend_rate"},
    "facts": {"unit_code": A, "fund_level": "all", "source": "ledger", "dimension": ""},
    "coverage": {"unit_code": A, "upload_id": "000009"},
    "reconciliation": {"unit_code": A},
}  # fmt: skip


def cases() -> list[tuple[str, dict[str, Any]]]:
    """(rule, case) of every table."""
    return [
        (path.stem, case)
        for path in sorted(FOLDER.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text("utf-8"))
    ]


def warned(rule: str, case: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """'unit subject' → the figures and fixed columns of each warning; of what is not known only
    that."""
    period = case.get("month", "2023-04")
    month = Month(period, Path(), Path(), Path())
    con = _database()
    published = {"units": [{"unit_code": A}, {"unit_code": B}], **case.get("published", {})}
    for table in _tables(con):
        con.execute(f"DELETE FROM {table}")
    for table, given in published.items():
        _insert(con, table, given, {"period": period} if table != "units" else {})
    for when, at in (("now", period), ("before", _before(period))):
        for table, given in case.get(when, {}).items():
            _insert(con, f"{when}.{table}", given, {"period": at})
            if table == "coverage":  # the published file has that of every month
                _insert(con, table, given, {"period": at})
    wanted = _rule(rule, case.get("thresholds", {}))
    asked = con.execute(found(con, wanted, month), _used(wanted, month))
    names = [column[0] for column in asked.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in asked.fetchall()]
    return {
        f"{row['unit_code']} {row['subject']}": {"unknown": True}
        if row["unknown"]
        else row | json.loads(row["figures"], parse_float=Decimal)
        for row in rows
    }


def _rule(code: str, thresholds: dict[str, Any]) -> WarningRule:
    [rule] = [each for each in rules_in_force(Settings()) if each.code == code]
    head = rule.head.model_copy(update={"thresholds": {**rule.head.thresholds, **thresholds}})
    return replace(rule, head=head)


def _before(period: str) -> str:
    year, month = divmod(int(period[:4]) * 12 + int(period[5:]) - 2, 12)
    return f"{year}-{month + 1:02d}"


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """The tables of the published file, and what rules see of a month; the measures are there."""
    con = duckdb.connect()
    con.execute(SCHEMA.read_text("utf-8"))
    for dataset in ("funds", "projects", "households", "reports"):
        fields = {
            "period": "VARCHAR", "unit_code": "VARCHAR", **contracts()[dataset].stored(),
            "upload_id": "VARCHAR", "source_row": "INTEGER",
        }  # fmt: skip
        del fields["county"]
        con.execute(
            f"CREATE TABLE {dataset} ({', '.join(f'{n} {kind}' for n, kind in fields.items())})"
        )
    for name in ("now", "before"):
        con.execute(f"ATTACH ':memory:' AS {name}")
        for table, columns in _READ.items():
            con.execute(f"CREATE TABLE {name}.{table} AS SELECT {columns} FROM {table} LIMIT 0")
    for row in definitions(Settings())["measures"]:
        con.execute(f"INSERT INTO measures VALUES ({', '.join('?' * len(row))})", row)
    return con


def _tables(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Every table that cases fill."""
    names = con.execute("SELECT database_name, table_name FROM duckdb_tables()").fetchall()
    return [f"{place}.{table}" for place, table in names if table != "measures"]


def _insert(
    con: duckdb.DuckDBPyConnection, place: str, rows: list[dict[str, Any]], more: dict[str, Any]
) -> None:
    table = place.split(".")[-1]
    for row in rows:
        defaults = DEFAULTS.get(place, {})  # for every column that the published file asks for
        filled = {**defaults, **QUIET.get(table, {}), **more, **row}
        marks = ", ".join("?" * len(filled))
        columns = ", ".join(f'"{name}"' for name in filled)
        con.execute(f"INSERT INTO {place} ({columns}) VALUES ({marks})", list(filled.values()))
