"""What takes two months to know: warnings, and how the stock of monitored households moved.

A month's rows are held against those of the month before. What comes of it depends on nothing but
the uploads in force up to that month, the definitions and the reference tables, so it is kept in
published/months/ under a checksum of these and made once.
"""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import duckdb

from etl.clean import SQL, at_once, make
from etl.settings import Settings
from etl.store import Active, Upload, active
from etl.stored import listed, quoted
from etl.warning_rules import WarningRule, rules_as_set, rules_in_force

FIXED = "unit_code subject title township upload_id source_row".split()
_MAYBE = {"due": "NULL::DATE", "unknown": "false"}  # columns that a rule need not give
# What of a month a rule may read: nothing that the province's figures go into, on which a month's
# warnings do not depend.
_READ = {
    "funds": "*",
    "projects": "*",
    "households": "*",
    "facts": "*",
    "standings": "* EXCLUDE (province, gap_province, light, streak)",
    "coverage": "*",
}
_FOUND = (
    "rule VARCHAR, unit_code VARCHAR, subject VARCHAR, title VARCHAR, township VARCHAR,"
    " upload_id VARCHAR, source_row INTEGER, figures VARCHAR, due DATE, unknown BOOLEAN"
)
_COLUMNS = {
    "period": "报告期 · Month, YYYY-MM",
    "rule": "规则，见 warning_rules · Rule, see warning_rules",
    "unit_code": "单位 · Unit",
    "subject": "预警的对象，在规则和单位内唯一 · What is warned of, unique in rule and unit",
    "title": "对象的名称 · What it is called",
    "township": "乡镇；行里没写的为空 · Township; NULL where rows name none",
    "status": "状态，同 warning_counts · new, continuing, cleared, unverified: see warning_counts",
    "since": "从哪个月起连续存在 · First month of the run of months it has been there",
    "last_seen": "最后在哪个月的报送中见到 · Last month whose files show it",
    "upload_id": "所在的上报；已消失的为上月的 · Upload the row is, or was, from",
    "source_row": "原表行号 · Row of the file as its spreadsheet numbers it",
    "figures": "说法中的数字，JSON · The figures of its sentence, as JSON",
    "due": "过了这一天才算；空：立即 · It counts from the day after; NULL: at once",
}


