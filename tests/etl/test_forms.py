"""A table reads back equal in whatever form it was sent, and damage to it is named or refused."""

from decimal import Decimal

import pyarrow.parquet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.store import Store
from tests.etl.forms import files, funds

MANY = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@MANY
@given(st.data())
def test_a_ledger_reads_back_equal(new_home, data):
    rows = data.draw(funds())
    sent = data.draw(files(rows))
    home = new_home()
    told = home.load(sent.name, sent.content, *sent.said)
    assert told["rows_kept"] == len(rows)
    [upload] = Store(home.path).uploads()
    read = pyarrow.parquet.read_table(upload.rows).to_pylist()
    # Money that only some rows of a unit leave blank is 0 in those.
    spending = {row.county for row in rows if row.spent is not None}
    expected = [
        {
            "county": row.county,
            "fund_level": row.level,
            "document": row.document.strip(" \t\r\n"),
            "issued_on": row.issued_on,
            "allocated": Decimal(row.allocated) / 100,
            "spent": Decimal(row.spent or 0) / 100 if row.county in spending else None,
        }
        for row in rows
    ]
    assert [{name: each[name] for name in expected[0]} for each in read] == expected
