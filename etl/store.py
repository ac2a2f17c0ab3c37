"""The upload store: immutable folders, receipts, withdrawals, and which upload is in force.

uploads/period=2023-04/upload_id=000042/   original.*, rows.parquet, facts.parquet, receipt.json
uploads/period=2023-04/upload_id=000042.withdrawn.json   a note beside it; nothing is ever edited
uploads/period=2023-04/facts-…/upload_id=000042/   facts.parquet by definitions that came later
uploads/period=2023-04/upload_id=000042.restored.json    the withdrawal undone; 2.withdrawn, … go on
"""

import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from filelock import FileLock

from etl.facts import facts_version

WITHDRAWN, RESTORED = "withdrawn", "restored"
_FOLDER = re.compile(r"upload_id=(\d+)$")


class UnknownUpload(Exception):
    """No upload has that number, or it is not in the state that was to be changed."""


@dataclass(frozen=True)
class Note:
    """A note beside an upload: it was withdrawn, or restored."""

    action: str
    at: datetime
    by: str
    reason: str


@dataclass(frozen=True)
class Upload:
    """One accepted upload: its receipt, its folder, and its withdrawal if any."""

    upload_id: str
    dataset: str
    period: str
    file_name: str
    sha256: str
    accepted_by: str
    accepted_at: datetime
    rows_read: int
    rows_kept: int
    warnings: int
    units: tuple[str, ...]
    folder: Path
    sheet: str | None = None  # of the workbook it came as
    steps: tuple[tuple[str, float], ...] = ()  # how finely its money was printed, 元 by column
    unit_warnings: tuple[tuple[str, int], ...] = ()  # of its warnings, those about a unit
    replaces: tuple[str, ...] = ()  # numbers of the uploads that counted before it
    facts_by: str = ""  # which definitions made its facts
    notes: tuple[Note, ...] = ()  # oldest first

    @property
    def withdrawal(self) -> Note | None:
        """The note by which it does not count now; None when it does."""
        newest = self.notes[-1] if self.notes else None
        return newest if newest and newest.action == WITHDRAWN else None

    @property
    def rows(self) -> Path:
        """The typed rows."""
        return self.folder / "rows.parquet"

    @property
    def facts(self) -> Path:
        """The sums they add up to by today's definitions: of an older upload beside it."""
        version = facts_version(self.dataset)
        if self.facts_by == version:
            return self.folder / "facts.parquet"
        return self.folder.parent / f"facts-{version}" / self.folder.name / "facts.parquet"

    def as_json(self) -> dict[str, Any]:
        """The upload as the command line prints it."""
        note = self.withdrawal
        return {
            "upload_id": self.upload_id,
            "dataset": self.dataset,
            "period": self.period,
            "file": self.file_name,
            "sha256": self.sha256,
            "by": self.accepted_by,
            "at": self.accepted_at.isoformat(),
            "rows_read": self.rows_read,
            "rows_kept": self.rows_kept,
            "warnings": self.warnings,
            "units": list(self.units),
            "withdrawn": note and {"at": note.at.isoformat(), "by": note.by, "reason": note.reason},
        }


Active = dict[tuple[str, str, str], Upload]  # (dataset, period, unit) → the upload in force


