"""What became of each upload of a cell, from literal rows; and which day it is on a board."""

from datetime import date, datetime
from pathlib import Path

from board.matrix import Sent, history, today
from board.store import Board, open_board
from tests.board.published import Row, publish, unit

UNITS = [unit("990101", "云溪县", "Yunxi"), unit("990102", "东岭县", "Dongling")]
TENTH, ELEVENTH, TWELFTH = (datetime(2023, 5, day, 11) for day in (10, 11, 12))


def upload(number: str, at: datetime, dataset: str = "funds", **more: object) -> Row:
    return {
        "upload_id": number, "dataset": dataset, "period": "2023-04", "file_name": f"{number}.csv",
        "sha256": number * 10, "accepted_by": "甲", "accepted_at": at, "rows_read": 9,
        "rows_kept": 7, "warnings": 2, "replaces": [],
    } | more  # fmt: skip


def of(number: str, *units: str) -> list[Row]:
    return [{"upload_id": number, "unit_code": each, "warnings": 0} for each in units]


def counting(number: str, *units: str) -> list[Row]:
    key = {"dataset": "funds", "period": "2023-04", "upload_id": number}
    return [key | {"unit_code": each} for each in units]


def note(number: str, action: str, at: datetime, by: str) -> Row:
    row = {"upload_id": number, "action": action, "noted_at": at, "noted_by": by}
    return row | {"reason": ""}


def board(home: Path, **tables: list[Row]) -> Board:
    found = open_board(publish(home, **({"units": UNITS} | tables)))
    assert found
    return found


def told(found: Board, unit_code: str = "990101", period: str = "2023-04") -> tuple[Sent, ...]:
    return history(found, period, "funds", unit_code)


def test_an_upload_is_told_with_all_that_its_receipt_says(tmp_path: Path) -> None:
    found = board(
        tmp_path,
        uploads=[upload("000003", TENTH, replaces=["000002", "000001"])],
        upload_units=of("000003", "990101", "990102"),
        coverage=counting("000003", "990101", "990102"),
    )
    assert told(found) == (
        Sent(
            upload_id="000003",
            file_name="000003.csv",
            sha256="000003" * 10,
            accepted_by="甲",
            accepted_at=TENTH,
            rows_kept=7,
            warnings=2,
            replaces=("000001", "000002"),
            counts=True,
            withdrawn_at=None,
            withdrawn_by=None,
            withdrawn_reason=None,
            restored_at=None,
            restored_by=None,
            units=2,
        ),
    )


def test_the_newest_comes_first_and_what_it_replaced_does_not_count(tmp_path: Path) -> None:
    found = board(
        tmp_path,
        # By number, not by clock: a clock may have been set back.
        uploads=[upload("000001", TWELFTH), upload("000002", TENTH, replaces=["000001"])],
        upload_units=[*of("000001", "990101", "990102"), *of("000002", "990101")],
        coverage=[*counting("000002", "990101"), *counting("000001", "990102")],
    )
    assert [(each.upload_id, each.counts) for each in told(found)] == [
        ("000002", True),
        ("000001", False),
    ]
    assert [(each.upload_id, each.counts) for each in told(found, "990102")] == [("000001", True)]


def test_other_months_datasets_and_units_are_no_history_of_a_cell(tmp_path: Path) -> None:
    found = board(
        tmp_path,
        uploads=[
            upload("000001", TENTH, period="2023-03"),
            upload("000002", TENTH, dataset="projects"),
            upload("000003", TENTH),
        ],
        upload_units=[
            *of("000001", "990101"), *of("000002", "990101"), *of("000003", "990102"),
        ],
    )  # fmt: skip
    assert told(found) == ()
    assert [each.upload_id for each in told(found, period="2023-03")] == ["000001"]


def test_a_withdrawn_upload_says_when_by_whom_and_why(tmp_path: Path) -> None:
    gone: Row = {"withdrawn_at": ELEVENTH, "withdrawn_by": "乙", "withdrawn_reason": "报错了"}
    found = board(
        tmp_path,
        uploads=[upload("000001", TENTH, **gone)],
        upload_units=of("000001", "990101"),
        upload_notes=[note("000001", "withdrawn", ELEVENTH, "乙")],
    )
    [each] = told(found)
    assert (each.counts, each.restored_at) == (False, None)
    assert (each.withdrawn_at, each.withdrawn_by, each.withdrawn_reason) == (
        ELEVENTH,
        "乙",
        "报错了",
    )


def test_of_several_restorations_the_newest_is_told_and_no_upload_twice(tmp_path: Path) -> None:
    found = board(
        tmp_path,
        uploads=[upload("000001", TENTH), upload("000002", TENTH)],
        upload_units=[*of("000001", "990101"), *of("000002", "990101")],
        coverage=counting("000002", "990101"),
        upload_notes=[
            note("000002", "withdrawn", TENTH, "乙"),
            note("000002", "restored", ELEVENTH, "丙"),
            note("000002", "restored", TWELFTH, "丁"),
            note("000002", "restored", TENTH, "戊"),
        ],
    )
    newest, oldest = told(found)
    assert (newest.counts, newest.restored_at, newest.restored_by) == (True, TWELFTH, "丁")
    assert (oldest.restored_at, oldest.restored_by) == (None, None)


def test_benchmarks_are_asked_for_without_a_unit(tmp_path: Path) -> None:
    found = board(tmp_path, uploads=[upload("000001", TENTH, dataset="benchmarks")])
    [each] = history(found, "2023-04", "benchmarks", "")
    assert (each.upload_id, each.units) == ("000001", 0)


def test_the_day_is_today_but_on_the_sample_and_on_a_board_of_the_past(tmp_path: Path) -> None:
    def day(name: str, **publication: object) -> date:
        return today(board(tmp_path / name, publication=[publication]))

    assert day("real", newest_upload=TENTH) == date.today()
    assert day("sample", is_sample=True, newest_upload=TENTH) == date(2023, 5, 10)
    assert day("empty sample", is_sample=True) == date.today()
    assert day("past", as_of=TWELFTH, newest_upload=TENTH) == date(2023, 5, 12)
    assert day("sample of the past", is_sample=True, as_of=TWELFTH) == date(2023, 5, 12)
