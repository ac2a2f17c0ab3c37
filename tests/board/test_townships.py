"""The townships of a unit: ranked exactly, those without a task and without a name apart."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from board.store import Board, Indicator, open_board
from board.townships import townships, townships_by_unit
from tests.board.published import Row, publish, unit

UNITS = [unit("990101", "云溪县", "Yunxi"), unit("990102", "东岭县", "Dongling")]


def rows(
    name: str, started: float, planned: float, period: str = "2023-04", code: str = "990101"
) -> list[Row]:
    """Both measures of the start rate in one township."""
    common = {"period": period, "unit_code": code, "dimension": "township", "member": name}
    return [
        {**common, "measure": "projects_started", "value": started},
        {**common, "measure": "projects_planned", "value": planned},
    ]


def opened(home: Path, *facts: list[Row]) -> tuple[Board, Indicator]:
    found = open_board(publish(home, units=UNITS, facts=[row for rows in facts for row in rows]))
    assert found
    return found, found.indicators["start_rate"]


def test_the_best_comes_first_and_equal_ratios_share_a_rank(tmp_path: Path) -> None:
    board, start_rate = opened(
        tmp_path,
        rows("大坪镇", 1, 3),
        rows("永安镇", 9, 10),
        rows("前沟乡", 4, 8),
        rows("后沟乡", 3, 6),
    )
    answer = townships(board, "2023-04", start_rate, "990101")
    assert [(each.name, each.rank, each.tied) for each in answer.places] == [
        ("永安镇", 1, False),
        ("前沟乡", 2, True),
        ("后沟乡", 2, True),
        ("大坪镇", 4, False),
    ]
    assert answer.places[0].value == pytest.approx(0.9)
    assert answer.reported
    assert answer.named
    assert answer.whole == Fraction(17, 27)
    assert answer.spread == pytest.approx(170 / 3)
    assert [round(answer.gap(each), 2) for each in answer.places] == [27.04, -12.96, -12.96, -29.63]


def test_ratios_that_only_print_alike_are_told_apart(tmp_path: Path) -> None:
    board, start_rate = opened(
        tmp_path, rows("大坪镇", 33333, 100000), rows("永安镇", 1, 3), rows("前沟乡", 1, 2)
    )
    answer = townships(board, "2023-04", start_rate, "990101")
    assert [(each.name, each.rank, each.alike) for each in answer.places] == [
        ("前沟乡", 1, False),
        ("永安镇", 2, True),
        ("大坪镇", 3, True),
    ]


def test_a_township_without_a_task_and_rows_without_a_township_are_listed_apart(
    tmp_path: Path,
) -> None:
    board, start_rate = opened(
        tmp_path, rows("大坪镇", 0, 5), rows("永安镇", 0, 0), rows("未填", 2, 3)
    )
    answer = townships(board, "2023-04", start_rate, "990101")
    assert [(each.name, each.value, each.rank) for each in answer.places] == [("大坪镇", 0.0, 1)]
    assert [each.name for each in answer.idle] == ["永安镇"]
    assert answer.unnamed
    assert (answer.unnamed.numerator, answer.unnamed.denominator) == (Decimal(2), Decimal(3))
    assert answer.spread is None


def test_places_gained_are_against_last_months_ranking(tmp_path: Path) -> None:
    board, start_rate = opened(
        tmp_path,
        rows("大坪镇", 1, 10, "2023-03"),
        rows("永安镇", 5, 10, "2023-03"),
        rows("后沟乡", 9, 10, "2023-03"),  # not there in April
        rows("大坪镇", 9, 10),
        rows("永安镇", 5, 10),
        rows("前沟乡", 1, 10),
    )
    answer = townships(board, "2023-04", start_rate, "990101")
    assert [(each.name, each.rank, each.climbed) for each in answer.places] == [
        ("大坪镇", 1, 2),
        ("永安镇", 2, 0),
        ("前沟乡", 3, None),
    ]
    assert answer.idle == ()


def test_rows_that_name_no_township_are_no_ranking(tmp_path: Path) -> None:
    board, start_rate = opened(tmp_path, rows("未填", 2, 3))
    answer = townships(board, "2023-04", start_rate, "990101")
    assert (answer.reported, answer.named, answer.places) == (True, False, ())


def test_a_unit_without_a_ledger_has_not_reported(tmp_path: Path) -> None:
    board, start_rate = opened(tmp_path, rows("大坪镇", 1, 10, "2023-03"))
    answer = townships(board, "2023-04", start_rate, "990101")
    assert (answer.reported, answer.named, answer.unnamed) == (False, False, None)


def test_a_part_that_the_unit_never_gives_is_missing_and_not_zero(tmp_path: Path) -> None:
    board, start_rate = opened(tmp_path, rows("大坪镇", 0, 10)[1:])
    answer = townships(board, "2023-04", start_rate, "990101")
    assert (answer.reported, answer.places) == (False, ())


def test_less_is_better_where_the_indicator_says_so(tmp_path: Path) -> None:
    board, start_rate = opened(tmp_path, rows("大坪镇", 1, 10), rows("永安镇", 9, 10))
    lower = Indicator(
        **{name: getattr(start_rate, name) for name in start_rate.__dataclass_fields__}
        | {"better": "lower"}
    )
    answer = townships(board, "2023-04", lower, "990101")
    assert [each.name for each in answer.places] == ["大坪镇", "永安镇"]


def test_every_unit_is_ranked_by_itself(tmp_path: Path) -> None:
    board, start_rate = opened(
        tmp_path,
        rows("前沟乡", 1, 10),
        rows("前沟乡", 9, 10, code="990102"),
        rows("永安镇", 1, 2, code="990102"),
    )
    first, second = townships_by_unit(board, "2023-04", start_rate)
    assert [each.name for each in first.places] == ["前沟乡"]
    assert [each.name for each in second.places] == ["前沟乡", "永安镇"]
    assert second.places[0].value == pytest.approx(0.9)


@pytest.mark.parametrize(
    "indicator",
    [
        "start_rate", "start_rate_due", "completion_rate", "acceptance_rate", "investment_rate",
        "risk_elimination_rate", "measure_coverage",
    ],
)  # fmt: skip
def test_townships_add_up_to_their_unit_in_every_month(
    indicator: str, sample_home: Path, published_rows: Callable[..., list[Any]]
) -> None:
    board = open_board(sample_home)
    assert board
    own = {
        (period, unit_code): (numerator, denominator)
        for period, unit_code, numerator, denominator in published_rows(
            sample_home,
            "SELECT period, unit_code, numerator, denominator FROM standings WHERE indicator = ?"
            " AND level = 'all' AND numerator_source = 'ledger' AND denominator_source = 'ledger'"
            " AND unit_code <> 'city'",
            indicator,
        )
    }
    seen = 0
    for period in board.periods:
        for each in townships_by_unit(board, period, board.indicators[indicator]):
            assert each.reported == ((period, each.unit_code) in own)
            if not each.reported:
                continue
            parts = [
                *(place.sums for place in each.places),
                *each.idle,
                *([each.unnamed] if each.unnamed else []),
            ]
            assert own[period, each.unit_code] == (
                sum(part.numerator or 0 for part in parts),
                sum(part.denominator or 0 for part in parts),
            )
            seen += 1
    assert seen > 300
