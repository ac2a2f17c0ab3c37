"""A watched folder: what is dropped is taken, and the answer lies beside it."""

import io
import json
import os
from pathlib import Path

import pyarrow.parquet
import pytest
from openpyxl import Workbook, load_workbook

from etl.original import keep_original

HEADER = [
    "户编号",
    "户主姓名",
    "县区",
    "监测对象类别",
    "人数",
    "风险类型",
    "识别监测时间",
    "风险是否已消除",
]
GOOD = ["H1", "欧阳铁柱", "甲县", "突发严重困难户", 3, "因病", "202301", "否"]
BAD = ["H2", "诸葛虚构", "甲县", "突发严重困难户", "三", "因病", "202301", "否"]


def workbook(*rows):
    book = Workbook()
    for row in (HEADER, *rows):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.fixture
def inbox(home):
    folder = home.path.parent / "收件"
    folder.mkdir()
    return folder


def look(home, inbox):
    return home.run("watch", inbox, "--by", "甲县", "--once", exits=None).splitlines()


def names(inbox):
    return sorted(path.name for path in inbox.iterdir())


def test_a_good_file_gets_a_receipt_and_is_taken_once(home, inbox):
    (inbox / "监测_202304.xlsx").write_bytes(workbook(GOOD))
    assert look(home, inbox) == ["监测_202304.xlsx: 已接收 000001"]
    assert names(inbox) == ["监测_202304.xlsx", "监测_202304（回执）.txt"]
    receipt = (inbox / "监测_202304（回执）.txt").read_text("utf-8-sig")
    [upload] = json.loads(home.run("uploads", "--json"))
    assert f"校验码: {upload['sha256']}" in receipt
    assert "报送人: 甲县" in receipt
    assert home.standings("2023-04", "risk_elimination_rate")["甲县"]["denominator"] == 3
    assert look(home, inbox) == []


def test_a_bad_file_is_given_back_marked_and_without_names_and_taken_when_mended(home, inbox):
    (inbox / "监测_202304.xlsx").write_bytes(workbook(GOOD, BAD))
    [line] = look(home, inbox)
    assert "1 × 错误" in line
    marked = inbox / "监测_202304（问题）.xlsx"
    book = load_workbook(marked)
    page = book.worksheets[0]
    assert page["E3"].fill.fgColor.rgb.endswith("FFC7CE")
    assert "三" in page["E3"].comment.text
    assert [page["B2"].value, page["B3"].value] == [None, None]
    assert not list(home.path.glob("uploads/*/*"))
    assert look(home, inbox) == []  # neither the file nor what was written beside it is new

    page["E3"] = 2
    book.save(marked)
    assert look(home, inbox) == ["监测_202304（问题）.xlsx: 已接收 000001"]
    assert "监测_202304（回执）.txt" in names(inbox)
    assert home.standings("2023-04", "risk_elimination_rate")["甲县"]["denominator"] == 5


def test_what_was_withdrawn_is_not_taken_again_by_the_next_watch(home, inbox):
    (inbox / "监测_202304.xlsx").write_bytes(workbook(GOOD))
    look(home, inbox)
    home.run("withdraw", "000001", "--by", "市里", "--reason", "报错了")
    assert look(home, inbox) == []


def test_a_new_version_under_the_same_name_is_taken_however_old_it_looks(home, inbox):
    path = inbox / "监测_202304.xlsx"
    path.write_bytes(workbook(GOOD))
    look(home, inbox)
    path.write_bytes(workbook([*GOOD[:4], 4, *GOOD[5:]]))
    os.utime(path, (1, 1))
    assert look(home, inbox) == ["监测_202304.xlsx: 已接收 000002"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("空.csv", b"", "文件是空的"),
        ("资金.csv", "县区,级次,批次,下达资金\n甲县,中央,一,5\n".encode(), "报告期"),
    ],
)
def test_what_cannot_be_read_or_must_be_asked_is_said_in_a_text(home, inbox, name, content, said):
    (inbox / name).write_bytes(content)
    look(home, inbox)
    assert said in (inbox / f"{name}（问题）.txt").read_text("utf-8-sig")
    assert look(home, inbox) == []


