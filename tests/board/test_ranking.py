"""Places, improvement, groups and history from literal standings."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from board.history import history
from board.ranking import Group, groups, improvements, ranking
from board.store import Board, open_board
from tests.board.published import milestone, publish, standing, unit

UNITS = [
    unit("990101", "云溪县", "Yunxi", unit_group="县"),
    unit("990102", "东岭县", "Dongling", unit_group="县", key_county=True),
    unit("990103", "北原区", "Beiyuan", unit_group="区"),
    unit("990104", "南泽市", "Nanze", unit_group="县"),
    unit("990105", "市本级", "City level", ranked=False),
]
MARCH = [
    standing("990101", 30, 100, "2023-03", rank=1),
    standing("990102", 10, 100, "2023-03", rank=3),
    standing("990103", 20, 100, "2023-03", rank=2),
]
APRIL = [
    standing("990102", 20, 100, rank=2, tied=True, previous_rank=3, light="red"),
    standing("990101", 40, 100, rank=1, previous_rank=1, light="green"),
    standing("990103", 40, 200, rank=2, tied=True, previous_rank=2, light="red"),
    standing("990104", None, None),
    standing("990105", 5, 10, ranked=False),
    standing("city", 105, 410, units_missing=1, province=0.25, **milestone(0.3, 4, 30)),
]


@pytest.fixture
def board(tmp_path: Path) -> Board:
    found = open_board(publish(tmp_path, units=UNITS, standings=MARCH + APRIL))
    assert found
    return found


def test_places_come_best_first_and_a_tie_by_code(board: Board) -> None:
    answer = ranking(board, "2023-04", "spend_rate", "all")
    assert [(place.name, place.rank, place.tied) for place in answer.places] == [
        ("云溪县", 1, False),
        ("东岭县", 2, True),
        ("北原区", 2, True),
    ]


def test_the_city_stands_apart_and_brings_the_lines_to_reach(board: Board) -> None:
    answer = ranking(board, "2023-04", "spend_rate", "all")
    assert answer.city is not None
    assert (answer.city.numerator, answer.city.units_missing) == (Decimal(105), 1)
    assert (answer.milestone, answer.province) == (0.3, 0.25)


def test_units_without_a_rank_keep_their_reason(board: Board) -> None:
    answer = ranking(board, "2023-04", "spend_rate", "all")
    assert [(place.name, place.reason, place.value) for place in answer.unranked] == [
        ("南泽市", "not_reported", None),
        ("市本级", None, 0.5),
    ]


def test_a_trail_has_twelve_months_and_gaps_where_nothing_is_known(board: Board) -> None:
    first = ranking(board, "2023-04", "spend_rate", "all").places[0]
    assert first.trail == (*[None] * 10, 0.3, 0.4)


def test_places_gained_need_a_rank_in_both_months(board: Board) -> None:
    answer = ranking(board, "2023-04", "spend_rate", "all")
    assert [place.climbed for place in answer.places] == [0, 1, 0]
    assert [place.climbed for place in answer.unranked] == [None, None]


def test_improvement_ranks_the_exact_change(board: Board) -> None:
    steps = improvements(ranking(board, "2023-04", "spend_rate", "all"))
    assert [(step.place.name, step.rank, step.tied, step.points) for step in steps] == [
        ("云溪县", 1, True, 10.0),
        ("东岭县", 1, True, 10.0),
        ("北原区", 3, False, 0.0),
    ]
    assert steps[0].place.improvement == Fraction(1, 10)


def test_the_first_month_has_no_improvement(board: Board) -> None:
    assert improvements(ranking(board, "2023-03", "spend_rate", "all")) == ()


def test_a_group_is_a_sum_over_a_sum_of_the_units_with_both_parts(board: Board) -> None:
    county, zone, key = groups(ranking(board, "2023-04", "spend_rate", "all"))
    assert (county.name, county.numerator, county.denominator) == ("县", Decimal(60), Decimal(200))
    assert county.value == pytest.approx(0.3)
    assert _names(county) == (["云溪县", "东岭县"], ["南泽市"])
    assert zone.name == "区"
    assert zone.value == pytest.approx(0.2)
    assert key.name is None
    assert _names(key) == (["东岭县"], [])


def test_key_counties_that_are_a_group_already_are_not_said_twice(tmp_path: Path) -> None:
    units = [
        unit("990101", "云溪县", unit_group="重点", key_county=True),
        unit("990102", "东岭县", unit_group="其他"),
    ]
    rows = [standing("990101", 1, 2, rank=1), standing("990102", 1, 4, rank=2)]
    found = open_board(publish(tmp_path, units=units, standings=rows))
    assert found
    answer = ranking(found, "2023-04", "spend_rate", "all")
    assert [group.name for group in groups(answer)] == ["重点", "其他"]


def test_an_unknown_month_is_an_empty_ranking(board: Board) -> None:
    answer = ranking(board, "1999-01", "spend_rate", "all")
    assert (answer.places, answer.unranked, answer.city) == ((), (), None)
    assert groups(answer) == ()


def test_history_has_a_cell_for_every_month_and_the_best_line_first(tmp_path: Path) -> None:
    rows = [
        standing("990102", 1, 2, "2023-01", rank=1),
        standing("990101", 3, 4, "2023-03", rank=1),
        standing("990102", 1, 4, "2023-03", rank=2),
    ]
    found = open_board(publish(tmp_path, units=UNITS, standings=rows))
    assert found
    answer = history(found, "2022-01", "2023-03", "spend_rate", "all")
    assert answer.months == ("2023-01", "2023-02", "2023-03")
    assert [line.name for line in answer.lines] == ["云溪县", "东岭县"]
    first, second = answer.lines
    assert [cell and cell.rank for cell in first.cells] == [None, None, 1]
    assert [cell and cell.rank for cell in second.cells] == [1, None, 2]


def test_a_unit_that_lost_its_rank_ends_the_history(tmp_path: Path) -> None:
    rows = [
        standing("990101", 3, 4, "2023-03", rank=1),
        standing("990101", None, None, "2023-04"),
        standing("990102", 1, 4, "2023-04", rank=1),
    ]
    found = open_board(publish(tmp_path, units=UNITS, standings=rows))
    assert found
    answer = history(found, "2023-01", "2023-04", "spend_rate", "all")
    assert [line.name for line in answer.lines] == ["东岭县", "云溪县"]


def _names(group: Group) -> tuple[list[str], list[str]]:
    return [place.name for place in group.members], [place.name for place in group.missing]
