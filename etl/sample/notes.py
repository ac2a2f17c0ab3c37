"""What the counties of the sample city wrote on their figures."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from etl.sample.city import units
from etl.sample.stories import LATE_DAY, LATE_MONTH, LATE_UNIT, LATE_WAN


class SampleNote(NamedTuple):
    """One note, as write_note takes it."""

    unit: str
    indicator: str
    period: str
    text: str
    by: str
    at: datetime


def notes() -> list[SampleNote]:
    """The one county whose rate fell though nobody spent less says why."""
    [late] = [unit for unit in units() if unit.short == LATE_UNIT]
    return [
        SampleNote(
            unit=late.code,
            indicator="spend_rate",
            period=LATE_MONTH,
            text=f"6月{LATE_DAY}日新下达{LATE_WAN}万元，月底前来不及支出，支出率因此低于上月。",
            by=f"{late.name}财政局",
            at=datetime(2022, 7, 12, 2, 15, tzinfo=UTC),
        )
    ]
