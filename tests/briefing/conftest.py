"""A home that has been published, for what is made of it."""

from pathlib import Path

import pytest

from tests.pages.desk import FUNDS, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A home with April's money of two units."""
    desk = Desk(tmp_path / "home")
    desk.send("资金_202304.csv", FUNDS + "云溪县,中央,一,10,3\n东岭县,中央,一,10,5\n")
    return desk
