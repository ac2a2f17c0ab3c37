"""Standings from literal facts: ranks, ties, lights, streaks and milestones, worked by hand."""

from decimal import Decimal

import duckdb
import pytest

from etl.clean import SQL

A, B, C, CITY_LEVEL = "990101", "990102", "990103", "990199"


class Board:
    """An empty published file in memory to put literal rows in."""

    def __init__(self):
        self.con = duckdb.connect()
        self.con.execute((SQL / "schema.sql").read_text("utf-8"))
        for order, (code, name, ranked) in enumerate(
            [(A, "甲县", True), (B, "乙县", True), (C, "丙县", True), (CITY_LEVEL, "市本级", False)]
        ):
            self.con.execute(
                "INSERT INTO units VALUES (?, ?, ?, ?, NULL, false, ?, NULL, NULL, NULL, ?)",
                [code, name, name, name, ranked, order],
            )
        self.indicator("spend_rate", "spent", "allocated", ["all", "central", "provincial"])

    def indicator(self, code, above, below, levels, better="higher"):
        self.con.execute(
            "INSERT INTO indicators VALUES (?, 1, true, ?, ?, '', '', ?, ?, 'money', ?, ?, '', '',"
            " NULL, NULL)",
            [code, code, code, above, below, better, levels],
        )

    def fact(self, period, unit, measure, value, level="central", source="ledger"):
        self.con.execute(
            "INSERT INTO facts VALUES (?, ?, ?, ?, ?, '', '', ?, '000001')",
            [period, unit, level, measure, source, Decimal(str(value))],
        )
        self.con.execute(
            "INSERT OR IGNORE INTO coverage VALUES ('funds', ?, ?, '000001')", [period, unit]
        )

    def rate(self, period, unit, above, below, **where):
        self.fact(period, unit, "spent", above, **where)
        self.fact(period, unit, "allocated", below, **where)

    def target(self, month, day, at_least, unit=None, level=None):
        self.con.execute(
            "INSERT INTO targets VALUES ('spend_rate', ?, ?, ?, ?, ?, '')",
            [level, unit, month, day, Decimal(str(at_least))],
        )

    def province(self, period, value, level="all"):
        self.con.execute(
            "INSERT INTO benchmarks BY NAME SELECT ? AS period, 'spend_rate' AS indicator,"
            " ? AS fund_level, ? AS province, '1' AS upload_id",
            [period, level, Decimal(str(value))],
        )

    def standings(self, columns, level="all", period="2023-04", far_below="0.10"):
        self.con.execute("DELETE FROM standings")
        self.con.execute(
            SQL.with_name("standings.sql").read_text("utf-8"), {"far_below": Decimal(far_below)}
        )
        rows = self.con.execute(
            f"SELECT unit_code, {columns} FROM standings WHERE level = ? AND period = ?",
            [level, period],
        ).fetchall()
        return {code: values[0] if len(values) == 1 else values for code, *values in rows}


@pytest.fixture
def board():
    return Board()


def test_ties_take_the_same_rank_and_the_next_one_is_skipped(board):
    board.rate("2023-04", A, 1, 3)
    board.rate("2023-04", B, 2, 3)
    board.rate("2023-04", C, 4, 6)
    assert board.standings("rank, tied") == {
        A: [3, False], B: [1, True], C: [1, True], CITY_LEVEL: [None, False], "city": [None, False],
    }  # fmt: skip


def test_ratios_that_print_alike_are_ranked_apart_and_said_to_look_alike(board):
    board.rate("2023-04", A, 50000, 100000)
    board.rate("2023-04", B, 50001, 100000)
    board.rate("2023-04", C, 1, 4)
    assert board.standings("rank, tied, alike") == {
        A: [2, False, True], B: [1, False, True], C: [3, False, False],
        CITY_LEVEL: [None, False, False], "city": [None, False, False],
    }  # fmt: skip


def test_sums_too_large_for_doubles_are_still_told_apart(board):
    board.rate("2023-04", A, "4999999999999998.99", "4999999999999999.99")
    board.rate("2023-04", B, "4999999999999998.98", "4999999999999999.99")
    assert board.standings("rank") | {C: None} == {
        A: 1, B: 2, C: None, CITY_LEVEL: None, "city": None,
    }  # fmt: skip


def test_the_city_is_sum_over_sum_with_city_level_money_and_says_who_is_missing(board):
    board.rate("2023-04", A, 10, 100)
    board.rate("2023-04", B, 90, 100)
    board.rate("2023-04", CITY_LEVEL, 0, 300)
    board.fact("2023-04", C, "allocated", 500)  # spending not reported
    found = board.standings("numerator, denominator, value, reason, units_missing")
    assert found["city"] == [100, 500, 0.2, None, 1]
    assert found[C] == [None, None, None, "not_reported", None]


def test_no_task_is_not_the_same_as_nothing_done(board):
    board.rate("2023-04", A, 0, 0)
    board.rate("2023-04", B, 0, 5)
    board.rate("2023-04", C, 1, 5)
    found = board.standings("value, rank, ranked, reason")
    assert found[A] == [None, None, False, "no_task"]
    assert found[B] == [0, 2, True, None]
    assert found["city"][0] == 0.1


def test_rates_above_one_are_not_clipped(board):
    board.rate("2023-04", A, 21410, 20985)
    assert f"{100 * board.standings('value')[A]:.2f}" == "102.03"


def test_at_least_means_at_least_on_exact_numbers(board):
    board.target(4, 30, "0.3")
    board.rate("2023-04", A, 29996, 100000)  # prints as 30.00 %
    board.rate("2023-04", B, 30000, 100000)
    found = board.standings("light, round(gap_milestone, 3)")
    assert found[A] == ["yellow", -0.004]
    assert found[B] == ["green", 0]


