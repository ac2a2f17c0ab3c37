"""Rows and cells that are easily taken for something else: blanks, totals, notes, other sheets."""

import io

import pytest
from openpyxl import Workbook

from tests.etl.conftest import problems

FUNDS = "县区,级次,文号,下达资金,到位资金,支出资金\n"


def workbook(**sheets):
    """A workbook of sheets given as lists of rows."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_spending_is_held_against_arrival_only_where_arrival_is_given(home):
    rows = "甲县,中央,1号,10,8,8\n甲县,中央,2号,10,,9\n甲县,中央,3号,10,0,1\n甲县,中央,4号,10,,11\n"
    told = home.check("资金_202304.csv", FUNDS + rows, exits=1)
    assert [each for each in problems(told) if each[3] == "error"] == [
        (4, "spent", "spent_above_arrived", "error"),
        (5, "spent", "spent_above_allocated", "error"),
    ]


def test_blank_spending_counts_as_nothing_beside_filled_lines_and_is_missing_alone(home):
    rows = "甲县,中央,1号,10,,3\n甲县,中央,2号,10,,\n乙县,中央,3号,10,,\n"
    told = home.load("资金_202304.csv", FUNDS + rows)
    assert problems(told) == [(3, "spent", "blank_in_some", "warning")]
    found = home.standings("2023-04", "spend_rate")
    assert found["甲县"]["value"] == 0.15
    assert found["乙县"]["reason"] == "not_reported"
    assert found["全市"]["value"] == 0.15


def test_money_called_back_is_a_warning_and_need_not_cover_what_was_spent(home):
    rows = "甲县,中央,1号,10,10,5\n甲县,中央,2号,-4,-4,0\n"
    told = home.load("资金_202304.csv", FUNDS + rows)
    assert problems(told) == [(3, "allocated", "taken_back", "warning")]
    assert told["totals"] == {
        "allocated": 60000, "arrived": 60000, "spent": 50000, "industry_base": 60000,
    }  # fmt: skip


def test_every_repeated_row_is_named_wherever_the_blank_columns_stand(home):
    rows = ",甲县,中央,5\n,甲县,中央,5\n,甲县,中央,5\n,甲县,省级,5\n,甲县,省级,6\n"
    told = home.check("资金_202304.csv", "文号,县区,级次,下达资金\n" + rows, exits=1)
    assert problems(told) == [
        (3, "county", "identical_row", "error"),
        (4, "county", "identical_row", "error"),
        (6, "county", "repeated_key", "warning"),
    ]


def test_totals_subtotals_and_the_citys_own_rows_are_checked_and_not_loaded(home):
    rows = (
        "甲县,中央,1号,10,,3\n甲县小计,,,10,,4\n乙县,中央,2号,20,,5\n小计,,,20,,5\n"
        "合 计,,,30,,8\n云川市,,,31,,8\n云川合计,,,30,,8\n全市合计,,,30,,\n"
    )
    told = home.check("资金_202304.csv", FUNDS + rows)
    assert (told["rows_read"], told["rows_kept"], told["totals"]["allocated"]) == (2, 2, 300_000)
    assert [(p["row"], p["column"], p["value"]) for p in told["problems"]] == [
        (3, "spent", "4"),
        (7, "allocated", "31"),
    ]


def test_a_total_of_one_level_is_held_against_that_level(home):
    rows = (
        "甲县,中央,1号,10,,3\n甲县,省级,2号,5,,1\n合计,中央,,10,,3\n合计,省级,,6,,1\n合计,,,15,,4\n"
    )
    told = home.check("资金_202304.csv", FUNDS + rows)
    assert problems(told) == [(5, "allocated", "total_differs", "warning")]


def test_notes_below_the_table_and_numbered_blank_rows_are_no_data(home):
    rows = (
        "序号,县区,级次,文号,下达资金\n1,甲县,中央,1号,10\n—,合计,,,10\n,,,,\n"
        "注:本表按月填报,,,,\n填报人:李,,审核人:王,,\n一、统计口径以财政厅文件为准并由各县区核对,,,,\n"
    )
    assert home.check("资金_202304.csv", rows)["problems"] == []


def test_two_sheets_that_look_alike_are_asked_about_and_an_empty_form_is_not(home):
    header = ["县区", "级次", "文号", "下达资金"]
    march, april = ([header, ["甲县", "中央", "1号", amount]] for amount in (5, 6))
    told = home.check("资金_202304.xlsx", workbook(三月=march, 四月=april), exits=1)
    assert [each[2] for each in problems(told)] == ["two_sheets"]
    assert "三月" in told["problems"][0]["message"]
    told = home.check("资金_202304.xlsx", workbook(说明=[["读我"]], 空表=[header], 四月=april))
    assert (told["sheet"], told["totals"]["allocated"]) == ("四月", 60_000)


def test_number_cells_dates_and_long_numbers_of_a_workbook(home):
    from datetime import datetime

    header = ["项目编号", "项目名称", "县区", "项目类别", "开工时间", "计划投资（元）"]
    rows = [header, ["P1", "水渠", "甲县", "产业", datetime(2023, 2, 3, 8), 0.1 + 0.2],
            ["P2", "水渠", "甲县", "产业", 45046, 1234567.891],
            [610101202304300001, "水渠", "甲县", "产业", None, 1]]  # fmt: skip
    told = home.check("项目_202304.xlsx", workbook(表=rows), exits=1)
    assert problems(told) == [(4, "project_id", "lost_digits", "error")]
    told = home.check("项目_202304.xlsx", workbook(表=rows[:-1]))
    assert told["totals"]["planned_investment"] == 1234568.19
    assert told["totals"]["projects_started"] == 2


@pytest.mark.parametrize("cell", ["2023.1", "9月", "23-04-30", "4.30"])
def test_dates_that_could_be_read_two_ways_are_asked_about(home, cell):
    rows = f"县区,级次,文号,下达资金,下达日期\n甲县,中央,1号,10,{cell}\n"
    told = home.check("资金_202304.csv", rows, exits=1)
    assert problems(told) == [(2, "issued_on", "bad_date", "error")]


HOUSEHOLDS = "户编号,县区,监测对象类别,人数,风险类型,识别监测时间,风险是否已消除,消除监测时间\n"


def test_households_that_are_not_monitored_are_left_out_and_need_not_be_filled_in(home):
    rows = "H1,甲县,突发严重困难户,3,因病,202301,否,\nH2,甲县,,4,,,,\nH3,乙县,,2,,,,\n"
    told = home.load("监测_202304.csv", HOUSEHOLDS + rows)
    assert (told["rows_read"], told["rows_kept"], told["problems"]) == (3, 1, [])
    found = home.standings("2023-04", "risk_elimination_rate")
    assert found["甲县"]["denominator"] == 3
    assert found["乙县"]["reason"] == "no_task"
    assert found["丙县"]["reason"] == "not_reported"


def test_person_rows_make_one_household_and_blanks_do_not_contradict(home):
    rows = (
        "H1,甲县,突发严重困难户,3,因病,202301,否,\nH1,甲县,突发严重困难户,,,202301,否,\n"
        "H2,甲县,突发严重困难户,,因残,202301,是,202303\nH2,甲县,突发严重困难户,,因残,202301,是,202303\n"
    )
    told = home.check("监测_202304.csv", HOUSEHOLDS + rows)
    assert told["rows_kept"] == 2
    assert told["totals"]["persons_monitored"] == 5
    assert told["totals"]["persons_eliminated"] == 2


def test_person_rows_that_disagree_are_named_with_the_row_they_disagree_with(home):
    rows = (
        "H1,甲县,突发严重困难户,3,因病,202301,否,\nH1,甲县,突发严重困难户,3,因病,202302,否,\n"
        "H2,甲县,突发严重困难户,1,因病,202301,否,\nH2,甲县,,1,因病,202301,否,\n"
    )
    told = home.check("监测_202304.csv", HOUSEHOLDS + rows, exits=1)
    assert problems(told) == [
        (3, "identified_month", "household_differs", "error"),
        (5, "monitor_type", "household_differs", "error"),
    ]
    assert "第 2 行" in told["problems"][0]["message"]


def test_all_levels_may_be_written_out_in_benchmarks_and_reports(home):
    rows = "报告期,指标,资金级次,全省平均\n2023-04,支出率,全部,30%\n2023-04,支出率,中央,40%\n"
    assert home.load("基准.csv", rows)["problems"] == []
    rows = (
        "县区,资金级次,下达资金,到位资金,核拨资金,支出资金\n甲县,合计,100,,,30\n甲县,中央,60,,,30\n"
    )
    assert home.load("月报_202304.csv", rows)["problems"] == []
    assert home.standings("2023-04", "spend_rate")["甲县"]["province"] == 0.3
    assert home.standings("2023-04", "spend_rate")["甲县"]["value"] == 0.3
    assert home.standings("2023-04", "spend_rate", "central")["甲县"]["value"] == 0.5


def test_the_months_of_a_benchmark_file_are_each_said_and_hold_against_the_caller(home):
    rows = "报告期,指标,全省平均\n2023-03,支出率,30%\n,开工率,40%\n"
    told = home.check("基准.csv", rows, exits=1)
    assert problems(told) == [(3, "period", "missing_value", "error")]
    rows = "报告期,指标,全省平均\n2023-03,支出率,30%\n"
    told = home.check("基准.csv", rows, "--period", "2023-04", exits=1)
    assert [each[2] for each in problems(told)] == ["period_said"]


LEVELS = "县区,级次,批次,下达资金,支出资金\n"


@pytest.mark.parametrize(
    "subtotal", ["甲县,中央,小计,15,7\n", "甲县,,合 计,18,8\n", "小计,,,15,7\n"]
)
def test_a_subtotal_beside_the_name_of_its_unit_is_checked_and_not_loaded(home, subtotal):
    rows = "甲县,中央,一,10,5\n甲县,中央,二,5,2\n"
    before = "甲县,省级,一,3,1\n" if "合" in subtotal else ""
    told = home.load("资金_202304.csv", LEVELS + before + rows + subtotal + "乙县,省级,一,9,9\n")
    assert problems(told) == []
    assert told["totals"]["allocated"] == (270_000 if before else 240_000)
    wrong = subtotal.replace(",7", ",6").replace(",8", ",6")
    told = home.check("资金_202304.csv", LEVELS + before + rows + wrong + "乙县,省级,一,9,9\n")
    assert [each[1:] for each in problems(told)] == [("spent", "total_differs", "warning")]


def test_a_report_split_by_level_is_totalled_once(home):
    rows = (
        "甲县,中央,100,50\n甲县,省级,50,20\n甲县,合计,150,70\n"
        "乙县,中央,200,80\n乙县,省级,60,30\n乙县,合计,260,110\n"
    )
    header = "县区,资金级次,下达资金,支出资金\n"
    told = home.load(
        "月报_202304.csv", f"{header}{rows}全市合计,,410,180\n", "--dataset", "reports"
    )
    assert problems(told) == []
    assert told["totals"]["allocated"] == 4_100_000


@pytest.mark.parametrize(
    ("started", "finished", "code"),
    [
        ("2023年4月", "2023年4月20日", None),
        ("2023-04-10", "2023-04-01", None),
        ("2023-04-10", "2023-04-02", "finished_before_start"),
        ("2023年4月", "2023年3月31日", "finished_before_start"),
    ],
)
def test_a_month_without_a_day_says_nothing_of_the_days_in_it(home, started, finished, code):
    header = "项目编号,项目名称,县区,项目类别,开工时间,完工时间\n"
    row = f"P1,水渠,甲县,产业,{started},{finished}\n"
    told = home.check("项目_202304.csv", header + row, exits=1 if code else 0)
    errors = [each["code"] for each in told["problems"] if each["severity"] == "error"]
    assert errors == ([code] if code else [])


@pytest.mark.parametrize("mark", ["\u200b", "\ufeff", "\u202c", "\u2002", "\xa0", "\x02", "\ufffe"])
def test_marks_that_nobody_sees_change_nothing(home, mark):
    rows = f"甲县{mark},中央{mark},1号,10{mark},8,{mark}8\n"
    header = FUNDS.replace("支出资金", f"支出资金{mark}")
    told = home.load("资金_202304.csv", header + rows)
    assert problems(told) == []
    assert told["totals"]["spent"] == 80_000


def test_a_month_to_come_is_none_to_report(home):
    told = home.check("资金_209904.csv", FUNDS + "甲县,中央,1号,10,8,8\n", exits=1)
    assert problems(told) == [(None, None, "period_ahead", "error")]


def test_a_month_with_a_digit_missing_is_no_day(home):
    header = "户编号,县区,监测对象类别,识别监测时间,风险是否已消除\n"
    told = home.check("监测_202304.csv", header + "1,甲县,突发严重困难户,20228,否\n", exits=1)
    assert problems(told) == [(2, "identified_month", "bad_month", "error")]
