"""One unit in one month: every indicator, and what it has not sent."""

from dataclasses import dataclass, replace
from decimal import Decimal

from board.overview import starts_again
from board.reporting import Silence, reporting
from board.store import Board


@dataclass(frozen=True, slots=True)
class Reading:
    """One indicator of the unit over all fund levels. Rates are fractions, gaps points.

    `trail` is the rate over the twelve months that end with this one; `previous_value` is None in
    January for what starts again each year.
    """

    indicator: str
    numerator: Decimal | None
    denominator: Decimal | None
    value: float | None
    rank: int | None
    tied: bool
    ranked_units: int
    reason: str | None
    gap_milestone: float | None
    gap_province: float | None
    previous_value: float | None
    previous_rank: int | None
    light: str
    streak: int
    numerator_source: str | None
    denominator_source: str | None
    trail: tuple[float | None, ...]

    @property
    def change(self) -> float | None:
        """Percentage points since last month."""
        if self.value is None or self.previous_value is None:
            return None
        return (self.value - self.previous_value) * 100

    @property
    def from_report(self) -> bool:
        """Whether a part comes from the unit's own report, for want of a ledger."""
        return "report" in (self.numerator_source, self.denominator_source)


@dataclass(frozen=True, slots=True)
class Portrait:
    """All indicators of one unit, in their order; `silence` is what it owes for the month."""

    readings: tuple[Reading, ...]
    silence: Silence | None

    @property
    def reported(self) -> bool:
        """Whether anything is known of the unit this month."""
        return any(reading.value is not None for reading in self.readings)


def portrait(board: Board, unit: str, period: str) -> Portrait:
    """Every indicator of a unit in one month, whether or not the unit reported."""
    readings = tuple(
        replace(reading, previous_value=None)
        if period.endswith("-01") and starts_again(board.indicators[reading.indicator])
        else reading
        for reading in board.ask("unit_readings", Reading, unit=unit, period=period)
    )
    silent = reporting(board, period).silent
    return Portrait(readings, next((one for one in silent if one.unit.code == unit), None))
