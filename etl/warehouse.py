"""Every table and view of the published file: a pure function of uploads and reference tables."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from etl.clean import SQL, at_once
from etl.codes import code_lists
from etl.definitions import definitions
from etl.kept_facts import in_force, take_facts
from etl.months import fill_months, months_of
from etl.printed import printed_problems
from etl.reconciliation import fill_reconciliation
from etl.reference import Reference
from etl.renew import add_up, batches
from etl.store import Upload, active
from etl.stored import newest_benchmarks
from etl.views import make_views

UPLOAD = (
    "upload_id dataset period file_name sha256 accepted_by accepted_at rows_read rows_kept warnings"
    " replaces withdrawn_at withdrawn_by withdrawn_reason"
).split()
PROBLEM = (
    "upload_id unit_code row column header value code title_zh title_en message_zh message_en"
).split()


def fill(
    con: duckdb.DuckDBPyConnection,
    uploads: list[Upload],
    reference: Reference,
    kept: Path,
    *,
    facts_again: bool = False,
    progress: Callable[[str], None],
    **more: Any,
) -> list[Path]:
    """Make every table and view of the published file on an empty database, as fill_tables; months
    that lie in the folder `kept` are not looked through again. Gives back its files in use."""
    kept_facts = fill_tables(
        con, uploads, reference, kept=kept, facts_again=facts_again, progress=progress, **more
    )
    fill_reconciliation(con, uploads)
    _insert_columns(con, "upload_problems", PROBLEM, list(printed_problems(con, uploads)))
    with at_once(con):
        make_views(con, uploads, reference.settings)
    months = months_of(kept, uploads, version(reference))
    fill_months(con, months, reference.settings, again=facts_again, progress=progress)
    return [*kept_facts, *(path for month in months for path in month.files)]


def fill_tables(
    con: duckdb.DuckDBPyConnection,
    uploads: list[Upload],
    reference: Reference,
    *,
    as_of: datetime | None = None,
    facts_again: bool = False,
    progress: Callable[[str], None] = lambda _: None,
    unsaved: Mapping[str, Any] | None = None,
    kept: Path | None = None,
) -> list[Path]:
    """Make every table of the published file on an empty database: what is known without rows.

    `unsaved` holds the facts of uploads that are not in the store, by number. Gives back the files
    of the folder `kept`, when there is one, that the facts of each month lie in from now on."""
    kept_facts: list[Path] = []
    with at_once(con):
        con.execute((SQL / "schema.sql").read_text(encoding="utf-8"))
        progress("reference")
        _fill_reference(con, reference, uploads, as_of)
        _fill_uploads(con, uploads)
    progress("facts")
    if facts_again:
        _add_up_again(con, uploads)
    elif kept:
        kept_facts = take_facts(con, uploads, kept)
    else:
        _take_facts(con, uploads, unsaved or {})
    _fill_benchmarks(con, uploads)
    _leave_out_young(con, reference)
    progress("standings")
    far_below = reference.settings.lights.far_below_points / 100
    standings = SQL.with_name("standings.sql").read_text(encoding="utf-8")
    con.execute(standings, {"far_below": far_below})
    return kept_facts


def version(reference: Reference) -> str:
    """A checksum of what makes the published file of the uploads, definitions and reference tables:
    another one, and the board is to be published anew."""
    return hashlib.sha256(f"{_definitions()} {reference}".encode()).hexdigest()


@cache
def _definitions() -> str:
    folders = ("", "facts/", "counted/", "warnings/", "sql/")
    kinds = (*(f"{folder}*.sql" for folder in folders), "contracts/*.yaml", "*.yaml", "*.py")
    made_by = sorted(path for kind in kinds for path in SQL.parent.glob(kind))
    return hashlib.sha256(b"".join(path.read_bytes() for path in made_by)).hexdigest()


def _insert(con: duckdb.DuckDBPyConnection, table: str, rows: list[tuple[object, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        con.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)


def _insert_columns(
    con: duckdb.DuckDBPyConnection,
    table: str,
    names: Sequence[str],
    rows: Sequence[tuple[object, ...]],
) -> None:
    """Insert many rows; row by row each would cost a statement."""
    if rows:
        con.register(
            "many", pa.table(dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)))
        )
        con.execute(f"INSERT INTO {table} BY NAME FROM many")
        con.unregister("many")


def _fill_reference(
    con: duckdb.DuckDBPyConnection,
    reference: Reference,
    uploads: list[Upload],
    as_of: datetime | None,
) -> None:
    settings = reference.settings
    standing = (upload.accepted_at for upload in uploads if upload.withdrawal is None)
    newest = max(standing, default=None)
    city = settings.city or "全市"
    publication = (city, settings.city_en or settings.city or "The city", settings.sample)
    _insert(con, "publication", [(*publication, _utc(newest), _utc(as_of), version(reference))])
    values = settings.dotted().items()
    _insert(con, "settings", [(n, json.dumps(v, ensure_ascii=False)) for n, v in values])
    _insert(con, "units", [
        (u.code, u.name, u.short_name, u.name_en, u.group, u.key_county, u.ranked,
         u.rural_population, u.tile_row, u.tile_column, u.order)
        for u in reference.units
    ])  # fmt: skip
    _insert(con, "targets", [
        (t.indicator, t.fund_level, t.unit, t.month, t.day, t.at_least, t.source)
        for t in reference.targets
    ])  # fmt: skip
    _insert(con, "codes", [
        (name, code, entry.zh, entry.en, order)
        for name, codes in code_lists().items()
        for order, (code, entry) in enumerate(codes.items(), start=1)
    ])  # fmt: skip
    for table, rows in definitions(settings).items():
        _insert(con, table, rows)


def _utc(moment: datetime | None) -> datetime | None:
    """A moment as the file stores it: UTC without a zone."""
    return moment and moment.astimezone(UTC).replace(tzinfo=None)


def _fill_uploads(con: duckdb.DuckDBPyConnection, uploads: list[Upload]) -> None:
    told = [
        (u.upload_id, u.dataset, u.period, u.file_name, u.sha256, u.accepted_by,
         _utc(u.accepted_at), u.rows_read, u.rows_kept, u.warnings, list(u.replaces),
         *((_utc(u.withdrawal.at), u.withdrawal.by, u.withdrawal.reason) if u.withdrawal
           else (None, None, None)))
        for u in uploads
    ]  # fmt: skip
    _insert_columns(con, "uploads", UPLOAD, told)
    units = [
        (u.upload_id, unit, dict(u.unit_warnings).get(unit, 0)) for u in uploads for unit in u.units
    ]
    _insert_columns(con, "upload_units", "upload_id unit_code warnings".split(), units)
    _insert(con, "upload_notes", [
        (u.upload_id, n.action, _utc(n.at), n.by, n.reason) for u in uploads for n in u.notes
    ])  # fmt: skip
    force = sorted((*key, upload.upload_id) for key, upload in active(uploads).items())
    _insert_columns(con, "coverage", "dataset period unit_code upload_id".split(), force)


def _take_facts(
    con: duckdb.DuckDBPyConnection, uploads: list[Upload], unsaved: Mapping[str, Any]
) -> None:
    used = {u.upload_id: u for u in active(uploads).values()}
    for number in unsaved.keys() & used.keys():
        con.register("unsaved", unsaved[number])
        con.execute(
            "INSERT INTO facts BY NAME SELECT unsaved.*, coverage.period, coverage.upload_id"
            " FROM unsaved JOIN coverage ON coverage.unit_code = unsaved.unit_code"
            " AND coverage.upload_id = $number",
            {"number": number},
        )
    stored = [u for number, u in used.items() if number not in unsaved]
    if stored:
        con.execute(f"INSERT INTO facts BY NAME {in_force(stored)} ORDER BY ALL")


def _add_up_again(con: duckdb.DuckDBPyConnection, uploads: list[Upload]) -> None:
    used = {each.upload_id: each for each in active(uploads).values()}
    for batch in batches(used.values()):
        add_up(con, batch, "added_up")
        con.execute(
            "INSERT INTO facts BY NAME SELECT added_up.*, coverage.period, coverage.upload_id"
            " FROM added_up JOIN coverage USING (unit_code)"
            " WHERE coverage.dataset = $dataset AND coverage.period = $period"
            " AND list_contains($numbers, coverage.upload_id) ORDER BY ALL",
            {
                "dataset": batch[0].dataset,
                "period": batch[0].period,
                "numbers": [each.upload_id for each in batch],
            },
        )


def _fill_benchmarks(con: duckdb.DuckDBPyConnection, uploads: list[Upload]) -> None:
    newest = newest_benchmarks(uploads)
    if newest:
        con.execute(
            f"INSERT INTO benchmarks BY NAME SELECT strftime(period, '%Y-%m') AS period,"
            f" * EXCLUDE (period) FROM ({newest}) ORDER BY ALL"
        )


def _leave_out_young(con: duckdb.DuckDBPyConnection, reference: Reference) -> None:
    """Add the measures without batches younger than the setting's days at month end."""
    days = reference.settings.spend_rate.leave_out_batches_younger_than_days
    if days:
        con.execute((SQL / "older.sql").read_text(encoding="utf-8"), {"days": days})
