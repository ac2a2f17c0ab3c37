"""The rows that add up to a number, each kind of file its own."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from board.behind import Figure, measures
from board.splits import FLOWS
from board.store import Board


@dataclass(frozen=True, slots=True)
class FundRow:
    """One fund line, and what it adds; `rows` and `total` are those of all lines there are."""

    upload_id: str
    source_row: int
    fund_level: str
    task: str | None
    document: str | None
    batch: str | None
    category: str | None
    issued_on: date | None
    value: Decimal
    rows: int
    total: Decimal


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One project, and what it adds."""

    upload_id: str
    source_row: int
    project_id: str
    name: str
    township: str | None
    category: str
    status: str
    planned_start: date | None
    started_on: date | None
    finished_on: date | None
    value: Decimal
    rows: int
    total: Decimal


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """One monitored household, and what it adds."""

    upload_id: str
    source_row: int
    household_id: str
    township: str | None
    monitor_type: str
    persons: int
    risks: tuple[str, ...] | None
    measures: tuple[str, ...] | None
    identified_month: date
    eliminated_month: date | None
    value: Decimal
    rows: int
    total: Decimal


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One line of a monthly report, and the figure it gives."""

    upload_id: str
    source_row: int
    fund_level: str
    value: Decimal
    rows: int
    total: Decimal


Row = FundRow | ProjectRow | HouseholdRow | ReportRow
_ROWS: dict[str, type] = {
    "funds": FundRow,
    "projects": ProjectRow,
    "households": HouseholdRow,
    "reports": ReportRow,
    "flow": HouseholdRow,
}


def rows(
    board: Board, period: str, figure: Figure, source: str, *, limit: int = 50, offset: int = 0
) -> tuple[Row, ...]:
    """The rows of one unit that add up to a measure, in the order of their file; each says how many
    there are and what they add up to. `source` is ledger or report."""
    dataset = "reports" if source == "report" else measures(board)[figure.code].dataset
    kind = "flow" if figure.dimension in FLOWS else dataset
    return board.ask(
        f"behind_{kind}",
        _ROWS[kind],
        period=period,
        measure=figure.code,
        unit=figure.unit,
        level=figure.level,
        dimension=figure.dimension,
        member=figure.member,
        limit=limit,
        offset=offset,
    )
