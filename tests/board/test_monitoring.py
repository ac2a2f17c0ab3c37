"""The stock of monitored households from literal rows, and what is said of it."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from board.elimination_sentences import cohort, coverage, safety_net
from board.monitoring import by_unit, most_first, share, shares_sum, split, whole, without_ledger
from board.monitoring_sentences import (
    largest_member,
    most_exposed,
    most_of_units,
    no_ledger,
    overlapping,
    stock,
)
from board.store import Board, open_board
from tests.board.published import Row, publish, unit
from wording import Words

UNITS = [
    unit("990101", "云溪县", "Yunxi"),
    unit("990102", "东岭县", "Dongling"),
    unit("990103", "河湾县", "Hewan"),
]
RISKS: list[Row] = [
    {"list": "risk", "code": code, "name_zh": code, "name_en": code, "sort_order": order}
    for order, code in enumerate(["因病", "因学", "因残"])
]
NAMES = {row["code"]: row["code"] for row in RISKS}
ZH = Words("zh")


def counted(code: str, dimension: str = "", member: str = "", **measures: int) -> list[Row]:
    return [
        {
            "period": "2023-04", "unit_code": code, "measure": measure, "value": value,
            "dimension": dimension, "member": member,
        }
        for measure, value in measures.items()
    ]  # fmt: skip


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """云溪 with 10 households of 30 persons, 东岭 with 5 of 10; 河湾 only reports a figure."""
    facts = [
        *counted("990101", households_monitored=10, persons_monitored=30, persons_eliminated=12,
                 households_eliminated=4, households_measured=9, persons_no_labour=2),
        *counted("990102", households_monitored=5, persons_monitored=10, persons_eliminated=8),
        *counted("990101", "risk", "因残", households_monitored=4, persons_monitored=9),
        *counted("990101", "risk", "因病", households_monitored=8, persons_monitored=26),
        *counted("990102", "risk", "因病", households_monitored=5, persons_monitored=10),
        *counted("990101", "identified_year", "2023", persons_monitored=5, persons_eliminated=1),
        *counted("990101", "months_to_elimination", "10", households_monitored=1),
        *counted("990101", "months_to_elimination", "9", households_monitored=3),
        {"period": "2023-04", "unit_code": "990103", "measure": "persons_monitored", "value": 99,
         "source": "report"},
        *counted("990101", "flow", "new", households_monitored=1),
    ]  # fmt: skip
    found = open_board(publish(tmp_path, units=UNITS, codes=RISKS, facts=facts))
    assert found
    return found


def test_the_whole_is_what_the_ledgers_add_up_to(board: Board) -> None:
    every, yunxi = whole(board, "2023-04"), whole(board, "2023-04", "990101")
    assert every
    assert yunxi
    assert [every.households, every.persons, every.rate] == [15, 40, Fraction(1, 2)]
    assert [yunxi.persons, yunxi.rate] == [30, Fraction(2, 5)]
    assert whole(board, "2023-04", "990103") is None
    assert whole(board, "2023-03") is None
    assert stock(every, ZH) == "监测15户、40人"
    assert stock(None, ZH) == "本月没有监测对象台账"


def test_members_come_in_the_order_of_their_list_or_by_number(board: Board) -> None:
    assert [each.member for each in split(board, "2023-04", "risk")] == ["因病", "因残"]
    months = split(board, "2023-04", "months_to_elimination")
    assert [each.member for each in months] == ["9", "10"]


def test_shares_of_what_overlaps_pass_one_hundred_percent(board: Board) -> None:
    every, risks = whole(board, "2023-04"), split(board, "2023-04", "risk")
    assert [each.member for each in most_first(reversed(risks), "persons")] == ["因病", "因残"]
    assert share(risks[0], every, "persons") == Fraction(36, 40)
    assert shares_sum(risks, every, "persons") == Fraction(45, 40)
    assert largest_member(risks, NAMES, every, "persons", ZH) == "因病最多，占90.00%"
    assert overlapping(risks, every, "persons", ZH) == (
        "一户可有多项，各项占比相加为112.50%，可以超过100%"
    )
    assert largest_member((), NAMES, None, "persons", ZH) == "本月没有数据"


def test_units_by_everybody_and_by_one_risk(board: Board) -> None:
    every, found = whole(board, "2023-04"), by_unit(board, "2023-04")
    assert {each.unit_code: each.persons for each in found} == {"990101": 30, "990102": 10}
    said = "云溪县最多，30人，占全市75.00%"
    assert most_of_units(found, board, every, "persons", ZH) == said
    assert no_ledger(without_ledger(board, found), ZH) == "没有报送监测对象台账，未计入：河湾县。"
    ill = by_unit(board, "2023-04", "risk", "因病")
    assert {each.unit_code: each.persons for each in ill} == {"990101": 26, "990102": 10}
    wholes = {each.unit_code: each for each in found}
    of = split(board, "2023-04", "risk")[0]
    said = most_exposed(ill, wholes, of, every, board, "persons", ZH)
    assert said == "东岭县占比最高（100.00%），全市90.00%"


def test_what_is_said_of_elimination(board: Board) -> None:
    every = whole(board, "2023-04")
    years = split(board, "2023-04", "identified_year")
    assert cohort(years, "2023", every, ZH) == "2023年识别的已消除20.00%，全部存量50.00%"
    assert cohort(years, "2024", every, ZH) == "2024年还没有新识别的监测对象"
    said = "其中兜底保障2人，按规定不标注消除，所以100%达不到，也不该追求"
    assert safety_net(every, ZH) == said
    assert safety_net(None, ZH) == ""
    assert coverage(None, ZH) == "帮扶措施落实情况未报送"


def test_missing_is_not_zero(board: Board) -> None:
    (dongling,) = (each for each in by_unit(board, "2023-04") if each.unit_code == "990102")
    assert (dongling.households_measured, dongling.persons_no_labour) == (None, None)
    assert dongling.households == Decimal(5)
