"""One indicator of one unit over the months, beside the city, the province and the schedule."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from board.months import month_end
from board.store import Board, Indicator


@dataclass(frozen=True, slots=True)
class Point:
    """One month; rates are fractions, gaps points, None where there is none."""

    period: str
    value: float | None
    light: str | None
    gap_milestone: float | None
    gap_province: float | None
    city: float | None
    province: float | None

    @property
    def day(self) -> date:
        """The day the month's position is taken."""
        return month_end(self.period)


@dataclass(frozen=True, slots=True)
class Target:
    """A milestone that a unit is held to: every year, by this day, at least this fraction."""

    unit_code: str
    due_month: int
    due_day: int
    at_least: Decimal


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day and the least to be reached by then, as a fraction."""

    due: date
    at_least: float


@dataclass(frozen=True, slots=True)
class Course:
    """Points from the first month to the chosen one, and the milestones of the years they span.

    `yearly` rates start anew in January (money and projects of the year); others are stocks.
    """

    points: tuple[Point, ...]
    milestones: tuple[Milestone, ...]
    yearly: bool

    def guide(self, year: int) -> tuple[Milestone, ...]:
        """The line through (1 January, 0) and the year's milestones; a drawn line only.

        Empty when nothing is due after 1 January: a share to be kept all year has no course.
        """
        due = [stone for stone in self.milestones if stone.due.year == year]
        start = date(year, 1, 1)
        if not due or due[-1].due == start:
            return ()
        return (Milestone(start, 0.0), *due)


def course(board: Board, unit: str, period: str, indicator: str, level: str) -> Course:
    """The whole span up to `period`; without points when the city has no such standing."""
    starts_anew = yearly(board.indicators[indicator])
    points = board.ask(
        "unit_course", Point, unit=unit, period=period, indicator=indicator, level=level
    )
    if not points:
        return Course((), (), starts_anew)
    years = range(points[0].day.year, points[-1].day.year + 1)
    stones = milestones(board, unit, years, indicator, level)
    return Course(points, stones, starts_anew)


def milestones(
    board: Board, unit: str, years: Iterable[int], indicator: str, level: str
) -> tuple[Milestone, ...]:
    """What a unit, or the city, is to reach in these years, in the order of their days."""
    targets = board.ask("course_targets", Target, indicator=indicator, level=level)
    return tuple(
        Milestone(_due(year, target), float(target.at_least))
        for year in years
        for target in targets
        if target.unit_code == unit
    )


def yearly(indicator: Indicator) -> bool:
    """Whether a rate starts anew in January: the year's money and projects do, stocks do not."""
    return indicator.quantity in ("money", "projects")


def _due(year: int, target: Target) -> date:
    """The target's day in a year; past the end of the month it is the month's last day."""
    last = month_end(f"{year:04d}-{target.due_month:02d}")
    return last.replace(day=min(target.due_day, last.day))
