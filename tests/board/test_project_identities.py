"""What must hold in every month of the sample: units = city, categories = unit, stages nest."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from board.project_rows import EVERYTHING, Filters, late_counts, late_projects
from board.projects import Group, Projects, projects
from board.store import Board, open_board

Rows = Callable[..., list[Any]]

STAGES = ("projects_accepted", "projects_completed", "projects_started", "projects_planned")
OF_LEDGERS = (*STAGES, "projects_not_started", "projects_due", "projects_due_started",
              "planned_investment", "invested")  # fmt: skip


@pytest.fixture(scope="module")
def board(sample_home: Path) -> Board:
    found = open_board(sample_home)
    assert found
    return found


@pytest.fixture(scope="module")
def months(board: Board) -> dict[str, Projects]:
    return {period: projects(board, period) for period in board.periods}


def test_units_add_up_to_the_city_of_the_standings(
    months: dict[str, Projects], sample_home: Path, published_rows: Rows
) -> None:
    cities = published_rows(
        sample_home,
        "SELECT period, city.numerator, city.denominator, above, below"
        " FROM standings AS city JOIN"
        " (SELECT indicator, numerator AS above, denominator AS below FROM indicators)"
        " USING (indicator)"
        " WHERE unit_code = 'city' AND level = 'all' AND indicator IN ('start_rate',"
        " 'start_rate_due', 'completion_rate', 'acceptance_rate', 'investment_rate')",
    )
    assert len(cities) == 5 * len(months)
    for period, above, below, numerator, denominator in cities:
        assert months[period].whole.both(numerator, denominator) == (above, below)


def test_stages_nest_in_every_unit_and_category(months: dict[str, Projects]) -> None:
    seen = 0
    for found in months.values():
        for sums in found.sums:
            stages = [value for stage in STAGES if (value := sums.of(stage)) is not None]
            assert stages == sorted(stages)
            if sums.projects_due_started is not None and sums.projects_due is not None:
                assert sums.projects_due_started <= sums.projects_due <= sums.projects_planned  # type: ignore[operator]
            if sums.projects_not_started is not None:
                assert sums.projects_started is not None
                assert sums.projects_started + sums.projects_not_started == sums.projects_planned
            seen += len(stages)
    assert seen > 8000


def test_categories_add_up_to_their_unit(
    months: dict[str, Projects], sample_home: Path, published_rows: Rows
) -> None:
    ledgers = set(
        published_rows(
            sample_home, "SELECT period, unit_code FROM coverage WHERE dataset = 'projects'"
        )
    )
    for period, found in months.items():
        for unit in found.by_unit:
            own = [each for each in found.sums if each.unit_code == unit.code]
            parts = Group(unit.code, tuple(each for each in own if each.dimension == "category"))
            assert bool(parts.parts) == ((period, unit.code) in ledgers)
            for measure in OF_LEDGERS if parts.parts else ():
                assert parts.total(measure) == unit.total(measure)


def test_late_starts_are_those_due_less_those_due_and_started(
    board: Board, months: dict[str, Projects]
) -> None:
    seen = 0
    for period, found in months.items():
        late = late_projects(board, period, Filters(), "start", limit=EVERYTHING)
        counts = late_counts(board, period, Filters())
        assert len(late) == counts.whole.start
        for unit in found.by_unit:
            own = late_counts(board, period, Filters(unit=unit.code, origin="own")).whole.start
            assert own == (unit.overdue or 0)
            seen += own
    assert seen > 500


def test_late_are_those_that_are_warned_of(
    board: Board, sample_home: Path, published_rows: Rows
) -> None:
    rules = {"overdue_start": "start", "slow_start": "money", "overdue_finish": "finish"}
    warned = set(
        published_rows(
            sample_home,
            "SELECT period, rule, unit_code, subject FROM warnings"
            " WHERE rule IN ('overdue_start', 'slow_start', 'overdue_finish')"
            " AND status IN ('new', 'continuing')",
        )
    )
    late = {
        (period, rule, each.unit_code, each.project_id)
        for period in board.periods
        for rule, kind in rules.items()
        for each in late_projects(board, period, Filters(), kind, limit=EVERYTHING)
    }
    assert len(late) > 500
    assert late == warned


def test_counts_of_each_dimension_add_up_to_all(board: Board) -> None:
    for period in board.periods:
        counts = late_counts(board, period, Filters())
        for kind in ("any_kind", "start", "money", "finish"):
            for dimension in ("unit", "category", "township", "department", "stage", "origin"):
                by = counts.by(dimension, kind)
                assert sum(each.of(kind) for each in by) == counts.whole.of(kind)


def test_carried_over_is_what_is_left_of_earlier_years(
    months: dict[str, Projects], sample_home: Path, published_rows: Rows
) -> None:
    """Counted from the rows, which the facts were not made from here."""
    rows = published_rows(
        sample_home,
        "SELECT period, count(*), count(*) FILTER (status IN ('完工', '已验收')) FROM projects"
        " WHERE year < CAST(left(period, 4) AS INTEGER) AND status NOT IN ('已调整', '终止')"
        " GROUP BY period",
    )
    assert rows
    for period, planned, completed in rows:
        parts = [
            group.both("carried_completed", "carried_planned") for group in months[period].carried
        ]
        known = [part for part in parts if part is not None]
        assert sum((part[1] for part in known), Decimal()) == planned
        assert sum((part[0] for part in known), Decimal()) == completed
