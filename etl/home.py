"""Homes: the empty one, and the one of the sample city."""

from collections.abc import Callable
from pathlib import Path

from etl.accept import accept
from etl.examine import examine
from etl.notes import write_note
from etl.publish import publish
from etl.read import SentFile
from etl.recognised import Said
from etl.reference import TARGET_COLUMNS, UNIT_COLUMNS, load_reference
from etl.settings import BadReference
from etl.store import Store

SETTINGS = """\
# Name of the city, printed on every page. The other settings: docs/settings.md.
city = ""
"""


def init_home(home: Path, *, sample: bool, progress: Callable[[str], None]) -> None:
    """Make a home's reference tables, and with `sample` load the sample city's months; a home that
    has units already is left as it is."""
    folder = home / "reference"
    if (folder / "units.csv").exists():
        raise BadReference(f"{home} is a home already: name another with --home")
    folder.mkdir(parents=True, exist_ok=True)
    files = _sample_files() if sample else _empty_files()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    store = Store(home)
    store.folder.mkdir(exist_ok=True)
    (home / "published").mkdir(exist_ok=True)
    if sample:
        _load_sample(store, progress)


def _sample_files() -> dict[str, str]:
    from etl.sample import reference_files  # the generator is for this alone

    return reference_files()


def _empty_files() -> dict[str, str]:
    return {
        "units.csv": ",".join(UNIT_COLUMNS) + "\n",
        "targets.csv": ",".join(TARGET_COLUMNS) + "\n",
        "settings.toml": SETTINGS,
    }


def _load_sample(store: Store, progress: Callable[[str], None]) -> None:
    """Write the sample's monthly files under sample/ and load each through the usual door, and what
    its counties wrote on their figures."""
    from etl.sample import monthly_files, notes

    reference = load_reference(store.home)
    for file in monthly_files():
        path = store.home / "sample" / file.period / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
        progress(f"{file.period} {file.name}")
        found = examine(SentFile(file.name, file.content), store, reference, Said())
        if not found.acceptable:
            first = next(each for each in found.problems if each.severity == "error")
            raise BadReference(f"{path}: row {first.row} {first.header}: {first.en}")
        accept(found, store, file.sent_by, file.accepted_at)
    with store.lock():
        for note in notes():
            write_note(store, reference, **note._asdict())
        publish(store, reference, progress=progress)
