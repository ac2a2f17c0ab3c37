"""账表核对 as published: ledgers against reports, and what files print against their own sums."""

import json
from decimal import Decimal

import pytest

FUNDS = "县区,级次,批次,支持方向,下达资金,支出资金\n"
SQL = (
    "SELECT unit_code, measure, ledger, report, may_differ, differs FROM reconciliation"
    " WHERE period = '2023-04' ORDER BY ALL"
)


@pytest.fixture
def rows(home, published_rows):
    """(unit, measure) → (ledger, report, how far they may differ, whether they differ)."""

    def ask():
        found = published_rows(home.path, SQL)
        return {
            (unit, measure): (
                *[None if each is None else Decimal(each) for each in figures],
                differs,
            )
            for unit, measure, *figures, differs in found
        }

    return ask


def test_sums_differ_past_half_a_step_of_what_the_report_prints(home, rows):
    home.load(
        "资金_202304.csv", FUNDS + "甲县,中央,一,,10.004999,5.006\n乙县,中央,一,,10.005001,5\n"
    )
    home.load(
        "月报_202304.csv",
        "县区,计划项目数,下达资金,支出资金\n甲县,5,10.00,5.00\n乙县,6,10.00,5.00\n丙县,7,,\n",
    )
    assert rows() == {
        ("990101", "allocated"): (Decimal("100049.99"), 100_000, 50, False),
        ("990101", "spent"): (50_060, 50_000, 50, True),
        ("990101", "projects_planned"): (None, 5, 0, None),
        ("990102", "allocated"): (Decimal("100050.01"), 100_000, 50, True),
        ("990102", "spent"): (50_000, 50_000, 50, False),
        ("990102", "projects_planned"): (None, 6, 0, None),
        ("990103", "projects_planned"): (None, 7, 0, None),
    }


def test_every_printed_part_is_rounded_and_a_figure_of_all_levels_stands_for_them(home, rows):
    home.load(
        "资金_202304.csv", FUNDS + "甲县,中央,一,,10,5\n甲县,省级,一,,20,5\n乙县,中央,一,,1,1\n"
    )
    home.load(
        "月报_202304.csv",
        "县区,级次,下达资金,核拨资金\n甲县,中央,10.0,\n甲县,省级,20.1,\n乙县,全部,1.0,\n乙县,中央,9.0,\n",
    )
    found = rows()
    assert found["990101", "allocated"] == (300_000, 301_000, 1_000, False)  # 2 × half of 0.1 万元
    assert found["990102", "allocated"] == (10_000, 10_000, 500, False)


def test_industry_money_of_all_levels_is_compared_though_the_share_counts_two(home, rows):
    jia = "甲县,中央,一,产业,10,5\n甲县,县级,一,产业,4,1\n甲县,中央,二,就业,3,1\n"
    home.load("资金_202304.csv", FUNDS + jia + "乙县,中央,一,就业,1,1\n")
    home.load("月报_202304.csv", "县区,下达资金,产业资金\n甲县,17.00,14.00\n乙县,1.00,0.50\n")
    found = rows()
    assert found["990101", "industry"] == (140_000, 140_000, 50, False)
    assert found["990102", "industry"] == (0, 5_000, 50, True)


def test_what_counts_is_compared_not_what_was_there_at_the_door(home, rows):
    home.load("资金_202304.csv", FUNDS + "甲县,中央,一,,10,5\n")
    told = home.load("月报_202304.csv", "县区,下达资金,支出资金\n甲县,10.00,6.00\n")
    assert [each["code"] for each in told["problems"]] == ["report_mismatch"]
    assert rows()["990101", "spent"] == (50_000, 60_000, 50, True)
    home.load("更正_202304.csv", FUNDS + "甲县,中央,一,,10,6\n")
    assert rows()["990101", "spent"] == (60_000, 60_000, 50, False)
    home.run("withdraw", "000003", "--by", "测试", "--reason", "报错了")
    assert rows()["990101", "spent"] == (50_000, 60_000, 50, True)


PRINTED = (
    "SELECT upload_id, unit_code, row, header, value, code, message_zh FROM upload_problems"
    " ORDER BY ALL"
)


def test_printed_figures_against_their_parts_are_published_for_uploads_in_force(
    home, published_rows
):
    head = "县区,计划项目数,开工项目数,未开工项目数,开工率\n"
    home.load("月报_202304.csv", head + "甲县,5,4,1,90%\n乙县,6,6,1,100%\n合计,12,10,2,\n")
    rate = (
        "000001", "990101", 2, "开工率", "90%", "rate_differs",
        "“开工率”印作 90%，按分子分母计算为 80.00%；请核对",
    )  # fmt: skip
    parts = (
        "000001", "990102", 3, "未开工项目数", "1", "started_and_not_started",
        "已开工 6 加未开工 1 不等于计划项目数 6；请核对",
    )  # fmt: skip
    total = (
        "000001", None, 4, "计划项目数", "12", "total_differs",
        "合计行“计划项目数”为 12，各行相加为 11；请核对",
    )  # fmt: skip
    assert published_rows(home.path, PRINTED) == [rate, parts, total]
    home.load("乙县_202304.csv", head + "乙县,6,5,1,83.33%\n")
    assert published_rows(home.path, PRINTED) == [rate, total]
    home.run("withdraw", "000001", "--by", "测试", "--reason", "报错了")
    assert published_rows(home.path, PRINTED) == []


def test_other_warnings_of_an_upload_are_not_published_there(home, published_rows):
    told = home.load("资金_202304.csv", FUNDS + "甲县,中央,一,,-10,\n甲县,中央,二,,20,1\n")
    assert "taken_back" in [each["code"] for each in told["problems"]]
    assert published_rows(home.path, PRINTED) == []


def test_the_total_of_a_unit_is_that_unit_s(home, published_rows):
    rows = "甲县,中央,一,,10,5\n甲县,中央,小计,,11,5\n乙县,中央,一,,10,5\n"
    home.load("资金_202304.csv", FUNDS + rows)
    [(_, unit, row, header, value, code, _)] = published_rows(home.path, PRINTED)
    assert (unit, row, header, value, code) == ("990101", 3, "下达资金", "11", "total_differs")


def test_a_receipt_of_before_units_were_said_tells_them_by_its_rows(home, published_rows):
    home.load("月报_202304.csv", "县区,计划项目数,开工项目数,开工率\n甲县,5,4,90%\n")
    before = published_rows(home.path, PRINTED)
    [path] = home.path.glob("uploads/*/*/receipt.json")
    receipt = json.loads(path.read_text("utf-8"))
    for each in receipt["problems"]:
        assert each.pop("unit") == "990101"
    path.write_text(json.dumps(receipt), "utf-8")
    home.run("publish")
    assert published_rows(home.path, PRINTED) == before
