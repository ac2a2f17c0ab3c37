"""The schedule behind a course: milestones as steps with their figures, and the guide line."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from board.course import Milestone
from board.months import is_all_year
from charts.theme import Palette
from wording import Words

_MOST_LABELLED = 5  # in a longer span the steps speak alone


def guide_line(guide: Sequence[Milestone | None], palette: Palette) -> dict[str, Any]:
    """Straight lines through the points of each year; None parts two years."""
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "x": [step.due.isoformat() if step else None for step in guide],
        "y": [100 * step.at_least if step else None for step in guide],
        "line": {"color": palette.grey, "width": 1.5, "dash": "dot"},
    }


def linear_line(year: int, palette: Palette) -> dict[str, Any]:
    """A twelfth a month, from 1 January to the end of the year."""
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "x": [date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()],
        "y": [0, 100],
        "line": {"color": palette.grey, "width": 1.5, "dash": "dash"},
    }


def milestone_steps(
    stones: Sequence[Milestone], end: date, palette: Palette
) -> list[dict[str, Any]]:
    """A step a milestone, from its day to the next one's or to the end of its year."""
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "hoverinfo": "skip",
            "x": [stone.due.isoformat(), until.isoformat()],
            "y": [100 * stone.at_least] * 2,
            "line": {"color": palette.ink, "width": 2.5},
        }
        for stone, until in _steps(stones, end)
    ]


def milestone_labels(
    stones: Sequence[Milestone], end: date, t: Words, palette: Palette
) -> list[dict[str, Any]]:
    """A milestone's day and figure under the end of its step, where rising lines leave room."""
    if len(stones) > _MOST_LABELLED:
        return []
    return [
        {
            "x": until.isoformat(),
            "y": 100 * stone.at_least,
            "text": f"{_since(stone, t)} ≥ {t.goal(stone.at_least)}",
            "showarrow": False,
            "xanchor": "right",
            "yanchor": "top",
            "font": {"size": 13, "color": palette.ink},
        }
        for stone, until in _steps(stones, end)
    ]


def _since(stone: Milestone, t: Words) -> str:
    return t("全年") if is_all_year(stone.due) else t.day(stone.due)


def _steps(stones: Sequence[Milestone], end: date) -> list[tuple[Milestone, date]]:
    later = [*(stone.due for stone in stones[1:]), end]
    return [
        (stone, min(until, end, date(stone.due.year, 12, 31)))
        for stone, until in zip(stones, later, strict=False)
    ]
