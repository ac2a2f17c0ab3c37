"""The planted stories of etl/sample/README.md are warned of, and nobody else is in them."""

import duckdb
import pytest

Board = duckdb.DuckDBPyConnection

# (rule, month) → what is found that month, by unit. Rules that are not named find whatever the
# city's usual course brings.
PLANTED = {
    ("relapse", "2023-04"): {"青石": 3},
    ("too_fast", "2023-01"): {},
    ("too_fast", "2023-02"): {"清泉": 12},
    ("report_mismatch", "2023-03"): {},
    ("report_mismatch", "2023-04"): {"临湖": 2},
    ("negative_list", "2022-12"): {},
    ("negative_list", "2023-04"): {"西屏": 2, "青石": 1, "临湖": 1, "石坪": 1},
    ("low_industry_share", "2022-12"): {},
    ("low_industry_share", "2023-01"): {"平岗": 1},
    ("low_industry_share", "2023-04"): {"平岗": 1},
    ("not_reported", "2021-05"): {"青石": 1},
    ("not_reported", "2021-08"): {"清泉": 1},
    ("not_reported", "2022-12"): {},
    ("not_reported", "2023-01"): {"北原": 1},
    ("not_reported", "2023-04"): {"北原": 1},
    ("slow_spend", "2022-06"): {"河湾": 1, "石坪": 1},
    ("slow_spend", "2023-04"): {"青石": 1, "临湖": 1, "石坪": 1, "北原": 1},
}  # fmt: skip
# What the sample city never does.
NEVER = (
    "spend_without_start library_change only_safety_net eliminated_no_labour mismatch_measure"
    " low_cover"
).split()


@pytest.mark.parametrize(("rule", "month"), PLANTED)
def test_a_story_is_warned_of_where_it_is_planted(published: Board, rule: str, month: str) -> None:
    found = published.execute(
        "SELECT short_name, count(*) FROM warnings JOIN units USING (unit_code)"
        " WHERE rule = $rule AND period = $month AND status IN ('new', 'continuing') GROUP BY ALL",
        {"rule": rule, "month": month},
    ).fetchall()
    assert dict(found) == PLANTED[rule, month]


@pytest.mark.parametrize("rule", NEVER)
def test_a_rule_that_nobody_breaks_finds_nothing_in_any_month(published: Board, rule: str) -> None:
    assert published.execute(
        "SELECT count(*) FROM warnings WHERE rule = $rule", {"rule": rule}
    ).fetchone() == (0,)


def test_the_hasty_ones_are_new_once_and_then_go_on(published: Board) -> None:
    found = published.execute(
        "SELECT period, status, count(*), min(since) FROM warnings WHERE rule = 'too_fast'"
        " GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    assert found == [
        ("2023-02", "new", 12, "2023-02"),
        ("2023-03", "continuing", 12, "2023-02"),
        ("2023-04", "continuing", 12, "2023-02"),
    ]


def test_projects_without_a_start_are_those_that_the_rate_of_those_due_misses(
    published: Board,
) -> None:
    """超计划未开工 and 应开工项目开工率 tell the same story from two sides."""
    found = published.execute(
        """
        WITH late AS (
            SELECT period, unit_code, count(*) AS warnings
            FROM warnings
            WHERE rule = 'overdue_start' AND status IN ('new', 'continuing')
            GROUP BY ALL
        ),
        due AS (
            SELECT
                period,
                unit_code,
                sum(CASE measure WHEN 'projects_due' THEN value ELSE -value END) AS not_started
            FROM facts
            WHERE dimension = '' AND measure IN ('projects_due', 'projects_due_started')
            GROUP BY ALL
        )
        FROM due
        LEFT JOIN late USING (period, unit_code)
        WHERE not_started <> coalesce(warnings, 0)
        """
    ).fetchall()
    assert found == []


def test_a_flood_is_none(published: Board) -> None:
    """Of 1 482 projects and 6 000 households at the end a leader gets a list that can be read."""
    found = published.execute(
        "SELECT sum(warnings) FROM warning_counts WHERE period = '2023-04'"
        " AND status IN ('new', 'continuing')"
    ).fetchone()
    assert found is not None and 100 < found[0] < 300
