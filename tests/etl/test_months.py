"""Warnings over the months: new, continuing, cleared, unverified; and that they are made once."""

from pathlib import Path

import pytest

PROJECTS = "项目编号,项目名称,县区,项目类别,项目状态,资金下达日期,下达资金\n"
JANUARY = "P1,水渠,甲县,产业,未开工,2023-01-05,1\nP2,水渠,甲县,产业,未开工,2023-01-20,2\n"
SLOW = "SELECT period, subject, status, since FROM warnings WHERE rule = 'slow_start' ORDER BY ALL"


@pytest.fixture
def slow(home, published_rows):
    """Return the warnings of rule slow_start as (period, subject, status, since)."""
    return lambda: published_rows(home.path, SLOW)


def test_a_warning_is_new_then_continues_and_is_cleared(home, slow):
    home.load("项目_202302.csv", PROJECTS + JANUARY)
    home.load(
        "项目_202303.csv",
        PROJECTS + JANUARY.replace("P2,水渠,甲县,产业,未开工", "P2,水渠,甲县,产业,在建"),
    )
    assert slow() == [
        ("2023-02", "P1", "new", "2023-02"), ("2023-02", "P2", "new", "2023-02"),
        ("2023-03", "P1", "continuing", "2023-02"), ("2023-03", "P2", "cleared", "2023-02"),
    ]  # fmt: skip


def test_money_issued_thirty_days_before_month_end_is_not_late_yet(home, slow):
    # 31 January − 1 January is 30 days: more than that is asked.
    home.load("项目_202301.csv", PROJECTS + "P1,水渠,甲县,产业,未开工,2023-01-01,1\n")
    home.load("项目_202305.csv", PROJECTS + "P1,水渠,甲县,产业,未开工,2023-04-30,1\n")
    assert slow() == [("2023-05", "P1", "new", "2023-05")]


def test_a_warning_of_a_unit_that_sends_nothing_is_neither_there_nor_gone(home, slow):
    home.load("项目_202302.csv", PROJECTS + JANUARY + "Q1,路,乙县,产业,未开工,2023-01-05,1\n")
    home.load("项目_202303.csv", PROJECTS + JANUARY)
    home.load("项目_202304.csv", PROJECTS + "Q1,路,乙县,产业,未开工,2023-01-05,1\n")
    assert [each for each in slow() if each[1] == "Q1"] == [
        ("2023-02", "Q1", "new", "2023-02"), ("2023-03", "Q1", "unverified", "2023-02"),
        ("2023-04", "Q1", "continuing", "2023-02"),
    ]  # fmt: skip


def test_the_counts_are_those_of_the_rows(sample_home, published_rows):
    kinds = "period, rule, unit_code, status, since, due"
    sql = (
        f"SELECT {kinds}, count(*) FROM warnings GROUP BY ALL"
        f" EXCEPT SELECT {kinds}, warnings FROM warning_counts"
    )
    assert published_rows(sample_home, sql) == []
    assert published_rows(sample_home, "SELECT count(*) > 0 FROM warning_counts") == [(True,)]


def test_new_and_continuing_are_last_months_without_the_cleared_ones(sample_home, published_rows):
    """Today's = last month's known ones − cleared − unknown + new."""
    sql = """
        WITH counts AS (
            SELECT period, rule,
                sum(warnings) FILTER (status IN ('new', 'continuing', 'unverified')) AS known,
                sum(warnings) FILTER (status = 'new') AS new,
                sum(warnings) FILTER (status = 'cleared') AS cleared
            FROM warning_counts GROUP BY ALL
        )
        SELECT now.period, rule
        FROM counts AS now
        JOIN counts AS before USING (rule)
        WHERE CAST(before.period || '-01' AS DATE)
                = CAST(now.period || '-01' AS DATE) - INTERVAL 1 MONTH
            AND coalesce(now.known, 0)
                <> coalesce(before.known, 0) + coalesce(now.new, 0) - coalesce(now.cleared, 0)
    """
    assert published_rows(sample_home, sql) == []


def test_a_rule_is_what_the_settings_make_of_it(home, slow, published_rows):
    home.load("项目_202302.csv", PROJECTS + JANUARY)
    home.reference("settings.toml", "[warnings.slow_start]\ndays = 45\nseverity = 'low'\n")
    home.run("publish")
    assert slow() == [("2023-02", "P1", "new", "2023-02")]
    rule = "SELECT severity, rule_zh FROM warning_rules WHERE rule = 'slow_start'"
    assert published_rows(home.path, rule) == [("low", "资金下达超过45天，到月末仍未开工")]
    home.reference("settings.toml", "[warnings.slow_start]\nfrom = '2023-03'\n")
    home.run("publish")
    assert slow() == []
    home.reference("settings.toml", "[warnings.slow_start]\non = false\n")
    home.run("publish")
    assert (slow(), published_rows(home.path, rule)) == ([], [])


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("[warnings.slow_strat]\ndays = 3\n", "slow_strat: no such rule"),
        ("[warnings.slow_start]\nday = 3\n", "slow_start.day: no such threshold"),
        ("[warnings.slow_start]\ndays = 'many'\n", "slow_start.days: 'many'"),
        ("[warnings.slow_start]\nseverity = 'huge'\n", "severity"),
        ("[warnings.slow_start]\nfrom = 'May'\n", "from"),
    ],
)
def test_a_setting_that_no_rule_knows_is_refused(home, settings, said):
    home.reference("settings.toml", settings)
    assert said in home.run("publish", exits=2)


