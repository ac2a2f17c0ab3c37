"""Notes (情况说明) of staff: why a unit's indicator stands as it does in a month.

notes/period=2023-04/note_id=000001.json             one note; nothing is ever edited
notes/period=2023-04/note_id=000001.withdrawn.json   beside it: from then on it does not stand
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from etl.indicators import indicators
from etl.personal import is_personal
from etl.reference import Reference
from etl.store import Store

CITY = "city"
LONGEST = 500  # characters: a remark, not a report
_FILE = re.compile(r"note_id=(\d+)\.json$")
_PERIOD = re.compile(r"20\d\d-(0[1-9]|1[0-2])")


class RefusedNote(Exception):
    """A note that is not kept; the text says why in one line."""


class UnknownNote(Exception):
    """No note that stands has that number."""


@dataclass(frozen=True)
class Withdrawal:
    """Since when a note does not stand, by whom and why."""

    at: datetime
    by: str
    reason: str


@dataclass(frozen=True)
class Note:
    """One note on a unit (or `city`), an indicator and a month."""

    note_id: str
    unit_code: str
    indicator: str
    period: str
    text: str
    by: str
    at: datetime
    withdrawal: Withdrawal | None = None

    def as_json(self) -> dict[str, Any]:
        """The note as its file holds it, with what became of it."""
        taken = self.withdrawal
        withdrawn = taken and {"at": taken.at.isoformat(), "by": taken.by, "reason": taken.reason}
        return {**_content(self), "withdrawn": withdrawn}


def write_note(
    store: Store,
    reference: Reference,
    *,
    unit: str,
    indicator: str,
    period: str,
    text: str,
    by: str,
    at: datetime | None = None,
) -> Note:
    """Keep one note under the next number; call it under the lock. Raises RefusedNote."""
    text, by = text.strip(), " ".join(by.split())
    _check(reference, unit, indicator, period, text, by)
    numbers = [int(each.note_id) for each in read_notes(store.home)]
    note = Note(
        note_id=f"{max(numbers, default=0) + 1:06d}",
        unit_code=unit,
        indicator=indicator,
        period=period,
        text=text,
        by=by,
        at=at or datetime.now(UTC),
    )
    _write(store.home, _place(store.home, note), _content(note))
    return note


def withdraw_note(store: Store, note_id: str, by: str, reason: str) -> Note:
    """Put a withdrawal beside a note; call it under the lock. Raises UnknownNote, RefusedNote."""
    standing = [each for each in read_notes(store.home) if each.withdrawal is None]
    note = next((each for each in standing if each.note_id == note_id), None)
    if note is None:
        raise UnknownNote(note_id)
    _check_said(by, reason)
    taken = Withdrawal(datetime.now(UTC), by, reason)
    told = {"at": taken.at.isoformat(), "by": by, "reason": reason}
    _write(store.home, _withdrawn(_place(store.home, note)), told)
    return replace(note, withdrawal=taken)


def read_notes(home: Path, as_of: datetime | None = None) -> list[Note]:
    """All notes by number, withdrawn ones too; with `as_of` as things stood at that moment."""
    places = (home / "notes").glob("period=*/note_id=*.json")
    notes = [_read(place, as_of) for place in places if _FILE.search(place.name)]
    known = [each for each in notes if as_of is None or each.at <= as_of]
    return sorted(known, key=lambda each: each.note_id)


def standing_notes(home: Path, as_of: datetime | None = None) -> list[Note]:
    """The notes that are shown: those nobody has withdrawn."""
    return [each for each in read_notes(home, as_of) if each.withdrawal is None]


def fill_notes(con: duckdb.DuckDBPyConnection, notes: Iterable[Note]) -> None:
    """Put the notes into the published file."""
    rows = [
        (each.note_id, each.unit_code, each.indicator, each.period, each.text, each.by,
         each.at.astimezone(UTC).replace(tzinfo=None))
        for each in notes
    ]  # fmt: skip
    if rows:
        con.executemany("INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def _check(
    reference: Reference, unit: str, indicator: str, period: str, text: str, by: str
) -> None:
    if unit != CITY and unit not in {each.code for each in reference.units}:
        raise RefusedNote(f"no unit {unit} in units.csv")
    if indicator not in indicators():
        raise RefusedNote(f"no indicator {indicator}")
    if not _PERIOD.fullmatch(period):
        raise RefusedNote(f"{period} is no month: write YYYY-MM")
    _check_said(text, by)
    if len(text) > LONGEST:
        raise RefusedNote(f"a note has at most {LONGEST} characters, this one {len(text)}")


def _check_said(*texts: str) -> None:
    if not all(text.strip() for text in texts):
        raise RefusedNote("text and name must not be blank")
    if any(map(is_personal, texts)):
        raise RefusedNote("leave out identity and telephone numbers: it is kept")


def _content(note: Note) -> dict[str, Any]:
    return {
        "note_id": note.note_id,
        "unit_code": note.unit_code,
        "indicator": note.indicator,
        "period": note.period,
        "text": note.text,
        "by": note.by,
        "at": note.at.isoformat(),
    }


def _place(home: Path, note: Note) -> Path:
    return home / "notes" / f"period={note.period}" / f"note_id={note.note_id}.json"


def _withdrawn(place: Path) -> Path:
    return place.with_name(f"{place.stem}.withdrawn.json")


def _write(home: Path, place: Path, content: dict[str, Any]) -> None:
    """Whole or not at all: written beside and moved into place."""
    place.parent.mkdir(parents=True, exist_ok=True)
    staging = home / "notes" / ".staging.json"
    staging.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    staging.replace(place)


def _read(place: Path, as_of: datetime | None) -> Note:
    told = json.loads(place.read_text(encoding="utf-8"))
    note = Note(**{**told, "at": datetime.fromisoformat(told["at"])})
    if not _withdrawn(place).exists():
        return note
    told = json.loads(_withdrawn(place).read_text(encoding="utf-8"))
    taken = Withdrawal(**{**told, "at": datetime.fromisoformat(told["at"])})
    return note if as_of is not None and taken.at > as_of else replace(note, withdrawal=taken)
