"""What counts: newest first, withdrawal as an exact undo, the past, and many writers at once."""

import subprocess
import sys
from datetime import UTC, datetime

import duckdb
import pytest

HISTORY = ("uploads", "upload_units", "upload_notes")  # what happened, not what counts
FUNDS = "县区,级次,批次,下达资金,支出资金\n"
JIA, YI = "甲县,中央,一,10,{}\n", "乙县,中央,一,10,{}\n"


def spent(home):
    """Unit → 元 spent, as published."""
    found = home.standings("2023-04", "spend_rate")
    return {unit: found[unit]["numerator"] for unit in ("甲县", "乙县", "全市")}


def published(home, *without):
    """Every table and view of the published file, by name, but for those named."""
    path = home.path / "published" / (home.path / "published/CURRENT").read_text().strip()
    with duckdb.connect(str(path), read_only=True) as con:
        names = [name for (name,) in con.execute(
            "SELECT table_name FROM information_schema.tables ORDER BY 1").fetchall()]  # fmt: skip
        return {name: con.execute(f'FROM "{name}" ORDER BY ALL').fetchall()
                for name in names if name not in without}  # fmt: skip


def test_for_each_unit_the_newest_upload_that_stands_counts(home):
    home.load("资金_202304.csv", FUNDS + JIA.format(1) + YI.format(2))
    home.load("甲县_202304.csv", FUNDS + JIA.format(4))
    assert spent(home) == {"甲县": 40_000, "乙县": 20_000, "全市": 60_000}
    home.run("withdraw", "000001", "--by", "测试", "--reason", "报错了")
    assert spent(home) == {"甲县": 40_000, "乙县": None, "全市": 40_000}


def test_withdrawing_is_an_exact_undo(home):
    home.load("资金_202304.csv", FUNDS + JIA.format(1) + YI.format(2))
    before = published(home, *HISTORY)
    told = home.load("甲县_202304.csv", FUNDS + JIA.format(4))
    after = published(home, *HISTORY)
    assert after != before
    home.run("withdraw", told["upload_id"], "--by", "测试", "--reason", "报错了")
    assert published(home, *HISTORY) == before
    home.run("restore", told["upload_id"], "--by", "测试")
    assert published(home, *HISTORY) == after


def test_a_withdrawal_is_undone_and_made_again_and_each_step_stays_known(home):
    home.load("乙县_202304.csv", FUNDS + YI.format(2))
    home.load("甲县_202304.csv", FUNDS + JIA.format(1))
    moments = []
    for words in (
        ("withdraw", "--reason", "报错了"),
        ("restore",),
        ("withdraw", "--reason", "又错"),
    ):
        command, *more = words
        moments.append(datetime.now(UTC).isoformat())
        home.run(command, "000002", "--by", "测试", *more)
    assert spent(home)["甲县"] is None
    names = sorted(path.name for path in home.path.glob("uploads/*/*.json"))
    assert names == [
        "upload_id=000002.2.withdrawn.json",
        "upload_id=000002.restored.json",
        "upload_id=000002.withdrawn.json",
    ]
    for moment, counts in zip(moments, (10_000, None, 10_000), strict=True):
        home.run("publish", "--as-of", moment)
        assert spent(home)["甲县"] == counts
    home.run("publish")
    notes = [
        (row[1], row[4]) for row in sorted(published(home)["upload_notes"], key=lambda r: r[2])
    ]
    assert notes == [("withdrawn", "报错了"), ("restored", ""), ("withdrawn", "又错")]


def test_what_stands_is_not_restored(home):
    home.load("资金_202304.csv", FUNDS + JIA.format(1))
    before = home.bytes()
    home.run("restore", "000001", "--by", "测试", exits=2)
    assert home.bytes() == before


def test_a_receipt_says_what_it_replaces(home):
    home.load("资金_202304.csv", FUNDS + JIA.format(1) + YI.format(2))
    home.load("甲县_202304.csv", FUNDS + JIA.format(4))
    home.load("资金_202304.csv", FUNDS + JIA.format(5) + YI.format(2))
    replaces = {row[0]: row[10] for row in published(home)["uploads"]}
    assert replaces == {"000001": [], "000002": ["000001"], "000003": ["000001", "000002"]}


