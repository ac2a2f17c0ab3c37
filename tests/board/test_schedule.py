"""The way to the next milestone from literal standings: every case worked by hand."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from board.overview import field
from board.schedule import Distance, Schedule, schedule
from board.schedule_sentences import (
    how_it_is_reckoned,
    in_time,
    met_on,
    no_milestone,
    schedule_finding,
    who_has_no_way,
)
from board.store import Board, open_board
from tests.board.published import Row, publish, standing, unit
from wording import Words

ZH, EN = Words("zh"), Words("en")
A, B, C, D = "990121", "990122", "990123", "990199"
UNITS = [
    unit(A, "云溪县", "Yunxi"),
    unit(B, "东岭县", "Dongling"),
    unit(C, "石坪县", "Shiping"),
    unit(D, "市本级", "City level", ranked=False),
]
NEXT: Row = {"next_milestone": 0.5, "next_due": date(2023, 6, 30)}


def these(*values: Any) -> tuple[Any, ...]:
    """Figures of several kinds, to be compared with whole numbers."""
    return values


def opened(home: Path, *standings: Row, **tables: list[Row]) -> Board:
    found = open_board(publish(home, units=UNITS, standings=list(standings), **tables))
    assert found is not None
    return found


def asked(board: Board, indicator: str = "spend_rate", period: str = "2023-04") -> Schedule:
    found = schedule(field(board, period, board.indicators[indicator], "all"))
    assert found is not None
    return found


def alone(home: Path, *standings: Row, **asking: str) -> Distance:
    """The way of the only unit there is."""
    [found] = asked(opened(home, *standings), **asking).rows
    return found


def test_per_month_and_per_week_until_the_due_day(tmp_path: Path) -> None:
    before = standing(A, 180_000, 1_000_000, period="2023-01")
    found = alone(tmp_path, before, standing(A, 330_000, 1_000_000, rank=1, **NEXT))
    # 50 万元 less 33 are 17; May and June are two months and 61 days; 15 came in three months.
    assert these(found.missing, found.per_month, found.pace) == (170_000, 85_000, 50_000)
    assert round(found.per_week, 2) == Decimal("19508.20")
    # 3.4 months at 5 a month: three to 31 July, and 12.4 days of August.
    assert (found.met_on, found.in_time, found.light) == (date(2023, 8, 13), False, "red")
    assert found.by_due == pytest.approx(0.43)
    assert (met_on(found, ZH), in_time(found, ZH)) == ("约8月13日", "到期不能达到")


def test_who_does_what_is_asked_per_month_is_in_time(tmp_path: Path) -> None:
    # February has 28 days: a month is the calendar's, and 10 a month are just enough.
    row = standing(A, 10, 100, period="2023-01", rank=1)
    due: Row = {"next_milestone": 0.2, "next_due": date(2023, 2, 28)}
    found = alone(tmp_path, row | due, period="2023-01")
    assert these(found.per_month, found.pace, found.pace_months) == (10, 10, 1)
    assert (found.met_on, found.in_time) == (date(2023, 2, 28), True)


def test_a_due_day_within_a_month_counts_that_part_of_it(tmp_path: Path) -> None:
    before = standing(A, 0, 300, period="2023-01")
    due: Row = {"next_milestone": 0.5, "next_due": date(2023, 6, 10)}
    found = alone(tmp_path, before, standing(A, 90, 300, rank=1, **due))
    # 60 more in May and a third of June: 45 a month; at 30 a month it takes to the end of June.
    assert these(found.missing, found.per_month) == (60, 45)
    assert (found.met_on, found.in_time) == (date(2023, 6, 30), False)


def test_within_less_than_a_month_or_week_all_of_it_is_asked(tmp_path: Path) -> None:
    due: Row = {"next_milestone": 0.5, "next_due": date(2023, 5, 3)}
    found = alone(tmp_path, standing(A, 40, 100, rank=1, **due))
    assert these(found.missing, found.per_month, found.per_week) == (10, 10, 10)


def test_counts_are_whole_and_rounded_up(tmp_path: Path) -> None:
    row = standing(A, 5, 19, indicator="start_rate", rank=1, **NEXT)
    found = alone(tmp_path, row, indicator="start_rate")
    # 9.5 projects are ten, five more: three a month, one a week; 1.25 came a month.
    assert these(found.missing, found.per_month, found.per_week) == (5, 3, 1)
    assert these(found.pace, found.pace_months) == (Decimal("1.25"), 4)


def test_a_milestone_is_reached_by_the_exact_number(tmp_path: Path) -> None:
    exact = standing(A, 50, 100, rank=1, **NEXT)
    short = standing(B, Decimal("49.99"), 100, rank=2, **NEXT)
    found = asked(opened(tmp_path, exact, short))
    assert [each.standing.unit_code for each in found.reached] == [A]
    [behind] = found.behind
    assert behind.missing == Decimal("0.01")
    reached = found.reached[0]
    assert these(reached.missing, reached.per_week, reached.met_on, reached.light) == (
        0, 0, None, "green",
    )  # fmt: skip
    assert (met_on(reached, ZH), in_time(reached, EN)) == ("已达到", "already there")


def test_a_stock_without_earlier_months_has_no_known_pace(tmp_path: Path) -> None:
    row = standing(A, 10, 100, indicator="risk_elimination_rate", rank=1, **NEXT)
    board = opened(tmp_path, row)
    found = asked(board, "risk_elimination_rate")
    [behind] = found.behind
    assert (behind.pace, behind.by_due, behind.light, found.late) == (None, None, "grey", 0)
    assert (met_on(behind, ZH), in_time(behind, ZH)) == ("进度未知", "进度未知")
    assert "1个单位的进度还不知道" in schedule_finding(found, "persons", ZH)


def test_past_the_end_of_the_year_is_said_in_words(tmp_path: Path) -> None:
    before = standing(A, 10, 1000, period="2023-01")
    found = alone(tmp_path, before, standing(A, 40, 1000, rank=1, **NEXT))
    assert found.pace == 10
    assert (found.met_on, met_on(found, ZH)) == (None, "年内难达到")
    due: Row = {"next_milestone": 0.12, "next_due": date(2023, 12, 31)}
    just = alone(tmp_path, before, standing(A, 40, 1000, rank=1, **due))
    assert just.met_on == date(2023, 12, 31)


def test_a_fall_is_no_progress(tmp_path: Path) -> None:
    before = standing(A, 50, 1000, period="2023-01")
    found = alone(tmp_path, before, standing(A, 40, 1000, rank=1, **NEXT))
    assert (met_on(found, ZH), found.light) == ("没有进展", "red")
    assert found.by_due == pytest.approx((40 - 2 * 10 / 3) / 1000)


def test_nobody_is_taken_past_the_whole(tmp_path: Path) -> None:
    before = standing(A, 0, 100, period="2023-01")
    found = alone(tmp_path, before, standing(A, 75, 100, rank=1, **NEXT))
    assert found.by_due == 1.0
    over = alone(tmp_path, before, standing(A, 120, 100, rank=1, **NEXT))
    assert over.by_due == 1.2


def test_where_lower_is_better_what_is_missing_is_too_much(tmp_path: Path) -> None:
    indicator: Row = {
        "indicator": "idle_rate", "name_zh": "闲置率", "name_en": "Idle rate",
        "numerator": "idle", "denominator": "assets", "quantity": "projects", "better": "lower",
    }  # fmt: skip
    before = standing(A, 40, 100, period="2023-01", indicator="idle_rate")
    due: Row = {"next_milestone": 0.1, "next_due": date(2023, 6, 30)}
    row = standing(A, 28, 100, indicator="idle_rate", rank=1, **due)
    board = opened(tmp_path, before, row, indicators=[indicator])
    [found] = asked(board, "idle_rate").behind
    assert these(found.missing, found.pace, found.by_due) == (18, 4, 0.2)


def everyone(home: Path, **more: Any) -> Board:
    own: Row = {"next_milestone": 0.4, "next_due": date(2023, 5, 20)}
    rows = [
        standing(A, 60, 100, rank=1, **NEXT),
        standing(B, 30, 100, rank=2, **own),
        standing(C, None, None, **NEXT),
        standing(D, 10, 100, ranked=False, **NEXT),
        standing("city", 100, 300, units_missing=1, **NEXT),
    ]
    return opened(home, *rows, **more)


def test_units_with_their_own_milestones_and_those_without_a_rank(tmp_path: Path) -> None:
    board = everyone(tmp_path)
    answer = field(board, "2023-04", board.indicators["spend_rate"], "all")
    found = schedule(answer)
    assert found is not None
    assert [these(each.standing.unit_code, each.due, each.missing) for each in found.rows] == [
        (B, date(2023, 5, 20), 10),
        (A, date(2023, 6, 30), 0),
    ]
    assert [each.standing.unit_code for each in found.apart] == [D]
    assert found.city is not None
    assert found.city.missing == 50
    assert who_has_no_way(found, answer, ZH) == ["未报送：石坪县。"]
    # 25 a month since 1 January: two months to come bring exactly what is missing.
    assert schedule_finding(found, "money", ZH) == (
        "6月30日须达到50%，全市还差0.01万元，按此进度，1个单位到期不能达到"
    )
    assert "全市合计缺1个单位" in how_it_is_reckoned(found, "支出 ÷ 下达", ZH)


def test_units_alone_may_have_a_milestone_ahead(tmp_path: Path) -> None:
    rows = [standing(A, 10, 100, rank=1, **NEXT), standing(B, 5, 100, rank=2)]
    board = opened(tmp_path, *rows, standing("city", 15, 200))
    answer = field(board, "2023-04", board.indicators["spend_rate"], "all")
    found = schedule(answer)
    assert found is not None
    assert (found.due, found.city, len(found.behind)) == (None, None, 1)
    assert "全市没有下一节点" in schedule_finding(found, "money", ZH)
    assert who_has_no_way(found, answer, ZH) == ["今年没有待达的节点：东岭县。"]


def test_a_year_whose_milestones_are_over_and_one_without_any(tmp_path: Path) -> None:
    passed: Row = {"milestone": 0.85, "milestone_due": date(2023, 9, 30)}
    board = opened(tmp_path, standing("city", 90, 100, **passed))
    answer = field(board, "2023-04", board.indicators["spend_rate"], "all")
    assert schedule(answer) is None
    assert no_milestone(answer, ZH)[0] == "资金支出率：今年的节点都已到期"
    none = field(board, "2023-04", board.indicators["start_rate"], "all")
    assert no_milestone(none, ZH)[0] == "项目开工率没有设定节点"


def test_the_citys_pace_is_that_of_the_units_that_have_both_months(tmp_path: Path) -> None:
    rows = [
        # A gained 30; B was blank in January, C is blank now; the city level gained 15.
        standing(A, 30, 100, period="2023-01"),
        standing(B, None, None, period="2023-01"),
        standing(C, 40, 100, period="2023-01"),
        standing(D, 5, 100, period="2023-01", ranked=False),
        standing("city", 75, 300, period="2023-01"),
        standing(A, 60, 200, rank=1, **NEXT),
        standing(B, 44, 200, rank=2, **NEXT),
        standing(C, None, None, **NEXT),
        standing(D, 20, 100, ranked=False, **NEXT),
        standing("city", 124, 500, units_missing=1, **NEXT),
    ]
    answer = field(
        board := opened(tmp_path, *rows), "2023-04", board.indicators["spend_rate"], "all"
    )
    found = schedule(answer)
    assert found is not None
    assert found.city is not None
    # Not (124 − 75) ÷ 3: that is A, B's whole and what C had.
    assert these(found.city.pace, found.city.pace_months) == (15, 3)
    assert [each.standing.unit_code for each in found.behind if each.pace_months == 4] == [B]
    assert who_has_no_way(found, answer, ZH) == [
        "缺2023年1月的数，不计入全市月均：东岭县。",
        "未报送：石坪县。",
    ]
