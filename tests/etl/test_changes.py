"""What accepting a file would change, told before it is accepted."""

import pytest

from etl.changes import Cell, Row, changes
from etl.examine import examine
from etl.read import SentFile
from etl.recognised import Said
from etl.reference import load_reference
from etl.store import Store

FUNDS = "县区,级次,批次,下达资金,支出资金\n"
PROJECTS = "项目编号,项目名称,县区,项目类别,项目状态\n"


@pytest.fixture
def told(home):
    def told(name, text):
        store, reference = Store(home.path), load_reference(home.path)
        found = examine(SentFile(name, text.encode()), store, reference, Said())
        before = home.bytes()
        answer = changes(found, store, reference)
        assert home.bytes() == before
        return answer

    return told


def test_rows_against_those_they_replace(home, told):
    rows = "甲县,中央,一,10,3\n甲县,中央,二,10,3\n甲县,省级,一,5,1\n"
    home.load("甲_202304.csv", FUNDS + rows)
    home.load("乙_202304.csv", FUNDS + "乙县,中央,一,10,3\n")
    text = FUNDS + "甲县,中央,一,10,4\n甲县,省级,一,5,1\n甲县,市级,一,2,0\n"
    answers = told("甲_202304.csv", text)
    assert [each.upload_id for each in answers.replaced] == ["000001"]
    answer = answers.rows
    assert (answer.added, answer.removed, answer.changed, answer.same) == (1, 1, 1, 1)
    changed, removed, added = answer.told
    assert changed == Row(
        "changed", ("990101", "central", "", "", "一", ""), (Cell("spent", "30000.00", "40000.00"),)
    )
    assert (removed.kind, removed.key[4]) == ("removed", "二")
    assert (added.kind, added.key[1]) == ("added", "municipal")


def test_lines_that_share_their_key_are_told_apart(home, told):
    home.load("甲_202304.csv", FUNDS + "甲县,中央,一,10,3\n甲县,中央,一,20,3\n")
    answer = told(
        "甲_202304.csv", FUNDS + "甲县,中央,一,10,3\n甲县,中央,一,20,4\n甲县,中央,一,30,1\n"
    )
    assert (answer.rows.added, answer.rows.changed, answer.rows.same) == (1, 1, 1)


def test_the_first_file_of_a_month_replaces_nothing(told):
    answer = told("甲_202304.csv", FUNDS + "甲县,中央,一,10,3\n")
    assert (answer.replaced, answer.rows.added, answer.rows.told) == ((), 1, ())


def test_sums_against_last_month_and_what_they_replace(home, told):
    home.load("甲_202303.csv", FUNDS + "甲县,中央,一,10,3\n乙县,中央,一,7,7\n")
    home.load("甲_202304.csv", FUNDS + "甲县,中央,一,10,4\n")
    answer = told("甲_202304.csv", FUNDS + "甲县,中央,一,10,5\n")
    spent = next(each for each in answer.sums if each.measure == "spent")
    assert (spent.last, spent.before, spent.after) == (30_000, 40_000, 50_000)


def test_projects_of_last_month_that_are_gone(home, told):
    rows = "P1,水渠,甲县,产业,在建\nP2,道路,甲县,产业,在建\n"
    home.load("项目_202303.csv", PROJECTS + rows + "P9,别县,乙县,产业,在建\n")
    answer = told("项目_202304.csv", PROJECTS + "P2,道路,甲县,产业,在建\nP3,大棚,甲县,产业,在建\n")
    assert answer.gone == ("水渠",)


def test_rates_and_ranks_before_and_after_are_those_the_board_will_show(home, told):
    home.load(
        "资金_202304.csv", FUNDS + "甲县,中央,一,10,3\n乙县,中央,一,10,4\n丙县,中央,一,10,5\n"
    )
    text = FUNDS + "甲县,中央,一,10,4.5\n"
    moved = {each.unit: each for each in told("甲_202304.csv", text).rates
             if each.indicator == "spend_rate" and each.moves}  # fmt: skip
    assert {unit: (each.before.rank, each.after.rank) for unit, each in moved.items()} == {
        "990101": (3, 2), "990102": (2, 3), "city": (None, None),
    }  # fmt: skip
    home.load("甲_202304.csv", text)
    shown = home.standings("2023-04", "spend_rate")
    assert [moved[unit].after.value for unit in ("990101", "990102", "city")] == [
        shown[name]["value"] for name in ("甲县", "乙县", "全市")
    ]


def test_a_unit_that_had_sent_nothing_enters_the_ranking(home, told):
    home.load("资金_202304.csv", FUNDS + "乙县,中央,一,10,4\n")
    first = next(each for each in told("甲_202304.csv", FUNDS + "甲县,中央,一,10,5\n").rates
                 if (each.indicator, each.unit) == ("spend_rate", "990101"))  # fmt: skip
    assert (first.before.reason, first.after.rank) == ("not_reported", 1)


def test_benchmarks_are_compared_with_the_newest_of_the_same_month(home, told):
    home.load("基准.csv", "报告期,指标,全省平均\n2023-04,支出率,30%\n2023-04,开工率,80%\n")
    answer = told("基准.csv", "报告期,指标,全省平均\n2023-04,支出率,31%\n2023-05,支出率,40%\n").rows
    assert (answer.added, answer.changed, answer.removed) == (1, 1, 0)
