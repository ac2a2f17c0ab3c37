"""The warnings' cards as documents: the matrix of literal warnings, and each of them in a row."""

from datetime import datetime
from pathlib import Path

import pytest

from board.warnings import rules
from briefing.cards.scope import Scope
from briefing.cards.warnings import every_warning, matrix
from briefing.export import Export
from briefing.files.csv import csv_file
from tests.board.published import Row
from tests.board.suspected import FULL, A, C, opened, warning
from wording import Words

MADE = datetime(2023, 5, 10, 9, 30)
ZH = Words("zh")


def scope_of(home: Path, *warnings: Row, unit: str = "") -> Scope:
    board = opened(home, *warnings)
    return Scope(board, ZH, "2023-04", board.units.get(unit))


def listed(scope: Scope, rule: str = "", status: str = "now") -> Export:
    known = rules(scope.board, scope.period)
    return every_warning(scope, known.get(rule), status, "标题", "说明", MADE)


def test_the_matrix_with_sums_and_what_is_not_known(tmp_path: Path) -> None:
    # 云溪县 and 石坪县 sent projects, 云溪县 alone its funds; what 东岭县 owes is not due yet.
    made = matrix(scope_of(tmp_path, *FULL, unit=A), "标题", "说明", MADE)
    assert made.grid.heads(ZH) == [
        "程度", "疑似问题", "合计", "其中新增", "已消失", "云溪", "东岭", "石坪", "市本",
    ]  # fmt: skip
    assert made.grid.rows == (
        ("严重", "不开工", 3, 2, 1, 1, "不知道", 2, "不知道"),
        ("一般", "调库", 1, 1, 0, 0, "不知道", 1, "不知道"),
        ("轻微", "小事", 1, 0, 0, 1, "不知道", "不知道", "不知道"),
        (None, "合计", 5, 3, 1, 2, 0, 3, 0),
    )
    assert made.grid.total
    assert made.chart
    assert made.chart.categories == ("云溪县", "东岭县", "石坪县", "市本级")
    assert [(each.name, each.values) for each in made.chart.series] == [
        ("严重", (1, 0, 2, 0)), ("一般", (0, 0, 1, 0)), ("轻微", (1, 0, 0, 0)),
    ]  # fmt: skip
    assert made.name == "预警 2023年4月"  # of all units, whichever the rows are narrowed to
    assert "单位" not in dict(made.provenance.lines)


def test_nothing_suspected_is_an_empty_matrix(tmp_path: Path) -> None:
    made = matrix(scope_of(tmp_path), "标题", "", MADE)
    assert (made.grid.rows, made.chart) == ((), None)


def test_a_warning_with_its_sentence_its_advice_and_where_it_was_sent(tmp_path: Path) -> None:
    made = listed(scope_of(tmp_path, *FULL, unit=C), "late")
    assert dict(zip(made.grid.heads(ZH), made.grid.rows[1], strict=True)) == {
        "报告期": "2023-04", "状态": "本月新增", "程度": "严重", "单位": "石坪县",
        "规则": "不开工", "疑似问题": "说法", "项目或户": "水渠", "编号": "P2",
        "乡镇": "永安镇", "自哪个月": "2023-04", "持续月数": 1, "文件": "项目.csv",
        "原表行": 7, "报送人": "局", "怎么核实": "核实",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("unit", "rule", "status", "since", "name"),
    [
        ("", "", "now", ["2023-01", "2023-04", "2023-04", "2023-04", "2022-05"], "预警 疑似"),
        (C, "late", "now", ["2023-01", "2023-04"], "石坪县 预警 不开工 疑似"),
        (C, "", "cleared", ["2023-03"], "石坪县 预警 本月消失"),
        ("", "late", "unverified", ["2022-08"], "预警 不开工 无法确认"),
        (A, "changed", "now", [], "云溪县 预警 调库 疑似"),
    ],
)
def test_the_rows_asked_for_and_no_others(
    tmp_path: Path, unit: str, rule: str, status: str, since: list[str], name: str
) -> None:
    made = listed(scope_of(tmp_path, *FULL, unit=unit), rule, status)
    assert sorted(row[9] for row in made.grid.rows) == sorted(since)  # type: ignore[type-var]
    assert made.name == f"{name} 2023年4月"
    said = dict(made.provenance.lines)
    assert ("规则" in said, "单位" in said) == (bool(rule), bool(unit))


def test_all_rows_are_there_not_a_page_of_them(tmp_path: Path) -> None:
    scope = scope_of(tmp_path, *(warning("late", A, f"P{number}") for number in range(60)))
    assert len(listed(scope).grid.rows) == 60


@pytest.mark.parametrize("sign", "=+-@")
def test_a_cell_that_begins_like_a_formula_is_text(tmp_path: Path, sign: str) -> None:
    made = listed(scope_of(tmp_path, warning("late", A, "P1", title=f"{sign}cmd|x")))
    assert f"'{sign}cmd|x" in csv_file(made, ZH).decode("utf-8-sig")
