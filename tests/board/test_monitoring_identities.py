"""What has to add up in every month of the sample city: types, units, stock and flow."""

from decimal import Decimal
from pathlib import Path

import pytest

from board.household_flow import flow
from board.monitoring import Quantity, by_unit, split, whole
from board.standardised import standardisation
from board.store import Board, open_board
from board.waits import eliminations, first_measures, how_many

FIELDS = (
    "households persons households_eliminated persons_eliminated"
    " households_measured persons_no_labour"
).split()


@pytest.fixture(scope="module")
def board(sample_home: Path) -> Board:
    found = open_board(sample_home)
    assert found
    return found


def test_types_and_cohorts_and_townships_add_up_to_the_whole(board: Board) -> None:
    for period in board.periods:
        for dimension in ("monitor_type", "identified_year", "township"):
            parts = by_unit(board, period, dimension)
            for every in by_unit(board, period):
                own = [each for each in parts if each.unit_code == every.unit_code]
                for name in FIELDS:
                    total = sum(getattr(each, name) for each in own)
                    assert total == getattr(every, name), (period, every.unit_code, dimension, name)


def test_units_add_up_to_the_city(board: Board) -> None:
    for period in board.periods:
        every, units = whole(board, period), by_unit(board, period)
        for name in FIELDS:
            assert sum(getattr(each, name) for each in units) == getattr(every, name), period
        for dimension in ("monitor_type", "risk", "measure_kind", "identified_year"):
            rows = by_unit(board, period, dimension)
            for member in split(board, period, dimension):
                own = [each for each in rows if each.member == member.member]
                assert sum(each.persons or 0 for each in own) == member.persons


@pytest.mark.parametrize("quantity", ["households", "persons"])
def test_stock_and_flow_close_for_every_unit_and_month(board: Board, quantity: Quantity) -> None:
    before: dict[str, Decimal] = {}
    followed = 0
    for period in board.periods:
        month = flow(board, period, quantity)[-1]
        stock = {each.unit_code: each.monitored(quantity) for each in by_unit(board, period)}
        for each in month.units:
            moved = each.opening + each.new - each.left + each.changed
            assert moved == each.closing == stock[each.unit_code], (period, each.unit_code)
            assert each.opening == before[each.unit_code], (period, each.unit_code)
            followed += 1
        if month.total:
            total = month.total
            assert total.opening + total.new - total.left + total.changed == total.closing
            assert total.closing == sum(stock[each.unit_code] or 0 for each in month.units)
        before = {code: value or Decimal() for code, value in stock.items()}
    assert followed > 300


def test_twelve_months_are_each_the_month_by_itself(board: Board) -> None:
    months = flow(board, "2023-04", "households")
    assert [month.period for month in months][::11] == ["2022-05", "2023-04"]
    assert months[3] == flow(board, "2022-08", "households")[-1]


def test_standardising_keeps_what_the_city_has_eliminated(board: Board) -> None:
    for period in board.periods:
        answer = standardisation(board, period)
        units = (*answer.ranked, *answer.unranked)
        assert sum(each.expected for each in units) == answer.city.eliminated
        assert sum(each.eliminated for each in units) == answer.city.eliminated


def test_eliminated_households_are_all_in_the_distribution(board: Board) -> None:
    for period in board.periods:
        every = whole(board, period)
        assert every
        found = eliminations(board, period)
        assert sum(each.households for each in found) == every.households_eliminated


def test_first_measures_of_the_units_add_up_to_the_city(board: Board) -> None:
    units = [first_measures(board, "2023-04", code) for code in board.units]
    assert sum(how_many(found) for found in units) == how_many(first_measures(board, "2023-04"))
