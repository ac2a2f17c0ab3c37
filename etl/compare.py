"""A file against what is in force: last month's rows, and the other source of the same month."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

import duckdb

from etl.contract import Contract
from etl.problems import Problem, problem
from etl.reference import Reference
from etl.store import Active, Store, Upload, active

if TYPE_CHECKING:
    from etl.intake import Examined

LEDGERS = ("funds", "projects", "households")


def comparisons(
    con: duckdb.DuckDBPyConnection, found: "Examined", store: Store, reference: Reference
) -> list[Problem]:
    """Warnings about rows that did not move, cumulative sums that fell, and 账表不符."""
    assert found.recognised and found.period
    contract = found.recognised.contract
    if not found.units:
        return []
    force = active(store.uploads())
    before = _in_force(force, contract.dataset, month_before(found.period), found.units)
    problems: list[Problem] = []
    if before:
        con.execute(_make_before(before, contract))
        problems += _unchanged(con, contract, reference)
        if contract.falling and found.period[5:] != "01":  # cumulative within the year
            problems += _fallen(con, found, contract)
    problems += _mismatches(con, found, force, reference)
    return problems


def month_before(period: str) -> str:
    """The month before one, both YYYY-MM."""
    return (date.fromisoformat(f"{period}-01") - timedelta(days=1)).strftime("%Y-%m")


def _in_force(force: Active, dataset: str, period: str, units: list[str]) -> dict[str, Upload]:
    return {
        unit: force[dataset, period, unit] for unit in units if (dataset, period, unit) in force
    }


def _make_before(before: dict[str, Upload], contract: Contract) -> str:
    """SQL that makes `before`: the rows in force last month of the units that this file covers."""
    by_upload: dict[Upload, list[str]] = {}
    for unit, upload in before.items():
        by_upload.setdefault(upload, []).append(unit)
    selects = [
        f"SELECT {', '.join(contract.stored())} FROM read_parquet({_quoted(str(upload.rows))})"
        f" WHERE county IN ({', '.join(map(_quoted, units))})"
        for upload, units in by_upload.items()
    ]
    return f"CREATE OR REPLACE TEMP TABLE before AS {' UNION ALL '.join(selects)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _unchanged(
    con: duckdb.DuckDBPyConnection, contract: Contract, reference: Reference
) -> Iterator[Problem]:
    columns = ", ".join(contract.stored())
    found = con.execute(
        f"WITH now AS (SELECT {columns} FROM rows),"
        f" moved AS ((FROM now EXCEPT ALL FROM before) UNION ALL (FROM before EXCEPT ALL FROM now))"
        f" SELECT county, count(*) FROM now ANTI JOIN moved USING (county) GROUP BY 1 ORDER BY 1"
    ).fetchall()
    for unit, count in found:
        yield problem(
            "same_as_last_month",
            column="county",
            value=reference.unit_name(unit),
            unit=reference.unit_name(unit),
            count=count,
        )


def _fallen(
    con: duckdb.DuckDBPyConnection, found: "Examined", contract: Contract
) -> Iterator[Problem]:
    """Keys whose cumulative column is lower than last month."""
    assert found.recognised
    key, column = ", ".join(contract.key), contract.falling
    slot = next((slot for slot in found.recognised.columns if slot.column == column), None)
    if slot is None:
        return
    same = " AND ".join(f"now.{name} IS NOT DISTINCT FROM last.{name}" for name in contract.key)
    scale = found.recognised.scales[slot]
    rows = con.execute(
        f"WITH now AS (SELECT {key}, min(row) AS row, sum({column}) AS total FROM rows GROUP BY {key}),"
        f" last AS (SELECT {key}, sum({column}) AS total FROM before GROUP BY {key})"
        f" SELECT now.row, now.total / {scale}, last.total / {scale} FROM now JOIN last ON {same}"
        f" WHERE now.total < last.total ORDER BY 1"
    ).fetchall()
    for row, total, last in rows:
        yield problem(
            "fallen",
            row=row,
            column=column,
            header=found.recognised.header(slot),
            value=f"{total:.2f}",
            before=f"{last:.2f}",
        )


def _mismatches(
    con: duckdb.DuckDBPyConnection, found: "Examined", force: Active, reference: Reference
) -> Iterator[Problem]:
    """Where a unit's report and its ledgers of the same month give different sums."""
    assert found.recognised and found.period
    dataset = found.recognised.contract.dataset
    others = LEDGERS if dataset == "reports" else ("reports",)
    uploads = {
        upload
        for other in others
        for upload in _in_force(force, other, found.period, found.units).values()
    }
    if not uploads:
        return
    files = ", ".join(_quoted(str(upload.facts)) for upload in sorted(uploads, key=lambda u: u.upload_id))
    covered = [
        (unit, upload.upload_id)
        for other in others
        for unit, upload in _in_force(force, other, found.period, found.units).items()
    ]
    pairs = ", ".join(f"({_quoted(unit)}, {_quoted(number)})" for unit, number in covered)
    rows = con.execute(
        f"WITH others AS (SELECT * FROM read_parquet([{files}], hive_partitioning = true,"
        f" hive_types = {{'period': VARCHAR, 'upload_id': VARCHAR}})"
        f" WHERE (unit_code, upload_id) IN ({pairs})),"
        f" own AS (SELECT unit_code, measure, sum(value) AS value FROM facts"
        f" WHERE dimension = '' GROUP BY ALL),"
        f" other AS (SELECT unit_code, measure, sum(value) AS value FROM others"
        f" WHERE dimension = '' GROUP BY ALL)"
        f" SELECT own.unit_code, own.measure, own.value, other.value FROM own"
        f" JOIN other USING (unit_code, measure) WHERE own.value <> other.value ORDER BY 1, 2"
    ).fetchall()
    for unit, measure, own, other in rows:
        report, ledger = (own, other) if dataset == "reports" else (other, own)
        yield _mismatch(found, unit, measure, report, ledger, reference)


def _mismatch(
    found: "Examined", unit: str, measure: str, report: object, ledger: object, reference: Reference
) -> Problem:
    from etl.indicators import measures

    name = measures()[measure]
    return problem(
        "report_mismatch",
        column=measure,
        header=name.zh,
        value=f"{report:f}",
        unit=reference.unit_name(unit),
        ledger=f"{ledger:f}",
        en={"header": name.en},
    )
