"""What a file is, its month and its unit of money: found out, or asked, never guessed."""

import pytest

from etl.spelling import header_key, header_scale
from etl.titles import money_unit_in, period_in, period_in_titles
from tests.etl.conftest import problems


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("县（市、区）", "县(市、区)"),
        (" 下达\n资金 （万元）", "下达资金"),
        ("人均纯收入(元)", "人均纯收入"),
        ("县(市)", "县(市)"),
        ("开工率（%）", "开工率"),
    ],
)
def test_headers_are_compared_by_what_they_say(header, key):
    assert header_key(header) == key


def test_money_units_come_from_header_title_or_default():
    assert header_scale("下达资金（亿元）") == 100_000_000
    assert header_scale("下达资金（元）") == 1
    assert header_scale("下达资金") is None
    assert money_unit_in(["附件2", "单位:个、亿元"]) == 100_000_000
    assert money_unit_in(["填报单位:甲县", "金额单位：元"]) == 1
    assert money_unit_in(["单位：元 截至2023年4月30日"]) == 1
    assert money_unit_in(["单 位：万 元"]) == 10_000
    assert money_unit_in(["附件2"]) is None


@pytest.mark.parametrize(
    "title",
    [
        "单位：人民币元", "单位：（元）", "单位：人民币（元）", "单位：元人民币", "单位：元整",
        "单位：亩、元", "单位：个 元", "单位：户  人  元", "金额：元", "金额单位：人民币元",
        "填报单位：云溪县财政局   填报人：张三   单位：元",
    ],
)  # fmt: skip
def test_a_title_may_say_yuan_in_other_words(title):
    assert money_unit_in([title]) == 1


def test_a_title_may_say_the_unit_of_money_in_the_next_cell():
    assert money_unit_in(["单位：", "元"]) == 1
    assert money_unit_in(["填报单位：", "元阳县"]) is None


def test_a_unit_whose_name_holds_the_word_for_yuan_names_no_unit_of_money():
    assert money_unit_in(["填报单位：元阳县"]) is None
    assert money_unit_in(["填报单位：元阳县", "单位：万元"]) == 10_000
    assert money_unit_in(["填报单位:广元市 单位:万元"]) == 10_000


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("监测对象信息_20230430", "2023-04"),
        ("资金_202304", "2023-04"),
        ("2023年4月资金台账 (22)", "2023-04"),
        ("截至2023年4月30日", "2023-04"),
        ("2023年1-4月资金支出情况", "2023-04"),
        ("2023年1月至12月", "2023-12"),
        ("2023年1月1日至4月30日", "2023-04"),
        ("2022年12月—2023年4月", "2023-04"),
        ("2023年1―4月", "2023-04"),
        ("2023年1、2、3、4月", "2023-04"),
        ("2023.1-2023.4", "2023-04"),
        ("2023-01-01至2023-04-30", "2023-04"),
        ("202301-202304", "2023-04"),
        ("2023年度1-4月", "2023-04"),
        ("2021年第二批资金分配表", None),
        ("610101202304", None),
    ],
)
def test_periods_in_names_and_titles(text, period):
    assert period_in(text) == period


def test_a_title_about_the_position_goes_before_the_day_it_was_filled_in():
    both = "截至2023年4月30日  填报日期：2023年5月6日"
    assert period_in_titles([both]) == ("2023-04", "截至2023年4月")
    titles = ["填报日期:2023年5月6日", "2022年项目 根据2023年2月文件", "截至2023年4月30日"]
    assert period_in_titles(titles) == ("2023-04", "截至2023年4月")
    one_line = "2022年12月下达的资金截至2023年4月30日"
    assert period_in_titles([one_line]) == ("2023-04", "截至2023年4月")


ROWS = "县区,资金级次,批次,下达资金\n甲县,中央,第一批,5\n"


@pytest.mark.parametrize(
    ("name", "title", "said", "code"),
    [
        ("资金_202304.csv", "", "2023-05", "period_said"),
        ("资金.csv", "截至2023年4月30日", "2023-05", "period_said"),
        ("资金_202305.csv", "截至2023年4月30日", None, "two_periods"),
        ("资金.csv", "", None, "no_period"),
    ],
)
def test_contradictions_about_the_month_are_errors(home, name, title, said, code):
    more = ("--period", said) if said else ()
    told = home.check(name, f"{title},,,\n{ROWS}" if title else ROWS, *more, exits=1)
    assert [each[2] for each in problems(told)] == [code]
    assert "--period" in told["problems"][0]["message"]


def test_the_caller_settles_a_title_against_a_file_name(home):
    told = home.check("资金_202305.csv", f"截至2023年4月30日,,,\n{ROWS}", "--period", "2023-04")
    assert told["period"] == "2023-04"


def test_a_column_of_months_says_the_month(home):
    rows = "数据日期,县区,资金级次,批次,下达资金\n"
    rows += "2023-04-30,甲县,中央,一,5\n2023-04-30,乙县,中央,一,5\n"
    assert home.check("资金.csv", rows)["period"] == "2023-04"
    told = home.check(
        "资金.csv",
        rows.replace("30,乙", "30,乙").replace("2023-04-30,乙", "2023-03-31,乙"),
        exits=1,
    )
    assert [each[2] for each in problems(told)] == ["several_periods"]


def test_two_datasets_that_fit_alike_are_asked_about(home):
    rows = "县区,资金级次,下达资金,支出资金\n甲县,中央,5,1\n"
    told = home.check("x.csv", rows, "--period", "2023-04", exits=1)
    [problem] = told["problems"]
    assert problem["code"] == "two_datasets"
    assert "--dataset" in problem["message"]
    assert "funds" in problem["message"]
    assert "reports" in problem["message"]
    told = home.check("x.csv", rows, "--period", "2023-04", "--dataset", "funds")
    assert told["dataset"] == "funds"


def test_a_missing_required_column_names_the_spellings_that_would_match(home):
    told = home.check(
        "x.csv", "县区,级次,批次,文号\n甲县,中央,一,1号\n", "--period", "2023-04", exits=1
    )
    [problem] = told["problems"]
    assert (problem["code"], problem["column"]) == ("missing_column", "allocated")
    assert "下达资金、安排资金、资金规模、下达金额、金额" in problem["message"]


def test_headers_that_match_nothing_are_ignored_and_listed(home):
    told = home.check(
        "x.csv", "县区,级次,批次,心情,下达资金\n甲县,中央,一,好,5\n", "--period", "2023-04"
    )
    assert told["ignored_columns"] == ["心情"]
    assert told["problems"] == []


def test_duplicate_headers(home):
    rows = "县区,级次,批次,下达资金,安排资金\n甲县,中央,一,5,{}\n"
    told = home.check("x.csv", rows.format(6), "--period", "2023-04", exits=1)
    assert [each[2:] for each in problems(told)] == [("duplicate_header", "error")]
    told = home.check("x.csv", rows.format(5), "--period", "2023-04")
    assert [each[2:] for each in problems(told)] == [("duplicate_header_same", "warning")]


def test_units_match_by_name_short_name_alias_and_code(home):
    rows = "县区,级次,批次,下达资金\n甲 县,中央,一,1\n甲,中央,二,1\n"
    rows += "甲自治县,中央,三,1\n990101,中央,四,1\n"
    told = home.check("x.csv", rows, "--period", "2023-04")
    assert told["units"] == ["990101"]
    assert told["totals"]["allocated"] == 40_000
