"""What the matrix of units and datasets says: what is owed, its title, the reminder, its cells."""

from datetime import date, datetime
from pathlib import Path

import pytest

from board.matrix import Cell, cell_words, matrix, reminder, title
from board.store import Board
from tests.board.published import unit
from tests.board.sending import UNITS, board, sent
from wording import Words

ZH, EN = Words("zh"), Words("en")


@pytest.fixture
def owing(tmp_path: Path) -> Board:
    """云溪县 is through, 东岭县 owes one ledger, 石坪县 never sent anything."""
    return board(
        tmp_path,
        sent("000001", "funds", "990101", datetime(2023, 5, 10, 11)),
        sent("000002", "funds", "990102", datetime(2023, 4, 10, 11), period="2023-03"),
    )


ALL = ["funds", "projects", "households", "reports"]


def test_what_is_owed_and_by_whom(owing: Board) -> None:
    owed = matrix(owing, "2023-04").owed()
    assert {each.code: names for each, names in owed.items()} == {
        "990102": ["funds"],
        "990103": ALL,
    }


def test_the_title_counts_files_and_names_units(owing: Board) -> None:
    answer = matrix(owing, "2023-04")
    assert title(answer, "2023-04", ZH) == "2023年4月还差5份：东岭、石坪"
    assert title(answer, "2023-04", EN) == "Apr 2023: 5 files still owed, by Dongling, Shiping"


def test_the_title_names_three_and_counts_the_rest(tmp_path: Path) -> None:
    units = [unit(f"99010{n}", f"{name}县", name) for n, name in enumerate("甲乙丙丁", 1)]
    answer = matrix(board(tmp_path, units=units), "2023-04")
    assert title(answer, "2023-04", ZH) == "2023年4月还差16份：甲、乙、丙等4个单位"
    assert title(answer, "2023-04", EN) == (
        "Apr 2023: 16 files still owed, by 甲, 乙, 丙 and others (4 units)"
    )


def test_one_file_is_one_file(tmp_path: Path) -> None:
    march = sent("000001", "funds", "990101", datetime(2023, 4, 10, 11), period="2023-03")
    answer = matrix(board(tmp_path, march, units=UNITS[:1]), "2023-04")
    assert title(answer, "2023-04", EN) == "Apr 2023: 1 file still owed, by Yunxi"


def test_when_all_is_sent_the_title_says_so(tmp_path: Path) -> None:
    april = sent("000001", "funds", "990101", datetime(2023, 5, 10, 11))
    answer = matrix(board(tmp_path, april, units=[UNITS[0], UNITS[3]]), "2023-04")
    assert answer.owed() == {}
    assert title(answer, "2023-04", ZH) == "2023年4月全部报齐"
    assert title(answer, "2023-04", EN) == "Apr 2023: everything has been sent"


def test_the_reminder_has_a_line_for_each_unit(owing: Board) -> None:
    answer = matrix(owing, "2023-04")
    assert reminder(answer, owing, "2023-04", ZH).splitlines() == [
        "各单位：2023年4月数据报送截止2023年5月12日，以下尚未收到，请尽快报送。",
        "东岭县：衔接资金台账",
        "石坪县：衔接资金台账、项目台账、监测对象台账、县区进度月报",
    ]
    assert reminder(answer, owing, "2023-04", EN).splitlines() == [
        "To all units: the data of Apr 2023 were due on 12 May 2023. "
        "The following have not arrived; please send them as soon as you can.",
        "Dongling: Fund ledger",
        "Shiping: Fund ledger, Project ledger, Household ledger, Monthly report",
    ]


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        (12, "数据请于2023年5月12日前报送，以下尚未收到。", "are due by 12 May 2023."),
        (13, "数据报送截止2023年5月12日，以下尚未收到", "were due on 12 May 2023."),
    ],
)
def test_up_to_the_last_day_the_reminder_only_asks(
    tmp_path: Path, day: int, zh: str, en: str
) -> None:
    found = board(tmp_path, as_of=datetime(2023, 5, day, 11))
    answer = matrix(found, "2023-04")
    assert zh in reminder(answer, found, "2023-04", ZH)
    assert en in reminder(answer, found, "2023-04", EN)


@pytest.mark.parametrize(
    ("cell", "zh", "en"),
    [
        (Cell("unexpected"), "", ""),
        (Cell("received", date(2023, 5, 9)), "5月9日", "9 May"),
        (Cell("warned", date(2023, 5, 9), 0, 1), "5月9日 · 1条警告", "9 May · 1 warning"),
        (Cell("late", date(2023, 5, 14), 2), "5月14日 · 迟2天", "14 May · 2 days late"),
        (
            Cell("late", date(2023, 5, 13), 1, 2),
            "5月13日 · 迟1天 · 2条警告",
            "13 May · 1 day late · 2 warnings",
        ),
        (Cell("missing", days_late=8), "未报，逾期8天", "not sent, 8 days overdue"),
        (Cell("missing", days_late=1), "未报，逾期1天", "not sent, 1 day overdue"),
        (Cell("awaited", days_late=-3), "未报，还有3天", "not sent, 3 days left"),
    ],
)
def test_a_cell_in_words(cell: Cell, zh: str, en: str) -> None:
    assert (cell_words(cell, ZH), cell_words(cell, EN)) == (zh, en)