@pytest.mark.parametrize(
    ("spent", "milestone", "province", "light"),
    [
        (40, "0.3", "0.35", "green"),
        (30, "0.3", "0.30", "green"),
        (32, "0.3", "0.35", "yellow"),  # the milestone met, the province not
        (28, "0.3", "0.25", "yellow"),  # the other way round
        (19, "0.3", "0.15", "red"),  # more than ten points behind the milestone
        (20, "0.3", "0.15", "yellow"),  # ten points behind are not more than ten
        (28, "0.3", "0.35", "red"),  # below both
        (29, "0.3", None, "yellow"),  # the milestone decides alone
        (19, "0.3", None, "red"),
        (30, "0.3", None, "green"),
        (34, None, "0.35", "yellow"),  # the province decides alone: below both it cannot be
        (35, None, "0.35", "green"),
        (90, None, None, "grey"),
    ],
)
def test_lights(board, spent, milestone, province, light):
    if milestone:
        board.target(4, 30, milestone)
    if province:
        board.province("2023-04", province)
    board.rate("2023-04", A, spent, 100)
    assert board.standings("light")[A] == light
    assert board.standings("light")[B] == "grey"


def test_milestones_in_force_and_next(board):
    board.target(4, 30, "0.3")
    board.target(6, 30, "0.5")
    board.target(9, 30, "0.85")
    for month, spoken in {
        "2023-03": [None, 0.3], "2023-04": [0.3, 0.5], "2023-05": [0.3, 0.5],
        "2023-06": [0.5, 0.85], "2023-12": [0.85, None],
    }.items():  # fmt: skip
        board.rate(month, A, 1, 2)
        assert board.standings("milestone, next_milestone", period=month)[A] == spoken


def test_a_units_own_series_replaces_the_general_one(board):
    board.target(4, 1, "1.0")
    board.target(5, 20, "1.0", unit=B)
    board.rate("2023-04", A, 1, 2)
    board.rate("2023-04", B, 1, 2)
    found = board.standings("milestone")
    assert found == {A: 1.0, B: None, C: 1.0, CITY_LEVEL: 1.0, "city": 1.0}


def test_a_levels_own_series_replaces_the_general_one(board):
    board.target(4, 30, "0.3")
    board.target(4, 30, "0.4", level="central")
    board.rate("2023-04", A, 1, 2)
    assert board.standings("milestone")[A] == 0.3
    assert board.standings("milestone", level="central")[A] == 0.4


def test_streaks_pass_over_unreported_months_and_end_with_a_month_that_is_not_behind(board):
    board.target(1, 31, "0.5")
    behind = {A: "2022-11 2022-12 2023-01 2023-03 2023-04", B: "2023-01 2023-02 2023-04"}
    for unit, months in behind.items():
        for month in months.split():
            board.rate(month, unit, 1, 4)
    board.rate("2023-03", B, 3, 4)
    board.rate("2023-02", C, 3, 4)  # so that February is a month on record
    found = board.standings("streak")
    assert found[A] == 5
    assert found[B] == 1
    assert found[C] == 0


def test_previous_rank_is_that_of_the_month_before(board):
    board.rate("2023-03", A, 2, 4)
    board.rate("2023-03", B, 1, 4)
    board.rate("2023-04", A, 2, 4)
    board.rate("2023-04", B, 3, 4)
    board.rate("2023-06", B, 3, 4)
    found = board.standings("rank, previous_rank, previous_value")
    assert found[A] == [2, 1, 0.5]
    assert found[B] == [1, 2, 0.25]
    assert board.standings("previous_rank", period="2023-06")[B] is None


def test_the_ledger_goes_before_the_report_and_the_report_fills_in(board):
    board.rate("2023-04", A, 1, 4)
    board.rate("2023-04", A, 3, 4, level="all", source="report")
    board.fact("2023-04", B, "allocated", 4)
    board.rate("2023-04", B, 3, 8, level="all", source="report")
    found = board.standings("numerator, denominator, numerator_source, denominator_source")
    assert found[A] == [1, 4, "ledger", "ledger"]
    assert found[B] == [3, 4, "report", "ledger"]
    assert found["city"] == [4, 8, "mixed", "ledger"]


def test_a_level_that_a_ledger_does_not_name_has_nothing_and_a_report_says_nothing(board):
    board.rate("2023-04", A, 1, 4, level="central")
    board.rate("2023-04", B, 1, 4, level="all", source="report")
    found = board.standings("reason", level="provincial")
    assert found[A] == "no_task"
    assert found[B] == "not_reported"


def test_a_reports_undivided_figure_goes_before_the_sum_of_its_levels(board):
    board.rate("2023-04", A, 5, 10, level="all", source="report")
    board.rate("2023-04", A, 1, 4, level="central", source="report")
    board.rate("2023-04", B, 1, 4, level="central", source="report")
    board.rate("2023-04", B, 2, 4, level="provincial", source="report")
    found = board.standings("numerator, denominator")
    assert found[A] == [5, 10]
    assert found[B] == [3, 8]


def test_where_lower_is_better_everything_turns_round(board):
    board.con.execute("UPDATE indicators SET better = 'lower'")
    board.target(4, 30, "0.3")
    board.province("2023-04", "0.25")
    board.rate("2023-04", A, 20, 100)
    board.rate("2023-04", B, 28, 100)
    board.rate("2023-04", C, 41, 100)
    found = board.standings("rank, light")
    assert [found[A], found[B], found[C]] == [[1, "green"], [2, "yellow"], [3, "red"]]
