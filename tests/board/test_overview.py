"""Literal standings in, the overview's answers out."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from board.overview import Field, field, headlines, safety_net_persons, year_line
from board.reporting import Tally, reporting
from board.schedule import Schedule, schedule
from board.schedule_sentences import expected, schedule_title, schedule_under
from board.sentences import field_title, sentence, tally, verdict
from board.store import Board, open_board
from tests.board.published import Row, milestone, publish, standing, unit
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


def place(code: str, spent: int | None, rank: int | None, **more: Any) -> Row:
    """A unit's spend rate of 100 万元 in April 2023, measured against 30 % and 36.20 %."""
    value = None if spent is None else spent / 1_000_000
    gap = None if value is None else (value - 0.362) * 100
    row = milestone(0.3, 4, 30, value) | {"province": 0.362, "gap_province": gap} | NEXT
    return standing(code, spent, 1_000_000, rank=rank, **(row | more))


@pytest.fixture
def board(tmp_path: Path) -> Board:
    return opened(
        tmp_path,
        units=UNITS,
        standings=[
            standing(A, 14_000, 1_000_000, period="2023-01"),
            standing("city", 500_000, 3_000_000, period="2023-01"),
            place(A, 614_000, 1, light="green"),
            place(B, 330_000, 2, light="yellow"),
            place(C, 174_200, 3, light="red", streak=3),
            place(D, None, None),
            place("city", 1_118_200, None, denominator=3_000_000, value=0.372733, light="green")
            | {"gap_milestone": 7.2733, "gap_province": 1.0733, "previous_value": 0.30},
        ],
        benchmarks=[
            {"period": "2023-04", "indicator": "spend_rate", "province": 0.362}
            | {"rank": 3, "of": 14}
        ],
    )


def opened(home: Path, **tables: list[Row]) -> Board:
    found = open_board(publish(home, **tables))
    assert found is not None
    return found


def asked(board: Board, level: str = "all", period: str = "2023-04") -> Field:
    return field(board, period, board.indicators["spend_rate"], level)


def ahead(board: Board) -> Schedule:
    found = schedule(asked(board))
    assert found is not None
    return found


def test_the_three_rates_of_the_cards_in_their_order(board: Board) -> None:
    assert [rate.code for rate in headlines(board)] == (
        ["start_rate", "spend_rate", "risk_elimination_rate"]
    )


def test_a_field_is_ranked_units_then_the_rest_and_the_city(board: Board) -> None:
    answer = asked(board)
    assert [each.unit_code for each in answer.ranked] == [A, B, C]
    assert [(each.unit_code, each.reason) for each in answer.unranked] == [(D, "not_reported")]
    assert answer.city is not None
    assert (answer.city.value, answer.city.province_rank, answer.city.province_of) == (
        (0.372733, 3, 14)
    )
    assert answer.change == pytest.approx(7.2733)
    assert [each.value for each in year_line(board, answer)] == [pytest.approx(1 / 6), 0.372733]


def test_an_indicator_not_split_by_level_shows_all_levels(board: Board) -> None:
    start = board.indicators["start_rate"]
    assert field(board, "2023-04", start, "central").level == "all"
    assert asked(board, "central").level == "central"


def test_january_is_no_fall_for_what_starts_again(tmp_path: Path) -> None:
    row = standing("city", 1, 100, period="2023-01", previous_value=0.98)
    people = row | {"indicator": "risk_elimination_rate"}
    board = opened(tmp_path, units=UNITS, standings=[row, people])
    assert asked(board, period="2023-01").change is None
    stock = field(board, "2023-01", board.indicators["risk_elimination_rate"], "all")
    assert stock.change == pytest.approx(-97)


def test_the_way_to_the_next_milestone(board: Board) -> None:
    found = ahead(board)
    assert (found.due, found.at_least, found.late) == (date(2023, 6, 30), 0.5, 2)
    assert [each.standing.unit_code for each in found.reached] == [A]
    # Half of 300 万元 less 111.82 is 38.18, over two months; the pace is (61.4 - 1.4) / 3 a month,
    # of the one county that has January.
    assert found.city is not None
    assert (found.city.missing, found.city.per_month) == (Decimal(381_800), Decimal(190_900))
    assert found.city.pace == 200_000
    assert found.city.in_time
    # Without January in the books the pace is the year's: 17.42 in four months.
    worst, second = found.behind
    assert (worst.standing.unit_code, worst.missing) == (C, Decimal(325_800))
    # 32.58 at 4.355 a month are 7.481 months: seven to 30 November, then 14.91 days.
    assert worst.pace == Decimal(43_550)
    assert (worst.met_on, worst.in_time) == (date(2023, 12, 15), False)
    assert (second.standing.unit_code, second.missing) == (B, Decimal(170_000))
    assert expected(worst, ZH) == "12月中旬"
    assert expected(worst, EN) == "mid Dec"


def test_counts_are_rounded_up_to_whole_projects(tmp_path: Path) -> None:
    row = standing(A, 5, 9, indicator="start_rate", rank=1, **NEXT)
    city = row | {"unit_code": "city", "rank": None, "next_milestone": 0.8}
    board = opened(tmp_path, units=UNITS, standings=[row | {"next_milestone": 0.8}, city])
    found = schedule(field(board, "2023-04", board.indicators["start_rate"], "all"))
    assert found is not None
    assert found.city is not None
    assert (found.city.missing, found.city.per_month) == (Decimal(3), Decimal(2))


