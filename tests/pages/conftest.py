"""Homes that tests of pages share."""

from pathlib import Path

import pytest

from tests.pages.desk import FUNDS, Desk
from tests.pages.material import APRIL


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A home with two units and nothing sent, which the pages read."""
    monkeypatch.setenv("BOARD_HOME", str(tmp_path / "home"))
    return Desk(tmp_path / "home")


@pytest.fixture
def city(desk: Desk) -> Desk:
    """Two months of money."""
    desk.send("资金_202303.csv", FUNDS + "云溪县,中央,一,10,1\n东岭县,中央,一,10,2\n")
    desk.send("资金_202304.csv", FUNDS + APRIL)
    return desk
