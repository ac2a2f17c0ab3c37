"""The money: Σ ÷ Σ by each denominator, splits that add up, issues with their age, last year."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from board.behind import CITY
from board.course import Course, Point
from board.fund_issues import Issue, Issues, issues
from board.fund_readings import Readings, readings
from board.fund_sentences import (
    against_schedule,
    below_share,
    by_denominator,
    growth,
    key_share,
    left_out,
    lying_still,
    than_last_year,
    where_it_goes,
)
from board.fund_years import years
from board.funds import Money, Sum, added, grouped, key_counties, split, totals
from board.ranking import ranking
from board.store import Board, open_board
from tests.board.published import publish, standing, unit
from wording import Words

ZH, EN = Words("zh"), Words("en")
NO_ISSUES = Issues("2023-04", (), Issue("all", "", None, None, 0, *[None] * 6))
A, B, C = "990101", "990102", "990103"


def fact(
    code: str, level: str, measure: str, value: str, period: str = "2023-04", **more: Any
) -> dict:
    return {"period": period, "unit_code": code, "fund_level": level, "measure": measure,
            "value": Decimal(value), **more}  # fmt: skip


@pytest.fixture
def board(tmp_path: Path) -> Board:
    units = [unit(A, "甲县", key_county=True), unit(B, "乙县"), unit(C, "丙县")]
    facts = [
        fact(A, "central", "allocated", "100"), fact(A, "central", "arrived", "80"),
        fact(A, "central", "spent", "60"), fact(A, "county", "allocated", "100"),
        fact(A, "county", "arrived", "0"), fact(A, "county", "spent", "0"),
        # Of the central money 40 was issued on 10 April and 10 of it spent.
        fact(A, "central", "allocated", "40", dimension="issued_on", member="2023-04-10"),
        fact(A, "central", "spent", "10", dimension="issued_on", member="2023-04-10"),
        fact(A, "central", "allocated", "60", dimension="issued_on", member="2023-01-10"),
        fact(A, "central", "spent", "50", dimension="issued_on", member="2023-01-10"),
        # B has a report alone, not divided, without arrival; its ledger of last year divides.
        fact(B, "all", "allocated", "100", source="report"),
        fact(B, "all", "spent", "100", source="report"),
        # C says what was allocated and no more.
        fact(C, "central", "allocated", "50"),
        fact(A, "central", "allocated", "80", period="2022-04"),
        fact(B, "central", "allocated", "100", period="2022-04"),
        fact(A, "central", "allocated", "70", dimension="category", member="产业发展"),
        fact(A, "county", "allocated", "20", dimension="category", member="产业发展"),
        fact(A, "central", "spent", "55", dimension="category", member="产业发展"),
        fact(A, "central", "allocated", "30", dimension="category", member="其他"),
    ]  # fmt: skip
    home = publish(tmp_path, units=units, facts=facts)
    found = open_board(home)
    assert found
    return found


def test_each_denominator_is_summed_over_who_has_both_parts(board: Board) -> None:
    found = {each.unit_code: each for each in readings(board, "2023-04")}
    # A: 60 ÷ 200, 60 ÷ 80, (60 − 10) ÷ (200 − 40).
    assert found[A] == Readings(
        A, Fraction(60, 200), Fraction(60, 80), Fraction(50, 160), Decimal(40)
    )
    assert found[B] == Readings(B, Fraction(1), None, Fraction(1), Decimal(0))
    assert found[C] == Readings(C, None, None, None, Decimal(0))
    # The city: (60 + 100) ÷ (200 + 100), C left out; 60 ÷ 80; (50 + 100) ÷ (160 + 100).
    assert found[CITY] == Readings(
        CITY, Fraction(160, 300), Fraction(60, 80), Fraction(150, 260), Decimal(40)
    )


def test_a_split_adds_up_by_what_is_asked(board: Board) -> None:
    lines = split(board, "2023-04", "category")
    by_member = grouped(lines, lambda line: line.member)
    # Of 产业发展 70 say that 55 are spent, 20 say nothing of it.
    assert by_member == {
        "产业发展": Sum(Decimal(90), None, Decimal(55), Fraction(55, 70), Decimal(15), Decimal(20)),
        "其他": Sum(Decimal(30), None, None, None, None, Decimal(30)),
    }
    assert split(board, "2023-04", "category", B) == ()


def test_this_year_is_held_against_the_same_month_of_the_last(board: Board) -> None:
    answer = years(board, "2023-04")
    found = {each.fund_level: each for each in answer.lines}
    # C has this year alone and is in neither sum.
    assert (answer.only_now, answer.only_before) == ((C,), ())
    assert found["central"].now.allocated == 100
    assert found["central"].before.allocated == 180
    assert found["county"].growth is None  # nothing a year before
    assert found["all"].now.allocated == 300
    assert found["all"].growth == Fraction(300, 180) - 1
    assert left_out(answer, board, ZH) == ["上年同期没有数，两年都不计入：丙县。"]
    assert years(board, "2023-04", B).whole.now.allocated == 100


def test_who_gave_one_year_alone_is_no_growth(tmp_path: Path) -> None:
    units = [unit(A, "甲县"), unit(B, "乙县")]
    facts = [
        fact(A, "central", "allocated", "10"), fact(B, "central", "allocated", "20"),
        fact(A, "central", "allocated", "10", period="2022-04"),
    ]  # fmt: skip
    board = open_board(publish(tmp_path, units=units, facts=facts))
    assert board
    assert years(board, "2023-04").whole.growth == 0


def test_a_figure_of_all_levels_goes_before_their_sum(tmp_path: Path) -> None:
    report = {"source": "report"}
    facts = [
        fact(A, "all", "allocated", "1000", **report),
        fact(A, "central", "allocated", "600", **report),
        fact(A, "provincial", "allocated", "400", **report),
        fact(B, "all", "allocated", "2000", **report),
    ]  # fmt: skip
    units = [unit(A, "甲县", key_county=True), unit(B, "乙县")]
    board = open_board(publish(tmp_path, units=units, facts=facts))
    assert board
    key, whole = key_counties(board, "2023-04")
    assert key.allocated == 1000
    assert whole.allocated == 3000
    assert [each.now.allocated for each in years(board, "2023-04").lines] == [
        600,
        400,
        None,
        None,
        3000,
    ]


def test_key_counties_have_their_share(board: Board) -> None:
    key, whole = key_counties(board, "2023-04")
    assert key.allocated == 200
    assert whole.allocated == 350
    # The rate of all leaves C out, which does not say what is spent: 160 ÷ 300.
    assert (
        key_share(key, whole, board, ZH) == "重点帮扶县0.02万元，占57.14%，支出率30.00%，全市53.33%"
    )


def test_no_key_county_and_a_silent_one_are_told_apart(tmp_path: Path) -> None:
    facts = [fact(B, "central", "allocated", "20")]
    for marked, said in ((False, "单位表没有标出重点帮扶县"), (True, "重点帮扶县没有报送资金")):
        units = [unit(A, "甲县", key_county=marked), unit(B, "乙县")]
        board = open_board(publish(tmp_path / said, units=units, facts=facts))
        assert board
        assert key_share(*key_counties(board, "2023-04"), board, ZH) == said


def test_a_month_without_money_has_none(board: Board) -> None:
    assert totals(board, "2021-01") == ()
    assert added([]) == Sum(None, None, None, None, None, Decimal(0))
    assert readings(board, "2021-01") == (Readings(CITY, None, None, None, Decimal(0)),)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.3885, "38.85%，超序时进度（33.33%）5.52个百分点"),
        (0.2, "20.00%，落后序时进度（33.33%）13.33个百分点"),
        (1 / 3, "33.33%，与序时进度（33.33%）持平"),
        (None, "本月没有数据"),
    ],
)
def test_the_rate_is_held_against_the_months_that_are_gone(value: float | None, said: str) -> None:
    point = Point("2023-04", value, None, None, None, None, None)
    assert against_schedule(Course((point,), (), True), ZH) == said


def total(allocated: str, spent: str | None) -> Sum:
    return added(
        [Money(A, "all", Decimal(allocated), None, None if spent is None else Decimal(spent))]
    )


def test_nothing_to_say_is_said() -> None:
    nothing = (Readings(CITY, None, None, None, Decimal(0)),)
    assert by_denominator(nothing, ZH) == "按下达—，按到位—，不含未满30天的批次—"
    assert where_it_goes({}, {}, ZH) == "没有下达资金"
    assert lying_still(NO_ISSUES, {}, EN) == "No ledger with batches"


def test_what_is_slow_is_said_beside_what_is_large() -> None:
    uses = {
        "a": total("600", "300"),
        "b": total("300", "60"),
        "c": total("100", None),
    }
    names = {"a": "产业发展", "b": "就业项目", "c": "其他"}
    assert where_it_goes(uses, names, ZH) == "产业发展最多，占60.00%，就业项目支出最慢，20.00%"


@pytest.mark.parametrize(
    ("rate", "zh", "en"),
    [
        (Fraction(8, 100), "较上年同期增长8.00%", "8.00% more than a year ago"),
        (Fraction(-1, 8), "较上年同期下降12.50%", "12.50% less than a year ago"),
        (Fraction(1, 1_000_000), "与上年同期持平", "as a year ago"),
    ],
)
def test_growth_in_words(rate: Fraction, zh: str, en: str) -> None:
    assert (than_last_year(rate, ZH), than_last_year(rate, EN)) == (zh, en)


def test_growth_of_what_was_not_there_says_so(board: Board) -> None:
    assert growth(years(board, "2022-04"), ZH) == "下达0.02万元，没有上年同期的数"


def test_who_keeps_too_little_for_industry_is_named_worst_first(tmp_path: Path) -> None:
    def low(code: str, above: int) -> dict:
        gap = above - 60.0
        return standing(
            code, above, 100, indicator="industry_share", milestone=0.6, gap_milestone=gap, rank=1
        )

    indicators = [
        {
            "indicator": "industry_share",
            "name_zh": "产业占比",
            "name_en": "Industry share",
            "numerator": "industry",
            "denominator": "industry_base",
        }
    ]
    units = [unit(A, "甲县"), unit(B, "乙县"), unit(C, "丙县")]
    rows = [
        low(A, 70) | {"rank": 1},
        low(B, 55) | {"rank": 2},
        low(C, 40) | {"rank": 3},
        low("city", 55) | {"rank": None},
    ]
    found = open_board(publish(tmp_path, units=units, indicators=indicators, standings=rows))
    assert found
    answer = ranking(found, "2023-04", "industry_share", "all")
    assert below_share(answer, ZH) == "低于60%的有：丙县（40.00%）、乙县（55.00%）"


MONTHS = ["2021-03", "2021-05", "2022-03", "2022-06", "2022-12", "2023-04"]
Rows = Callable[..., list[Any]]


@pytest.fixture(scope="module")
def sample(sample_home: Path) -> Board:
    found = open_board(sample_home)
    assert found
    return found


@pytest.mark.parametrize("period", MONTHS)
def test_in_the_sample_city_every_split_adds_up_to_the_ledgers(
    period: str, sample: Board, sample_home: Path, published_rows: Rows
) -> None:
    sql = (
        "SELECT sum(value) FILTER (measure = 'allocated'), sum(value) FILTER (measure = 'spent')"
        " FROM facts WHERE period = ? AND source = 'ledger' AND dimension = ''"
    )
    [(allocated, spent)] = published_rows(sample_home, sql, period)
    for dimension in ("category", "task", "batch", "issued_on"):
        whole = added(split(sample, period, dimension))
        assert whole.allocated == allocated
        assert whole.spent == spent
    by_unit = [added(split(sample, period, "category", code)) for code in sample.units]
    assert sum(each.allocated or 0 for each in by_unit) == allocated
    batches = issues(sample, period)
    assert batches.whole.allocated == allocated
    assert batches.whole.spent == spent


@pytest.mark.parametrize("period", MONTHS)
def test_the_citys_rate_is_that_of_its_standing_wherever_it_stands(
    period: str, sample: Board, sample_home: Path, published_rows: Rows
) -> None:
    """In March 2021 a unit says nothing of what it spent: it is in no denominator."""
    [(value,)] = published_rows(
        sample_home,
        "SELECT value FROM standings WHERE period = ? AND unit_code = 'city' AND level = 'all'"
        " AND indicator = 'spend_rate'",
        period,
    )
    rates = [readings(sample, period)[-1].by_allocated, key_counties(sample, period)[1].rate]
    if not years(sample, period).only_now:
        rates.append(years(sample, period).whole.now.rate)
    assert [float(rate or 0) for rate in rates] == pytest.approx([value] * len(rates), abs=1e-15)
