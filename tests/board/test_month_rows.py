"""now.… and before.… in a query: the rows of that month, as the views have them."""

import duckdb
import pytest

from board.month_rows import of_months
from etl.standings import current

HEAD, TAIL = "SELECT period FROM read_parquet(main.list_value(", ") AS stored"
MARCH, APRIL, LATER = (
    f"'/home/o''b/uploads/period=2023-{at}/rows.parquet'" for at in ("03", "04", "05")
)
VIEWS = {
    "funds": f"CREATE VIEW funds AS {HEAD}{MARCH}, {APRIL}, {LATER}{TAIL};",
    "reports": "CREATE VIEW reports AS SELECT NULL AS period WHERE false;",
    "funds_counted": "CREATE VIEW funds_counted AS SELECT *, 1 AS adds FROM (SELECT * FROM funds);",
}


def rows(files: str, month: str) -> str:
    return f"AS NOT MATERIALIZED (SELECT * FROM ({HEAD}{files}{TAIL}) WHERE period = '{month}')"


@pytest.mark.parametrize(
    ("query", "defined"),
    [
        (
            "-- One row a line.\nSELECT * FROM now.funds",
            f"-- One row a line.\nWITH now_funds {rows(APRIL, '2023-04')} SELECT * FROM now_funds",
        ),
        (
            "WITH a AS (FROM before.funds)\nFROM a JOIN now.funds AS now ON now.period = a.period",
            f"WITH before_funds {rows(MARCH, '2023-03')}, now_funds {rows(APRIL, '2023-04')},"
            "  a AS (FROM before_funds)\nFROM a JOIN now_funds AS now ON now.period = a.period",
        ),
        (
            "FROM now.funds_counted",
            f"WITH now_funds {rows(APRIL, '2023-04')}, now_funds_counted AS NOT MATERIALIZED"
            " (SELECT *, 1 AS adds FROM (SELECT * FROM now_funds)) FROM now_funds_counted",
        ),
        (
            "FROM now.units",
            "WITH now_units AS NOT MATERIALIZED"
            " (SELECT * FROM (FROM main.units) WHERE period = '2023-04') FROM now_units",
        ),
        (
            "FROM now.reports",  # nothing was sent yet
            "WITH now_reports AS NOT MATERIALIZED (SELECT * FROM"
            " (SELECT NULL AS period WHERE false) WHERE period = '2023-04') FROM now_reports",
        ),
        ("SELECT now.period FROM funds AS now", "SELECT now.period FROM funds AS now"),
    ],
)
def test_a_query_is_given_the_files_of_its_months(query: str, defined: str) -> None:
    assert of_months(query, "2023-04", VIEWS) == defined


def test_a_month_without_files_has_no_rows_of_another_one() -> None:
    assert rows(MARCH, "2020-01") in of_months("FROM now.funds", "2020-01", VIEWS)


@pytest.mark.parametrize("month", ["2023-04", "2021-01", "1999-01"])
def test_they_are_the_rows_of_the_view(sample_home, month: str) -> None:
    with duckdb.connect(str(current(sample_home)), read_only=True) as con:
        views = dict(
            con.execute("SELECT view_name, sql FROM duckdb_views() WHERE NOT internal").fetchall()
        )
        for view in ("funds", "projects_counted", "households_counted", "reports", "warnings"):
            own = of_months(f"FROM now.{view}", month, views)
            whole = f"FROM {view} WHERE period = '{month}'"
            count = f"SELECT count(*) FROM ({whole})"
            assert con.execute(f"({own}) EXCEPT ALL ({whole})").fetchall() == []
            assert (
                con.execute(f"SELECT count(*) FROM ({own})").fetchall()
                == con.execute(count).fetchall()
            )
