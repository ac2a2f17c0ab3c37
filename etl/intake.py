"""One file from the door to the store: read, recognise, clean, add up, compare; then accept."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from etl.cells import cell_problems
from etl.clean import Lookups, clean, connect
from etl.compare import comparisons, share_benchmarks
from etl.facts import make_facts, plain_number, unit_totals
from etl.indicators import indicator_words
from etl.land import land
from etl.original import kept_original
from etl.percents import decide_percents
from etl.periods import find_period
from etl.personal import masked
from etl.problems import Problem, blocking, problem
from etl.rates import money_steps, rate_problems
from etl.read import read_sheets
from etl.recognise import Recognised, column_letter, recognise
from etl.reference import Reference
from etl.store import Store, Upload, active
from etl.totals import sort_rows, total_problems


@dataclass
class Examined:
    """Everything known of one file before it is accepted; its rows and facts are on `con`."""

    path: Path
    sha256: str
    problems: list[Problem]
    recognised: Recognised | None = None
    period: str | None = None
    rows_read: int = 0
    rows_kept: int = 0
    table_rows: set[int] = field(default_factory=set)  # data, totals and subtotals
    units: list[str] = field(default_factory=list)
    totals: dict[str, Any] = field(default_factory=dict)
    steps: dict[str, float] = field(default_factory=dict)  # how finely money is printed, 元
    con: duckdb.DuckDBPyConnection | None = None
    upload_id: str | None = None  # once accepted, or of the same file accepted before
    is_new: bool = False  # whether accepting it stored anything

    @classmethod
    def unread(cls, path: Path) -> "Examined":
        """A file that could not be read at all."""
        return cls(path, sha256="", problems=[])

    @property
    def name(self) -> str:
        """Name of the file as it may be shown."""
        return masked(self.path.name)

    @property
    def accepted(self) -> bool:
        """Whether the file is stored."""
        return self.upload_id is not None

    @property
    def acceptable(self) -> bool:
        """Whether nothing blocks it."""
        return not blocking(self.problems)

    def as_json(self) -> dict[str, Any]:
        """The file as check and load print it."""
        found = self.recognised
        return {
            "file": self.name,
            "dataset": found and found.contract.dataset,
            "period": self.period,
            "encoding": found and found.sheet.encoding,
            "sheet": found and found.sheet.name and masked(found.sheet.name),
            "header_row": found and found.header_row,
            "rows_read": self.rows_read,
            "rows_kept": self.rows_kept,
            "units": self.units,
            "ignored_columns": found.ignored if found else [],
            "personal_columns": [found.headers[at] for at in found.personal] if found else [],
            "totals": self.totals,
            "problems": [each.as_json() for each in self.problems],
            "accepted": self.accepted,
            "upload_id": self.upload_id,
        }


def examine(
    path: Path, store: Store, reference: Reference, dataset: str | None, period: str | None
) -> Examined:
    """Everything that can be said of a file without storing it; raises Unreadable.

    `dataset` and `period` are what the caller says, None to find out."""
    sheets = read_sheets(path)
    found = Examined(path, hashlib.sha256(path.read_bytes()).hexdigest(), problems=[])
    recognised = recognise(sheets, dataset)
    if isinstance(recognised, list):
        found.problems = recognised
        return found
    found.recognised = recognised
    found.problems = list(recognised.problems)
    rows = sort_rows(recognised, set(reference.unit_codes()), reference.city_words())
    found.rows_read = len(rows.data)
    found.table_rows = {number for number, _ in (*rows.data, *rows.totals, *rows.subtotals)}
    found.con = con = connect(len(rows.data))
    land(con, recognised, rows.data)
    found.problems += decide_percents(con, recognised, path)
    found.period, problems = find_period(con, recognised, path, period)
    found.problems += problems
    if found.period is None:
        return found
    clean(con, recognised, found.period, Lookups(reference.unit_codes(), indicator_words()))
    found.problems += cell_problems(con, recognised)
    found.problems += total_problems(con, recognised, rows)
    found.problems += rate_problems(
        con,
        recognised,
        [*rows.data, *rows.totals, *rows.subtotals],
        reference.settings.spend_rate.denominator,
    )
    found.steps = money_steps(con, recognised)
    [(found.rows_kept,)] = con.execute("SELECT count(*) FROM rows").fetchall()
    found.units = [code for (code,) in con.execute("FROM covered ORDER BY 1").fetchall()]
    if found.acceptable:
        found.totals = _add_up(con, recognised.contract.dataset, found.period)
        found.problems += comparisons(
            con, recognised, found.period, found.units, store, reference, found.steps
        )
    return found


def _add_up(con: duckdb.DuckDBPyConnection, dataset: str, period: str) -> dict[str, Any]:
    """Make `facts` from `rows` and `covered`; the file's totals by measure."""
    make_facts(con, dataset, period)
    sums = con.execute(
        f"SELECT measure, sum(value) FROM ({unit_totals('facts')}) GROUP BY 1 ORDER BY 1"
    ).fetchall()
    return {measure: plain_number(value) for measure, value in sums}


def accept(found: Examined, store: Store, by: str, at: datetime | None = None) -> Examined:
    """Store an examined file without errors, or find that this very file already counts."""
    assert found.acceptable and found.recognised and found.con and found.period
    with store.lock():
        before = _same_before(found, store.uploads())
        if before:
            found.upload_id = before.upload_id
            when = before.accepted_at.astimezone().strftime("%Y-%m-%d %H:%M")
            found.problems.append(problem("same_file", when=when, upload=before.upload_id))
            return found
        found.upload_id = "pending"
        receipt = {
            **{name: value for name, value in found.as_json().items() if name != "upload_id"},
            "sha256": found.sha256,
            "accepted_by": by,
            "accepted_at": (at or datetime.now(UTC)).isoformat(),
            "columns": _columns_read(found.recognised),
            "steps": found.steps,
        }
        found.upload_id = store.accept(receipt, lambda folder: _write(found, folder)).upload_id
        found.is_new = True
    return found


def _columns_read(recognised: Recognised) -> dict[str, str]:
    return {slot.name: column_letter(at) for slot, at in recognised.columns.items()}


def _write(found: Examined, folder: Path) -> None:
    assert found.con and found.recognised
    name, content = kept_original(found.path, found.recognised, found.table_rows)
    (folder / name).write_bytes(content)
    for table in ("rows", "facts"):
        place = str(folder / f"{table}.parquet").replace("'", "''")
        found.con.execute(f"COPY {table} TO '{place}' (FORMAT parquet)")


def _same_before(found: Examined, uploads: list[Upload]) -> Upload | None:
    """An upload of the same bytes, dataset and month that is still in force for all it covers."""
    assert found.recognised
    force = active(uploads)
    for upload in reversed(uploads):
        same = (upload.sha256, upload.dataset, upload.period) == (
            found.sha256,
            found.recognised.contract.dataset,
            found.period,
        )
        if same and upload.withdrawal is None and _counts(upload, uploads, force):
            return upload
    return None


def _counts(upload: Upload, uploads: list[Upload], force: Any) -> bool:
    if upload.units:
        return all(force[upload.dataset, upload.period, unit] is upload for unit in upload.units)
    # Benchmarks have no units: the newest figure counts, and a later file may hold none of these.
    later = [
        each
        for each in uploads
        if each.dataset == upload.dataset
        and each.upload_id > upload.upload_id
        and not each.withdrawal
    ]
    return not any(share_benchmarks(each, upload) for each in later)
