"""The published standings against an independent calculation over the same files."""

from fractions import Fraction
from pathlib import Path

import duckdb
import pytest

from etl.sample import MonthlyFile
from tests.sample.independent import Key, Standing, standings

EXACT = (
    *("numerator", "denominator", "rank", "tied", "ranked", "reason", "previous_rank"),
    *("light", "streak"),
)
# Published as DOUBLE: equal up to the last digits of a double.
NEAR = ("value", "milestone", "province", "gap_milestone", "gap_province")


def differences(published: dict, own: Standing) -> list[str]:
    """The columns in which a published standing is not the independent one."""
    wrong = [name for name in EXACT if published[name] != getattr(own, name)]
    for name in NEAR:
        expected = getattr(own, name)
        if expected is None or published[name] is None:
            same = published[name] is None and expected is None
        else:
            same = published[name] == pytest.approx(float(expected), rel=1e-12, abs=1e-11)
        wrong += [] if same else [name]
    return [f"{name}: {published[name]} is not {getattr(own, name)}" for name in wrong]


def test_every_standing_is_the_independent_one(
    published: duckdb.DuckDBPyConnection, sent: tuple[MonthlyFile, ...]
) -> None:
    own = standings(sent)
    columns = [*EXACT, *NEAR]
    rows = published.execute(
        f"SELECT period, level, indicator, unit_code, {', '.join(columns)} FROM standings"
    ).fetchall()
    board: dict[Key, dict] = {}
    for row in rows:
        one = dict(zip(columns, row[4:], strict=True))
        for name in ("numerator", "denominator"):
            one[name] = None if one[name] is None else Fraction(one[name])
        board[row[:4]] = one
    assert len(rows) == len(board)
    assert board.keys() == own.keys()
    wrong = {key: differences(board[key], own[key]) for key in own}
    assert {key: found for key, found in wrong.items() if found} == {}


def test_files_of_the_home_are_generated_again_byte_for_byte(
    sample_home: Path, sent: tuple[MonthlyFile, ...]
) -> None:
    kept = {
        path.relative_to(sample_home / "sample").as_posix(): path.read_bytes()
        for path in (sample_home / "sample").rglob("*")
        if path.is_file()
    }
    assert {f"{file.period}/{file.name}" for file in sent} == kept.keys()
    assert [file.name for file in sent if kept[f"{file.period}/{file.name}"] != file.content] == []
