"""What is behind a number adds up to it, for every number of the sample city."""

import random
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from board.behind import CITY, Amount, Figure, Shares, amounts, files, parsed, shares, summed, total
from board.behind_rows import rows
from board.store import Board, open_board

Rows = Callable[..., list[Any]]

MONTHS = ["2021-03", "2021-05", "2021-08", "2022-08", "2023-04"]  # with gaps, reports, and without


@pytest.fixture(scope="module")
def board(sample_home: Path) -> Board:
    found = open_board(sample_home)
    assert found
    return found


@pytest.mark.parametrize("period", MONTHS)
def test_rows_add_up_to_both_parts_of_every_standing(board: Board, period: str) -> None:
    wrong, seen = [], 0
    for indicator in board.indicators.values():
        for level in indicator.levels:
            for unit in shares(board, period, Figure(indicator.code, CITY, level)):
                parts = (
                    (indicator.numerator, unit.numerator, unit.numerator_source),
                    (indicator.denominator, unit.denominator, unit.denominator_source),
                )
                for measure, value, source in parts:
                    if value is None or source is None:
                        continue
                    found = rows(board, period, Figure(measure, unit.unit_code, level), source)
                    seen += 1
                    if value != (found[0].total if found else 0):
                        wrong.append((indicator.code, level, unit.unit_code, measure))
    assert seen > 300
    assert wrong == []


@pytest.mark.parametrize("period", MONTHS)
def test_units_add_up_to_the_city(
    board: Board, period: str, sample_home: Path, published_rows: Rows
) -> None:
    cities = published_rows(
        sample_home,
        "SELECT indicator, level, numerator, denominator FROM standings"
        " WHERE unit_code = 'city' AND period = ?",
        period,
    )
    assert cities
    for indicator, level, numerator, denominator in cities:
        found = shares(board, period, Figure(indicator, CITY, level))
        assert sum(each.numerator or 0 for each in found) == (numerator or 0)
        assert sum(each.denominator or 0 for each in found) == (denominator or 0)


@pytest.mark.parametrize("period", ["2022-08", "2023-04"])
def test_rows_add_up_to_every_member_of_every_split(
    board: Board, period: str, sample_home: Path, published_rows: Rows
) -> None:
    facts = published_rows(
        sample_home,
        "SELECT unit_code, fund_level, measure, source, dimension, member, value FROM facts"
        " WHERE period = ? AND dimension <> '' ORDER BY ALL",
        period,
    )
    wrong = []
    for unit, level, measure, source, dimension, member, value in random.Random(1).sample(
        facts, 1200
    ):
        found = rows(board, period, Figure(measure, unit, level, dimension, member), source)
        if value != (found[0].total if found else 0):
            wrong.append((unit, level, measure, dimension, member))
    assert wrong == []


def test_a_row_names_its_file_its_number_there_and_who_sent_it(board: Board) -> None:
    figure = Figure("spent", "990129")
    (own,) = shares(board, "2023-04", Figure("spend_rate", "990129"))
    found = rows(board, "2023-04", figure, "ledger", limit=1)
    sent = files(board, [own.numerator_upload])
    assert [each.file_name for each in sent.values()] == ["云川市财政衔接资金台账_20230430.csv"]
    # Counted in the file as it was sent: the header is its first row.
    assert found[0].source_row == 292
    assert found[0].total == own.numerator


def test_rows_are_given_a_page_at_a_time(board: Board) -> None:
    figure = Figure("projects_planned", "990121")
    first = rows(board, "2023-04", figure, "ledger", limit=10)
    second = rows(board, "2023-04", figure, "ledger", limit=10, offset=10)
    assert len(first) == len(second) == 10
    assert first[0].rows > 20
    assert {each.source_row for each in first}.isdisjoint(each.source_row for each in second)


def test_a_measure_of_the_city_is_that_of_its_units(board: Board) -> None:
    figure = Figure("spent", CITY, "central", "category", "产业发展")
    found = amounts(board, "2023-04", figure)
    assert len(found) == 13
    one = rows(board, "2023-04", figure.of(found[0].unit_code), found[0].source)
    assert one[0].total == found[0].value


@pytest.mark.parametrize(
    "figure",
    [
        Figure("spend_rate"),
        Figure("spend_rate", "990121", "central"),
        Figure("spent", "990121", "all", "batch", "提前下达~一"),
        Figure("persons_monitored", CITY, "all", "monitor_type", "突发严重困难户"),
    ],
)
def test_an_address_holds_a_figure(figure: Figure, board: Board) -> None:
    assert parsed(figure.text, board) == figure


def test_a_groups_rate_is_that_of_its_units(board: Board) -> None:
    group = board.units["990121"].group
    found = shares(board, "2023-04", Figure("spend_rate", f"group.{group}"))
    expected = {code for code, unit in board.units.items() if unit.group == group}
    assert {each.unit_code for each in found} == expected
    assert parsed(f"spend_rate~group.{group}", board) == Figure("spend_rate", f"group.{group}")
    key = shares(board, "2023-04", Figure("spend_rate", "key"))
    assert {each.unit_code for each in key} == {
        code for code, unit in board.units.items() if unit.key_county
    }


def test_what_an_address_leaves_out_is_the_whole(board: Board) -> None:
    assert parsed("spend_rate", board) == Figure("spend_rate", CITY, "all")
    assert parsed("spent~990121", board) == Figure("spent", "990121", "all")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nothing",
        "spend_rate~1",
        "spend_rate~city~village",
        "projects_started~city~all~days_to_start~x",
        "projects_started~city~all~days_to_start~²",
        "projects_started~city~all~days_to_start",
        "projects_started~city~all~~x",
        "projects_started~city~all~batch~一",
        "persons_monitored~city~all~flow~sideways",
        "spent~city~all~township~柳树镇",
        "spend_rate~city~all~category~产业发展",
    ],
)
def test_an_address_of_nothing_is_no_figure(text: str, board: Board) -> None:
    assert parsed(text, board) is None


def test_every_split_that_is_published_has_an_address(
    board: Board, sample_home: Path, published_rows: Rows
) -> None:
    facts = published_rows(
        sample_home,
        "SELECT measure, dimension, any_value(member), min(member), max(member) FROM facts"
        " WHERE dimension <> '' GROUP BY ALL",
    )
    assert len(facts) > 30
    for measure, dimension, *several in facts:
        for member in several:
            figure = Figure(measure, CITY, "all", dimension, member)
            assert parsed(figure.text, board) == figure
    months = Figure("households_measured", CITY, "all", "months_to_measure", "3")
    flow = Figure("persons_monitored", CITY, "all", "flow", "opening")
    assert [parsed(each.text, board) for each in (months, flow)] == [months, flow]


def test_parts_are_summed_over_those_that_have_both() -> None:
    def parts(above: int | None, below: int | None) -> Shares:
        one, other = (None if each is None else Decimal(each) for each in (above, below))
        return Shares("1", one, other, None, None, False, None, None, None, None, None)

    found = [parts(1, 4), parts(0, 2), parts(None, 100), parts(7, None), parts(None, None)]
    assert summed(found) == (Decimal(1), Decimal(6), Fraction(1, 6))
    assert summed([parts(0, 0)]) == (Decimal(), Decimal(), None)
    assert total([Amount("1", Decimal(3), "ledger", "1"), Amount("2", None, "ledger", "1")]) == 3
