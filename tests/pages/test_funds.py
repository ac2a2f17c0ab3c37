"""The funds page: empty, with one unit, and of a filtered unit."""

import pytest

from tests.pages.desk import FUNDS, ONE_UNIT, Desk, chinese, markup, opened, said, table

FULL = (
    "县区,级次,批次,支持方向,下达日期,下达资金,到位资金,支出资金\n"
    "云溪县,中央,第一批,产业,2023-01-10,100,80,60\n"
    "云溪县,省级,第二批,就业,2023-04-20,50,50,0\n"
    "东岭县,中央,第一批,产业,2023-01-12,100,100,100\n"
)
VIEWS = ["progress", "uses", "issues", "years"]


def funds() -> None:
    from pages.funds import render

    render()


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_published_says_what_to_do(desk: Desk, view: str) -> None:
    assert "还没有可看的数据" in said(opened(funds, view=view))


@pytest.mark.parametrize("view", VIEWS)
def test_a_month_with_households_alone_says_that_there_is_no_money(desk: Desk, view: str) -> None:
    desk.send(
        "监测_202304.csv",
        "户编号,县区,监测对象类别,人数,识别监测时间,风险是否已消除\nH1,云溪县,突发严重困难户,3,202301,否\n",
    )
    shown = said(opened(funds, view=view))
    assert "nan" not in shown
    assert "None" not in shown


@pytest.mark.parametrize("view", VIEWS)
def test_one_unit_without_any_detail(desk: Desk, view: str) -> None:
    desk.reference("units.csv", ONE_UNIT)
    desk.send("资金_202304.csv", FUNDS + "云溪县,中央,,100,30\n")
    shown = said(opened(funds, view=view))
    assert "nan" not in shown
    assert "None" not in shown


def test_the_course_says_where_the_year_is(desk: Desk) -> None:
    desk.send("资金_202304.csv", FULL)
    shown = opened(funds)
    # 160 ÷ 250 = 64 %, the milestone 30 %, four twelfths gone.
    assert "全市：64.00%，高于节点34.00个百分点，超序时进度（33.33%）30.67个百分点" in said(shown)
    assert "按下达64.00%，按到位69.57%，不含未满30天的批次80.00%" in said(shown)
    assert table(shown, "denominators_table")[0] == [
        "云溪县",
        "40.00%",
        "46.15%",
        "60.00%",
        "50.00",
    ]


def test_uses_add_up_and_lead_to_their_rows(desk: Desk) -> None:
    desk.send("资金_202304.csv", FULL)
    shown = opened(funds, view="uses")
    assert "全市：产业发展最多，占80.00%，就业项目支出最慢，0.00%" in said(shown)
    rows = table(shown, "uses_table")
    assert rows[0] == ["产业发展", "200.00", "—", "200.00", "160.00", "80.00%"]
    assert rows[1] == ["就业项目", "—", "50.00", "50.00", "0.00", "0.00%"]
    assert "合计 200.00 50.00 250.00 160.00 64.00%" in said(shown)
    assert "behind=allocated~city~all~category~" in markup(shown, "uses_table")


def test_issues_show_what_lies_still_and_for_how_long(desk: Desk) -> None:
    desk.send("资金_202304.csv", FULL)
    shown = opened(funds, view="issues")
    assert "全市：结余70.00万元，最多的是省级第二批：50.00万元，下达已10天" in said(shown)
    assert table(shown, "issues_table")[0] == [
        "中央", "第一批", "2023-01-10 – 01-12", "110", "2", "200.00", "180.00", "160.00", "20.00",
        "90.00%", "80.00%",
    ]  # fmt: skip


def test_a_year_ago(desk: Desk) -> None:
    desk.send("资金_202204.csv", FUNDS + "云溪县,中央,一,120,30\n")
    desk.send("资金_202304.csv", FULL)
    shown = opened(funds, view="years")
    assert "全市：下达150.00万元，较上年同期增长25.00%" in said(shown)
    assert "上年同期没有数，两年都不计入：东岭县。" in said(shown)
    assert "单位表没有标出重点帮扶县" in said(shown)


def test_one_unit_is_shown_alone_and_its_chip_takes_it_away(desk: Desk) -> None:
    desk.send("资金_202304.csv", FULL)
    page = opened(funds, unit="990102", view="uses")
    assert "东岭县：产业发展最多，占100.00%" in said(page)
    chip = next(each for each in page.button if each.key == "chip_unit")
    assert chip.label == "东岭县"
    assert "全市：产业发展最多，占80.00%" in said(chip.click().run())


@pytest.mark.parametrize("view", VIEWS)
def test_in_english_nothing_is_left_in_chinese(desk: Desk, view: str) -> None:
    desk.send("资金_202304.csv", FULL.replace("第一批", "1").replace("第二批", "2"))
    assert chinese(opened(funds, view=view, lang="en")) == set()


def test_batches_of_other_budget_years_are_their_own(desk: Desk) -> None:
    head = "县区,级次,批次,下达日期,预算年度,下达资金,到位资金,支出资金\n"
    desk.send(
        "资金_202304.csv",
        head
        + "云溪县,中央,第一批,2022-03-10,2022,10,10,8\n"
        + "云溪县,中央,第一批,2023-01-10,2023,100,80,60\n",
    )
    shown = opened(funds, view="issues")
    rows = {row[1]: row for row in table(shown, "issues_table")}
    assert rows["2022年第一批"][3] == "416"
    assert rows["第一批"][3] == "110"


def test_a_balance_is_made_unit_by_unit(desk: Desk) -> None:
    # 东岭县 gives no arrival: what was allocated stands for it, 50 − 40; 云溪县 has 20 − 10.
    head = "县区,级次,批次,下达资金,到位资金,支出资金\n"
    desk.send("资金_202304.csv", head + "云溪县,中央,一,100,20,10\n东岭县,中央,一,50,,40\n")
    shown = opened(funds, view="issues")
    assert table(shown, "issues_table")[0][8] == "20.00"
    # 20 arrived of 100; 50 spent of 150.
    assert table(shown, "issues_table")[0][9:] == ["20.00%", "33.33%"]


def test_without_spending_nothing_is_said_to_be_unspent(desk: Desk) -> None:
    desk.send("资金_202304.csv", "县区,级次,批次,支持方向,下达资金\n云溪县,中央,一,产业,100\n")
    assert "全市：没有报支出，不知道结余多少" in said(opened(funds, view="issues"))
    shown = opened(funds, view="uses")
    assert table(shown, "uses_table")[0][-2:] == ["—", "—"]
