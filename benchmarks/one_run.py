"""One timed reading of one file, or publishing of one home, told as JSON: python -m
benchmarks.one_run WHAT FILE [HOME], or … publish HOME."""

import gc
import json
import resource
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import python_calamine

from etl.accept import accept
from etl.contract import contracts
from etl.examine import examine
from etl.examined import Examined
from etl.publish import publish
from etl.read import SentFile
from etl.recognised import Said
from etl.reference import load_reference
from etl.store import Store


def read_csv(path: Path) -> None:
    """What DuckDB needs to read the file as text into a table."""
    with duckdb.connect() as con:
        con.execute("CREATE TABLE bare AS FROM read_csv(?, all_varchar=true)", [str(path)])


def calamine(path: Path) -> None:
    """What calamine needs to read the workbook to Python."""
    python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def published(home: Path) -> None:
    """Publish a home as `python -m etl publish` does."""
    store = Store(home)
    with store.lock():
        publish(store, load_reference(home), progress=partial(print, file=sys.stderr))


def main() -> None:
    """Do it once in this fresh process; seconds, bytes held at most, and the cells named."""
    what, path = sys.argv[1], Path(sys.argv[2])
    if what in ("read_csv", "calamine"):
        bare = {"read_csv": read_csv, "calamine": calamine}[what]
        print(json.dumps(_timed(lambda: bare(path))))
        return
    if what == "publish":
        print(json.dumps(_timed(lambda: published(path))))
        return
    store = Store(Path(sys.argv[3]))
    reference = load_reference(store.home)
    contracts()
    gc.freeze()  # as server.py does once everything is imported
    found: list[Examined] = []

    def door() -> None:
        found.append(examine(SentFile.at(path), store, reference, Said()))
        if what == "accept":
            accept(found[0], store, "benchmark")

    taken = _timed(door)
    assert found[0].acceptable == (what == "accept"), found[0].problems[:5]
    named = [each.cell for each in found[0].problems if each.severity == "error"]
    print(json.dumps({**taken, "named": named}))


def _timed(work: Any) -> dict[str, float]:
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    return {
        "seconds": seconds,
        "resident": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


if __name__ == "__main__":
    main()
