"""An examined file into the store, or the reason why not."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from etl.again import same_before
from etl.contract import Contract, plural
from etl.examine import examine
from etl.examined import Examined
from etl.facts import facts_version
from etl.original import keep_original
from etl.parquet import write_parquet
from etl.read import SentFile
from etl.recognised import Said
from etl.reference import Reference
from etl.spelling import column_letter
from etl.store import Store, Upload, in_force
from etl.stored import quoted


class Overtaken(Exception):
    """Since the file was examined, what it would replace was replaced by another upload."""

    def __init__(self, upload: Upload) -> None:
        super().__init__(upload.upload_id)
        self.upload = upload


def accept(found: Examined, store: Store, by: str, at: datetime | None = None) -> Examined:
    """Store an examined file without errors, unless this very file counts already.

    Raises Overtaken when what was compared with is no longer what counts."""
    assert found.acceptable and found.recognised and found.period
    dataset, period = found.recognised.contract.dataset, found.period
    with store.lock():
        uploads = store.uploads()
        before = same_before(found.file.sha256, dataset, period, uploads)
        if before and found.same:
            found.upload_id = before.upload_id
            return found
        if before:
            raise Overtaken(before)
        now = in_force(uploads, dataset, period, found.units)
        if other := differing(now, found.replaces, uploads):
            raise Overtaken(other)
        receipt = {
            **found.as_json(),
            "problems": [
                {**each.as_json(), "unit": unit}
                for each, unit in zip(found.problems, found.about, strict=True)
            ],
            "accepted": True,
            "sha256": found.file.sha256,
            "accepted_by": by,
            "accepted_at": (at or datetime.now(UTC)).isoformat(),
            "replaces": sorted({each.upload_id for each in now.values()}),
            "columns": {
                slot.name: column_letter(at) for slot, at in found.recognised.columns.items()
            },
            "steps": found.steps,
            "unit_warnings": found.unit_warnings,
            "facts_by": facts_version(dataset),
        }
        found.upload_id = store.accept(receipt, lambda folder: _write(found, folder)).upload_id
        found.is_new = True
    return found


def differing(
    now: dict[str, Upload], then: dict[str, Upload], uploads: list[Upload]
) -> Upload | None:
    """What came between two states of what is in force (unit → upload): of all uploads the newest
    that is new in its place, else the newest that is gone from it; None when they are the same."""
    for these, others in ((now, then), (then, now)):
        numbers = {unit: each.upload_id for unit, each in others.items()}
        found = {each.upload_id for unit, each in these.items()
                 if each.upload_id != numbers.get(unit)}  # fmt: skip
        if found:  # as it stands now: it may have been withdrawn since then
            return next(each for each in uploads if each.upload_id == max(found))
    return None


def take(file: SentFile, store: Store, reference: Reference, said: Said, by: str) -> Examined:
    """Examine a file and accept it when nothing blocks it, anew when another was faster; raises
    Unreadable."""
    while True:
        found = examine(file, store, reference, said)
        try:
            return accept(found, store, by) if found.acceptable else found
        except Overtaken:
            continue


def _write(found: Examined, folder: Path) -> None:
    assert found.con and found.recognised and found.rows and found.cleaned
    with ThreadPoolExecutor(1) as beside:
        kept = beside.submit(
            keep_original, found.file.content, found.recognised, found.rows.table, folder
        )
        _write_rows(found.cleaned.rows, found.recognised.contract, folder / "rows.parquet")
        place = quoted(str(folder / "facts.parquet"))
        found.con.execute(f"COPY facts TO {place} (FORMAT parquet)")
        kept.result()


def _write_rows(rows: Any, contract: Contract, path: Path) -> None:
    """A column in which every row says another thing has no dictionary."""
    kinds = {
        plural(name) if column.many else name: column.type
        for name, column in contract.columns.items()
    }
    repeating = [name for name in rows.column_names if kinds.get(name, "") != "identifier"]
    write_parquet(rows, path, repeating=repeating, write_statistics=["row"])