def made(home) -> dict[Path, int]:
    return {path: path.stat().st_ino for path in (home.path / "published" / "months").glob("*/*")}


def test_a_month_is_looked_through_once(home, slow):
    for month in ("202302", "202303"):
        home.load(f"项目_{month}.csv", PROJECTS + JANUARY)
    before = made(home)
    home.load("项目_202304.csv", PROJECTS + JANUARY)
    assert before.items() < made(home).items()


def test_withdrawing_is_an_exact_undo_and_rebuilding_changes_nothing(home, slow):
    home.load("项目_202302.csv", PROJECTS + JANUARY)
    home.load("项目_202303.csv", PROJECTS + JANUARY)
    before = slow()
    number = home.load("项目2_202302.csv", PROJECTS + JANUARY.split("\n")[0] + "\n")["upload_id"]
    assert slow() != before
    home.run("withdraw", number, "--by", "甲", "--reason", "错")
    assert slow() == before
    home.run("rebuild")
    assert slow() == before


HOUSEHOLDS = "户编号,县区,监测对象类别,人数,识别监测时间,风险是否已消除,消除监测时间,帮扶措施\n"


def test_the_stock_of_one_month_comes_from_that_of_the_month_before(home, published_rows):
    march = (
        "H1,甲县,突发严重困难户,3,202301,否,,\nH2,甲县,突发严重困难户,4,202302,是,202303,产业帮扶\n"
        "H3,甲县,突发严重困难户,5,202302,否,,产业帮扶\n"
    )
    # H1 gets its first measure and a child, H2 relapses, H3 is gone, H4 is new, H5 comes late.
    april = (
        "H1,甲县,突发严重困难户,4,202301,否,,健康帮扶\nH2,甲县,突发严重困难户,4,202302,否,,产业帮扶\n"
        "H4,甲县,突发严重困难户,2,202304,否,,产业帮扶\nH5,甲县,突发严重困难户,6,202212,是,202304,产业帮扶\n"
    )
    home.load("监测_202303.csv", HOUSEHOLDS + march)
    home.load("监测_202304.csv", HOUSEHOLDS + april)
    sql = (
        "SELECT dimension, member, measure, value FROM facts WHERE period = '2023-04' AND dimension"
        " IN ('flow', 'turn', 'months_to_measure') ORDER BY ALL"
    )
    flows = {(dimension, member, measure.split("_")[0]): value
             for dimension, member, measure, value in published_rows(home.path, sql)}  # fmt: skip
    assert flows == {
        ("flow", "opening", "households"): 3, ("flow", "opening", "persons"): 12,
        ("flow", "new", "households"): 1, ("flow", "new", "persons"): 2,
        ("flow", "left", "households"): 1, ("flow", "left", "persons"): 5,
        ("flow", "changed", "households"): 1, ("flow", "changed", "persons"): 7,
        ("flow", "closing", "households"): 4, ("flow", "closing", "persons"): 16,
        ("turn", "eliminated", "households"): 1, ("turn", "eliminated", "persons"): 6,
        ("turn", "relapsed", "households"): 1, ("turn", "relapsed", "persons"): 4,
        ("months_to_measure", "3", "households"): 1, ("months_to_measure", "0", "households"): 1,
    }  # fmt: skip


def test_facts_of_an_upload_by_older_definitions_are_added_up_again_beside_it(home):
    home.load("项目_202302.csv", PROJECTS + JANUARY)
    before = home.standings("2023-02", "start_rate")
    (receipt,) = (home.path / "uploads").glob("*/*/receipt.json")
    receipt.write_text(
        receipt.read_text("utf-8").replace('"facts_by": "', '"facts_by": "old'), "utf-8"
    )
    (receipt.parent / "facts.parquet").write_bytes(b"of another shape")
    home.run("publish")
    assert home.standings("2023-02", "start_rate") == before
    assert len(list((home.path / "uploads").glob("*/facts-*/*/facts.parquet"))) == 1


