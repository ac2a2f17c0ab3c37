"""Homes that have been published, for what is made of them."""

from pathlib import Path

import pytest

from board.store import Board, open_board
from tests.pages.desk import FUNDS, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A home with April's money of two units."""
    desk = Desk(tmp_path / "home")
    desk.send("资金_202304.csv", FUNDS + "云溪县,中央,一,10,3\n东岭县,中央,一,10,5\n")
    return desk


@pytest.fixture(scope="session")
def board(sample_home: Path) -> Board:
    """The sample city's board; a test with a home of its own has another."""
    opened = open_board(sample_home)
    assert opened
    return opened
