"""A unit's portrait, parts and course from literal rows."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from board.course import Milestone, course
from board.parts import Part, Parts, Sum, parts
from board.store import Board, open_board
from board.unit import portrait
from tests.board.published import Row, publish, standing, unit

UNITS = [unit("990101", "云溪县", "Yunxi"), unit("990102", "东岭县", "Dongling")]


def published(home: Path, **tables: list[Row]) -> Board:
    board = open_board(publish(home, units=UNITS, **tables))
    assert board
    return board


def fact(measure: str, value: float, **more: object) -> Row:
    return {"period": "2023-04", "unit_code": "990101", "measure": measure, "value": value} | more


def target(month: int, day: int, at_least: float, **more: object) -> Row:
    return {
        "indicator": "spend_rate", "due_month": month, "due_day": day, "at_least": at_least
    } | more  # fmt: skip


def test_a_portrait_has_every_indicator_in_order(tmp_path: Path) -> None:
    rows = [
        standing("990101", 3, 4, rank=1, previous_value=0.5, light="green", streak=2),
        standing("990102", 1, 4, rank=2),
        standing("990101", 1, 2, "2023-03"),
    ]
    answer = portrait(published(tmp_path, standings=rows), "990101", "2023-04")
    start, spend, risk = answer.readings
    assert [start.indicator, spend.indicator, risk.indicator] == [
        "start_rate",
        "spend_rate",
        "risk_elimination_rate",
    ]
    assert (spend.value, spend.rank, spend.ranked_units, spend.change) == (0.75, 1, 2, 25.0)
    assert spend.trail == (*[None] * 10, 0.5, 0.75)
    assert (start.value, start.light, start.change) == (None, "grey", None)
    assert answer.reported


def test_what_starts_again_in_january_has_not_changed_since_december(tmp_path: Path) -> None:
    rows = [
        standing("990101", 1, 4, "2023-01", indicator=code, previous_value=0.5)
        for code in ("spend_rate", "risk_elimination_rate")
    ]
    answer = portrait(published(tmp_path, standings=rows), "990101", "2023-01")
    changes = {each.indicator: each.change for each in answer.readings}
    assert (changes["spend_rate"], changes["risk_elimination_rate"]) == (None, -25.0)


def test_a_silent_unit_owes_what_it_used_to_send(tmp_path: Path) -> None:
    coverage = [
        {"dataset": "funds", "period": "2023-03", "unit_code": "990101"},
        {"dataset": "funds", "period": "2023-04", "unit_code": "990102"},
    ]
    rows = [standing("990101", None, None)]
    board = published(tmp_path, standings=rows, coverage=coverage)
    answer = portrait(board, "990101", "2023-04")
    assert not answer.reported
    assert answer.silence is not None
    assert (answer.silence.datasets, answer.silence.last_period) == (("funds",), "2023-03")
    assert portrait(board, "990102", "2023-04").silence is None


def test_a_ledger_is_taken_before_a_report(tmp_path: Path) -> None:
    facts = [
        fact("spent", 10, fund_level="central"),
        fact("spent", 5, fund_level="county"),
        fact("spent", 99, source="report"),
        fact("approved", 7, source="report"),
    ]
    answer = parts(published(tmp_path, facts=facts), "990101", "2023-04")
    assert answer.total("spent") == Decimal(15)
    assert answer.total("approved") == Decimal(7)
    assert answer.total("arrived") is None


def test_levels_and_members_come_in_the_order_of_their_lists(tmp_path: Path) -> None:
    facts = [
        fact("spent", 1, fund_level="county"),
        fact("allocated", 4, fund_level="county"),
        fact("allocated", 9, fund_level="central"),
        fact("allocated", 4, fund_level="county", dimension="category", member="其他"),
        fact("allocated", 9, fund_level="central", dimension="category", member="产业发展"),
    ]
    codes: list[Row] = [
        {"list": "fund_level", "code": "central", "name_zh": "中央", "name_en": "C"},
        {
            "list": "fund_level", "code": "county", "name_zh": "县级", "name_en": "D",
            "sort_order": 1,
        },
        {"list": "category", "code": "产业发展", "name_zh": "产业", "name_en": "I"},
        {"list": "category", "code": "其他", "name_zh": "其他", "name_en": "O", "sort_order": 1},
    ]  # fmt: skip
    answer = parts(published(tmp_path, facts=facts, codes=codes), "990101", "2023-04")
    assert answer.by_level("spent", "allocated") == (
        Part("central", (None, Decimal(9))),
        Part("county", (Decimal(1), Decimal(4))),
    )
    assert answer.by("category", "allocated") == (
        Part("产业发展", (Decimal(9),)),
        Part("其他", (Decimal(4),)),
    )


def test_a_figure_for_all_levels_counts_before_their_sum() -> None:
    answer = Parts(
        (
            Sum("allocated", "all", "", "", Decimal(100)),
            Sum("allocated", "central", "", "", Decimal(60)),
        )
    )
    assert answer.total("allocated") == Decimal(100)
    assert answer.by_level("allocated") == (Part("central", (Decimal(60),)),)


def test_a_course_stands_beside_city_and_province(tmp_path: Path) -> None:
    rows = [
        standing("990101", 1, 4, "2023-01", light="red", gap_province=-5.0),
        standing("city", 1, 2, "2023-01", province=0.3),
        standing("city", 1, 2, "2023-02"),
        standing("city", 1, 2, "2023-03"),
    ]
    answer = course(published(tmp_path, standings=rows), "990101", "2023-02", "spend_rate", "all")
    first, second = answer.points
    assert (first.value, first.light, first.city, first.province) == (0.25, "red", 0.5, 0.3)
    assert (second.period, second.value, second.city) == ("2023-02", None, 0.5)
    assert answer.yearly


def test_a_guide_joins_new_year_and_the_milestones(tmp_path: Path) -> None:
    board = published(
        tmp_path,
        standings=[standing("city", 1, 2, "2023-01")],
        targets=[target(6, 31, 0.5), target(4, 30, 0.3)],
    )
    answer = course(board, "990101", "2023-01", "spend_rate", "all")
    assert answer.guide(2023) == (
        Milestone(date(2023, 1, 1), 0.0),
        Milestone(date(2023, 4, 30), 0.3),
        Milestone(date(2023, 6, 30), 0.5),
    )
    assert answer.guide(2022) == ()


def test_a_share_to_be_kept_from_new_year_has_no_guide(tmp_path: Path) -> None:
    board = published(
        tmp_path, standings=[standing("city", 1, 2, "2023-01")], targets=[target(1, 1, 0.6)]
    )
    answer = course(board, "990101", "2023-01", "spend_rate", "all")
    assert answer.milestones == (Milestone(date(2023, 1, 1), 0.6),)
    assert answer.guide(2023) == ()


@pytest.mark.parametrize(
    ("unit_code", "level", "at_least"),
    [("990101", "central", 0.4), ("990102", "central", 0.3), ("990102", "county", 0.2)],
)
def test_the_closest_series_of_targets_is_the_one(
    tmp_path: Path, unit_code: str, level: str, at_least: float
) -> None:
    board = published(
        tmp_path,
        standings=[standing("city", 1, 2, "2023-01", level=level)],
        targets=[
            target(4, 30, 0.2),
            target(4, 30, 0.3, fund_level="central"),
            target(5, 31, 0.4, unit_code="990101"),
        ],
    )
    answer = course(board, unit_code, "2023-01", "spend_rate", level)
    assert [stone.at_least for stone in answer.milestones] == [at_least]


def test_nothing_known_is_an_empty_course(tmp_path: Path) -> None:
    board = published(tmp_path, standings=[standing("990101", 1, 2)])
    answer = course(board, "990101", "2023-04", "spend_rate", "all")
    assert (answer.points, answer.milestones) == ((), ())