@dataclass(frozen=True)
class Month:
    """One month and the files that hold what was found of it."""

    period: str
    warnings: Path
    known: Path
    flows: Path

    @property
    def files(self) -> tuple[Path, ...]:
        return self.warnings, self.known, self.flows

    @property
    def is_made(self) -> bool:
        return all(each.exists() for each in self.files)

    @property
    def end(self) -> date:
        """Its last day."""
        start = date(int(self.period[:4]), int(self.period[5:]), 1)
        return (start + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def months_of(folder: Path, uploads: list[Upload], version: str) -> list[Month]:
    """The months that have uploads in force, oldest first, each with the files it is kept in."""
    force = active(uploads)
    made_from, months = version, []
    for period in sorted({period for _, period, _ in force}):
        made_from = hashlib.sha256(f"{made_from} {_inputs(force, period)}".encode()).hexdigest()
        place = folder / f"period={period}"
        names = (f"{made_from[:32]}-{kind}.parquet" for kind in ("warnings", "known", "flows"))
        months.append(Month(period, *(place / name for name in names)))
    return months


def _inputs(force: Active, period: str) -> list[tuple[str, str, str, str]]:
    return sorted(
        (dataset, unit, each.upload_id, each.sha256)
        for (dataset, month, unit), each in force.items()
        if month == period
    )


def fill_months(
    con: duckdb.DuckDBPyConnection,
    months: list[Month],
    settings: Settings,
    *,
    again: bool,
    progress: Callable[[str], None],
) -> None:
    """Make what is not made yet (all of it `again`), then the view `warnings`, its counts, and the
    facts of the flows; call it when everything else is in the published file."""
    rules = rules_in_force(settings)
    with at_once(con):
        _fill_rules(con, rules)
        _fill_thresholds(con, rules_as_set(settings))
    due = [month for month in months if again or not month.is_made]
    if due:
        for name in ("now", "before", "held"):
            con.execute(f"ATTACH ':memory:' AS {name}")
        for month in due:
            progress(f"warnings {month.period}")
            at = months.index(month)
            _make_month(con, month, months[at - 1] if at else None, rules)
        for name in ("now", "before", "held"):
            con.execute(f"DETACH {name}")
    _show(con, months)


def _fill_rules(con: duckdb.DuckDBPyConnection, rules: tuple[WarningRule, ...]) -> None:
    for rule in rules:
        head, words = rule.head, rule.in_words()
        con.execute(
            f"INSERT INTO warning_rules VALUES ({', '.join('?' * 14)})",
            [rule.code, rule.order, head.name.zh, head.name.en, words.zh, words.en,
             head.says.zh, head.says.en, head.advice.zh, head.advice.en, head.severity,
             list(head.reads), head.first or None, head.last or None],
        )  # fmt: skip


def _fill_thresholds(con: duckdb.DuckDBPyConnection, rules: tuple[WarningRule, ...]) -> None:
    for rule in rules:
        for name, value in rule.head.thresholds.items():
            row = [rule.code, name, json.dumps(value, ensure_ascii=False)]
            con.execute("INSERT INTO warning_thresholds VALUES (?, ?, ?)", row)


def _hold(con: duckdb.DuckDBPyConnection, month: Month) -> None:
    """Read a month's rows and those of the month before into memory, where every rule asks them as
    now.… and before.…; of two months in a row the first is there already."""
    last = f"{month.end.replace(day=1) - timedelta(days=1):%Y-%m}"
    periods = {"now": month.period, "before": last}
    tables = "SELECT DISTINCT schema_name FROM duckdb_tables() WHERE database_name = 'held'"
    held = {period for (period,) in con.execute(tables).fetchall()}
    for period in held.difference(periods.values()):
        con.execute(f'DROP SCHEMA held."{period}" CASCADE')
    for when, period in periods.items():
        if period not in held:
            con.execute(f'CREATE SCHEMA held."{period}"')
        for table, columns in _READ.items():
            place = f'held."{period}".{table}'
            if period not in held:
                rows = f"SELECT {columns} FROM {table} WHERE period = {quoted(period)}"
                con.execute(f"CREATE TABLE {place} AS {rows}")
            con.execute(f"CREATE OR REPLACE VIEW {when}.{table} AS FROM {place}")


def _make_month(
    con: duckdb.DuckDBPyConnection,
    month: Month,
    previous: Month | None,
    rules: tuple[WarningRule, ...],
) -> None:
    _hold(con, month)
    applying = [rule for rule in rules if rule.applies(month.period)]
    con.execute(f"CREATE OR REPLACE TEMP TABLE found ({_FOUND})")
    sent = {name for (name,) in con.execute("SELECT dataset FROM now.coverage").fetchall()}
    for rule in applying:
        if rule.head.reads and sent.isdisjoint(rule.head.reads):
            continue  # it knows of no unit this month
        con.execute(f"INSERT INTO found BY NAME {found(con, rule, month)}", _used(rule, month))
    make(con, "in_force", f"SELECT unnest({[rule.code for rule in applying]}::VARCHAR[]) AS rule")
    make(
        con,
        "known",
        "SELECT DISTINCT rule, units.unit_code FROM warning_rules SEMI JOIN in_force USING (rule)"
        " CROSS JOIN units LEFT JOIN now.coverage AS sent USING (unit_code)"
        " WHERE (reads = [] OR list_contains(reads, sent.dataset)) AND NOT EXISTS"
        " (FROM found WHERE subject IS NULL AND found.rule = warning_rules.rule"
        " AND found.unit_code = units.unit_code)",
    )
    con.execute("DELETE FROM found WHERE subject IS NULL")
    nothing = (
        "SELECT '' AS status, '' AS since, '' AS last_seen, * EXCLUDE (unknown)"
        " FROM found WHERE false"
    )
    make(con, "prior", f"FROM {_file(previous.warnings)}" if previous else nothing)
    month.warnings.parent.mkdir(parents=True, exist_ok=True)
    _write(con, "warning_status", {"period": month.period}, month.warnings)
    _write(con, "warning_known", {"period": month.period}, month.known)
    _write(con, "flows", {"month_end": month.end}, month.flows)


def found(con: duckdb.DuckDBPyConnection, rule: WarningRule, month: Month) -> str:
    """SQL: the warnings of a rule, whatever figures it gives packed as JSON."""
    described = con.execute(f"DESCRIBE {rule.sql}", _used(rule, month)).fetchall()
    names = [name for name, *_ in described]
    figures = [name for name in names if name not in (*FIXED, *_MAYBE)]
    packed = ", ".join(f"{name}: {name}" for name in figures)
    maybe = [f"{name if name in names else other} AS {name}" for name, other in _MAYBE.items()]
    return (
        f"SELECT DISTINCT ON (unit_code, subject) {quoted(rule.code)} AS rule, {', '.join(FIXED)},"
        f" to_json({{{packed}}})::VARCHAR AS figures, {', '.join(maybe)}"
        f" FROM ({rule.sql}) ORDER BY unit_code, subject, source_row"
    )


def _used(rule: WarningRule, month: Month) -> dict[str, object]:
    """The parameters that a rule's query names: DuckDB takes no others."""
    known = {"period": month.period, "month_end": month.end, **rule.parameters(month.period)}
    return {name: known[name] for name in set(re.findall(r"\$(\w+)", rule.sql))}


def _write(
    con: duckdb.DuckDBPyConnection, query: str, parameters: dict[str, object], place: Path
) -> None:
    """Write an answer beside its place and rename it: half a file never lies there."""
    sql = (SQL / f"{query}.sql").read_text(encoding="utf-8")
    making = place.with_name(f".{place.name}")
    con.execute(f"CREATE OR REPLACE TEMP TABLE made AS {sql}", parameters)
    con.execute(f"COPY made TO {quoted(str(making))} (FORMAT parquet)")
    making.replace(place)


def _file(path: Path) -> str:
    return f"read_parquet({quoted(str(path.resolve()))}, hive_partitioning = false)"


def _show(con: duckdb.DuckDBPyConnection, months: list[Month]) -> None:
    """The view on the months' warnings, and what is counted and added up of them."""
    types = {"source_row": "INTEGER", "due": "DATE"}
    nothing = ", ".join(f"NULL::{types.get(name, 'VARCHAR')} AS {name}" for name in _COLUMNS)
    files = listed(month.warnings for month in months)
    rows = f"read_parquet({files}, hive_types = {{'period': VARCHAR}})"
    source = f"FROM {rows}" if months else f"SELECT {nothing} WHERE false"
    con.execute(f"CREATE VIEW warnings AS {source}")
    says = "每行一个月的一条预警：疑似，须由人核实 · One row per warning of a month, to be checked"
    with at_once(con):
        con.execute(f"COMMENT ON VIEW warnings IS '{says}'")
        for name, text in _COLUMNS.items():
            con.execute(f"COMMENT ON COLUMN warnings.{name} IS {quoted(text)}")
    con.execute(
        "INSERT INTO warning_counts SELECT period, rule, unit_code, status, since, due, count(*)"
        " FROM warnings GROUP BY ALL ORDER BY ALL"
    )
    for month in months:
        con.execute(f"INSERT INTO warning_known FROM {_file(month.known)}")
    for month in months:
        con.execute(
            "INSERT INTO facts BY NAME SELECT flows.*, coverage.period, coverage.upload_id,"
            " 'all' AS fund_level, 'ledger' AS source"
            f" FROM {_file(month.flows)} AS flows JOIN coverage USING (unit_code)"
            " WHERE coverage.dataset = 'households' AND coverage.period = $period ORDER BY ALL",
            {"period": month.period},
        )
