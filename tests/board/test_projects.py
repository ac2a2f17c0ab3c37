"""The stages of projects from literal facts: sums, rates, who has most, and what is apart."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from board.projects import Projects, most, projects, together
from board.store import Board, open_board
from tests.board import project_ledger
from tests.board.published import Row, publish, unit

UNITS = [
    unit("990101", "云溪县", "Yunxi"),
    unit("990102", "东岭县", "Dongling"),
    unit("990103", "石坪县", "Shiping"),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """The board of the literal ledger."""
    return project_ledger.board(tmp_path_factory.mktemp("ledger") / "home")


def facts(code: str, source: str = "ledger", **values: float) -> list[Row]:
    """Whole measures of one unit."""
    return [
        {
            "period": "2023-04",
            "unit_code": code,
            "source": source,
            "measure": measure,
            "value": value,
        }
        for measure, value in values.items()
    ]


def of(home: Path, *rows: list[Row]) -> Projects:
    found = open_board(publish(home, units=UNITS, facts=[row for each in rows for row in each]))
    assert found
    return projects(found, "2023-04")


def test_the_city_is_the_sum_of_its_units_not_the_mean_of_their_rates(ledger: Board) -> None:
    whole = projects(ledger, "2023-04").whole
    assert whole.start_rate == Fraction(4, 7)
    assert whole.rate("projects_completed", "projects_planned") == Fraction(2, 7)
    assert whole.rate("projects_accepted", "projects_completed") == Fraction(1, 2)
    assert whole.rate("invested", "planned_investment") == Fraction(4300, 8200)
    assert (whole.not_started, whole.overdue) == (Decimal(3), Decimal(2))


def test_units_come_best_first(ledger: Board) -> None:
    found = projects(ledger, "2023-04").by_unit
    assert [(each.code, each.start_rate) for each in found] == [
        ("990102", Fraction(1)),
        ("990101", Fraction(2, 5)),
    ]


def test_categories_come_in_the_order_of_their_list(ledger: Board) -> None:
    found = projects(ledger, "2023-04").by_category
    assert [(each.code, each.start_rate, each.total("projects_planned")) for each in found] == [
        ("产业发展", Fraction(1, 2), Decimal(4)),
        ("就业项目", Fraction(1), Decimal(1)),
        ("乡村建设行动", Fraction(1, 2), Decimal(2)),
    ]


def test_a_category_narrows_the_units_and_a_unit_the_categories(ledger: Board) -> None:
    industry = projects(ledger, "2023-04", category="产业发展")
    assert industry.whole.start_rate == Fraction(1, 2)
    assert [(each.code, each.start_rate) for each in industry.by_unit] == [
        ("990102", Fraction(1)),
        ("990101", Fraction(1, 3)),
    ]
    own = projects(ledger, "2023-04", unit="990101", category="产业发展")
    assert own.whole.start_rate == Fraction(1, 3)
    assert [(each.code, each.start_rate) for each in own.by_category] == [
        ("产业发展", Fraction(1, 3)),
        ("乡村建设行动", Fraction(1, 2)),
    ]
    assert own.everything.start_rate == Fraction(2, 5)
    assert len(own.by_unit) == 2  # the chosen one beside the others


def test_carried_over_projects_are_apart(ledger: Board) -> None:
    (own,) = projects(ledger, "2023-04").carried
    assert own.code == "990102"
    assert own.both("carried_completed", "carried_planned") == (Decimal(1), Decimal(2))


def test_labour_for_relief_and_its_share_of_the_ledgers(ledger: Board) -> None:
    found = projects(ledger, "2023-04")
    (own,) = found.relief
    assert own.code == "990101"
    assert [own.total(each) for each in ("projects_started", "invested")] == [1, 800]
    assert found.share_of_relief(own) == Fraction(1, 5)
    assert found.share_of_relief(together(found.relief)) == Fraction(1, 7)
    narrowed = projects(ledger, "2023-04", unit="990101")
    assert narrowed.share_of_relief(together(narrowed.relief)) == Fraction(1, 5)


def test_a_unit_without_planned_dates_is_in_no_rate_of_those_due(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        facts("990101", projects_planned=10, projects_started=5),
        facts(
            "990102",
            projects_planned=10,
            projects_started=8,
            projects_due=9,
            projects_due_started=6,
        ),
    )
    assert found.whole.rate("projects_due_started", "projects_due") == Fraction(2, 3)
    assert found.whole.overdue == 3
    assert [each.overdue for each in found.by_unit] == [3, None]


def test_a_part_that_is_missing_takes_its_unit_out_of_the_rate(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        facts("990101", projects_planned=10),
        facts("990102", projects_planned=10, projects_started=8),
        facts("990103", projects_planned=0, projects_started=0),
    )
    assert found.whole.start_rate == Fraction(8, 10)
    assert [each.start_rate for each in found.by_unit] == [Fraction(4, 5), None, None]
    assert found.whole.not_started == 2  # nobody gave it: planned less started, of those with both


def test_who_only_reports_plan_and_start_is_counted_beside_the_ledgers(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        facts("990101", projects_planned=5, projects_started=4, projects_not_started=1),
        facts("990102", "report", projects_planned=9, projects_started=4),
    )
    assert found.whole.not_started == 6
    leaders, top = most(found.by_unit, "not_started")
    assert ([each.code for each in leaders], top) == (["990102"], Decimal(5))


def test_the_ledger_goes_before_the_report_and_reports_know_no_categories(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        facts("990101", projects_planned=10, projects_started=5),
        facts("990101", "report", projects_planned=10, projects_started=9),
        facts("990102", "report", projects_planned=4, projects_started=4),
    )
    assert found.whole.start_rate == Fraction(9, 14)
    assert found.by_category == ()
    assert found.in_ledgers.total("projects_planned") is None
    assert found.without_categories == ("990101", "990102")


def test_units_with_ledgers_are_all_split_by_category(ledger: Board) -> None:
    assert projects(ledger, "2023-04").without_categories == ()


def test_who_has_most_may_be_several_or_nobody(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        facts("990101", projects_planned=5, projects_started=2, projects_not_started=3),
        facts("990102", projects_planned=4, projects_started=4, projects_not_started=0),
        facts("990103", projects_planned=4, projects_started=1, projects_not_started=3),
    )
    leaders, top = most(found.by_unit, "not_started")
    assert (sorted(each.code for each in leaders), top) == (["990101", "990103"], Decimal(3))
    assert most(found.by_unit, "overdue") == ((), Decimal())


def test_a_month_without_projects_is_empty(ledger: Board) -> None:
    found = projects(ledger, "2022-01")
    assert (found.sums, found.by_unit, found.carried) == ((), (), ())
    assert (found.whole.start_rate, found.whole.not_started, found.whole.overdue) == (None,) * 3
