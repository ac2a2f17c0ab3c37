"""The large city measured: publishing it, publishing it again after one more file, its pages."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import sample, scripts
from benchmarks.large_city import Size, make_large_city
from benchmarks.large_city.reference import unit_codes
from etl.store import Store, Upload
from tools.command import PROJECT

# Views that ask for more than the one a page opens with: all months, rows, what is behind a number.
UNIT = unit_codes(1)[0]
VIEWS = (
    "ranking?view=colours&span=all",
    "projects?view=days",
    "projects?view=late",
    "monitoring?view=elimination",
    f"warnings?rule=mismatch_measure&unit={UNIT}",
    f"overview?behind=start_rate~{UNIT}",
    f"overview?behind=risk_elimination_rate~{UNIT}",
    f"monitoring?view=flow&behind=households_monitored~{UNIT}~all~flow~new",
)


@dataclass(frozen=True)
class Publishing:
    """How long it took to publish, and the most memory it held."""

    seconds: float
    resident_gb: float


@dataclass(frozen=True)
class Large:
    """The large city published with nothing kept from before, and once more after one file; the
    median of each page and view for a switch to a month not shown before; the number of months."""

    first: Publishing
    again: Publishing
    pages: dict[str, float]
    months: int


def large(home: Path, log: Path, size: Size, progress: Callable[[str], None]) -> Large:
    """Measure on the city in `home`, which is made first when nothing is there."""
    if not (home / "uploads").exists():
        make_large_city(home, size, progress)
    shutil.rmtree(home / "published", ignore_errors=True)
    progress("publish")
    first = _publish(home)
    progress("publish again")
    send_again(Store(home))
    again = _publish(home)
    months = sample.months(home)
    progress("pages")
    pages = scripts.milliseconds(home, months, log, (*scripts.PAGES, *VIEWS))
    return Large(first, again, pages, len(months))


def send_again(store: Store) -> Upload:
    """Send the first unit's households of the last month once more, as a correction does."""
    uploads = store.uploads()
    last = max(each.period for each in uploads)
    [sent, *_] = [e for e in uploads if (e.dataset, e.period) == ("households", last)]
    receipt = json.loads((sent.folder / "receipt.json").read_text(encoding="utf-8"))
    corrected = {**receipt, "replaces": [sent.upload_id], "sha256": f"{len(uploads):064x}"}

    def write(folder: Path) -> None:
        for name in ("rows.parquet", "facts.parquet"):
            shutil.copyfile(sent.folder / name, folder / name)

    with store.lock():
        return store.accept(corrected, write)


def _publish(home: Path) -> Publishing:
    """In a process of its own, as a load from the command line does."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.one_run", "publish", str(home)],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )
    told = json.loads(done.stdout)
    return Publishing(told["seconds"], told["resident"] / 2**30)