def test_locks_of_office_programs_and_other_files_are_left_alone(home, inbox):
    for name in ("~$监测_202304.xlsx", ".监测.csv", "照片.jpg"):
        (inbox / name).write_bytes(b"x")
    assert look(home, inbox) == []


def test_a_file_that_is_still_being_written_waits(home, inbox):
    from etl.store import Store
    from etl.watch import Watch

    path = inbox / "监测_202304.xlsx"
    whole = workbook(GOOD)
    path.write_bytes(whole[:100])
    watch = Watch(inbox, Store(home.path), "甲县", "zh")
    assert list(watch.look(patient=True)) == []
    path.write_bytes(whole)
    assert list(watch.look(patient=True)) == []
    assert list(watch.look(patient=True)) == ["监测_202304.xlsx: 已接收 000001"]


def test_nothing_personal_is_written_by_the_watch(home, inbox):
    (inbox / "监测_202304.xlsx").write_bytes(workbook(GOOD, BAD))
    look(home, inbox)
    written = [path for path in inbox.iterdir() if path.name != "监测_202304.xlsx"]
    written += [path for path in home.path.rglob("*") if path.is_file()]
    for path in written:
        texts = [path.read_bytes()]
        if path.suffix == ".xlsx":
            cells = (cell for row in load_workbook(path).worksheets[0].values for cell in row)
            texts.append("".join(map(str, cells)).encode())
        assert not any(name.encode() in text for name in ("欧阳铁柱", "诸葛虚构") for text in texts)


def test_one_file_that_cannot_be_taken_stops_no_other(home, inbox, monkeypatch):
    (inbox / "a_202304.xlsx").write_bytes(workbook(GOOD))
    (inbox / "b_202304.xlsx").write_bytes(workbook(GOOD))
    monkeypatch.setattr("etl.accept.keep_original", _fails_once())
    first, second = look(home, inbox)
    assert first.startswith("a_202304.xlsx: 处理时出错（LookupError）")
    assert second == "b_202304.xlsx: 已接收 000001"
    assert look(home, inbox) == []


def _fails_once():
    calls = []

    def keep(*what):
        calls.append(what)
        if len(calls) == 1:
            raise LookupError
        keep_original(*what)

    return keep


def test_a_name_as_long_as_names_may_be_gets_its_answer(home, inbox):
    name = "附" * 77 + "_202304.xlsx"
    (inbox / name).write_bytes(workbook(GOOD))
    assert look(home, inbox) == [f"{name}: 已接收 000001"]
    [receipt] = inbox.glob("*（回执）.txt")
    assert "000001" in receipt.read_text("utf-8-sig")


def test_a_name_that_an_old_archive_left_in_bytes_is_read(home, inbox):
    name = "资金台账_202304.csv"
    text = "县区,级次,批次,下达资金\n甲县,中央,一,5\n"
    in_bytes = Path(os.fsdecode(os.fsencode(inbox) + b"/" + name.encode("gbk")))
    in_bytes.write_bytes(text.encode("gb18030"))
    assert look(home, inbox) == [f"{name}: 已接收 000001"]
    assert look(home, inbox) == []


def test_the_unit_of_a_signed_title_is_in_the_marked_copy(home, inbox):
    rows = [
        ["截至2023年4月30日  填报人：诸葛虚构  单位：元"],
        ["县区", "级次", "批次", "下达资金"],
        ["甲县", "中央", "一", "约100万"],
    ]
    text = "\n".join(",".join(row) for row in rows)
    (inbox / "资金.csv").write_bytes(text.encode("gb18030"))
    look(home, inbox)
    marked = inbox / "资金.csv（问题）.xlsx"
    book = load_workbook(marked)
    book.worksheets[0]["D3"] = 1_000_000
    book.save(marked)
    assert look(home, inbox) == ["资金.csv（问题）.xlsx: 已接收 000001"]
    [rows] = home.path.glob("uploads/*/*/rows.parquet")
    assert pyarrow.parquet.read_table(rows)["allocated"].to_pylist() == [1_000_000]


def test_once_says_by_its_exit_whether_anything_was_refused(home, inbox):
    (inbox / "监测_202304.xlsx").write_bytes(workbook(BAD))
    home.run("watch", inbox, "--once", exits=1)
    home.run("watch", inbox, "--once")
