"""The large city made small: it is the same every time, publishes, and every page shows it."""

from pathlib import Path

import pytest

from benchmarks.large import VIEWS, send_again
from benchmarks.large_city import Size, make_large_city
from benchmarks.scripts import PAGES
from etl.store import Store
from tests.homes import etl
from tools.command import PROJECT
from tools.serving import serving
from tools.wire import session

SMALL = Size(units=3, months=4, projects=40, households=200, fund_lines=12)
COUNTS = "SELECT dataset, count(*), sum(rows_kept) FROM uploads GROUP BY dataset ORDER BY dataset"


def made(home: Path) -> Path:
    make_large_city(home, SMALL, lambda _: None)
    return home


@pytest.fixture(scope="module")
def city(tmp_path_factory) -> Path:
    home = made(tmp_path_factory.mktemp("large") / "home")
    etl(home, "publish")
    return home


def test_each_unit_sends_a_file_of_each_ledger_and_month(city, published_rows):
    counts = {name: each for name, *each in published_rows(city, COUNTS)}
    assert counts.pop("projects")[0] == 12  # of a year's and the long ones of the year before some
    # In September three lines in four batches of a unit's twelve are issued.
    assert counts == {
        "benchmarks": [4, 4 * 5], "funds": [12, 4 * 3 * 12], "households": [12, 4 * 3 * 200],
        "reports": [4, 4 * 3],
    }  # fmt: skip


def test_it_is_the_same_every_time(city, tmp_path):
    again = made(tmp_path / "again")
    for name in ("rows", "facts"):
        files = sorted((city / "uploads").glob(f"*/*/{name}.parquet"))
        assert [(again / each.relative_to(city)).read_bytes() for each in files] == [
            each.read_bytes() for each in files
        ]


def test_its_rows_have_a_life_over_the_months(city, published_rows):
    [(new, left)] = published_rows(
        city,
        "SELECT sum(value) FILTER (member = 'new'), sum(value) FILTER (member = 'left') FROM facts"
        " WHERE period = '2023-12' AND dimension = 'flow' AND measure = 'households_monitored'",
    )
    assert new == left == 3  # of 200 a unit one in 143 comes and one leaves, at least
    found = published_rows(city, "SELECT DISTINCT status FROM warning_counts")
    assert {status for (status,) in found} >= {"new", "continuing", "cleared"}
    [(warned, rows)] = published_rows(
        city,
        "SELECT count(DISTINCT (rule, subject)), (SELECT count(*) FROM households) / 4"
        " FROM warnings WHERE period = '2023-12'"
        " AND rule IN ('mismatch_measure', 'no_measure', 'too_fast')",
    )
    assert 0 < warned < rows / 10


def test_one_more_file_is_published(city, published_rows):
    upload = send_again(Store(city))
    etl(city, "publish")
    force = "SELECT upload_id FROM coverage WHERE dataset = 'households' AND period = '2023-12'"
    assert (upload.upload_id,) in published_rows(city, force)


def test_every_page_shows_it(city, tmp_path):
    log = tmp_path / "log.txt"
    with serving(PROJECT / "server.py", city, log) as address:
        for asked in (*PAGES, *VIEWS):
            page, _, query = asked.partition("?")
            with session(address) as reader:
                messages = reader.ask(page, f"lang=zh&{query}".rstrip("&"))
                said = b"".join(each.SerializeToString() for each in messages)
                assert "大川市".encode() in said and "出错了".encode() not in said, asked
    assert "Traceback" not in log.read_text("utf-8")