def test_what_cannot_be_seen_any_more_is_neither_there_nor_gone(home, published_rows):
    """In March the measures are blank throughout: whether H1 has one by now is not known."""
    head = "户编号,县区,监测对象类别,人数,识别监测时间,风险是否已消除,帮扶措施\n"
    rows = "H1,甲县,突发严重困难户,3,202211,否,{}\nH2,甲县,突发严重困难户,4,202301,否,{}\n"
    for month, first, second in (
        ("202302", "", "产业帮扶"),
        ("202303", "", ""),
        ("202304", "健康帮扶", "产业帮扶"),
    ):
        home.load(f"监测_{month}.csv", head + rows.format(first, second))
    sql = "SELECT period, subject, status FROM warnings WHERE rule = 'no_measure' ORDER BY ALL"
    assert published_rows(home.path, sql) == [
        ("2023-02", "H1", "new"), ("2023-03", "H1", "unverified"), ("2023-04", "H1", "cleared"),
    ]  # fmt: skip


def test_a_figure_that_is_not_given_any_more_leaves_its_unit_unverified(home, published_rows):
    head = "县区,级次,批次,支持方向,下达资金,支出资金\n"
    for month, spent in (("202304", "1"), ("202305", ""), ("202306", "8")):
        home.load(f"资金_{month}.csv", head + f"甲县,中央,一,产业,10,{spent}\n")
    sql = "SELECT period, status FROM warnings WHERE rule = 'slow_spend' ORDER BY ALL"
    assert published_rows(home.path, sql) == [
        ("2023-04", "new"), ("2023-05", "unverified"), ("2023-06", "cleared"),
    ]  # fmt: skip


def test_what_a_rule_cannot_see_of_a_unit_is_not_known(home, published_rows):
    """乙县's ledger gives no measures: that none is missing there is not known."""
    head = "户编号,县区,监测对象类别,人数,识别监测时间,风险是否已消除,帮扶措施\n"
    row = "{},{},突发严重困难户,3,202211,否,{}\n"
    home.load(
        "监测_202304.csv",
        head + row.format("H1", "甲县", "产业帮扶") + row.format("H2", "乙县", ""),
    )
    known = (
        "SELECT rule, list(unit_code ORDER BY unit_code) FROM warning_known"
        " WHERE period = '2023-04' AND rule IN ('no_measure', 'too_fast', 'slow_spend',"
        " 'not_reported') GROUP BY rule ORDER BY rule"
    )
    expected = [
        ("no_measure", ["990101"]),
        ("not_reported", ["990101", "990102", "990103", "990199"]),
        ("too_fast", ["990101", "990102"]),
    ]
    assert published_rows(home.path, known) == expected
    home.reference("settings.toml", "[warnings.too_fast]\nfrom = '2023-05'\n")
    home.run("publish")
    assert published_rows(home.path, known) == expected[:2]


def test_months_that_nobody_saw_are_not_counted(home, published_rows):
    """Q1 is seen in February, and not in March and April, in which 乙县 sends nothing."""
    home.load("项目_202302.csv", PROJECTS + JANUARY + "Q1,路,乙县,产业,未开工,2023-01-05,1\n")
    for month in ("202303", "202304"):
        home.load(f"项目_{month}.csv", PROJECTS + JANUARY)
    home.load("项目_202305.csv", PROJECTS + "Q1,路,乙县,产业,在建,2023-01-05,1\n")
    sql = (
        "SELECT period, subject, status, last_seen FROM warnings WHERE rule = 'slow_start'"
        " AND subject IN ('P1', 'Q1') AND period > '2023-02' ORDER BY ALL"
    )
    assert published_rows(home.path, sql) == [
        ("2023-03", "P1", "continuing", "2023-03"), ("2023-03", "Q1", "unverified", "2023-02"),
        ("2023-04", "P1", "continuing", "2023-04"), ("2023-04", "Q1", "unverified", "2023-02"),
        ("2023-05", "P1", "unverified", "2023-04"), ("2023-05", "Q1", "cleared", "2023-02"),
    ]  # fmt: skip


def test_a_unit_known_by_its_report_alone_does_not_stay_warned_of(home, published_rows):
    units = "code,name,order,rural_population\n990101,甲县,1,1000\n990102,乙县,2,1000\n"
    home.reference("units.csv", units)
    for month, persons in (("202303", "1"), ("202304", "30"), ("202305", "")):
        home.load(f"月报_{month}.csv", f"县区,监测人数,消除人数\n甲县,{persons},0\n乙县,30,0\n")
    sql = "SELECT period, unit_code, status FROM warnings WHERE rule = 'low_cover' ORDER BY ALL"
    assert published_rows(home.path, sql) == [
        ("2023-03", "990101", "new"), ("2023-04", "990101", "cleared"),
    ]  # fmt: skip
    known = (
        "SELECT period, list(unit_code ORDER BY unit_code) FROM warning_known"
        " WHERE rule = 'low_cover' GROUP BY period ORDER BY period"
    )
    assert published_rows(home.path, known) == [
        ("2023-03", ["990101", "990102"]), ("2023-04", ["990101", "990102"]),
        ("2023-05", ["990102"]),
    ]  # fmt: skip