class Store:
    """The uploads of one home."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.folder = home / "uploads"

    @contextmanager
    def lock(self) -> Iterator[None]:
        """One writer at a time, across processes."""
        self.home.mkdir(parents=True, exist_ok=True)
        with FileLock(self.home / ".lock"):
            yield

    def uploads(self, as_of: datetime | None = None) -> list[Upload]:
        """All uploads by number; with `as_of` as things stood at that moment."""
        found: list[Upload] = []
        for month in self.folder.glob("period=*"):
            places = {each.name: each for each in month.iterdir()}
            noted = {name.partition(".")[0] for name in places if "." in name}
            found += [
                _read_upload(place, as_of, is_noted=name in noted)
                for name, place in places.items()
                if _FOLDER.match(name)
            ]
        known = [each for each in found if as_of is None or each.accepted_at <= as_of]
        return sorted(known, key=lambda each: each.upload_id)

    def accept(self, receipt: dict[str, Any], write: Callable[[Path], None]) -> Upload:
        """Store one upload under the next number; `write` fills the folder before it is renamed
        into place. Call it under the lock."""
        numbers = [int(each.upload_id) for each in self.uploads()]
        upload_id = f"{max(numbers, default=0) + 1:06d}"
        staging = self.folder / ".staging"
        shutil.rmtree(staging, ignore_errors=True)  # left by a writer that died
        staging.mkdir(parents=True)
        write(staging)
        text = json.dumps({**receipt, "upload_id": upload_id}, ensure_ascii=False, indent=1)
        (staging / "receipt.json").write_text(text, encoding="utf-8")
        place = self.folder / f"period={receipt['period']}" / f"upload_id={upload_id}"
        place.parent.mkdir(exist_ok=True)
        staging.replace(place)
        return _read_upload(place, None, is_noted=False)

    def withdraw(self, upload_id: str, by: str, reason: str) -> Upload:
        """Put a note beside an upload: from now on it does not count. Call it under the lock."""
        return self._note(WITHDRAWN, upload_id, by, reason)

    def restore(self, upload_id: str, by: str, reason: str = "") -> Upload:
        """Put a note beside a withdrawn upload: from now on it counts again. Call it under the
        lock."""
        return self._note(RESTORED, upload_id, by, reason)

    def _note(self, action: str, upload_id: str, by: str, reason: str) -> Upload:
        upload = next((each for each in self.uploads() if each.upload_id == upload_id), None)
        if upload is None or (upload.withdrawal is None) != (action == WITHDRAWN):
            raise UnknownUpload(upload_id)
        note = {"at": datetime.now(UTC).isoformat(), "by": by, "reason": reason}
        staging = self.folder / ".note.json"
        staging.write_text(json.dumps(note, ensure_ascii=False, indent=1), encoding="utf-8")
        staging.replace(_note_of(upload.folder, action, len(upload.notes) // 2 + 1))
        return _read_upload(upload.folder, None)


def active(uploads: list[Upload]) -> Active:
    """For each dataset, period and unit the newest upload that covers it and is not withdrawn."""
    return {
        (upload.dataset, upload.period, unit): upload
        for upload in uploads
        if upload.withdrawal is None
        for unit in upload.units
    }


def in_force(
    uploads: list[Upload], dataset: str, period: str, units: Iterable[str]
) -> dict[str, Upload]:
    """Unit → the upload that counts for it, among these units, in one dataset and month."""
    force = active(uploads)
    keys = {unit: (dataset, period, unit) for unit in units}
    return {unit: force[key] for unit, key in keys.items() if key in force}


def _note_of(folder: Path, action: str, time: int) -> Path:
    """Where a note lies; from the second time on it is counted."""
    counted = "" if time == 1 else f"{time}."
    return folder.with_name(f"{folder.name}.{counted}{action}.json")


def _notes(folder: Path, as_of: datetime | None) -> Iterator[Note]:
    """The notes beside an upload in their order, as far as there were at that moment."""
    for time in count(1):
        for action in (WITHDRAWN, RESTORED):
            place = _note_of(folder, action, time)
            if not place.exists():
                return
            told = json.loads(place.read_text(encoding="utf-8"))
            at = datetime.fromisoformat(told["at"])
            if as_of is not None and at > as_of:
                return
            yield Note(action, at, told["by"], told["reason"])


def _read_upload(folder: Path, as_of: datetime | None, *, is_noted: bool = True) -> Upload:
    """An upload, with its notes if it may have any: among thousands a look for each takes long."""
    receipt = folder / "receipt.json"
    upload = _accepted(folder, receipt.stat().st_mtime_ns)
    notes = tuple(_notes(folder, as_of)) if is_noted else ()
    return replace(upload, notes=notes) if notes else upload


@cache
def _accepted(folder: Path, _written: int) -> Upload:
    """The upload as its receipt says; receipts never change, so each is read once (`_written` tells
    apart two homes that were made at the same place)."""
    receipt = json.loads((folder / "receipt.json").read_text(encoding="utf-8"))
    return Upload(
        upload_id=receipt["upload_id"],
        dataset=receipt["dataset"],
        period=receipt["period"],
        file_name=receipt["file"],
        sha256=receipt["sha256"],
        accepted_by=receipt["accepted_by"],
        accepted_at=datetime.fromisoformat(receipt["accepted_at"]),
        rows_read=receipt["rows_read"],
        rows_kept=receipt["rows_kept"],
        warnings=sum(each["severity"] == "warning" for each in receipt["problems"]),
        units=tuple(receipt["units"]),
        folder=folder,
        sheet=receipt["sheet"],
        steps=tuple(receipt["steps"].items()),
        unit_warnings=tuple(receipt.get("unit_warnings", {}).items()),
        replaces=tuple(receipt.get("replaces", ())),
        facts_by=receipt.get("facts_by", ""),
    )
