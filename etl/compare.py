"""A file against what is in force: last month's rows, and the other source of the same month."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import duckdb

from etl.bilingual import Lang
from etl.clean import make
from etl.contract import LEDGERS, Contract
from etl.indicators import measures
from etl.problems import Problem, problem
from etl.recognised import Recognised
from etl.reconciliation import reconcile
from etl.reference import Reference
from etl.store import Upload, in_force
from etl.stored import facts_of, rows_of


def comparisons(
    con: duckdb.DuckDBPyConnection,
    recognised: Recognised,
    period: str,
    units: list[str],
    uploads: list[Upload],
    reference: Reference,
    steps: dict[str, float],
) -> list[Problem]:
    """Warnings about rows that did not move, cumulative sums that fell, and 账表不符 (reads `rows`
    and `facts` of one file, its month, the units it covers and how finely its money is printed)."""
    contract = recognised.contract
    if not units:
        return []
    before = in_force(uploads, contract.dataset, month_before(period), units)
    problems: list[Problem] = []
    if before:
        make(con, "before", rows_of(before, contract))
        problems += _unchanged(con, contract, reference)
        if contract.falling and period[5:] != "01":  # cumulative within the year
            problems += _fallen(con, recognised)
    others = LEDGERS if contract.dataset == "reports" else ("reports",)
    for other in others:
        there = in_force(uploads, other, period, units)
        if there:
            problems += _mismatches(con, period, there, other, reference, steps)
    return problems


def month_before(period: str) -> str:
    """The month before one, both YYYY-MM."""
    return (date.fromisoformat(f"{period}-01") - timedelta(days=1)).strftime("%Y-%m")


def _unchanged(
    con: duckdb.DuckDBPyConnection, contract: Contract, reference: Reference
) -> Iterator[Problem]:
    # Two sets of rows are the same when their counts and the sums of their hashes are.
    row = f"row({', '.join(contract.stored())})"
    sums = f"SELECT county, count(*) AS rows, sum(hash({row})::HUGEINT) AS sum"
    found = con.execute(
        f"SELECT now.county, now.rows FROM ({sums} FROM rows GROUP BY county) AS now"
        f" JOIN ({sums} FROM before GROUP BY county) AS last USING (county, rows, sum) ORDER BY 1"
    ).fetchall()
    for unit, count in found:
        yield problem(
            "same_as_last_month",
            about=unit,
            column="county",
            value=reference.unit_name(unit),
            unit=reference.unit_name(unit),
            en={"unit": reference.unit_name(unit, "en")},
            count=count,
        )


def _fallen(con: duckdb.DuckDBPyConnection, recognised: Recognised) -> Iterator[Problem]:
    """Keys whose cumulative column is lower than last month."""
    contract = recognised.contract
    key, column = ", ".join(contract.key), contract.falling
    slot = next((slot for slot in recognised.columns if slot.column == column), None)
    if slot is None:
        return
    same = " AND ".join(f"now.{name} IS NOT DISTINCT FROM last.{name}" for name in contract.key)
    rows = con.execute(
        f"WITH now AS (SELECT {key}, min(row) AS row, sum({column}) AS total FROM rows"
        f" GROUP BY {key}),"
        f" last AS (SELECT {key}, sum({column}) AS total FROM before GROUP BY {key})"
        f" SELECT now.row, now.total, last.total FROM now JOIN last ON {same}"
        f" WHERE now.total < last.total ORDER BY 1"
    ).fetchall()
    scale = recognised.scales[slot]
    for row, total, last in rows:
        yield problem(
            "fallen",
            row=row,
            column=column,
            header=recognised.header_of(slot),
            at=recognised.columns[slot],
            value=f"{total / scale:.2f}",
            before=f"{last / scale:.2f}",
        )


def _mismatches(
    con: duckdb.DuckDBPyConnection,
    period: str,
    there: dict[str, Upload],
    dataset: str,
    reference: Reference,
    own_steps: dict[str, float],
) -> Iterator[Problem]:
    """Where this file and the uploads in force of the other source give a unit different sums, by
    more than the report's rounding explains."""
    if dataset == "reports":
        steps = {(period, unit): dict(upload.steps) for unit, upload in there.items()}
    else:
        steps = dict.fromkeys(((period, unit) for unit in there), own_steps)
    both = f"FROM facts UNION ALL BY NAME FROM {facts_of(there)}"
    sums = f"SELECT '{period}' AS period, * FROM ({both})"
    rows = reconcile(con, sums, steps, after="WHERE differs ORDER BY unit_code, measure").fetchall()
    for _, unit, measure, ledger, report, *_ in rows:
        yield problem(
            "report_mismatch",
            about=unit,
            column=measure,
            header=measures()[measure].zh,
            value=_plain(report),
            unit=reference.unit_name(unit),
            report=_said(report, measure),
            ledger=_said(ledger, measure),
            en={
                "unit": reference.unit_name(unit, "en"),
                "header": measures()[measure].en,
                "report": _said(report, measure, "en"),
                "ledger": _said(ledger, measure, "en"),
            },
        )


def _said(value: Decimal, measure: str, lang: Lang = "zh") -> str:
    """A sum with its unit, to the last digit: what differs must not print alike."""
    if measures()[measure].quantity != "money":
        return _plain(value)
    if lang == "en":
        return f"{_plain(value)} yuan"
    return f"{value / 10_000:f}".rstrip("0").rstrip(".") + "万元"


def _plain(value: Decimal) -> str:
    return f"{value:f}".removesuffix(".00")
