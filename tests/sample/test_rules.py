"""The independent calculation itself, on rows worked out by hand."""

from datetime import date
from fractions import Fraction

from tests.sample.independent import Standing, count_streaks, judge, milestone, rank, with_parts
from tests.sample.measures import in_force, of_funds, of_households, of_projects, of_report
from tests.sample.reading import percents, read


def of(value: str) -> Standing:
    return Standing(value=Fraction(value))


def test_equal_ratios_share_a_rank_and_the_next_rank_is_left_out() -> None:
    month = [of("3/6"), of("0.9"), of("1/2"), Standing(reason="no_task"), of("0")]
    rank(month)
    assert [one.rank for one in month] == [2, 1, 2, None, 4]
    assert [one.tied for one in month] == [True, False, True, False, False]


def test_a_missing_part_is_not_reported_and_a_zero_denominator_no_task() -> None:
    assert with_parts(None).reason == "not_reported"
    assert with_parts((Fraction(0), Fraction(0))) == Standing(
        Fraction(0), Fraction(0), reason="no_task"
    )
    assert with_parts((Fraction(0), Fraction(4))).value == 0


def test_the_light_needs_both_lines_and_ten_points_below_the_milestone_are_red() -> None:
    def light(value: str, *goals: str | None) -> str:
        one = of(value)
        one.milestone, one.province = (None if goal is None else Fraction(goal) for goal in goals)
        judge(one)
        return one.light

    assert light("0.3", "0.3", "0.3") == "green"
    assert light("0.29996", "0.3", "0.2") == "yellow"
    assert light("0.35", "0.3", "0.36") == "yellow"
    assert light("0.2", "0.3", "0.1") == "yellow"
    assert light("0.1999", "0.3", "0.1") == "red"
    assert light("0.28", "0.3", "0.36") == "red"
    assert light("0.35", None, "0.36") == "yellow"
    assert light("0.28", "0.3", None) == "yellow"
    assert light("0.1999", "0.3", None) == "red"
    assert light("0.28", None, None) == "grey"


def test_a_month_not_reported_neither_counts_nor_breaks_a_streak() -> None:
    months = [of("0.1"), Standing(reason="not_reported"), of("0.1"), of("0.5"), of("0.1")]
    count_streaks(months, [True, None, True, False, True])
    assert [one.streak for one in months] == [1, 0, 2, 0, 1]
    months = [of("0.1"), Standing(reason="no_task"), of("0.1")]
    count_streaks(months, [True, None, True])
    assert [one.streak for one in months] == [1, 0, 1]


def test_the_milestone_in_force_is_the_last_one_due_this_year() -> None:
    assert milestone("spend_rate", date(2022, 3, 31)) is None
    assert milestone("spend_rate", date(2022, 4, 30)) == Fraction(30, 100)
    assert milestone("spend_rate", date(2022, 12, 31)) == Fraction(85, 100)
    assert milestone("industry_share", date(2022, 1, 31)) == Fraction(60, 100)


def test_a_newer_file_replaces_only_the_units_it_has_rows_for() -> None:
    first = [{"county": "1", "spent": 1}, {"county": "2", "spent": 2}]
    again = [{"county": "2", "spent": 3}]
    active = in_force([("funds", "2023-04", first), ("funds", "2023-04", again)])
    assert active["funds", "2023-04", "1"] == first[:1]
    assert active["funds", "2023-04", "2"] == again


def test_a_fund_ledger_without_any_spending_is_silent_about_it() -> None:
    line: dict = {"fund_level": "central", "category": "产业发展", "arrived": None}
    sums = of_funds([line | {"allocated": Fraction(9), "spent": None}])
    assert ("all", "spent") not in sums
    assert sums["municipal", "allocated"] == 0
    assert sums["all", "industry"] == sums["all", "allocated"] == 9
    half = [line | {"allocated": Fraction(9), "spent": one} for one in (None, Fraction(2))]
    assert of_funds(half)["all", "spent"] == 2


def test_only_the_years_own_projects_count_and_adjusted_ones_do_not() -> None:
    day = date(2023, 4, 20)
    blank = {"finished_on": None, "accepted_on": None, "planned_investment": None, "invested": None}
    this = blank | {"year": 2023, "started_on": day, "planned_start": day}
    rows = [
        this,
        this | {"started_on": None, "status": "未开工"},
        this | {"started_on": None, "status": "已调整"},
        this | {"year": 2022},
    ]
    sums = of_projects(rows, date(2023, 4, 30))
    assert sums["all", "projects_planned"] == 2
    assert sums["all", "projects_started"] == 1
    assert sums["all", "projects_due"] == 2
    assert ("all", "invested") not in sums


def test_rows_of_one_household_are_its_persons() -> None:
    row = {"household_id": "1", "county": "x", "monitor_type": "边缘易致贫户", "eliminated": True}
    other = row | {"household_id": "2", "eliminated": False, "persons": Fraction(4)}
    unmonitored = row | {"household_id": "3", "monitor_type": None}
    rows = [row | {"measures": "产业帮扶"}] * 3 + [other | {"measures": None}, unmonitored]
    assert of_households(rows) == {
        ("all", "persons_monitored"): 7,
        ("all", "persons_eliminated"): 3,
        ("all", "households_monitored"): 2,
        ("all", "households_measured"): 1,
    }


def test_a_report_by_level_adds_up_to_all_levels() -> None:
    rows = [
        {"fund_level": "central", "spent": Fraction(2)},
        {"fund_level": "county", "spent": Fraction(3)},
    ]
    assert of_report(rows)["all", "spent"] == 5
    assert ("central", "spent") not in of_report([{"county": "1", "spent": Fraction(7)}])


def test_percents_are_decided_for_the_whole_column() -> None:
    assert percents(["0.5", "36.2"]) == [Fraction(5, 1000), Fraction(362, 1000)]
    assert percents(["0.5%"]) == [Fraction(5, 1000)]
    assert percents([0, None, 36.2]) == [0, None, Fraction(362, 1000)]


def test_a_file_is_read_with_its_month_its_unit_and_without_its_totals() -> None:
    text = "台账\r\n截至2023年4月30日,,单位:万元\r\n县区,级次,安排资金,累计支出\r\n"
    text += '云溪,中央资金,"1,000.5",2.000001\r\n合计,,1000.5,2.000001\r\n'
    table = read("funds", "台账.csv", text.encode("gb18030"))
    assert table.period == "2023-04"
    assert table.rows == [
        {
            "county": "云溪",
            "fund_level": "central",
            "allocated": Fraction(10_005_000),
            "spent": Fraction("20000.01"),
        }
    ]