def test_no_progress_never_gets_there(tmp_path: Path) -> None:
    before = standing(A, 100, 1000, period="2023-01")
    row = standing(A, 100, 1000, rank=1, **NEXT)
    city = standing("city", 100, 1000, **NEXT)
    board = opened(tmp_path, units=UNITS, standings=[before, row, city])
    [behind] = ahead(board).behind
    assert (behind.pace, behind.met_on) == (Decimal(0), None)
    assert expected(behind, ZH) == "没有进展"


def test_without_a_milestone_there_is_no_schedule(tmp_path: Path) -> None:
    board = opened(tmp_path, units=UNITS, standings=[standing(A, 1, 2, rank=1)])
    assert schedule(asked(board)) is None


def test_sentences(board: Board) -> None:
    answer = asked(board)
    assert tally(answer, ZH) == "资金支出率：2个单位达到4月节点，1个未达"
    assert (
        field_title(answer, ZH)
        == "云溪县领先（61.40%），石坪县居末（17.42%）、落后节点12.58个百分点"
    )
    assert sentence(answer, ZH) == (
        "云溪县领先（61.40%），石坪县居末（17.42%），全市高于全省1.07个百分点，超4月节点7.27个百分点。"
    )
    assert sentence(answer, EN) == (
        "Yunxi leads (61.40%), Shiping is last (17.42%), the city is 1.07 pp above the province, "
        "7.27 pp above the Apr milestone."
    )
    assert [verdict(each, ZH) for each in answer.ranked] == ["达到节点", "低于全省", "落后节点"]
    found = ahead(board)
    assert schedule_title(found, "money", ZH) == "下一节点：6月30日达到50%，全市还差38.18万元"
    assert schedule_under(found, "money", ZH) == (
        "全市每月需19.09万元，近3个月月均20.00万元 · 按此进度，2个单位到期不能达到"
    )


def test_ties_are_said(tmp_path: Path) -> None:
    rows = [standing(A, 1, 2, rank=1, tied=True), standing(B, 2, 4, rank=1, tied=True)]
    answer = asked(opened(tmp_path, units=UNITS, standings=rows))
    assert field_title(answer, ZH) == "云溪县、东岭县并列第一（50.00%）"
    assert tally(answer, ZH) == "资金支出率：2个单位有数据"


def test_who_did_not_report_does_not_meet_the_milestone(tmp_path: Path) -> None:
    meets: dict[str, Any] = {
        "milestone": 0.3,
        "milestone_due": date(2023, 4, 30),
        "gap_milestone": 20.0,
    }
    rows = [standing(A, 1, 2, rank=1, **meets), standing(B, None, None)]
    rows.append(standing("city", 1, 2, **meets))
    answer = asked(opened(tmp_path, units=UNITS, standings=rows))
    assert tally(answer, ZH) == "资金支出率：1个单位达到4月节点，1个没有数据"


def test_the_pace_of_a_first_report_is_measured_from_january(tmp_path: Path) -> None:
    rows = [standing(A, 40, 100, rank=1, **NEXT), standing("city", 40, 100, **NEXT)]
    found = schedule(asked(opened(tmp_path, units=UNITS, standings=rows)))
    assert found is not None
    assert (found.pace_months, found.behind[0].pace) == (4, Decimal(10))


def test_a_month_without_data_says_so(tmp_path: Path) -> None:
    answer = asked(opened(tmp_path, units=UNITS, standings=[standing(A, None, None)]))
    assert sentence(answer, ZH) == "本月没有数据。"
    assert field_title(answer, ZH) == "本月没有可排名的单位"
    assert verdict(answer.unranked[0], ZH) == "未报送"


def test_the_safety_net_is_the_ledgers_sum_over_units(tmp_path: Path) -> None:
    count = {"period": "2023-04", "measure": "persons_no_labour"}
    facts = [
        count | {"unit_code": A, "value": 20},
        count | {"unit_code": B, "value": 3},
        count | {"unit_code": B, "value": 3, "dimension": "monitor_type", "member": "边缘易致贫户"},
        count | {"unit_code": B, "value": 9, "period": "2023-03"},
    ]
    board = opened(tmp_path, facts=facts)
    assert safety_net_persons(board, "2023-04") == Decimal(23)
    assert safety_net_persons(board, "2023-02") is None


def test_who_owes_what(tmp_path: Path) -> None:
    sent = [("funds", "2023-03", A), ("funds", "2023-04", A), ("funds", "2023-03", B)]
    sent += [("projects", "2022-01", A)]  # more than a year ago: no longer expected
    board = opened(
        tmp_path,
        units=UNITS,
        coverage=[dict(zip(("dataset", "period", "unit_code"), row, strict=True)) for row in sent],
    )
    state = reporting(board, "2023-04")
    assert (state.sent, state.expected, state.cut_off) == (1, 3, date(2023, 5, 12))
    assert state.tallies == (Tally("funds", 1, 2),)
    assert [(each.unit.code, each.datasets, each.last_period) for each in state.silent] == [
        (B, ("funds",), "2023-03"),
        (C, (), None),
    ]


def test_the_cut_off_is_a_setting(tmp_path: Path) -> None:
    board = opened(tmp_path, settings=[{"name": "reporting.cut_off_day", "value": "5"}])
    assert reporting(board, "2023-12").cut_off == date(2024, 1, 5)
