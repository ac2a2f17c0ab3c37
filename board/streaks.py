"""Who is behind for how many months running, and which step the bureau's own rules suggest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from board.reporting import settings
from board.store import Board, Unit

INTERVIEW, REMINDER, NONE = "interview", "reminder", "none"
STEPS = (INTERVIEW, REMINDER, NONE)  # 约谈, 提醒单: the strongest first


@dataclass(frozen=True, slots=True)
class Run:
    """One unit behind in one indicator for `streak` months, this one included, from `since` on.

    Behind the milestone (the province where there was none; `months_milestone` counts those with
    one). `below` is how many units rank below it this month. Rates are fractions, gaps points.
    """

    unit_code: str
    indicator: str
    level: str
    value: float
    rank: int
    tied: bool
    below: int
    milestone: float | None
    milestone_due: date | None
    province: float | None
    gap_milestone: float | None
    gap_province: float | None
    light: str
    streak: int
    since: str
    months_milestone: int

    @property
    def gap(self) -> float | None:
        """Percentage points to what it is behind."""
        return self.gap_province if self.milestone is None else self.gap_milestone


@dataclass(frozen=True, slots=True)
class Rules:
    """From how many months running on a reminder or an interview is suggested; `last` of the field
    are reminded as soon as they are behind. Only `indicators` count where any are named."""

    reminder_after: int
    interview_after: int
    last: int
    indicators: tuple[str, ...]

    def step(self, run: Run) -> str:
        """What a run suggests; never a decision."""
        if self.indicators and run.indicator not in self.indicators:
            return NONE
        if run.streak >= self.interview_after:
            return INTERVIEW
        reminded = run.streak >= self.reminder_after or run.below < self.last
        return REMINDER if reminded else NONE


@dataclass(frozen=True, slots=True)
class Laggard:
    """A unit behind in something: its runs, strongest step first, then red, then long ones."""

    unit: Unit
    step: str
    runs: tuple[tuple[str, Run], ...]

    @property
    def longest(self) -> int:
        """The longest of its runs."""
        return max(run.streak for _, run in self.runs)


def rules(board: Board) -> Rules:
    """The rules in force; the defaults of etl/settings.py where a file does not name them."""
    said = settings(board)
    remind_last = said.get("escalation.remind_last", True)
    return Rules(
        reminder_after=said.get("escalation.reminder_after", 2),
        interview_after=said.get("escalation.interview_after", 3),
        last=said.get("standing.last", 3) if remind_last else 0,
        indicators=tuple(said.get("escalation.indicators", ())),
    )


def laggards(board: Board, period: str, level: str, by: Rules) -> tuple[Laggard, ...]:
    """Every ranked unit that is behind in any indicator, those with the strongest step first."""
    runs = board.ask("streaks", Run, period=period, level=level)
    found = [
        _laggard(board.units[code], list(own), by)
        for code, own in groupby(runs, lambda run: run.unit_code)
    ]
    return tuple(sorted(found, key=_order))


def at_step(found: Sequence[Laggard], step: str) -> list[Laggard]:
    """Those for whom this is the strongest step."""
    return [each for each in found if each.step == step]


def _laggard(unit: Unit, runs: Sequence[Run], by: Rules) -> Laggard:
    stepped = sorted(
        ((by.step(run), run) for run in runs),
        key=lambda pair: (STEPS.index(pair[0]), pair[1].light != "red", -pair[1].streak),
    )
    return Laggard(unit, stepped[0][0], tuple(stepped))


def _order(each: Laggard) -> tuple[int, int, int]:
    strongest = sum(step == each.step for step, _ in each.runs)
    return STEPS.index(each.step), -strongest, -each.longest
