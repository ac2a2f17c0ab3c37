"""Files for spreadsheets: numbers stay numbers, and no text is taken for a formula."""

import csv
import io

from briefing.files.csv import csv_text


def test_numbers_are_numbers_and_formulas_are_text() -> None:
    given = ["-3", "-0.50", "12.00", "=1+1", "+86 1", "-x", "@a", "\t=1", "\r=1", "-", "柳树镇"]
    [heads, cells] = csv.reader(io.StringIO(csv_text(["甲"], [given]).decode("utf-8-sig"), ""))
    assert heads == ["甲"]
    assert cells == [
        "-3", "-0.50", "12.00", "'=1+1", "'+86 1", "'-x", "'@a", "'\t=1", "'\r=1", "-", "柳树镇",
    ]  # fmt: skip
