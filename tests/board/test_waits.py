"""How long monitored households waited, from literal rows."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from board.elimination_sentences import elimination_time, first_measure
from board.store import Board, open_board
from board.waits import (
    Eliminated,
    FirstMeasures,
    eliminations,
    faster_than,
    first_measures,
    median,
)
from tests.board.published import Row, publish, unit
from wording import Words

UNITS = [unit("990101", "云溪县", "Yunxi"), unit("990102", "东岭县", "Dongling")]
ZH, EN = Words("zh"), Words("en")


def waited(code: str, period: str, months: int, households: int) -> Row:
    return {
        "period": period, "unit_code": code, "measure": "households_measured",
        "dimension": "months_to_measure", "member": str(months), "value": households,
    }  # fmt: skip


def gone(code: str, months: int, households: int) -> Row:
    return {
        "period": "2023-04", "unit_code": code, "measure": "households_eliminated",
        "dimension": "months_to_elimination", "member": str(months), "value": households,
    }  # fmt: skip


def board_of(home: Path, facts: list[Row], **tables: list[Row]) -> Board:
    board = open_board(publish(home, units=UNITS, facts=facts, **tables))
    assert board
    return board


def test_first_measures_are_those_of_the_year(tmp_path: Path) -> None:
    facts = [
        waited("990101", "2022-12", 0, 9),
        waited("990101", "2023-01", 0, 2),
        waited("990102", "2023-01", 0, 1),
        waited("990102", "2023-04", 3, 1),
        waited("990101", "2023-05", 0, 9),
    ]
    board = board_of(tmp_path, facts)
    found = first_measures(board, "2023-04")
    assert found == (
        FirstMeasures("2023-01", 0, Decimal(3)),
        FirstMeasures("2023-04", 3, Decimal(1)),
    )
    said = "2023年4户首次落实措施，识别当月落实的占75.00%，1户超过1个月"
    assert first_measure(found, 1, "2023", ZH) == said
    assert first_measures(board, "2023-04", "990101") == (FirstMeasures("2023-01", 0, Decimal(2)),)
    assert first_measure((), 1, "2023", ZH) == "2023年没有首次落实措施的户"


def test_eliminations_come_soonest_first_as_numbers(tmp_path: Path) -> None:
    facts = [gone("990101", 10, 2), gone("990101", 9, 1), gone("990102", 2, 1)]
    board = board_of(tmp_path, facts)
    found = eliminations(board, "2023-04")
    assert [[each.months, each.households] for each in found] == [[2, 1], [9, 1], [10, 2]]
    assert [each.months for each in eliminations(board, "2023-04", "990102")] == [2]
    said = "从识别到消除，中位数为9.5个月；1户不到6个月，疑似过快"
    assert elimination_time(found, 6, ZH) == said
    assert elimination_time(found, 1, EN) == "Median from identification to elimination: 9.5 months"
    assert elimination_time((), 6, ZH) == "还没有消除风险的户"


@pytest.mark.parametrize(
    ("households", "middle"),
    [
        ({5: 1}, 5),
        ({5: 1, 8: 1}, Fraction(13, 2)),
        ({5: 2, 8: 1}, 5),
        ({5: 1, 8: 1, 30: 1}, 8),
        ({5: 2, 8: 2}, Fraction(13, 2)),
        ({}, None),
    ],
)
def test_the_median_counts_every_household(
    households: dict[int, int], middle: Fraction | None
) -> None:
    found = [Eliminated(months, Decimal(count)) for months, count in households.items()]
    assert median(found) == middle


def test_faster_than_is_less_and_not_equal() -> None:
    found = [Eliminated(5, Decimal(2)), Eliminated(6, Decimal(3))]
    assert faster_than(found, 6) == 2


def test_how_long_a_first_measure_may_take_is_what_the_warning_says() -> None:
    found = [FirstMeasures("2023-04", 2, Decimal(3)), FirstMeasures("2023-04", 3, Decimal(1))]
    said = "2023年4户首次落实措施，识别当月落实的占0.00%"
    assert first_measure(found, 1, "2023", ZH) == said + "，4户超过1个月"
    assert first_measure(found, 2, "2023", ZH) == said + "，1户超过2个月"
    assert first_measure(found, 3, "2023", ZH) == said
