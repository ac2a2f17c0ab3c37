"""A board of one's own, for tests in which somebody writes something into the home."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tools.command import PROJECT
from tools.serving import serving

FUNDS = "县区,资金级次,批次,下达资金,支出资金\n甲县,中央,一,100,50\n乙县,中央,一,100,20\n"


@pytest.fixture
def home(make_home: Callable[..., Path]) -> Path:
    files = {f"资金_2023{month}.csv": FUNDS for month in ("03", "04")}
    return make_home(units=["甲县", "乙县"], files=files)


@pytest.fixture
def board(home: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a board on a home of one's own."""
    log = tmp_path / "log.txt"
    with serving(PROJECT / "server.py", home, log) as address:
        yield address
    assert "Traceback" not in log.read_text("utf-8"), log.read_text("utf-8")
