"""Standings out of the published file, as the command line gives them."""

from pathlib import Path
from typing import Any

import duckdb

from etl.facts import plain_number

FIELDS = (
    "period unit_code unit level indicator numerator denominator value rank tied ranked reason"
    " milestone province gap_milestone gap_province previous_rank light streak"
).split()


def current(home: Path) -> Path | None:
    """The published file that CURRENT names; None when nothing is published."""
    pointer = home / "published" / "CURRENT"
    if not pointer.exists():
        return None
    return pointer.parent / pointer.read_text(encoding="utf-8").strip()


def read_standings(
    home: Path, period: str, indicator: str | None, level: str | None
) -> list[dict[str, Any]] | None:
    """The standings of a month, best first, the city last; None when nothing is published."""
    path = current(home)
    if path is None:
        return None
    with duckdb.connect(str(path), read_only=True) as con:
        rows = con.execute(
            f"SELECT {', '.join(f'standings.{name}' for name in FIELDS)} FROM standings"
            " JOIN indicators USING (indicator) WHERE period = $period"
            " AND ($indicator IS NULL OR indicator = $indicator)"
            " AND ($level IS NULL OR level = $level)"
            " ORDER BY indicators.sort_order,"
            " list_position(['all', 'central', 'provincial', 'municipal', 'county'], level),"
            " unit_code = 'city', rank NULLS LAST, unit_code",
            {"period": period, "indicator": indicator, "level": level},
        ).fetchall()
    found = [dict(zip(FIELDS, row, strict=True)) for row in rows]
    for each in found:
        for name in ("numerator", "denominator"):
            each[name] = plain_number(each[name])
    return found
