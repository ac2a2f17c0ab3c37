"""Files for spreadsheets: numbers stay numbers, and no text is taken for a formula."""

import csv
import io

from briefing.files.csv import csv_file, csv_text
from tests.briefing.files.exports import ZH, export, ranked


def test_numbers_are_numbers_and_formulas_are_text() -> None:
    given = ["-3", "-0.50", "12.00", "=1+1", "+86 1", "-x", "@a", "\t=1", "\r=1", "-", "柳树镇"]
    [heads, cells] = csv.reader(io.StringIO(csv_text(["甲"], [given]).decode("utf-8-sig"), ""))
    assert heads == ["甲"]
    assert cells == [
        "-3", "-0.50", "12.00", "'=1+1", "'+86 1", "'-x", "'@a", "'\t=1", "'\r=1", "-", "柳树镇",
    ]  # fmt: skip


def test_the_headings_come_first_and_where_it_comes_from_last() -> None:
    content = csv_file(export(ranked(("云溪县", "=1+1"))), ZH)
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), "")))
    assert lines[0] == [
        "名次",
        "单位",
        "支出（万元）",
        "下达（万元）",
        "支出率（%）",
        "较节点（个百分点）",
    ]
    assert lines[1:4] == [
        ["1", "云溪县", "0.100001", "0.700003", "14.29", "-15.71"],
        ["2", "'=1+1", "0.200002", "1.400006", "14.29", "-15.71"],
        ["", "全市", "0.300003", "2.100009", "14.29", "-15.71"],
    ]
    assert lines[4:] == [
        [],
        ["云溪县领先", ""],
        ["全市缺1个单位。", ""],
        ["报告期", "2023年4月"],
        ["数据版本", "board-000001"],
    ]


def test_quotes_commas_and_long_names_come_back_as_they_were() -> None:
    content = csv_file(export(ranked(('甲"乙,丙', "长" * 300))), ZH)
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), "")))
    assert [line[1] for line in lines[1:3]] == ['甲"乙,丙', "长" * 300]
