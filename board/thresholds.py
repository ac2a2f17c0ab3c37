"""The thresholds of the warnings as they are in force, for what judges by the same ones."""

import json
from dataclasses import dataclass
from typing import Any

from board.store import Board


@dataclass(frozen=True, slots=True)
class Threshold:
    """One threshold of a rule; its value as JSON."""

    rule: str
    threshold: str
    value: str


def days_of_grace(board: Board) -> int:
    """After how many days money without a start is late."""
    return int(_in_force(board, "slow_start", "days"))


def months_to_help(board: Board) -> int:
    """Within how many months of identification a first measure is in time."""
    return int(_in_force(board, "no_measure", "months"))


def fast_months(board: Board) -> int:
    """Below how many months an elimination is suspected to be too fast."""
    return int(_in_force(board, "too_fast", "months"))


def _in_force(board: Board, rule: str, name: str) -> Any:
    found = board.ask("warning_thresholds", Threshold)
    return next(
        json.loads(each.value) for each in found if (each.rule, each.threshold) == (rule, name)
    )
