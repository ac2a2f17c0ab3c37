"""The headline rates and ranks of a month before and after a file is accepted."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from etl.examined import Examined
from etl.indicators import indicators
from etl.reference import Reference
from etl.store import Upload
from etl.warehouse import fill_tables


@dataclass(frozen=True)
class Standing:
    """A unit's rate and rank."""

    value: float | None
    rank: int | None
    reason: str | None


@dataclass(frozen=True)
class Rate:
    """One unit and headline indicator, before and after."""

    indicator: str
    unit: str
    before: Standing
    after: Standing

    @property
    def moves(self) -> bool:
        """Whether anything of it changes."""
        return self.before != self.after


NOT_REPORTED = Standing(None, None, "not_reported")


def rate_changes(found: Examined, uploads: list[Upload], reference: Reference) -> tuple[Rate, ...]:
    """The headline rates of every unit and the city, in a warehouse of that month alone, without
    the file and with it."""
    if not found.units:
        return ()
    assert found.con and found.recognised and found.period
    month = [each for each in uploads if found.period == each.period]
    month += [each for each in uploads if each.dataset == "benchmarks" and each not in month]
    number = "new"  # after every number there is
    candidate = Upload(
        upload_id=number,
        dataset=found.recognised.contract.dataset,
        period=found.period,
        file_name=found.name,
        sha256="",
        accepted_by="",
        accepted_at=datetime.now(UTC),
        rows_read=0,
        rows_kept=0,
        warnings=0,
        units=tuple(found.units),
        folder=Path(),
    )
    facts = found.con.sql("FROM facts").to_arrow_table()
    before = _standings(month, reference, found.period, {})
    after = _standings([*month, candidate], reference, found.period, {number: facts})
    return tuple(
        Rate(*key, before.get(key, NOT_REPORTED), standing) for key, standing in after.items()
    )


def _standings(
    uploads: list[Upload], reference: Reference, period: str, unsaved: dict[str, Any]
) -> dict[tuple[str, str], Standing]:
    headlines = [code for code, each in indicators().items() if each.headline]
    with duckdb.connect() as con:
        fill_tables(con, uploads, reference, unsaved=unsaved)
        rows = con.execute(
            "SELECT indicator, unit_code, value, rank, reason FROM standings"
            " WHERE period = ? AND level = 'all' AND list_contains(?, indicator)"
            " ORDER BY list_position(?, indicator), rank NULLS LAST, unit_code",
            [period, headlines, headlines],
        ).fetchall()
    return {(row[0], row[1]): Standing(*row[2:]) for row in rows}
