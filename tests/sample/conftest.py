"""What the tests of the sample city share: its files and its published board."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from etl.sample import MonthlyFile, monthly_files


@pytest.fixture(scope="session")
def sent() -> tuple[MonthlyFile, ...]:
    """The files of the sample city in the order they were sent."""
    return tuple(monthly_files())


@pytest.fixture(scope="module")
def published(sample_home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published board of the sample city."""
    folder = sample_home / "published"
    name = (folder / "CURRENT").read_text("utf-8").strip()
    with duckdb.connect(folder / name, read_only=True) as board:
        yield board