def test_an_upload_is_withdrawn_once(home):
    home.load("资金_202304.csv", FUNDS + JIA.format(1))
    home.run("withdraw", "000001", "--by", "测试", "--reason", "报错了")
    before = home.bytes()
    home.run("withdraw", "000001", "--by", "测试", "--reason", "报错了", exits=2)
    assert home.bytes() == before


def test_the_same_file_again_changes_nothing_and_says_so(home):
    first = home.load("资金_202304.csv", FUNDS + JIA.format(1))
    before = home.bytes()
    again = home.load("改名_202304.csv", FUNDS + JIA.format(1))
    assert home.bytes() == before
    assert again["upload_id"] == first["upload_id"]
    assert [each["code"] for each in again["problems"]] == ["same_file"]


def test_the_same_file_counts_anew_once_it_was_withdrawn_or_replaced(home):
    home.load("资金_202304.csv", FUNDS + JIA.format(1))
    home.load("资金_202304.csv", FUNDS + JIA.format(2))
    told = home.load("资金_202304.csv", FUNDS + JIA.format(1))
    assert told["upload_id"] == "000003"
    home.run("withdraw", "000003", "--by", "测试", "--reason", "报错了")
    assert spent(home)["甲县"] == 20_000


def test_the_same_benchmarks_again_change_nothing_unless_a_later_file_spoke_of_them(home):
    rows = "报告期,指标,全省平均\n{},支出率,{}%\n"
    home.load("一.csv", rows.format("2023-03", 30))
    home.load("二.csv", rows.format("2023-04", 40))
    before = home.bytes()
    assert home.load("一.csv", rows.format("2023-03", 30))["upload_id"] == "000001"
    assert home.bytes() == before
    home.load("三.csv", rows.format("2023-03", 31))
    assert home.load("一.csv", rows.format("2023-03", 30))["upload_id"] == "000004"


def test_a_load_that_died_before_publishing_is_made_good_by_sending_the_file_again(home):
    home.load("资金_202304.csv", FUNDS + JIA.format(1))
    home.load("资金_202304.csv", FUNDS + JIA.format(2))
    (home.path / "published" / "CURRENT").write_text("board-000001.duckdb\n")
    (home.path / "published" / ".building.duckdb").write_bytes(b"half")
    (home.path / "published" / ".building.duckdb.wal").write_bytes(b"half")
    (home.path / "uploads" / ".staging").mkdir()
    home.load("资金_202304.csv", FUNDS + JIA.format(2))
    assert spent(home)["甲县"] == 20_000


def test_the_board_as_of_a_past_moment(home):
    home.load("资金_202304.csv", FUNDS + JIA.format(1))
    before = published(home, "publication")
    moment = datetime.now(UTC).isoformat()
    home.load("资金_202304.csv", FUNDS + JIA.format(2))
    home.run("withdraw", "000001", "--by", "测试", "--reason", "报错了")
    home.run("publish", "--as-of", moment)
    assert published(home, "publication") == before
    home.run("publish")
    assert spent(home)["甲县"] == 20_000


def test_ten_published_files_are_kept_and_current_names_the_newest(home):
    for _ in range(12):
        home.run("publish")
    kept = sorted(path.name for path in home.path.glob("published/*.duckdb"))
    assert kept == [f"board-{number:06d}.duckdb" for number in range(3, 13)]
    assert (home.path / "published/CURRENT").read_text() == "board-000012.duckdb\n"


@pytest.mark.parametrize("months", [("202303", "202304")])
def test_two_processes_at_once_are_both_accepted(home, months):
    files = [home.file(f"资金_{month}.csv", FUNDS + JIA.format(1)) for month in months]
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "etl", "--home", home.path, "load", file, "--by", "测试"],
            stdout=subprocess.DEVNULL,
        )
        for file in files
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert {row[1] for row in published(home)["coverage"]} == {"2023-03", "2023-04"}


def test_rebuilding_gives_what_was_added_up_month_by_month(home):
    home.load("资金_202303.csv", FUNDS + JIA.format(1) + YI.format(2))
    home.load("资金_202304.csv", FUNDS + JIA.format(3) + YI.format(4))
    home.load("乙县_202304.csv", FUNDS + YI.format(5))
    home.load("月报_202304.csv", "县区,计划项目数,开工项目数,支出资金\n甲县,5,2,3\n丙县,4,4,\n")
    before = published(home)
    home.run("rebuild")
    assert published(home) == before
