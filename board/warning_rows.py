"""The warnings behind the counts, one by one: what, where, since when, and who sent it."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from board.matrix import today
from board.months import span
from board.store import Board
from board.warnings import STATUSES


@dataclass(frozen=True, slots=True)
class Warned:
    """One warning; `figures` are those of its sentence, as JSON, and `source_row` is the row of the
    file it was, or is, in."""

    rule: str
    unit_code: str
    subject: str
    title: str | None
    township: str | None
    status: str
    since: str
    last_seen: str
    figures: str
    source_row: int | None
    upload_id: str | None
    file_name: str | None
    accepted_by: str | None

    @property
    def lasted(self) -> int:
        """For how many months it has been there, up to the last in which a file shows it."""
        return len(span(self.since, self.last_seen))


@dataclass(frozen=True, slots=True)
class Which:
    """Which warnings of a month: of a unit and a rule ('' for all) with one of STATUSES."""

    period: str
    unit: str = ""
    rule: str = ""
    status: str = "now"

    def parameters(self, board: Board, limit: int, offset: int) -> dict[str, str | int]:
        """Those of warning_rows.sql."""
        return {
            "period": self.period,
            "today": today(board).isoformat(),
            "unit": self.unit,
            "rule": self.rule,
            "statuses": ",".join(STATUSES[self.status]),
            "limit": limit,
            "offset": offset,
        }


def warned(board: Board, which: Which, *, limit: int, offset: int = 0) -> tuple[Warned, ...]:
    """Some of the warnings asked for, worst first: those of a high severity, then the oldest."""
    return board.ask("warning_rows", Warned, **which.parameters(board, limit, offset))


def every(board: Board, which: Which) -> Iterator[Warned]:
    """All of them, which may be many, and are not kept for the next reader."""
    found = board.rows("warning_rows", **which.parameters(board, sys.maxsize, 0))
    return (Warned(*row) for row in found)
