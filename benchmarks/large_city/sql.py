"""The SQL beside this, run with the parameters that it names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class MonthOf:
    """One month, counted from the city's first, which is 0."""

    at: int
    year: int
    month_from_0: int

    @property
    def period(self) -> str:
        """As YYYY-MM."""
        return f"{self.year}-{self.month_from_0 + 1:02d}"

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, self.month_from_0 + 1, 1)

    @property
    def end(self) -> date:
        """Its last day."""
        return (self.start + timedelta(days=31)).replace(day=1) - timedelta(days=1)


@cache
def text_of(name: str) -> str:
    """The SQL of one file."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def run(
    con: duckdb.DuckDBPyConnection,
    name: str,
    known: Mapping[str, Any] | None = None,
    into: str = "",
    columns: Mapping[str, str] | None = None,
) -> None:
    """Run one file, as a table `into` when one is named: of its columns those that `columns` names,
    with their types. DuckDB takes no parameters but those that are named."""
    text = text_of(name)
    used = {key: (known or {})[key] for key in set(re.findall(r"\$(\w+)", text))}
    if columns:
        cast = ", ".join(f'CAST("{name}" AS {kind}) AS "{name}"' for name, kind in columns.items())
        text = f"SELECT {cast} FROM ({text})"
    con.execute(f"CREATE OR REPLACE TABLE {into} AS {text}" if into else text, used)
