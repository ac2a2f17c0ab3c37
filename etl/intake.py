"""One file from the door to the store: read, recognise, clean, add up, compare; then accept."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

import duckdb

from etl.cells import Named, bad_cells, blanks
from etl.clean import clean, connect
from etl.compare import comparisons, share_benchmarks
from etl.contract import Slot
from etl.facts import make_facts, plain_number, unit_totals
from etl.figures import money_steps
from etl.indicators import indicator_words
from etl.land import Told, tell
from etl.original import keep_original
from etl.percents import decide_percents
from etl.periods import Month, find_period
from etl.personal import masked
from etl.problems import Problem, blocking, problem
from etl.rates import rate_problems
from etl.read import SentFile, read_sheets
from etl.recognise import Recognised, Said, column_letter, recognise
from etl.reference import Reference
from etl.rows import broken_rules, divided_households, repeated_keys
from etl.store import Store, Upload, active
from etl.totals import Sorted, sort_rows, total_problems
from etl.values import Lookups, read_values


@dataclass
class Examined:
    """Everything known of one file before it is accepted; its rows and facts are on `con`."""

    file: SentFile
    problems: list[Problem] = field(default_factory=list)
    recognised: Recognised | None = None
    month: Month | None = None
    rows: Sorted | None = None
    rows_kept: int = 0
    units: list[str] = field(default_factory=list)
    totals: dict[str, Any] = field(default_factory=dict)
    steps: dict[str, float] = field(default_factory=dict)  # how finely money is printed, 元
    con: duckdb.DuckDBPyConnection | None = None
    upload_id: str | None = None  # once accepted, or of the same file accepted before
    is_new: bool = False  # whether accepting it stored anything

    @classmethod
    def unread(cls, name: str) -> "Examined":
        """A file that could not be read at all."""
        return cls(SentFile(name, b""))

    @property
    def name(self) -> str:
        """Name of the file as it may be shown."""
        return masked(self.file.name)

    @property
    def period(self) -> str | None:
        """The month, YYYY-MM."""
        return self.month.period if self.month else None

    @property
    def rows_read(self) -> int:
        """How many rows of data the file has."""
        return len(self.rows.data) if self.rows else 0

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


def examine(file: SentFile, store: Store, reference: Reference, said: Said) -> Examined:
    """Everything that can be said of a file without storing it; raises Unreadable."""
    found = Examined(file)
    recognised = recognise(read_sheets(file.content), said)
    if isinstance(recognised, list):
        found.problems = recognised
        return found
    found.recognised = recognised
    found.problems = list(recognised.problems)
    found.rows = rows = sort_rows(recognised, set(reference.unit_codes()), reference.city_words())
    found.con = con = connect(len(rows.data))
    told = tell(recognised, rows.data)
    found.problems += decide_percents(recognised, told, file.content)
    found.month, problems = find_period(con, recognised, told, file.name, said.period)
    found.problems += problems
    if found.month is None:
        return found
    found.problems += _read_rows(found, told, reference)
    found.problems += total_problems(con, recognised, rows)
    found.problems += rate_problems(
        con, recognised, rows.table, reference.settings.spend_rate.denominator
    )
    found.steps = money_steps(recognised, told)
    [(found.rows_kept,)] = con.execute("SELECT count(*) FROM rows").fetchall()
    found.units = [code for (code,) in con.execute("FROM covered ORDER BY 1").fetchall()]
    if found.acceptable:
        period = found.month.period
        found.totals = _add_up(con, recognised.contract.dataset, period)
        found.problems += comparisons(
            con, recognised, period, found.units, store, reference, found.steps
        )
    return found


def _read_rows(found: Examined, told: dict[Slot, Told], reference: Reference) -> list[Problem]:
    """Make the tables of etl.clean; what is wrong with cells and rows, in file order."""
    con, recognised = found.con, found.recognised
    assert con and recognised and found.rows and found.month
    places, contract = found.rows.data, recognised.contract
    lookups = Lookups(reference.unit_codes(), indicator_words())
    values = read_values(con, recognised, told, found.month.year, lookups)
    person_rows = clean(con, recognised, places, told, values, found.month.period)
    cells = Named(recognised, places, told)
    problems = chain(
        bad_cells(cells, values, lookups),
        blanks(con, cells),
        broken_rules(con, cells),
        repeated_keys(con, cells) if contract.key else (),
        divided_households(con, cells) if person_rows else (),
    )
    order = {slot.name: at for slot, at in recognised.columns.items()}
    return sorted(
        problems, key=lambda each: (each.row or 0, order.get(each.column or "", -1), each.code)
    )


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
            "sha256": found.file.sha256,
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
    assert found.con and found.recognised and found.rows
    keep_original(found.file.content, found.recognised, found.rows.table, folder)
    for table in ("rows", "facts"):
        place = str(folder / f"{table}.parquet").replace("'", "''")
        found.con.execute(f"COPY {table} TO '{place}' (FORMAT parquet)")


def _same_before(found: Examined, uploads: list[Upload]) -> Upload | None:
    """An upload of the same bytes, dataset and month that is still in force for all it covers."""
    assert found.recognised
    force = active(uploads)
    for upload in reversed(uploads):
        same = (upload.sha256, upload.dataset, upload.period) == (
            found.file.sha256,
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
