"""The money: Σ ÷ Σ by each denominator, splits that add up, issues with their age, last year."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from board.behind import CITY
from board.course import Course, Point
from board.fund_sentences import (
    against_schedule,
    below_share,
    by_denominator,
    growth,
    key_share,
    lying_still,
    than_last_year,
    where_it_goes,
)
from board.funds import (
    Issue,
    Readings,
    Sum,
    added,
    grouped,
    key_counties,
    readings,
    split,
    totals,
    years,
)
from board.ranking import ranking
from board.store import Board, open_board
from tests.board.published import publish, standing, unit
from wording import Words

ZH, EN = Words("zh"), Words("en")
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
    assert by_member == {
        "产业发展": Sum(Decimal(90), None, Decimal(55)),
        "其他": Sum(Decimal(30), None, None),
    }
    assert grouped(lines, lambda line: line.fund_level)["county"] == Sum(Decimal(20), None, None)
    assert split(board, "2023-04", "category", B) == ()


def test_this_year_is_held_against_the_same_month_of_the_last(board: Board) -> None:
    found = {each.fund_level: each for each in years(board, "2023-04")}
    assert found["central"].now.allocated == 150
    assert found["central"].before.allocated == 180
    assert found["central"].growth == Fraction(150, 180) - 1
    assert found["county"].growth is None  # nothing a year before
    assert found["all"].now.allocated == 350
    assert found["all"].before.allocated == 180
    assert years(board, "2023-04", B)[-1].now.allocated == 100


def test_key_counties_have_their_share(board: Board) -> None:
    key, whole = key_counties(board, "2023-04")
    assert key.allocated == 200
    assert whole.allocated == 350
    assert key_share(key, whole, ZH) == "重点帮扶县0.02万元，占57.14%，支出率30.00%，全市45.71%"


def test_a_month_without_money_has_none(board: Board) -> None:
    assert totals(board, "2021-01") == ()
    assert added([]) == Sum(None, None, None)
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


def test_nothing_to_say_is_said() -> None:
    nothing = (Readings(CITY, None, None, None, Decimal(0)),)
    assert by_denominator(nothing, ZH) == "按下达—，按到位—，不含未满30天的批次—"
    assert where_it_goes({}, {}, ZH) == "没有下达资金"
    assert lying_still((), "2023-04", {}, EN) == "No ledger with batches"


def test_what_is_slow_is_said_beside_what_is_large() -> None:
    uses = {
        "a": Sum(Decimal(600), None, Decimal(300)),
        "b": Sum(Decimal(300), None, Decimal(60)),
        "c": Sum(Decimal(100), None, None),
    }
    names = {"a": "产业发展", "b": "就业项目", "c": "其他"}
    assert where_it_goes(uses, names, ZH) == "产业发展最多，占60.00%，就业项目支出最慢，20.00%"


def test_the_largest_balance_is_named_with_its_age() -> None:
    first = Issue(
        "central",
        "提前下达",
        date(2023, 1, 10),
        date(2023, 1, 12),
        2,
        Decimal(5_000_000),
        Decimal(4_000_000),
        Decimal(1_000_000),
    )
    second = Issue("county", None, None, None, 1, Decimal(1_000_000), None, Decimal(0))
    assert first.balance == 3_000_000
    assert second.balance == 1_000_000
    assert (first.age("2023-04"), second.age("2023-04")) == (110, None)
    names = {"central": "中央", "county": "县级"}
    assert (
        lying_still([first, second], "2023-04", names, ZH)
        == "结余400.00万元，最多的是中央提前下达：300.00万元，下达已110天"
    )


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


MONTHS = ["2021-05", "2022-06", "2022-12", "2023-04"]
Rows = Callable[..., list[Any]]


@pytest.mark.parametrize("period", MONTHS)
def test_in_the_sample_city_every_split_adds_up_to_the_ledgers(
    period: str, sample_home: Path, published_rows: Rows
) -> None:
    found = open_board(sample_home)
    assert found
    sql = (
        "SELECT sum(value) FILTER (measure = 'allocated'), sum(value) FILTER (measure = 'spent')"
        " FROM facts WHERE period = ? AND source = 'ledger' AND dimension = ''"
    )
    [(allocated, spent)] = published_rows(sample_home, sql, period)
    for dimension in ("category", "task", "batch", "issued_on"):
        whole = added(split(found, period, dimension))
        assert (whole.allocated, whole.spent) == (allocated, spent)
    by_unit = [added(split(found, period, "category", code)) for code in found.units]
    assert sum(each.allocated or 0 for each in by_unit) == allocated
    city = readings(found, period)[-1].by_allocated
    [(value,)] = published_rows(
        sample_home,
        "SELECT value FROM standings WHERE period = ? AND unit_code = 'city' AND level = 'all'"
        " AND indicator = 'spend_rate'",
        period,
    )
    assert city is not None
    assert float(city) == pytest.approx(value, abs=1e-15)
