"""The matrix of units and datasets from literal rows: how each cell stands, and when it was due."""

import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from board.matrix import Cell, matrix
from board.store import Board
from tests.board.sending import board, sent

UNEXPECTED = Cell("unexpected")


def cells(found: Board, unit_code: str, period: str = "2023-04") -> tuple[Cell, ...]:
    """The cells of a unit: funds, projects, households, reports."""
    [answer] = [row for each, row in matrix(found, period).rows if each.code == unit_code]
    return answer


def test_received_warned_and_late(tmp_path: Path) -> None:
    found = board(
        tmp_path,
        sent("000001", "funds", "990101", datetime(2023, 5, 10, 11)),
        sent("000002", "projects", "990101", datetime(2023, 5, 12, 11), warnings=2),
        sent("000003", "reports", "990101", datetime(2023, 5, 15, 11), warnings=1),
    )
    assert cells(found, "990101") == (
        Cell("received", date(2023, 5, 10)),
        Cell("warned", date(2023, 5, 12), warnings=2),
        UNEXPECTED,
        Cell("late", date(2023, 5, 15), 3, 1),
    )


def test_what_a_unit_sent_before_is_missing_once_it_is_due(tmp_path: Path) -> None:
    march = sent("000001", "projects", "990102", datetime(2023, 4, 10, 11), period="2023-03")
    for day, cell in [
        (11, Cell("awaited", days_late=-1)),
        (12, Cell("awaited", days_late=0)),
        (13, Cell("missing", days_late=1)),
        (20, Cell("missing", days_late=8)),
    ]:
        found = board(tmp_path, march, as_of=datetime(2023, 5, day, 11))
        assert cells(found, "990102") == (UNEXPECTED, cell, UNEXPECTED, UNEXPECTED)


def test_after_twelve_months_without_it_a_dataset_is_not_expected(tmp_path: Path) -> None:
    found = board(
        tmp_path,
        sent("000001", "funds", "990101", datetime(2022, 5, 10, 11), period="2022-04"),
        sent("000002", "projects", "990101", datetime(2022, 4, 10, 11), period="2022-03"),
    )
    assert [each.state for each in cells(found, "990101")][:2] == ["missing", "unexpected"]


def test_a_ranked_unit_that_never_sent_owes_everything_and_the_city_level_nothing(
    tmp_path: Path,
) -> None:
    found = board(tmp_path, sent("000001", "funds", "990101", datetime(2023, 5, 10, 11)))
    assert cells(found, "990103") == (Cell("missing", days_late=8),) * 4
    assert cells(found, "990199") == (UNEXPECTED,) * 4


def test_a_later_month_does_not_make_an_earlier_one_expected(tmp_path: Path) -> None:
    found = board(
        tmp_path,
        sent("000001", "funds", "990101", datetime(2023, 5, 10, 11)),
        sent("000002", "projects", "990101", datetime(2023, 6, 10, 11), period="2023-05"),
    )
    assert cells(found, "990101")[1] == UNEXPECTED


def test_a_correction_after_the_cut_off_is_not_late(tmp_path: Path) -> None:
    found = board(
        tmp_path,
        sent("000001", "funds", "990101", datetime(2023, 5, 10, 11), counts=False),
        sent("000002", "funds", "990101", datetime(2023, 5, 18, 11)),
    )
    assert cells(found, "990101")[0] == Cell("received", date(2023, 5, 18))


def test_a_correction_of_a_late_file_is_as_late_as_the_first(tmp_path: Path) -> None:
    found = board(
        tmp_path,
        sent("000001", "funds", "990101", datetime(2023, 5, 14, 11), counts=False),
        sent("000002", "funds", "990101", datetime(2023, 5, 18, 11)),
    )
    assert cells(found, "990101")[0] == Cell("late", date(2023, 5, 18), 2)


def test_a_withdrawn_file_was_not_in_time(tmp_path: Path) -> None:
    gone = {"withdrawn_at": datetime(2023, 5, 11, 11), "withdrawn_by": "甲", "counts": False}
    first = sent("000001", "funds", "990101", datetime(2023, 5, 10, 11), **gone)  # type: ignore[arg-type]
    assert cells(board(tmp_path, first), "990101")[0] == Cell("missing", days_late=8)
    again = sent("000002", "funds", "990101", datetime(2023, 5, 13, 11))
    assert cells(board(tmp_path, first, again), "990101")[0] == Cell("late", date(2023, 5, 13), 1)


def test_warnings_about_another_unit_of_the_file_are_not_ones_own(tmp_path: Path) -> None:
    both = sent("000001", "funds", "990101", datetime(2023, 5, 10, 11), warnings=3)
    both["upload_units"].append({"upload_id": "000001", "unit_code": "990102", "warnings": 0})
    both["coverage"].append(both["coverage"][0] | {"unit_code": "990102"})
    found = board(tmp_path, both)
    assert [cells(found, code)[0].state for code in ("990101", "990102")] == ["warned", "received"]


@pytest.fixture
def shanghai(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as there:
        there.setenv("TZ", "Asia/Shanghai")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(
    ("at", "cell"),
    [
        (datetime(2023, 5, 12, 15, 59), Cell("received", date(2023, 5, 12))),
        (datetime(2023, 5, 12, 16, 0), Cell("late", date(2023, 5, 13), 1)),
    ],
)
def test_the_day_ends_at_midnight_where_the_server_stands(
    shanghai: None, tmp_path: Path, at: datetime, cell: Cell
) -> None:
    assert cells(board(tmp_path, sent("000001", "funds", "990101", at)), "990101")[0] == cell


@pytest.mark.parametrize(
    ("period", "day", "due"),
    [
        ("2023-04", None, date(2023, 5, 12)),
        ("2023-12", None, date(2024, 1, 12)),
        ("2024-01", "28", date(2024, 2, 28)),
    ],
)
def test_a_month_is_due_in_the_next(
    tmp_path: Path, period: str, day: str | None, due: date
) -> None:
    rows = [{"name": "reporting.cut_off_day", "value": day}] if day else []
    assert matrix(board(tmp_path, settings=rows), period).cut_off == due


def test_what_is_withdrawn_and_not_expected_still_has_a_history_to_open(tmp_path: Path) -> None:
    at = datetime(2023, 5, 10, 11)
    found = board(
        tmp_path,
        sent("000001", "reports", "990101", at),
        sent("000002", "funds", "990101", at, counts=False, withdrawn_at=at, withdrawn_by="甲",
             withdrawn_reason="误报"),
    )  # fmt: skip
    assert [each.state for each in cells(found, "990101")] == [
        "withdrawn",
        "unexpected",
        "unexpected",
        "received",
    ]
