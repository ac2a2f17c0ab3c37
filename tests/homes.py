"""Homes for tests, made and filled through the command line as a person would."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from tools import command


def etl(home: Path, *arguments: str | Path, exits: int = 0) -> str:
    """Run `python -m etl --home HOME …`, check its exit code, and return what it printed."""
    done = command.etl(home, *arguments)
    assert done.returncode == exits, (
        f"etl {' '.join(map(str, arguments))} ended with {done.returncode}, not {exits}\n"
        f"{done.stdout}\n{done.stderr}"
    )
    return done.stdout


def units_csv(units: Iterable[str | Mapping[str, str]]) -> str:
    """Return units.csv for names or for rows with columns of units.csv; codes count from 990101."""
    rows = []
    for number, unit in enumerate(units, start=1):
        given = {"name": unit} if isinstance(unit, str) else dict(unit)
        rows.append({"code": f"9901{number:02d}", **given})
    text = io.StringIO()
    columns = list(dict.fromkeys(name for row in rows for name in row))
    table = csv.DictWriter(text, columns, lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()


def make_home(
    home: Path,
    units: str | Iterable[str | Mapping[str, str]] = (),
    files: Mapping[str, str | bytes] | None = None,
    targets: str = "",
    settings: str = "",
) -> Path:
    """Make a home with these reference tables and load the files, given as name → content."""
    etl(home, "init")
    reference = home / "reference"
    tables = {
        "units.csv": units if isinstance(units, str) else units_csv(units),
        "targets.csv": targets,
        "settings.toml": settings,
    }
    for name, text in tables.items():
        if text.strip():
            (reference / name).write_text(text, encoding="utf-8")
    for name, content in (files or {}).items():
        sent = home / "sent" / name
        sent.parent.mkdir(exist_ok=True)
        sent.write_bytes(content.encode() if isinstance(content, str) else content)
        etl(home, "load", sent, "--by", "test")
    return home
