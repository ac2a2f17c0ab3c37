"""Names of sheets that Excel, WPS and LibreOffice take."""

import pytest

from briefing.annex.model import sheet_names


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("资金支出率", "资金支出率"),
        ("风险消除不实：收入偏低", "风险消除不实 收入偏低"),
        (r"a[b]c:d*e?f/g\h", "a b c d e f g h"),
        ("'quoted'", "quoted"),
        ("=1+1", "=1+1"),
        ("", "-"),
        ("***", "-"),
        ("x" * 40, "x" * 31),
        ("History", "History 2"),  # Excel keeps that name for itself
    ],
)
def test_a_name_keeps_what_a_sheet_can_be_called(wanted: str, name: str) -> None:
    assert sheet_names([wanted]) == [name]


def test_each_name_is_there_once_whatever_its_capitals() -> None:
    assert sheet_names(["Slow", "slow", "SLOW"]) == ["Slow", "slow 2", "SLOW 3"]
    long = sheet_names(["县" * 40] * 3)
    assert long == ["县" * 31, "县" * 29 + " 2", "县" * 29 + " 3"]
