"""Counts of warnings by rule, unit and status, from literal rows."""

from datetime import datetime
from pathlib import Path

import pytest

from board.store import Board, open_board
from board.warning_rows import Which, every, warned
from board.warnings import lines, rules, tally, unseen, worst
from tests.board.published import Row, publish, standing, unit
from tests.board.suspected import FULL, RULES, A, B, C, D, opened, warning


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    return opened(tmp_path_factory.mktemp("home"), *FULL)


def test_only_rules_of_the_month_are_there_in_their_order(board: Board) -> None:
    assert list(rules(board, "2023-04")) == ["late", "changed", "silent", "small"]
    assert list(rules(board, "2022-12"))[-1] == "older"


def test_counts_of_a_month_by_status_unit_and_rule(board: Board) -> None:
    found = tally(board, "2023-04")
    assert [found.number(status) for status in ("now", "new", "continuing", "cleared")] == [
        5,
        3,
        2,
        1,
    ]
    assert found.number("unverified") == 1
    assert found.by_unit() == {C: 3, A: 2}
    assert found.by_rule() == {"late": 3, "changed": 1, "small": 1}
    assert found.of(unit=C, rule="late").number() == 2
    assert found.of(unit=B).number() == 0


def test_what_is_not_due_yet_does_not_count(tmp_path: Path, board: Board) -> None:
    assert tally(board, "2023-04").of(rule="silent").number() == 0
    on_the_day: Row = {"is_sample": True, "newest_upload": datetime(2023, 5, 12, 4)}
    assert tally(opened(tmp_path, *FULL, clock=on_the_day), "2023-04").of(unit=B).number() == 0
    after: Row = {"is_sample": True, "newest_upload": datetime(2023, 5, 13, 4)}
    late = opened(tmp_path, *FULL, clock=after)
    assert tally(late, "2023-04").of(unit=B).number() == 1
    assert [each.rule for each in warned(late, Which("2023-04", unit=B), limit=9)] == ["silent"]


def test_lines_tell_nothing_suspected_from_nothing_sent(board: Board) -> None:
    found, units = lines(board, tally(board, "2023-04"), rules(board, "2023-04"))
    assert [each.code for each in units] == [A, B, C, D]  # the rule that reads nothing knows all
    assert [(line.rule.code, line.cells, line.now, line.new, line.cleared) for line in found] == [
        ("late", (1, None, 2, None), 3, 2, 1),
        ("changed", (0, None, 1, None), 1, 1, 0),
        ("small", (1, None, None, None), 1, 0, 0),
    ]


def test_what_was_sent_and_does_not_tell_is_not_known(tmp_path: Path) -> None:
    """石坪县 sent its ledger, which does not give what the rule needs."""
    known = [{"period": "2023-04", "rule": "late", "unit_code": A}]
    board = opened(tmp_path, warning("late", A, "P1"), warning_known=known)
    found, units = lines(board, tally(board, "2023-04"), rules(board, "2023-04"))
    assert ([each.code for each in units], found[0].cells) == ([A], (1,))
    assert unseen(board, "2023-04") == {"changed", "silent", "small"}
    assert unseen(board, "2023-04", C) == {"late", "changed", "silent", "small"}


def test_where_units_are_many_the_most_warned_come_first(tmp_path: Path) -> None:
    many = [unit(f"9902{number:02d}", f"第{number}县") for number in range(1, 18)]
    rows = [warning("silent", "990217", "a"), warning("silent", "990217", "b")]
    home = publish(
        tmp_path,
        units=many,
        warning_rules=RULES,
        warnings=[*rows, warning("silent", "990203", "a")],
        standings=[standing("990201", 1, 2)],
    )
    large = open_board(home)
    assert large
    _, units = lines(large, tally(large, "2023-04"), rules(large, "2023-04"))
    assert [each.code for each in units[:4]] == ["990217", "990203", "990201", "990202"]


def test_a_line_adds_up_to_its_total_and_the_lines_to_the_month(board: Board) -> None:
    found = tally(board, "2023-04")
    shown, _ = lines(board, found, rules(board, "2023-04"))
    assert [sum(cell or 0 for cell in line.cells) for line in shown] == [line.now for line in shown]
    assert sum(line.now for line in shown) == found.number()


def test_the_worst_come_first_then_the_oldest(board: Board) -> None:
    found = warned(board, Which("2023-04"), limit=9)
    assert [(each.rule, each.unit_code, each.subject) for each in found] == [
        ("late", C, "P1"), ("late", A, "P1"), ("late", C, "P2"), ("changed", C, "P9"),
        ("small", A, "x"),
    ]  # fmt: skip
    named = worst(tally(board, "2023-04"), rules(board, "2023-04"))
    assert [(rule.code, n) for rule, n in named] == [("late", 3), ("changed", 1), ("small", 1)]


def test_rows_say_which_file_and_who(board: Board) -> None:
    [found] = warned(board, Which("2023-04", C, "late", "new"), limit=9)
    assert (found.title, found.township, found.file_name, found.source_row, found.accepted_by) == (
        "水渠", "永安镇", "项目.csv", 7, "局",
    )  # fmt: skip
    [other] = warned(board, Which("2023-04", A, "late"), limit=9)
    assert (other.file_name, other.accepted_by) == (None, None)


def test_rows_come_a_page_at_a_time_and_all_of_them_at_once(board: Board) -> None:
    which = Which("2023-04")
    pages = [each for at in (0, 2, 4) for each in warned(board, which, limit=2, offset=at)]
    assert pages == list(every(board, which)) and len(pages) == 5
    assert [each.subject for each in every(board, Which("2023-04", status="cleared"))] == ["P3"]
