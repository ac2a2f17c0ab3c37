"""The desk that tests of sending and of reporting share."""

from pathlib import Path

import pytest

from tests.pages.desk import Desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A home with two units and nothing sent, which the pages read."""
    monkeypatch.setenv("BOARD_HOME", str(tmp_path / "home"))
    return Desk(tmp_path / "home")
