"""What the board judges by is what the warnings judge by, however the settings change them."""

from pathlib import Path

from board.thresholds import days_of_grace, fast_months, months_to_help
from tests.board.project_ledger import opened
from tests.pages.desk import SETTINGS, Desk


def in_force(desk: Desk, settings: str) -> tuple[int, int, int]:
    """The days money may lie, the months a measure may take, the months of an elimination."""
    desk.reference("settings.toml", SETTINGS + settings)
    desk.publish()
    board = opened(desk.path)
    return days_of_grace(board), months_to_help(board), fast_months(board)


def test_thresholds_are_those_of_the_warnings_even_of_one_that_is_off(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home")
    assert in_force(desk, "") == (30, 1, 6)
    changed = "[warnings.slow_start]\ndays = 45\n[warnings.no_measure]\nmonths = 2\n"
    assert in_force(desk, changed) == (45, 2, 6)
    assert in_force(desk, "[warnings.too_fast]\non = false\nmonths = 4\n") == (30, 1, 4)
