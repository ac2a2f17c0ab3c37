"""Ledgers against reports in one month, and what files print against what they add up to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from board.behind import Figure
from board.ranking import ratio
from board.store import Board, Unit
from wording import Words

# Whether a unit's ledger and its report agree on a dataset, differ, or cannot be compared.
State = Literal["agrees", "differs", "ledger_only", "report_only", "neither"]
LIGHTS: dict[State, str] = {
    "agrees": "green",
    "differs": "red",
    "ledger_only": "grey",
    "report_only": "grey",
    "neither": "grey",
}
LEDGERS = ("projects", "funds", "households")
MOST = 100  # rows of all units that a page lists; those of one unit are shown whole


@dataclass(frozen=True, slots=True)
class Comparison:
    """One measure of one unit: what its ledger adds up to, what its report says, who sent each.

    `may_differ` is how far the report's rounding may set them apart; moments are UTC.
    """

    unit_code: str
    measure: str
    name_zh: str
    name_en: str
    quantity: str
    dataset: str
    ledger: Decimal | None
    report: Decimal | None
    may_differ: Decimal
    differs: bool | None
    ledger_file: str | None
    ledger_by: str | None
    ledger_at: datetime | None
    report_file: str | None
    report_by: str | None
    report_at: datetime | None

    def label(self, t: Words) -> str:
        return t.of(self.name_zh, self.name_en)

    @property
    def difference(self) -> Decimal | None:
        """Report − ledger; None where one of them is missing."""
        if self.ledger is None or self.report is None:
            return None
        return self.report - self.ledger

    @property
    def behind(self) -> Figure:
        """The ledger's figure, whose rows can be opened; industry money as it is compared here, of
        all fund levels."""
        if self.measure == "industry":
            return Figure("allocated", self.unit_code, "all", "category", "产业发展")
        return Figure(self.measure, self.unit_code)

    @property
    def share(self) -> Fraction | None:
        """The difference as a fraction of the ledger's figure."""
        return ratio(self.difference, self.ledger)


@dataclass(frozen=True, slots=True)
class Printed:
    """One figure of a file that differs from what its others make; `row` is the spreadsheet's."""

    unit_code: str | None
    row: int | None
    header: str | None
    title_zh: str
    title_en: str
    message_zh: str
    message_en: str
    dataset: str
    file_name: str
    accepted_by: str
    accepted_at: datetime

    def title(self, t: Words) -> str:
        return t.of(self.title_zh, self.title_en)

    def message(self, t: Words) -> str:
        """Both figures in a sentence."""
        return t.of(self.message_zh, self.message_en)


@dataclass(frozen=True, slots=True)
class Agreement:
    """One unit and one dataset: whether ledger and report agree, and on how many measures."""

    state: State
    compared: int = 0
    differing: int = 0


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A month: every comparison, and each unit's agreement on each of the LEDGERS."""

    comparisons: tuple[Comparison, ...]
    rows: tuple[tuple[Unit, tuple[Agreement, ...]], ...]

    @property
    def compared(self) -> tuple[Comparison, ...]:
        """Those that both sides give."""
        return tuple(each for each in self.comparisons if each.differs is not None)

    @property
    def differing(self) -> tuple[Comparison, ...]:
        """Those where report and ledger differ by more than rounding."""
        return tuple(each for each in self.comparisons if each.differs)

    def of(self, unit: Unit) -> "Reconciliation":
        """The same of one unit alone."""
        return Reconciliation(
            tuple(each for each in self.comparisons if each.unit_code == unit.code),
            tuple(row for row in self.rows if row[0] == unit),
        )

    def without(self, dataset: str) -> dict[State, list[Unit]]:
        """Why units cannot be compared on a dataset → those units."""
        found: dict[State, list[Unit]] = {}
        for unit, cells in self.rows:
            cell = cells[LEDGERS.index(dataset)]
            if not cell.compared:
                found.setdefault(cell.state, []).append(unit)
        return found


def reconciliation(board: Board, period: str) -> Reconciliation:
    """Every unit in the order of lists; one that is not ranked only where it sent something."""
    comparisons = board.ask("reconciliation", Comparison, period=period)
    by_cell: dict[tuple[str, str], list[Comparison]] = {}
    for each in comparisons:
        by_cell.setdefault((each.unit_code, each.dataset), []).append(each)
    rows = tuple(
        (unit, tuple(_agreement(by_cell.get((code, name), ())) for name in LEDGERS))
        for code, unit in board.units.items()
    )
    return Reconciliation(
        comparisons,
        tuple(row for row in rows if row[0].ranked or any(c.state != "neither" for c in row[1])),
    )


def printed(board: Board, period: str) -> tuple[Printed, ...]:
    """What the files in force of a month print against what they add up to."""
    return board.ask("printed", Printed, period=period)


def _agreement(cells: Iterable[Comparison]) -> Agreement:
    cells = tuple(cells)
    compared = sum(each.differs is not None for each in cells)
    differing = sum(bool(each.differs) for each in cells)
    if compared:
        return Agreement("differs" if differing else "agrees", compared, differing)
    if any(each.ledger is not None for each in cells):
        return Agreement("ledger_only")
    return Agreement("report_only" if cells else "neither")
