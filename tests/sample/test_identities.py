"""What must hold in every month: parts add up to their whole, stages nest, stocks close."""

from typing import Any

import duckdb
import pytest

Board = duckdb.DuckDBPyConnection


def asked(board: Board, sql: str) -> list[Any]:
    return board.execute(sql).fetchall()


def test_every_month_is_there(published: Board) -> None:
    assert asked(published, "SELECT count(DISTINCT period) FROM facts") == [(28,)]


def test_units_add_up_to_the_city(published: Board) -> None:
    wrong = """
        SELECT period, indicator, level
        FROM (
            SELECT period, indicator, level,
                sum(numerator) FILTER (unit_code <> 'city') AS above,
                sum(denominator) FILTER (unit_code <> 'city') AS below,
                any_value(numerator) FILTER (unit_code = 'city') AS city_above,
                any_value(denominator) FILTER (unit_code = 'city') AS city_below
            FROM standings
            GROUP BY ALL
        )
        WHERE above IS DISTINCT FROM city_above OR below IS DISTINCT FROM city_below
    """
    assert asked(published, wrong) == []


@pytest.mark.parametrize(
    ("dimension", "dataset"),
    [
        ("category", "funds"), ("task", "funds"), ("batch", "funds"), ("issued_on", "funds"),
        ("category", "projects"), ("stage", "projects"), ("township", "projects"),
        ("monitor_type", "households"), ("township", "households"),
        ("identified_year", "households"),
    ],
)  # fmt: skip
def test_the_members_of_a_split_add_up_to_its_whole(
    published: Board, dimension: str, dataset: str
) -> None:
    found = asked(
        published,
        f"""
        WITH sums AS (
            SELECT period, unit_code, fund_level, measure, dimension, sum(value) AS value
            FROM facts JOIN measures USING (measure)
            WHERE source = 'ledger' AND dimension IN ('', '{dimension}') AND dataset = '{dataset}'
            GROUP BY ALL
        )
        SELECT count(*), count(*) FILTER (parts.value <> whole.value)
        FROM sums AS parts
        JOIN sums AS whole USING (period, unit_code, fund_level, measure)
        WHERE parts.dimension = '{dimension}' AND whole.dimension = ''
        """,
    )
    [(compared, wrong)] = found
    assert compared > 1000
    assert wrong == 0


def test_stages_nest(published: Board) -> None:
    wrong = """
        SELECT period, unit_code, dimension, member
        FROM (
            PIVOT (FROM facts WHERE source = 'ledger' AND dimension IN ('', 'category', 'township'))
            ON measure IN ('projects_planned', 'projects_started', 'projects_not_started',
                'projects_completed', 'projects_accepted', 'projects_due', 'projects_due_started')
            USING any_value(value)
            GROUP BY period, unit_code, dimension, member
        )
        WHERE projects_planned IS NOT NULL AND NOT (
            projects_planned >= projects_started AND projects_started >= projects_completed
            AND projects_completed >= projects_accepted
            AND projects_started + projects_not_started = projects_planned
            AND coalesce(projects_due <= projects_planned, true)
            AND coalesce(projects_due_started <= least(projects_due, projects_started), true)
        )
    """
    assert asked(published, wrong) == []


def test_money_spent_is_no_more_than_arrived_and_that_no_more_than_allocated(
    published: Board,
) -> None:
    wrong = """
        SELECT period, unit_code, fund_level
        FROM (
            PIVOT (FROM facts WHERE source = 'ledger' AND dimension = '')
            ON measure IN ('allocated', 'arrived', 'spent')
            USING any_value(value)
            GROUP BY period, unit_code, fund_level
        )
        WHERE spent > arrived OR arrived > allocated
    """
    assert asked(published, wrong) == []


@pytest.mark.parametrize("measure", ["households_monitored", "persons_monitored"])
def test_the_stock_closes_with_its_flow_and_is_next_months_opening(
    published: Board, measure: str
) -> None:
    flows = f"""
        PIVOT (FROM facts WHERE measure = '{measure}' AND dimension = 'flow')
        ON member IN ('opening', 'new', 'left', 'changed', 'closing')
        USING coalesce(any_value(value), 0)
        GROUP BY period, unit_code
    """
    assert asked(published, f"SELECT count(*) > 250 FROM ({flows})") == [(True,)]
    open_ended = f'FROM ({flows}) WHERE opening + new - "left" + changed <> closing'
    assert asked(published, open_ended) == []
    other_than_the_stock = f"""
        FROM ({flows}) AS flows
        JOIN facts AS stock USING (period, unit_code)
        WHERE stock.measure = '{measure}' AND stock.dimension = '' AND stock.source = 'ledger'
            AND stock.value <> flows.closing
    """
    assert asked(published, other_than_the_stock) == []
    broken = f"""
        FROM ({flows}) AS now
        JOIN ({flows}) AS before USING (unit_code)
        WHERE CAST(before.period || '-01' AS DATE)
            = CAST(now.period || '-01' AS DATE) - INTERVAL 1 MONTH
            AND before.closing <> now.opening
    """
    assert asked(published, broken) == []


def test_warnings_now_are_the_new_and_the_continuing_ones(published: Board) -> None:
    wrong = """
        WITH counts AS (
            SELECT period, rule, unit_code,
                sum(warnings) FILTER (status IN ('new', 'continuing')) AS now,
                sum(warnings) FILTER (status = 'continuing') AS continuing,
                sum(warnings) FILTER (status IN ('cleared', 'unverified')) AS gone
            FROM warning_counts
            GROUP BY ALL
        )
        SELECT now.period, now.rule, now.unit_code
        FROM counts AS now
        JOIN counts AS before USING (rule, unit_code)
        WHERE CAST(before.period || '-01' AS DATE)
                = CAST(now.period || '-01' AS DATE) - INTERVAL 1 MONTH
            -- Whatever was there last month continues, is gone, or its unit has not sent anything.
            AND coalesce(before.now, 0) > coalesce(now.continuing, 0) + coalesce(now.gone, 0)
    """
    assert asked(published, wrong) == []
