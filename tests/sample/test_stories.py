"""The planted stories of etl/sample/README.md, found again in the published board."""

from decimal import Decimal

import duckdb
import pytest

YUNXI, DONGLING, HEWAN, QINGQUAN = "990121", "990122", "990123", "990124"
XIPING, PINGGANG, QINGSHI, LINHU, SHIPING = "990125", "990126", "990127", "990128", "990129"
HIGH_TECH, BEIYUAN = "990171", "990172"
Board = duckdb.DuckDBPyConnection


def standing(board: Board, period: str, indicator: str, unit: str, columns: str) -> tuple:
    found = board.execute(
        f"SELECT {columns} FROM standings WHERE level = 'all'"
        " AND period = $period AND indicator = $indicator AND unit_code = $unit",
        {"period": period, "indicator": indicator, "unit": unit},
    ).fetchone()
    assert found is not None
    return found


def fact(board: Board, period: str, unit: str, measure: str, source: str) -> Decimal:
    found = board.execute(
        "SELECT sum(value) FROM facts WHERE dimension = '' AND period = $period"
        " AND unit_code = $unit AND measure = $measure AND source = $source",
        {"period": period, "unit": unit, "measure": measure, "source": source},
    ).fetchone()
    assert found is not None
    return Decimal(found[0])


def test_a_leader_falls_behind(published: Board) -> None:
    ranks = [
        standing(published, period, "spend_rate", LINHU, "rank")[0]
        for period in ("2021-01", "2021-12", "2022-05", "2022-06", "2022-09", "2022-12", "2023-04")
    ]
    assert ranks == [1, 1, 1, 3, 7, 9, 11]
    light, streak = standing(published, "2023-04", "spend_rate", LINHU, "light, streak")
    assert (light, streak) == ("red", 4)


def test_two_counties_share_the_first_place(published: Board) -> None:
    columns = "rank, tied, value, numerator, denominator"
    first = standing(published, "2022-06", "spend_rate", YUNXI, columns)
    second = standing(published, "2022-06", "spend_rate", DONGLING, columns)
    assert first == (1, True, 0.6875, Decimal("97895187.50"), Decimal("142393000.00"))
    assert second == (1, True, 0.6875, Decimal("84210981.25"), Decimal("122488700.00"))
    assert standing(published, "2022-06", "spend_rate", LINHU, "rank") == (3,)


def test_a_rate_is_over_one_hundred_percent(published: Board) -> None:
    columns = "numerator, denominator, value"
    done, planned, value = standing(published, "2022-12", "investment_rate", DONGLING, columns)
    assert (done, planned) == (Decimal("135132200.00"), Decimal("131532850.00"))
    assert value == pytest.approx(1.027365, abs=1e-6)


def test_a_unit_stops_reporting(published: Board) -> None:
    columns = "value, rank, ranked, reason, light"
    assert standing(published, "2022-12", "risk_elimination_rate", BEIYUAN, "rank") == (10,)
    for period in ("2023-01", "2023-02", "2023-03", "2023-04"):
        found = standing(published, period, "risk_elimination_rate", BEIYUAN, columns)
        assert found == (None, None, False, "not_reported", "grey")
    last = published.execute(
        "SELECT max(period) FROM coverage WHERE dataset = 'households' AND unit_code = $unit",
        {"unit": BEIYUAN},
    ).fetchone()
    assert last == ("2022-12",)


def test_a_late_batch_lowers_a_spend_rate(published: Board) -> None:
    columns = "numerator, rank, value"
    before = standing(published, "2022-05", "spend_rate", HEWAN, columns)
    after = standing(published, "2022-06", "spend_rate", HEWAN, columns)
    assert before[:2] == (Decimal("62436104.37"), 5)
    assert after[:2] == (Decimal("78659218.85"), 11)
    assert (before[2], after[2]) == pytest.approx((0.489001, 0.473439), abs=1e-6)
    late = published.execute(
        "SELECT sum(allocated) FROM funds WHERE period = '2022-06' AND unit_code = $unit"
        " AND issued_on = DATE '2022-06-27'",
        {"unit": HEWAN},
    ).fetchone()
    assert late == (Decimal("36000000.00"),)
    issued = standing(published, "2022-06", "spend_rate", HEWAN, "denominator")[0]
    assert after[0] / (issued - late[0]) > Decimal("0.60")


