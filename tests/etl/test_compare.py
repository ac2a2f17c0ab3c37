"""Warnings against last month, against the other source, and against a file's own sums."""

import pytest

from tests.etl.conftest import problems

FUNDS = "县区,级次,批次,下达资金,支出资金\n"
REPORT = "县区,计划项目数,开工项目数,下达资金,支出资金,支出率\n"


def told(home, name, content, *more):
    return [(p["code"], p["row"], p["column"], p["value"])
            for p in home.check(name, content, *more)["problems"]]  # fmt: skip


def test_cumulative_spending_that_falls_is_a_warning_but_not_in_january(home):
    home.load("资金_202303.csv", FUNDS + "甲县,中央,一,10,5\n甲县,中央,二,10,5\n")
    april = FUNDS + "甲县,中央,一,10,4.5\n甲县,中央,二,10,5\n"
    assert told(home, "资金_202304.csv", april) == [("fallen", 2, "spent", "4.50")]
    home.load("资金_202212.csv", FUNDS + "甲县,中央,一,10,5\n")
    assert told(home, "资金_202301.csv", FUNDS + "甲县,中央,一,10,1\n") == []


def test_rows_that_did_not_move_since_last_month_are_a_warning(home):
    rows = FUNDS + "甲县,中央,一,10,5\n乙县,中央,一,10,5\n"
    home.load("资金_202303.csv", rows)
    april = rows.replace("乙县,中央,一,10,5", "乙县,中央,一,10,6")
    assert told(home, "资金_202304.csv", april) == [("same_as_last_month", None, "county", "甲县")]
    assert told(home, "资金_202305.csv", april) == []


def test_a_report_that_contradicts_its_ledger_is_a_warning_either_way_round(home):
    ledger = FUNDS + "甲县,中央,一,10,5\n甲县,省级,一,10,5\n"
    report = "县区,计划项目数,开工项目数,下达资金,支出资金\n甲县,5,5,20.00,9.00\n"
    home.load("资金_202304.csv", ledger)
    assert told(home, "月报_202304.csv", report) == [("report_mismatch", None, "spent", "90000")]
    home.run("withdraw", "000001", "--by", "测试", "--reason", "换顺序")
    home.load("月报_202304.csv", report)
    assert told(home, "资金_202304.csv", ledger) == [("report_mismatch", None, "spent", "90000")]


def test_a_report_differs_from_its_ledger_only_past_its_own_rounding(home):
    home.load("资金_202304.csv", FUNDS + "甲县,中央,一,10.004999,5.006\n")
    report = "县区,计划项目数,开工项目数,下达资金,支出资金\n甲县,5,5,10.00,5.00\n"
    assert told(home, "月报_202304.csv", report) == [("report_mismatch", None, "spent", "50000")]


@pytest.mark.parametrize(
    ("spent", "allocated", "printed", "differs"),
    [
        ("2.19", "4.69", "46.69%", False),  # computes 46.70: the parts are rounded, too
        ("2.19", "4.69", "46.99%", True),
        ("2190", "4690", "46.7", False),
        ("4.49", "8.00", "57.12%", True),
        ("10.70", "10.5", "101.90%", False),
    ],
)
def test_printed_rates_of_money_within_what_the_printed_digits_allow(
    home, spent, allocated, printed, differs
):
    found = told(home, "月报_202304.csv", f"{REPORT}甲县,5,5,{allocated},{spent},{printed}\n")
    assert ("rate_differs" in [code for code, *_ in found]) == differs


@pytest.mark.parametrize(("printed", "differs"), [("73.38", True), ("78.38", False), ("78", False)])
def test_printed_rates_of_counts(home, printed, differs):
    rows = f"县区,计划项目数,完工项目数,完工率\n甲县,37,29,{printed}\n"
    found = home.check("月报_202304.csv", rows)["problems"]
    assert [each["code"] for each in found] == ["rate_differs"] * differs
    assert not differs or "78.38%" in found[0]["message"]


def test_the_total_rows_of_a_report_are_held_against_its_units(home):
    rows = "县区,计划项目数,开工项目数\n甲县,5,4\n乙县,6,6\n小计,11,10\n丙县,1,1\n全市合计,12,10\n"
    found = home.check("月报_202304.csv", rows)
    assert problems(found) == [(6, "projects_started", "total_differs", "warning")]
    assert "11" in found["problems"][0]["message"]
    assert found["rows_kept"] == 3


def test_a_unit_is_reported_once_a_month_and_level(home):
    rows = "县区,计划项目数,开工项目数\n甲县,5,4\n甲,5,4\n"
    found = home.check("月报_202304.csv", rows, exits=1)
    assert problems(found) == [(3, "county", "repeated_key", "error")]
