"""How the text of a cell becomes a value: the forms listed for numbers, dates and answers."""

from datetime import date
from decimal import Decimal

import pyarrow as pa
import pytest

from etl.clean import connect
from etl.land import as_told
from etl.personal import is_identity_number


def told(text, kind):
    return as_told(pa.array([text], pa.string()), kind)[0].as_py()


def value(macro, text, kind, *more):
    marks = ", ".join("?" * (1 + len(more)))
    return connect(1).execute(f"SELECT {macro}({marks})", [told(text, kind), *more]).fetchone()[0]


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("1,234.50", "12345000.00"),
        ("１２３４", "12340000.00"),
        ("1234.5万元", "12345000.00"),
        ("0.59亿元", "59000000.00"),
        ("5元", "5.00"),
        ("99999999.999999", "999999999999.99"),
        ("338448000", "3384480000000.00"),
        (" 297.612275 ", "2976122.75"),
        ("'12", "120000.00"),
        ("1.5E+3", "15000000.00"),
        ("-5", "-50000.00"),
        ("－5", "-50000.00"),
        ("12,34", None),
        ("1 234.5", "12345000.00"),
        ("1.2.3", None),
        ("99999999999999999", None),
    ],
)
def test_money_in_ten_thousands(text, yuan):
    assert value("as_money", text, "money", 10_000) == (None if yuan is None else Decimal(yuan))


@pytest.mark.parametrize("text", ["—", "/", "无", "-", "", "  ", "－", "　"])
def test_marks_for_nothing_are_missing(text):
    assert told(text, "money") is None
    assert told(text, "date") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-04-30", date(2023, 4, 30)),
        ("2023/4/30", date(2023, 4, 30)),
        ("2023.4.30", date(2023, 4, 30)),
        ("20230430", date(2023, 4, 30)),
        ("2023年4月30日", date(2023, 4, 30)),
        ("2023年4月", date(2023, 4, 30)),
        ("2023-02", date(2023, 2, 28)),
        ("202304", date(2023, 4, 30)),
        ("4月30日", date(2023, 4, 30)),
        ("45046", date(2023, 4, 30)),
        ("2023-04-30 08:30:00", date(2023, 4, 30)),
        ("２０２３年４月３０日", date(2023, 4, 30)),
        ("2023-02-30", None),
        ("2023-13", None),
        ("明天", None),
    ],
)
def test_dates(text, day):
    assert value("as_date", text, "date", 2023) == day


@pytest.mark.parametrize("text", ["1900-01-00", "1900/1/0", "0", "1900-01-00 00:00:00"])
def test_day_zero_is_missing(text):
    assert told(text, "date") is None


@pytest.mark.parametrize(
    ("text", "count"), [("145", 145), ("145个", 145), ("1,452", 1452), ("3.0", 3), ("3.5", None)]
)
def test_counts(text, count):
    assert value("as_count", text, "count") == count


@pytest.mark.parametrize(
    ("text", "percents", "fraction"),
    [("96.55%", False, "0.9655"), ("96.55％", True, "0.9655"), ("0.9655", False, "0.9655"),
     ("96.55", True, "0.9655")],
)  # fmt: skip
def test_percents(text, percents, fraction):
    assert value("as_percent", text, "percent", percents) == Decimal(fraction)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("是", True),
        ("风险已消除", True),
        ("否", False),
        ("风险未消除", False),
        ("无", False),
        ("?", None),
    ],
)
def test_yes_and_no(text, answer):
    assert value("as_yes_no", text, "yes_no") is answer


def test_identity_numbers_are_known_by_their_check_character():
    # GB 11643's own example is 11010519491231002X.
    assert is_identity_number("11010519491231002X")
    assert is_identity_number("张三11010519491231002x")
    assert not is_identity_number("110105194912310021")