def test_risks_come_back(published: Board) -> None:
    back = published.execute(
        """
        SELECT count(*)
        FROM households AS now
        JOIN households AS before USING (household_id)
        WHERE now.period = '2023-04' AND before.period = '2023-03' AND now.unit_code = $unit
            AND before.eliminated AND NOT now.eliminated
        """,
        {"unit": QINGSHI},
    ).fetchone()
    assert back == (3,)


def test_a_report_contradicts_its_ledgers(published: Board) -> None:
    for measure, more in (("projects_started", Decimal(6)), ("spent", Decimal(4_200_000))):
        report = fact(published, "2023-04", LINHU, measure, "report")
        ledger = fact(published, "2023-04", LINHU, measure, "ledger")
        # Reports print 万元 with two decimals.
        assert abs(report - ledger - more) <= 50
    sources = "numerator_source, denominator_source"
    assert standing(published, "2023-04", "spend_rate", LINHU, sources) == ("ledger", "ledger")


def test_risks_are_eliminated_too_fast(published: Board) -> None:
    fast = published.execute(
        """
        SELECT unit_code, count(*)
        FROM households
        WHERE period = '2023-02' AND elimination_way = '帮扶消除'
            AND date_diff('month', identified_month, eliminated_month) < 6
        GROUP BY unit_code
        """
    ).fetchall()
    assert fast == [(QINGQUAN, 12)]


def test_project_names_are_on_the_negative_list(published: Board) -> None:
    named = published.execute(
        """
        SELECT unit_code, count(*)
        FROM projects
        WHERE period = '2023-04' AND regexp_matches(name, '门楼|亮化|活动室|景观|办公楼')
        GROUP BY unit_code
        ORDER BY unit_code
        """
    ).fetchall()
    assert named == [(XIPING, 2), (QINGSHI, 1), (LINHU, 1), (SHIPING, 1)]


def test_one_industry_share_is_below_sixty_percent(published: Board) -> None:
    low = published.execute(
        "SELECT DISTINCT unit_code, period FROM standings"
        " WHERE indicator = 'industry_share' AND level = 'all' AND value < 0.6 ORDER BY period"
    ).fetchall()
    assert low == [(PINGGANG, f"2023-{month:02d}") for month in (1, 2, 3, 4)]
    value, light = standing(published, "2023-04", "industry_share", PINGGANG, "value, light")
    assert value == pytest.approx(0.542553, abs=1e-6)
    assert light == "red"


def test_a_blank_column_is_not_reported(published: Board) -> None:
    assert standing(published, "2021-03", "spend_rate", HIGH_TECH, "value, reason") == (
        None,
        "not_reported",
    )
    assert standing(published, "2021-03", "arrival_rate", HIGH_TECH, "rank") == (2,)


def test_a_report_stands_in_for_a_missing_ledger(published: Board) -> None:
    columns = "numerator, denominator, numerator_source, denominator_source"
    assert standing(published, "2021-08", "start_rate", QINGQUAN, columns) == (
        Decimal(95),
        Decimal(95),
        "report",
        "report",
    )
    assert standing(published, "2021-08", "start_rate_due", QINGQUAN, "reason") == ("not_reported",)
    spent, _, *sources = standing(published, "2021-05", "spend_rate", QINGSHI, columns)
    assert spent == Decimal("51085500.00")
    assert sources == ["report", "report"]
    assert standing(published, "2021-05", "industry_share", QINGSHI, "reason") == ("not_reported",)


def test_a_correction_replaces_the_stale_part_of_the_city_file(published: Board) -> None:
    rows = published.execute(
        """
        SELECT uploads.file_name
        FROM coverage
        JOIN uploads USING (upload_id)
        WHERE coverage.dataset = 'funds' AND coverage.period = '2022-09' AND unit_code = $unit
        """,
        {"unit": PINGGANG},
    ).fetchall()
    assert rows == [("平岗县财政衔接资金台账_20220930.csv",)]
    value = standing(published, "2022-09", "spend_rate", PINGGANG, "value")[0]
    assert value > standing(published, "2022-08", "spend_rate", PINGGANG, "value")[0]
