"""One unit in one month: every indicator, and what it has not sent."""

from dataclasses import dataclass
from decimal import Decimal

from board.store import Board


@dataclass(frozen=True, slots=True)
class Reading:
    """One indicator of the unit over all fund levels. Rates are fractions, gaps points.

    `trail` is the rate over the twelve months that end with this one.
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
class Sent:
    """A dataset, and the last month up to the chosen one that the unit sent it for."""

    dataset: str
    last_period: str | None


@dataclass(frozen=True, slots=True)
class Portrait:
    """All indicators of one unit, in their order, and the datasets it is behind with."""

    readings: tuple[Reading, ...]
    missing: tuple[Sent, ...]

    @property
    def reported(self) -> bool:
        """Whether anything is known of the unit this month."""
        return any(reading.value is not None for reading in self.readings)

    def lights(self, light: str) -> int:
        """How many indicators show this light."""
        return sum(reading.light == light for reading in self.readings)


def portrait(board: Board, unit: str, period: str) -> Portrait:
    """Every indicator of a unit in one month, whether or not the unit reported."""
    readings = board.ask("unit_readings", Reading, unit=unit, period=period)
    sent = board.ask("unit_reporting", Sent, unit=unit, period=period)
    return Portrait(readings, _missing(sent, period))


def _missing(sent: tuple[Sent, ...], period: str) -> tuple[Sent, ...]:
    """What the unit used to send and did not; everything for one that never sent a thing.

    A unit that works without one of the ledgers from the start is not asked for it every month.
    """
    if all(dataset.last_period is None for dataset in sent):
        return sent
    return tuple(one for one in sent if one.last_period is not None and one.last_period < period)
