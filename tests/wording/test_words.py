"""Numbers, money and dates as a notice prints them, in both languages."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from wording import Words
from wording.numbers import Number

ZH, EN = Words("zh"), Words("en")


@pytest.mark.parametrize(
    ("fraction", "text"),
    [
        (0.4202, "42.02%"),
        (0.29996, "30.00%"),  # prints as 30.00 % and still misses a milestone of 30 %
        (0.420250, "42.03%"),  # half up, as a spreadsheet rounds
        (Decimal("1.0203"), "102.03%"),  # above 100 % is never clipped
        (2.354, "235.40%"),
        (0, "0.00%"),
        (Fraction(1, 3), "33.33%"),
        (Fraction(84_050, 200_000), "42.03%"),  # 42.025 exactly
        (Fraction(14_999, 50_000), "30.00%"),
        (None, "—"),
    ],
)
def test_percent(fraction: Number | None, text: str) -> None:
    assert ZH.percent(fraction) == EN.percent(fraction) == text


@pytest.mark.parametrize(
    ("gap", "zh", "en"),
    [
        (2.546, "+2.55个百分点", "+2.55 pp"),
        (-1.21, "−1.21个百分点", "−1.21 pp"),
        (0.0049, "持平", "level"),
        (-0.0049, "持平", "level"),
        (0.005, "+0.01个百分点", "+0.01 pp"),
        (None, "—", "—"),
    ],
)
def test_points(gap: float | None, zh: str, en: str) -> None:
    assert (ZH.points(gap), EN.points(gap)) == (zh, en)


def test_what_rounds_to_nothing_has_no_sign() -> None:
    assert [ZH.signed(gap) for gap in (-0.001, 0.001, 0, -2.5)] == ["0.00", "0.00", "0.00", "−2.50"]
    assert (ZH.percent(-0.00001), ZH.percent(-0.0001)) == ("0.00%", "−0.01%")


def test_distance_leaves_the_direction_to_the_sentence() -> None:
    assert (ZH.distance(-12.58), EN.distance(12.58)) == ("12.58个百分点", "12.58 pp")


@pytest.mark.parametrize(
    ("yuan", "zh", "en"),
    [
        (Decimal("48123000"), "4,812.30万元", "¥48.12 million"),
        (Decimal("99999949.99"), "9,999.99万元", "¥100.00 million"),
        (Decimal("99999999.99"), "1.00亿元", "¥100.00 million"),  # would print as 10,000.00万元
        (Decimal("628000000"), "6.28亿元", "¥628.00 million"),
        (Decimal("-50000"), "−5.00万元", "¥−0.05 million"),
        (None, "—", "—"),
    ],
)
def test_money(yuan: Decimal | None, zh: str, en: str) -> None:
    assert (ZH.money(yuan), EN.money(yuan)) == (zh, en)


@pytest.mark.parametrize(
    ("n", "quantity", "zh", "en"),
    [
        (1248, "projects", "1,248个", "1,248 projects"),
        (1, "projects", "1个", "1 project"),
        (Decimal("6.00"), "households", "6户", "6 households"),
        (1904, "persons", "1,904人", "1,904 persons"),
        (None, "persons", "—", "—"),
    ],
)
def test_count(n: int | None, quantity: str, zh: str, en: str) -> None:
    assert (ZH.count(n, quantity), EN.count(n, quantity)) == (zh, en)


def test_a_quantity_nobody_counts_is_refused() -> None:
    with pytest.raises(ValueError, match="bushels"):
        ZH.count(1, "bushels")


def test_both_parts_of_a_rate_share_one_unit() -> None:
    small, large = Decimal("90000000"), Decimal("1621000000")
    assert ZH.parts(small, large, "money") == "0.90 / 16.21亿元"
    assert EN.parts(small, large, "money") == "¥90.00 / 1,621.00 million"
    assert ZH.parts(Decimal(1248), Decimal(1352), "projects") == "1,248 / 1,352个"
    assert ZH.parts(None, large, "money") == "—"


def test_a_column_names_its_unit_once() -> None:
    assert (ZH.column(Decimal("123456789"), "money"), ZH.column_unit("money")) == (
        "12,345.68",
        "万元",
    )
    assert (EN.column(Decimal("123456789"), "money"), EN.column_unit("money")) == ("123.46", "¥m")
    assert ZH.column(Decimal(46), "projects") == "46"


def test_goals_print_as_they_are_set() -> None:
    assert [ZH.goal(goal) for goal in (0.3, 0.925, 1.0, 0.05)] == ["30%", "92.5%", "100%", "5%"]


def test_months_and_days() -> None:
    assert (ZH.month("2023-04"), EN.month("2023-04")) == ("2023年4月", "Apr 2023")
    day = date(2023, 4, 30)
    assert (ZH.date(day), EN.date(day)) == ("2023年4月30日", "30 Apr 2023")
    assert (ZH.day(day), EN.day(day)) == ("4月30日", "30 Apr")
    assert (ZH.month_name(12), EN.month_name(12)) == ("12月", "Dec")


def test_ranks() -> None:
    assert (ZH.rank(2), ZH.rank(2, tied=True)) == ("第2位", "并列第2位")
    assert [EN.rank(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == (
        ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"]
    )
    assert EN.rank(2, tied=True) == "joint 2nd"


def test_a_light_has_a_word() -> None:
    assert [ZH.light(light) for light in ("green", "yellow", "red", "grey")] == (
        ["达标", "关注", "滞后", "无数据"]
    )


def test_lists_and_names() -> None:
    assert (ZH.join(["云溪", "东岭"]), EN.join(["Yunxi", "Dongling"])) == (
        "云溪、东岭",
        "Yunxi, Dongling",
    )
    assert (ZH.of("云溪县", "Yunxi"), EN.of("云溪县", "Yunxi")) == ("云溪县", "Yunxi")


@pytest.mark.parametrize(
    ("name", "text"),
    [("Spend rate", "spend rate"), ("GDP", "GDP"), ("3 figures", "3 figures"), ("", "")],
)
def test_a_name_inside_an_english_sentence_has_no_capital(name: str, text: str) -> None:
    assert Words("en").inside(name) == text
    assert Words("zh").inside(name) == name
