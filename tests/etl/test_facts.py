"""Facts of literal rows: what each dataset adds up to, and that missing is not zero."""

import pytest

from etl.contract import contracts
from etl.facts import COUNTED


def totals(home, name, content):
    return home.check(name, content)["totals"]


def test_funds_industry_counts_central_and_provincial_money_alone(home):
    rows = (
        "县区,级次,批次,支持方向,资金任务,下达资金\n"
        "甲县,中央,一,产业,巩固拓展,6\n甲县,省级,一,其他,以工代赈,4\n甲县,县级,一,产业,巩固拓展,9\n"
    )
    assert totals(home, "资金_202304.csv", rows) == {
        "allocated": 190_000, "industry": 60_000, "industry_base": 100_000,
        "consolidation_base": 60_000, "consolidation_industry": 60_000,
    }  # fmt: skip


PROJECTS = "项目编号,项目名称,县区,项目类别,项目年度,项目状态,计划开工时间,计划投资\n"


def test_projects_of_the_year_count_and_carried_over_ones_apart(home):
    rows = (
        "P1,水渠,甲县,产业,2023,未开工,2023-05-01,1\nP2,水渠,甲县,产业,2023,在建,2023-03-01,1\n"
        "P3,水渠,甲县,产业,,已验收,2023-03-01,1\nP4,水渠,甲县,产业,2023,已调整,2023-03-01,1\n"
        "P5,水渠,甲县,产业,2022,完工,,1\nP6,水渠,甲县,产业,2022,在建,,1\nP7,水渠,甲县,产业,2023,终止,,1\n"
    )
    assert totals(home, "项目_202304.csv", PROJECTS + rows) == {
        "projects_planned": 3, "projects_started": 2, "projects_not_started": 1,
        "projects_completed": 1, "projects_accepted": 1, "projects_due": 2,
        "projects_due_started": 2, "planned_investment": 30_000,
        "carried_planned": 2, "carried_completed": 1,
    }  # fmt: skip


def test_a_unit_with_carried_over_projects_alone_has_no_task(home):
    home.load("项目_202304.csv", PROJECTS + "P5,水渠,甲县,产业,2022,完工,,1\n")
    assert home.standings("2023-04", "start_rate")["甲县"]["reason"] == "no_task"


@pytest.mark.parametrize(
    ("dates", "started", "completed", "accepted"),
    [(",,", 0, 0, 0), ("2023-01-05,,", 1, 0, 0), ("2023-01-05,2023-02-01,", 1, 1, 0),
     ("2023-01-05,2023-02-01,2023-04-30", 1, 1, 1)],
)  # fmt: skip
def test_without_a_status_the_dates_say_how_far_a_project_is(
    home, dates, started, completed, accepted
):
    rows = (
        f"项目编号,项目名称,县区,项目类别,开工时间,完工时间,验收时间\nP1,水渠,甲县,产业,{dates}\n"
    )
    found = totals(home, "项目_202304.csv", rows)
    assert [found[f"projects_{name}"] for name in ("started", "completed", "accepted")] == [
        started, completed, accepted,
    ]  # fmt: skip


def test_households_count_persons_and_any_measure(home):
    rows = (
        "户编号,县区,监测类别,人数,识别时间,风险是否消除,消除监测时间,整户无劳动能力兜底保障户,产业帮扶\n"
        "H1,甲县,突发严重困难户,3,202301,是,202303,否,是\nH2,甲县,突发严重困难户,2,202301,否,,是,\n"
    )
    assert totals(home, "监测_202304.csv", rows) == {
        "households_monitored": 2, "persons_monitored": 5, "households_eliminated": 1,
        "persons_eliminated": 3, "households_measured": 1, "households_no_labour": 1,
        "persons_no_labour": 2,
    }  # fmt: skip


def test_reports_hold_what_they_give_and_a_blank_is_no_zero(home):
    rows = "县区,计划项目数,开工项目数,完工项目数\n甲县,5,0,\n乙县,,,3\n"
    assert totals(home, "月报_202304.csv", rows) == {
        "projects_planned": 5, "projects_started": 0, "projects_completed": 3,
    }  # fmt: skip


