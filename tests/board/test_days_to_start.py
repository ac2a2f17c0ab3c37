"""Days from money to start: exact medians, the middle half, spans, from sums and from rows."""

from fractions import Fraction
from pathlib import Path

import pytest

from board.days_to_start import (
    EVER,
    SPANS,
    Days,
    UnitDays,
    days_to_start,
    pooled,
    slowest,
    span_of,
)
from board.project_rows import Filters
from board.store import Board, open_board
from tests.board import project_ledger

APRIL = "2023-04"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """The board of the literal ledger."""
    return project_ledger.board(tmp_path_factory.mktemp("ledger") / "home")


def days(*numbers: int) -> Days:
    """A distribution of single projects."""
    return Days("x", tuple((each, numbers.count(each)) for each in sorted(set(numbers))))


@pytest.mark.parametrize(
    ("numbers", "median", "middle"),
    [
        ((7,), Fraction(7), (7, 7)),
        ((1, 2), Fraction(3, 2), (1, 2)),
        ((1, 2, 9), Fraction(2), (1, 9)),
        ((1, 2, 4, 9), Fraction(3), (1, 4)),
        ((5, 5, 5, 5, 80), Fraction(5), (5, 5)),
        ((-10, -4, 0, 1, 2, 3, 40, 90), Fraction(3, 2), (-4, 3)),
    ],
)
def test_the_median_and_the_middle_half(
    numbers: tuple[int, ...], median: Fraction, middle: tuple[int, int]
) -> None:
    found = days(*numbers)
    assert (found.median, found.middle_half) == (median, middle)


def test_nothing_has_no_median() -> None:
    found = days()
    assert (found.projects, found.median, found.middle_half, found.in_a_month) == (
        0, None, None, None,
    )  # fmt: skip


def test_one_month_is_thirty_days_and_a_start_before_the_money_is_within_it() -> None:
    assert days(-5, 0, 30, 31).in_a_month == Fraction(3, 4)


def test_every_day_is_in_one_span() -> None:
    for day in range(-400, 800):
        assert sum(span.least <= day <= span.most for span in SPANS) == 1
    assert span_of("week4").most == 30
    assert span_of("nonsense") == EVER


def test_units_come_slowest_first_and_the_city_is_pooled(ledger: Board) -> None:
    found = days_to_start(ledger, APRIL, Filters())
    assert [(each.code, each.median) for each in found] == [
        ("990102", Fraction(77, 2)),  # 32 and 45
        ("990101", Fraction(10)),  # −10 and 30
    ]
    whole = pooled(found)
    assert whole.counts == ((-10, 1), (30, 1), (32, 1), (45, 1))
    assert (whole.median, whole.in_a_month) == (Fraction(31), Fraction(1, 2))
    assert [each.code for each in slowest(found)] == ["990102"]


def test_nobody_is_slowest_where_all_are_alike() -> None:
    assert slowest([days(3), days(3)]) == ()


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(unit="990101"), {"990101": ((-10, 1), (30, 1))}),
        (Filters(category="产业发展"), {"990101": ((30, 1),), "990102": ((45, 1),)}),
        (Filters(department="人社局"), {"990102": ((32, 1),)}),
        (Filters(unit="990101", township="未填"), {"990101": ((-10, 1),)}),
        (Filters(stage="已验收"), {"990102": ((45, 1),)}),
        (Filters(township="nowhere"), {}),
    ],
)
def test_filters_narrow_the_distribution(
    ledger: Board, filters: Filters, expected: dict[str, tuple[tuple[int, int], ...]]
) -> None:
    found = days_to_start(ledger, APRIL, filters)
    assert {each.code: each.counts for each in found} == expected


def test_sums_and_rows_give_the_same_in_every_month(sample_home: Path) -> None:
    board = open_board(sample_home)
    assert board
    seen = 0
    for period in board.periods:
        from_sums = board.ask("days_to_start", UnitDays, period=period, unit="")
        from_rows = board.ask("days_to_start_of", UnitDays, period=period, **Filters().of_started())
        assert from_sums == from_rows
        seen += len(from_sums)
    assert seen > 200
