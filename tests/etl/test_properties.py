"""What holds for any fund ledger: order, parts and totals, sending twice, undoing, rebuilding."""

from decimal import Decimal

import duckdb
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from etl.standings import current
from tests.etl.test_store import HISTORY, published

FEW = settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # a load takes too long to try a failure smaller
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
HEADER = "县区,级次,批次,下达资金,支出资金\n"
LINE = st.tuples(
    st.sampled_from(["甲县", "乙县", "丙县", "市本级"]),
    st.sampled_from(["中央", "省级", "市级", "县级"]),
    st.integers(min_value=1, max_value=10**6),
    st.integers(min_value=0, max_value=100),
)
LEDGER = st.lists(LINE, min_size=1, max_size=8)


def lines(ledger):
    """One line of the file for each; spending is a share of the money, so that it never exceeds."""
    return [
        f"{unit},{level},第{at}批,{Decimal(cents) / 100},{Decimal(cents * share // 100) / 100}\n"
        for at, (unit, level, cents, share) in enumerate(ledger)
    ]


def load(home, ledger):
    return home.load("资金_202304.csv", HEADER + "".join(lines(ledger)))


def numbers(home):
    """What the board shows, apart from which upload it came from and when."""
    rows = ("coverage", "funds", "funds_counted", "warnings")
    shown = published(home, *HISTORY, "publication", *rows)
    shown["facts"] = sorted(row[:-1] for row in shown["facts"])
    with duckdb.connect(str(current(home.path)), read_only=True) as con:
        told = "SELECT * EXCLUDE (upload_id) FROM warnings ORDER BY ALL"
        shown["warnings"] = con.execute(told).fetchall()
    return shown


@FEW
@given(LEDGER, st.randoms())
def test_the_order_of_rows_changes_no_number(new_home, ledger, random):
    home = new_home()
    load(home, ledger)
    before = numbers(home)
    shuffled = lines(ledger)
    random.shuffle(shuffled)
    home.load("资金_202304.csv", HEADER + "".join(shuffled))
    assert numbers(home) == before


@FEW
@given(LEDGER)
def test_units_and_levels_add_up_to_the_city(new_home, ledger):
    home = new_home()
    told = load(home, ledger)
    found = home.standings("2023-04", "spend_rate")
    city = found.pop("全市")
    for part, measure in (("numerator", "spent"), ("denominator", "allocated")):
        total = Decimal(str(city[part]))
        assert total == Decimal(str(told["totals"][measure]))
        assert total == sum(Decimal(str(each[part] or 0)) for each in found.values())
    levels = [
        home.standings("2023-04", "spend_rate", level)["全市"]["denominator"]
        for level in ("central", "provincial", "municipal", "county")
    ]
    assert sum(Decimal(str(each or 0)) for each in levels) == Decimal(str(city["denominator"]))


@FEW
@given(LEDGER, LEDGER)
def test_sending_twice_withdrawing_and_rebuilding(new_home, first, second):
    home = new_home()
    load(home, first)
    before, files = numbers(home), home.bytes()
    assert load(home, first)["accepted"]
    assert home.bytes() == files
    told = load(home, [*second, ("甲县", "中央", 7, 50)])
    home.run("rebuild")
    if told["upload_id"] != "000001":
        home.run("withdraw", told["upload_id"], "--by", "测试", "--reason", "报错了")
        assert numbers(home) == before
    home.run("rebuild")
    assert numbers(home) == before