def test_projects_are_split_by_township_labour_for_relief_and_days_from_money_to_start(
    home, published_rows
):
    rows = (
        "项目编号,项目名称,县区,项目类别,项目状态,乡镇,以工代赈,资金下达日期,开工时间\n"
        "P1,水渠,甲县,产业,在建,东镇,是,2023-01-01,2023-01-31\n"
        "P2,水渠,甲县,产业,未开工,东镇,否,2023-01-01,\n"
        "P3,水渠,甲县,就业,在建,,是,2023-02-01,2023-01-31\n"
        "P4,水渠,甲县,就业,终止,西镇,是,2023-01-01,2023-01-31\n"
    )
    home.load("项目_202304.csv", rows)
    sql = (
        "SELECT dimension, member, value FROM facts WHERE measure = 'projects_started'"
        " AND dimension IN ('township', 'work_relief', 'days_to_start') ORDER BY ALL"
    )
    assert published_rows(home.path, sql) == [
        ("days_to_start", "-1", 1), ("days_to_start", "30", 1),
        ("township", "东镇", 1), ("township", "未填", 1), ("work_relief", "yes", 2),
    ]  # fmt: skip


def test_households_are_split_by_township_year_way_and_months_to_elimination(home, published_rows):
    rows = (
        "户编号,县区,乡镇,监测对象类别,人数,识别监测时间,风险是否已消除,消除监测时间,风险消除方式\n"
        "H1,甲县,东镇,突发严重困难户,3,202211,是,202304,帮扶消除\n"
        "H2,甲县,东镇,突发严重困难户,4,202302,否,,\n"
        "H3,甲县,西镇,突发严重困难户,2,202302,是,202304,自然消除\n"
    )
    home.load("监测_202304.csv", rows)
    sql = (
        "SELECT dimension, member, value FROM facts WHERE measure = 'persons_eliminated'"
        " AND dimension NOT IN ('', 'monitor_type', 'risk', 'measure_kind') ORDER BY ALL"
    )
    assert published_rows(home.path, sql) == [
        ("elimination_way", "帮扶消除", 3), ("elimination_way", "自然消除", 2),
        ("identified_year", "2022", 3), ("identified_year", "2023", 2),
        ("months_to_elimination", "2", 2), ("months_to_elimination", "5", 3),
        ("township", "东镇", 3), ("township", "西镇", 2),
    ]  # fmt: skip


@pytest.mark.parametrize("dataset", ["funds", "projects", "households", "reports"])
def test_what_the_rows_add_is_what_the_facts_say(dataset, sample_home, published_rows):
    counted = (
        f"UNPIVOT (SELECT period, unit_code, unnest(adds) FROM {dataset}_counted)"
        " ON COLUMNS(* EXCLUDE (period, unit_code)) INTO NAME measure VALUE value"
    )
    source = "report" if dataset == "reports" else "ledger"
    summed = f"SELECT period, unit_code, measure, sum(value) AS total FROM ({counted}) GROUP BY ALL"
    facts = (
        "SELECT period, unit_code, measure, sum(value) AS total FROM facts JOIN measures USING"
        f" (measure) WHERE dimension = '' AND source = '{source}'"
        f" AND (source = 'report' OR dataset = '{dataset}') GROUP BY ALL"
    )
    # A unit without a task has zeros, and no row that adds them.
    wrong = (
        f"SELECT period, unit_code, measure FROM ({facts}) AS facts FULL JOIN ({summed}) AS counted"
        " USING (period, unit_code, measure)"
        " WHERE coalesce(facts.total, 0) <> coalesce(counted.total, 0)"
    )
    assert published_rows(sample_home, wrong) == []


def test_a_report_counts_every_figure_it_may_give():
    figures = contracts()["reports"].stored().keys() - {"county", "fund_level"}
    text = (COUNTED / "reports.sql").read_text("utf-8")
    assert {name for name in figures if f"'{name}': CAST({name} AS" in text} == figures
