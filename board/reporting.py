"""Who has sent what for a month, and by when it was due."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from board.months import shift
from board.store import Board, Unit


@dataclass(frozen=True, slots=True)
class Awaited:
    """A unit and a dataset expected of it; no dataset when the unit never sent anything."""

    unit_code: str
    dataset: str | None
    last_period: str | None
    sent: bool
    first_at: datetime | None  # UTC, the first time this month
    accepted_at: datetime | None  # UTC, what counts now
    warnings: int


@dataclass(frozen=True, slots=True)
class Silence:
    """One unit and the datasets it has not sent for the month; none named: it sent nothing."""

    unit: Unit
    datasets: tuple[str, ...]
    last_period: str | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many units sent a dataset, of those it is expected from."""

    dataset: str
    sent: int
    expected: int


@dataclass(frozen=True, slots=True)
class Reporting:
    """How many of the expected ledgers and reports came, who owes one, and the cut-off day."""

    sent: int
    expected: int
    tallies: tuple[Tally, ...]
    silent: tuple[Silence, ...]
    cut_off: date


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting in force, as JSON."""

    name: str
    value: str


def settings(board: Board) -> dict[str, Any]:
    """The settings in force by their dotted names."""
    return {each.name: json.loads(each.value) for each in board.ask("settings", Setting)}


def reporting(board: Board, period: str) -> Reporting:
    """The state of reporting for one month; its cut-off lies in the month after."""
    expected = awaited(board, period)
    missing: dict[str, list[Awaited]] = {}
    for each in expected:
        if not each.sent:
            missing.setdefault(each.unit_code, []).append(each)
    silent = tuple(
        Silence(
            unit=board.units[code],
            datasets=tuple(each.dataset for each in owed if each.dataset),
            last_period=max((each.last_period for each in owed if each.last_period), default=None),
        )
        for code, owed in missing.items()
    )
    return Reporting(
        sent=sum(each.sent for each in expected),
        expected=len(expected),
        tallies=_tallies(expected),
        silent=silent,
        cut_off=cut_off(board, period),
    )


def awaited(board: Board, period: str) -> tuple[Awaited, ...]:
    """Each unit and dataset expected for a month, in the order of the units."""
    return board.ask("reporting", Awaited, period=period)


def cut_off(board: Board, period: str) -> date:
    """The day by which the files of a month are due; it lies in the month after."""
    after = shift(period, 1)
    day = int(settings(board).get("reporting.cut_off_day", 12))
    return date(int(after[:4]), int(after[5:]), day)


def _tallies(awaited: tuple[Awaited, ...]) -> tuple[Tally, ...]:
    names = sorted({each.dataset for each in awaited if each.dataset})
    return tuple(
        Tally(
            dataset=name,
            sent=sum(each.sent for each in awaited if each.dataset == name),
            expected=sum(each.dataset == name for each in awaited),
        )
        for name in names
    )
