"""What is behind a figure as a document: it adds up, exactly, and says whose files it is from."""

from datetime import datetime
from decimal import Decimal

import pytest

from board.behind import CITY, Figure, amounts, files, shares
from board.behind_rows import rows
from board.store import Board, open_board
from briefing.cards import behind as cards
from briefing.cards.scope import Scope
from tests.pages.desk import FUNDS, Desk
from wording import Words

MADE = datetime(2023, 5, 10, 9, 30)
FILE = FUNDS + "云溪县,中央,一,100,60\n云溪县,中央,退回,-0.3,-0.3\n东岭县,中央,一,50,50\n"
SENT = "台账 资金_202304.csv · 云溪县乡村振兴局"


@pytest.fixture
def board(desk: Desk) -> Board:
    desk.send("资金_202304.csv", FILE)
    found = open_board(desk.path)
    assert found
    return found


def scope(board: Board, unit: str = "", language: str = "zh") -> Scope:
    t = Words("en" if language == "en" else "zh")
    return Scope(board, t, "2023-04", board.units[unit] if unit else None)


def test_a_rate_by_its_units(board: Board) -> None:
    found = shares(board, "2023-04", Figure("spend_rate"))
    sent = files(board, [each.numerator_upload for each in found])
    made = cards.units_of_rate(scope(board), Figure("spend_rate"), found, sent, MADE)
    first, second, city = made.grid.rows
    assert first == (1, "东岭县", 500_000, 500_000, 1.0, SENT)
    assert second[:4] == (2, "云溪县", 597_000, 997_000)
    assert city[:4] == (None, "全市", 1_097_000, 1_497_000)
    assert made.grid.total
    assert (made.name, made.title) == (
        "资金支出率 全市 2023年4月",
        "资金支出率 · 全市 · 2023年4月",
    )


def test_a_measure_by_its_units(board: Board) -> None:
    figure = Figure("allocated", CITY, "central")
    found = amounts(board, "2023-04", figure)
    sent = files(board, [each.upload_id for each in found])
    made = cards.units_of_measure(scope(board, language="en"), figure, found, sent, MADE)
    assert [row[:2] for row in made.grid.rows] == [
        ("Yunxi", 997_000), ("Dongling", 500_000), ("City", 1_497_000),
    ]  # fmt: skip
    assert ("Fund level", "Central") in made.provenance.of


def test_the_rows_of_a_unit_add_up_exactly(board: Board) -> None:
    figure = Figure("spent", "990101")
    first = rows(board, "2023-04", figure, "ledger", limit=1)[0]
    made = cards.rows_of_unit(
        scope(board, "990101"), figure, "ledger", first, "2行，合计59.70万元", MADE
    )
    assert [row[-1] for row in made.grid.rows] == [Decimal(600_000), Decimal(-3_000)]
    assert [row[-1] for row in made.grid.plain(Words("zh"))] == ["60", "-0.3"]
    assert (made.name, made.sentence) == ("云溪县 累计支出 2023年4月", "2行，合计59.70万元")
