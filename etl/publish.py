"""Uploads and reference tables to one new published file, and CURRENT pointed at it."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import duckdb

from etl.reference import Reference
from etl.standings import current
from etl.store import Store
from etl.warehouse import fill

KEEP = 10
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
    building = folder / ".building.duckdb"
    for left in (building, building.with_name(building.name + ".wal")):
        left.unlink(missing_ok=True)  # by a writer that died
    with duckdb.connect(str(building)) as con:
        fill(
            con,
            store.uploads(as_of),
            reference,
            as_of=as_of,
            facts_again=facts_again,
            progress=progress,
        )
    building.replace(path)
    pointer = folder / ".CURRENT"
    pointer.write_text(path.name + "\n", encoding="utf-8")
    pointer.replace(folder / "CURRENT")
    _drop_old(folder)
    return path


def is_behind(store: Store) -> bool:
    """Whether CURRENT does not show the uploads as they stand, as after a writer that died."""
    path = current(store.home)
    if path is None or not path.exists():
        return True
    with duckdb.connect(str(path), read_only=True) as con:
        shown = con.execute("SELECT upload_id, withdrawn_at IS NULL FROM uploads").fetchall()
    return set(shown) != {(each.upload_id, each.withdrawal is None) for each in store.uploads()}


def _drop_old(folder: Path) -> None:
    """Keep the newest ten; one that a reader on Windows holds open goes next time."""
    for path in sorted(folder.glob("board-*.duckdb"))[:-KEEP]:
        try:
            path.unlink()
        except PermissionError:
            continue
