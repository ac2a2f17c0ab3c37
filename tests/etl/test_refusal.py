"""A file with errors is refused whole: every bad cell is named and the home stays as it was."""

import pytest

from tests.etl.conftest import problems

FUNDS = """\
截至2023年4月30日,,,,,,,,
县区,资金级次,支持方向,资金任务,下达日期,下达资金（万元）,到位资金（万元）,支出资金（万元）,年度
甲县,中央,产业发展,以工代赈,2023-02-30,1234.5,1000,500,2023
乙县,中央,产业发展,以工代赈,2023-02-03,12x4.5,,,2023
丁县,中央,产业发展,以工代赈,2023-02-03,100,,,2023
丙县,乡级,产业发展,以工代赈,2023-02-03,100,,,2023
丙县,省级,产业发展,以工代赈,2023-02-03,,,,二三年
丙县,市级,产业发展,以工代赈,2023-05-03,100,101,102,2023
甲县,省级,产业发展,修路,2023-01-01,10,10,1,2023
"""
PROJECTS = """\
项目编号,项目名称,县区,项目类别,建设性质,计划投资（万元）,实际开工时间,完工时间,验收时间,项目状态,受益户数,是否以工代赈
6.1E+17,水渠,甲县,产业发展,新建,100,,,,未开工,3,是
P2,水渠,甲县,产业发展,新建,-1,,,,未开工,3.5,是
P3,水渠,甲县,产业,新造,100,2023-05-01,,,在建,3,maybe
P4,水渠,甲县,没有的,新建,100,2023-03-01,2023-02-01,,完工,3,否
P5,水渠,甲县,产业发展,新建,100,2023-03-01,,,未开工,3,否
P6,水渠,甲县,产业发展,新建,100,,,,未开工,3,否
P6,水渠,乙县,产业发展,新建,100,,,,未开工,3,否
,水渠,乙县,产业发展,新建,100,,,,未开工,3,否
"""
HOUSEHOLDS = """\
户编号,县区,户类型,监测对象类别,人数,致贫/返贫风险1,识别监测时间,风险是否已消除,消除监测时间,风险消除方式,人均纯收入(元)
H1,甲县,脱贫户,脱贫不稳定户,3,因病,202213月,否,,,8000
H2,甲县,脱贫户,脱贫不稳定户,0,因病、因懒,202201,也许,,,八千
H3,甲县,脱贫户,不稳户,3,因病,202201,是,,帮扶消除,8000
H4,甲县,脱贫户,脱贫不稳定户,3,因病,202201,否,202202,,8000
H5,甲县,脱贫户,脱贫不稳定户,3,因病,202203,是,202202,帮扶消除,8000
H6,甲县,脱贫户,脱贫不稳定户,3,因病,202306,否,,,8000
"""
BENCHMARKS = """\
报告期,指标,全省平均,本市位次,参评市数
2023-04,支出率,36.2%,3,14
2023-04,开心率,36.2%,3,14
2023-04,开工率,很高,15,14
"""


@pytest.mark.parametrize(
    ("name", "content", "more", "expected"),
    [
        (
            "资金.csv",
            FUNDS,
            (),
            [
                (3, "issued_on", "bad_date"),
                (4, "allocated", "bad_money"),
                (5, "county", "bad_unit"),
                (6, "fund_level", "bad_code"),
                (7, "allocated", "missing_value"),
                (7, "budget_year", "bad_year"),
                (8, "issued_on", "issued_after_month_end"),
                (8, "arrived", "arrived_above_allocated"),
                (8, "spent", "spent_above_arrived"),
                (9, "task", "bad_code"),
            ],
        ),
        (
            "项目.csv",
            PROJECTS,
            ("--period", "2023-04"),
            [
                (2, "project_id", "lost_digits"),
                (3, "planned_investment", "below_least"),
                (3, "households_benefiting", "bad_count"),
                (4, "nature", "bad_code"),
                (4, "started_on", "started_after_month_end"),
                (4, "work_relief", "bad_yes_no"),
                (5, "category", "bad_code"),
                (5, "finished_on", "finished_before_start"),
                (6, "status", "status_against_dates"),
                (8, "project_id", "repeated_key"),
                (9, "project_id", "missing_value"),
            ],
        ),
        (
            "监测.csv",
            HOUSEHOLDS,
            ("--period", "2023-04"),
            [
                (2, "identified_month", "bad_month"),
                (3, "persons", "below_least"),
                (3, "risk_1", "bad_code"),
                (3, "eliminated", "bad_yes_no"),
                (3, "income_per_person", "bad_number"),
                (4, "monitor_type", "bad_code"),
                (4, "eliminated_month", "eliminated_without_month"),
                (5, "eliminated_month", "month_without_elimination"),
                (6, "eliminated_month", "eliminated_before_identified"),
                (7, "identified_month", "identified_after_period"),
            ],
        ),
        (
            "基准.csv",
            BENCHMARKS,
            (),
            [(3, "indicator", "bad_indicator"), (4, "province", "bad_percent"),
             (4, "rank", "rank_above_of")],
        ),
    ],
)  # fmt: skip
def test_every_bad_cell_is_named_and_nothing_is_stored(home, name, content, more, expected):
    home.load("好.csv", "县区,资金级次,批次,下达资金\n甲县,中央,一,5\n", "--period", "2023-03")
    before = home.bytes()
    told = home.load(name, content, *more, exits=1)
    errors = [each[:3] for each in problems(told) if each[3] == "error"]
    assert errors == expected
    assert home.bytes() == before
    assert not told["accepted"]
    assert told["upload_id"] is None
    assert told["error"]


def test_each_problem_speaks_of_its_cell_in_both_languages(home):
    told = home.check("资金.csv", FUNDS, exits=1)
    [money] = [each for each in told["problems"] if each["code"] == "bad_money"]
    assert money["header"] == "下达资金（万元）"
    assert money["value"] == "12x4.5"
    assert money["message"] == "“12x4.5”不是金额；请填数字，如 1234.56"
    assert money["message_en"] == "“12x4.5” is no amount of money: write a number such as 1234.56"
    [level] = [each for each in told["problems"] if each["code"] == "bad_code" and each["row"] == 6]
    assert "可填：中央、省级、市级、县级" in level["message"]


def test_good_files_beside_a_bad_one_are_accepted(home):
    good = home.file("好.csv", "县区,资金级次,批次,下达资金\n甲县,中央,一,5\n")
    bad = home.file("坏.csv", "县区,资金级次,批次,下达资金\n甲县,中央,一,五\n")
    home.run("load", good, bad, "--period", "2023-03", "--by", "测试", exits=1)
    assert [each.name for each in home.path.glob("uploads/*/*")] == ["upload_id=000001"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "文件是空的"),
        (b"  \r\n", "文件是空的"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "这是网页"),
        (b"a,b\n1,\0\n", "空字节"),
        (b"PK\x03\x04 cut short", "文件不完整"),
    ],
)
def test_what_is_no_table_is_one_line_and_exit_2(home, content, sentence):
    before = home.bytes()
    said = home.run("load", home.file("x.csv", content), exits=2)
    assert sentence in said
    assert len(said.splitlines()) == 1
    assert home.bytes() == before


def test_a_file_that_is_not_there_is_one_line_and_exit_2(home):
    said = home.run("load", home.path / "nowhere.csv", exits=2)
    assert len(said.splitlines()) == 1
