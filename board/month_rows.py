"""The rows of one month: FROM now.projects in a query is what the view `projects` has of $period,
and before.projects what it has of the month before.

A view of rows names every file of every month, and DuckDB looks at each name before it knows which
month is asked for: with 6 000 files that took 50 ms of 70. Here it is given those of the month.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from board.months import shift

COUNTED = "_counted"  # views upon the view without it
_ASKED = re.compile(r"\b(FROM|JOIN)\s+(now|before)\.(\w+)")
_BEGINNING = re.compile(r"(?:\s*--[^\n]*\n)*\s*(WITH\b)?")
_FILE = r"'(?:[^']|'')*\.parquet'"
_FILES = re.compile(rf"{_FILE}(?:,\s*{_FILE})*")
_MONTH = re.compile(r"[\\/]period=(\d{4}-\d{2})[\\/]")


def of_months(query: str, period: str, views: Mapping[str, str]) -> str:
    """The query with what it asks of now and before defined; `views` are the published views' own
    SQL by name. What is no view is taken for a table."""
    rows: dict[str, str] = {}
    for when, name in sorted({(when, name) for _, when, name in _ASKED.findall(query)}):
        month = period if when == "now" else shift(period, -1)
        below = name.removesuffix(COUNTED)
        if below != name and name in views:
            rows[f"{when}_{below}"] = _rows(below, month, views)
            select = _select(views[name])
            rows[f"{when}_{name}"] = re.sub(rf"\bFROM {below}\b", f"FROM {when}_{below}", select)
        else:
            rows[f"{when}_{name}"] = _rows(name, month, views)
    if not rows:
        return query
    defined = ", ".join(f"{name} AS NOT MATERIALIZED ({each})" for name, each in rows.items())
    named = _ASKED.sub(r"\1 \2_\3", query)
    beginning = _BEGINNING.match(named)
    assert beginning
    rest = named[beginning.end() :]
    before, comma = (beginning.start(1), ", ") if beginning[1] else (beginning.end(), " ")
    return f"{named[:before]}WITH {defined}{comma}{rest}"


def _rows(name: str, month: str, views: Mapping[str, str]) -> str:
    select = f"FROM main.{name}"
    if name in views:
        head, files, tail = _parts(views[name])
        # No list may be empty: of a month without files any will do, none of whose rows are its.
        select = f"{head}{', '.join(files.get(month) or files[min(files)][:1])}{tail}"
    return f"SELECT * FROM ({select}) WHERE period = '{month}'"


@lru_cache(maxsize=32)
def _parts(view: str) -> tuple[str, dict[str, list[str]], str]:
    """A view's SELECT before its list of files, the files by month, and what comes after them."""
    select = _select(view)
    found = _FILES.search(select)
    if not found:  # nothing was sent yet
        return select, {"": [""]}, ""
    files: dict[str, list[str]] = {}
    for file in re.findall(_FILE, found[0]):
        month = _MONTH.search(file)
        files.setdefault(month[1] if month else "", []).append(file)
    return select[: found.start()], files, select[found.end() :]


def _select(view: str) -> str:
    """What CREATE VIEW … AS makes it of."""
    return view.split(" AS ", 1)[1].rstrip("; \n")
