"""How the stock of monitored households moved, month by month: 期初＋新增－自然减少±变动＝期末."""

from dataclasses import dataclass
from decimal import Decimal

from board.monitoring import CITY, Quantity
from board.months import shift, span
from board.store import Board, Unit

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Movement:
    """One unit in one month. `changed` is who came in late, persons more or fewer in households
    that stay, and who moved to or from another unit; `eliminated` and `relapsed` since last month
    stay in the stock."""

    period: str
    unit_code: str
    has_ledger: bool
    had_ledger: bool
    opening: Decimal
    new: Decimal
    left: Decimal
    changed: Decimal
    closing: Decimal
    eliminated: Decimal
    relapsed: Decimal

    @property
    def followed(self) -> bool:
        """Whether this month's ledger and last month's are both there."""
        return self.has_ledger and self.had_ledger


@dataclass(frozen=True, slots=True)
class FlowMonth:
    """One month: the movements of the units that can be followed, their sum (None when none can),
    and the units that are left out for want of this month's ledger or last month's."""

    period: str
    units: tuple[Movement, ...]
    total: Movement | None
    left_out: tuple[Movement, ...]


def flow(board: Board, period: str, quantity: Quantity, unit: str = CITY) -> tuple[FlowMonth, ...]:
    """The twelve months that end with this one, as far as there are any; of all units or one."""
    rows = board.ask(
        "household_flow", Movement, period=period, measure=f"{quantity}_monitored", unit=unit
    )
    first = max(board.periods[0], shift(period, 1 - MONTHS))
    return tuple(
        _month(month, [row for row in rows if row.period == month], unit)
        for month in span(first, period)
    )


def sent_neither(month: FlowMonth, board: Board) -> tuple[Unit, ...]:
    """Ranked units that sent no households in this month nor the twelve before."""
    seen = {each.unit_code for each in (*month.units, *month.left_out)}
    return tuple(unit for unit in board.units.values() if unit.ranked and unit.code not in seen)


def _month(period: str, rows: list[Movement], unit: str) -> FlowMonth:
    units = tuple(row for row in rows if row.followed)
    return FlowMonth(
        period=period,
        units=units,
        total=_sum(period, units, unit) if units else None,
        left_out=tuple(row for row in rows if not row.followed),
    )


def _sum(period: str, rows: tuple[Movement, ...], unit: str) -> Movement:

    def total(part: str) -> Decimal:
        return sum((getattr(row, part) for row in rows), Decimal())

    return Movement(
        period,
        unit,
        True,
        True,
        opening=total("opening"),
        new=total("new"),
        left=total("left"),
        changed=total("changed"),
        closing=total("closing"),
        eliminated=total("eliminated"),
        relapsed=total("relapsed"),
    )
