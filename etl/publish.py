"""Uploads and reference tables to one new published file, and CURRENT pointed at it."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from etl.notes import fill_notes, standing_notes
from etl.reference import Reference
from etl.renew import renew_facts
from etl.settings import BadReference
from etl.standings import current
from etl.store import Store
from etl.warehouse import fill, version

KEEP = 10
FAILURES = (BadReference, OSError, duckdb.Error)  # what may come in the way of publishing
_PUBLISHED = re.compile(r"board-(\d{6})\.duckdb$")


def publish(
    store: Store,
    reference: Reference,
    *,
    as_of: datetime | None = None,
    facts_again: bool = False,
    progress: Callable[[str], None],
) -> Path:
    """Write a new published file and point CURRENT at it; call it under the lock.

    `as_of` shows the uploads as they stood at that moment; `facts_again` adds the facts up from the
    rows instead of taking those stored with the uploads."""
    folder = store.home / "published"
    folder.mkdir(parents=True, exist_ok=True)
    numbers = [
        int(found[1]) for path in folder.iterdir() if (found := _PUBLISHED.search(path.name))
    ]
    path = folder / f"board-{max(numbers, default=0) + 1:06d}.duckdb"
    uploads = store.uploads(as_of)
    renew_facts(uploads)
    building = folder / ".building.duckdb"
    for left in (building, building.with_name(building.name + ".wal")):
        left.unlink(missing_ok=True)  # by a writer that died
    with duckdb.connect(str(building)) as con:
        # Rows are read once: kept, those of sixty months would fill the memory.
        con.execute("SET enable_external_file_cache = false")
        kept = fill(
            con,
            uploads,
            reference,
            folder / "months",
            as_of=as_of,
            facts_again=facts_again,
            progress=progress,
        )
        fill_notes(con, standing_notes(store.home, as_of))
    building.replace(path)
    pointer = folder / ".CURRENT"
    pointer.write_text(path.name + "\n", encoding="utf-8")
    pointer.replace(folder / "CURRENT")
    for each in kept:
        each.touch()  # in use: what was not since the oldest board that is kept may go
    _drop_old(folder)
    return path


def is_behind(store: Store, reference: Reference) -> bool:
    """Whether CURRENT does not show uploads and notes as they stand, as after a writer that died,
    or was made by other definitions or reference tables than today's."""
    path = current(store.home)
    if path is None or not path.exists() or _is_outdated(path, reference):
        return True
    with duckdb.connect(str(path), read_only=True) as con:
        shown = con.execute(
            "SELECT upload_id, (SELECT count(*) FROM upload_notes"
            " WHERE upload_notes.upload_id = uploads.upload_id) FROM uploads"
        ).fetchall()
        said = con.execute("SELECT note_id FROM notes").fetchall()
    if {note_id for (note_id,) in said} != {each.note_id for each in standing_notes(store.home)}:
        return True
    return set(shown) != {(each.upload_id, len(each.notes)) for each in store.uploads()}


def _is_outdated(path: Path, reference: Reference) -> bool:
    """Whether a published file was made by other definitions or reference tables than today's."""
    with duckdb.connect(str(path), read_only=True) as con:
        columns = con.execute("SELECT column_name FROM (DESCRIBE publication)").fetchall()
        return ("version",) not in columns or con.execute(
            "SELECT version FROM publication"
        ).fetchall() != [(version(reference),)]


def _shows_the_past(path: Path) -> datetime | None:
    """The moment that a published file was rebuilt for; None for the present."""
    with duckdb.connect(str(path), read_only=True) as con:
        [(as_of,)] = con.execute("SELECT as_of FROM publication").fetchall()
    return datetime.combine(as_of.date(), as_of.time(), UTC) if as_of else None


def bring_up_to_date(
    store: Store, reference: Reference, *, progress: Callable[[str], None] = lambda _: None
) -> None:
    """Publish again where nothing new came but CURRENT is behind: after an upgrade, other reference
    tables, or a writer that died. A board that shows a past moment goes on showing it."""
    with store.lock():
        path = current(store.home)
        past = _shows_the_past(path) if path and path.exists() else None
        is_due = _is_outdated(path, reference) if past and path else is_behind(store, reference)
        if is_due:
            publish(store, reference, as_of=past, progress=progress)


def _drop_old(folder: Path) -> None:
    """Keep the newest ten, and of the months what one of them shows; what a reader on Windows holds
    open goes next time."""
    boards = sorted(folder.glob("board-*.duckdb"))
    oldest = boards[-KEEP:][0].stat().st_mtime
    shown_by_none = [path for path in folder.glob("months/*/*") if path.stat().st_mtime < oldest]
    for path in (*boards[:-KEEP], *shown_by_none):
        try:
            path.unlink()
        except PermissionError:
            continue
