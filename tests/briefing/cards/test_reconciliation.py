"""The cards of 账表核对 as documents, from literal ledgers and reports."""

import io
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from openpyxl import load_workbook

from board.store import Board
from briefing.cards.reconciliation import agreements, comparisons, contradictions
from briefing.cards.scope import Scope
from briefing.files.csv import csv_file
from briefing.files.xlsx import xlsx_file
from tests.board.compared import SENT, STORY, board, compared, contradicted
from tests.board.published import Row
from wording import Words

MADE = datetime(2023, 5, 10, 9, 30)
ZH = Words("zh")
YUNXI = "990101"


def scope(shown: Board, unit: str = "") -> Scope:
    return Scope(shown, ZH, "2023-04", shown.units.get(unit))


def test_of_all_units_the_figures_that_differ_to_the_last_digit(tmp_path: Path) -> None:
    made = comparisons(scope(board(tmp_path, *STORY, **SENT)), "标题", "说明", MADE)
    started, spent = made.grid.rows
    assert started[:8] == ("云溪县", "已开工项目", "个", 126, 120, 6, Fraction(1, 20), "不符")
    assert spent[:6] == (
        "云溪县", "累计支出", "元", 40_894_700, Decimal("36694661.94"), Decimal("4200038.06"),
    )  # fmt: skip
    assert spent[8:] == (
        "衔接办", date(2023, 5, 5), "衔接办.xlsx", "财政局", date(2023, 5, 5), "财政局.xlsx",
    )  # fmt: skip
    assert "累计支出,元,40894700,36694661.94,4200038.06,11.45,不符" in csv_file(made, ZH).decode()
    assert made.grid.printed(ZH)[1][3:7] == ["40,894,700", "36,694,661.94", "4,200,038.06", "11.45"]
    assert made.name == "账表核对 2023年4月"
    sheet = load_workbook(io.BytesIO(xlsx_file(made, ZH))).worksheets[0]
    assert [sheet.cell(row, 5).number_format for row in (2, 3)] == ["#,##0", "#,##0.00"]
    assert [sheet.cell(row, 5).value for row in (2, 3)] == [120, 36694661.94]


def test_of_one_unit_every_figure_and_why_one_cannot_be_compared(tmp_path: Path) -> None:
    made = comparisons(scope(board(tmp_path, *STORY), "990102"), "标题", "", MADE)
    started, spent = made.grid.rows
    assert started[1:8] == ("已开工项目", "个", None, 7, None, None, "只有台账")
    assert spent[1:8] == ("累计支出", "元", 101, 100, 1, Fraction(1, 100), "一致")
    assert made.name == "东岭县 账表核对 2023年4月"


def test_all_that_differ_are_there_not_only_those_the_page_has_room_for(tmp_path: Path) -> None:
    many: list[Row] = [
        {"unit_code": f"99{number:04}", "name": f"{number}县", "short_name": str(number),
         "name_en": str(number), "sort_order": number}
        for number in range(101)
    ]  # fmt: skip
    rows = [compared(unit["unit_code"], "spent", 1, 2) for unit in many]
    shown = board(tmp_path, *rows, units=many)
    assert len(comparisons(scope(shown), "标题", "", MADE).grid.rows) == 101


def test_units_against_their_ledgers(tmp_path: Path) -> None:
    made = agreements(scope(board(tmp_path, *STORY), YUNXI), "标题", "", MADE)
    assert made.grid.heads(ZH) == ["单位", "项目台账", "衔接资金台账", "监测对象台账"]
    assert made.grid.rows == (
        ("云溪县", "1项不符（共1项）", "1项不符（共1项）", "1项一致"),
        ("东岭县", "只有台账", "1项一致", "都没有"),
        ("市本级", "都没有", "都没有", "只有月报"),
    )
    assert made.name == "各单位账表核对 2023年4月"  # all units, whichever one the page is of


def test_what_files_contradict(tmp_path: Path) -> None:
    shown = contradicted(tmp_path)
    made, of_yunxi = (contradictions(scope(shown, one), "标题", "", MADE) for one in ("", YUNXI))
    assert made.grid.rows[2] == (
        "合计对不上", "全表", 16, "合计行“计划项目数”为 12，各行相加为 11；请核对",
        "衔接办", date(2023, 5, 5), "衔接办.xlsx",
    )  # fmt: skip
    assert [row[1:3] for row in made.grid.rows] == [("云溪县", 3), ("东岭县", 4), ("全表", 16)]
    assert [row[1:3] for row in of_yunxi.grid.rows] == [("云溪县", 3), ("全表", 16)]


def test_a_month_without_files_is_an_empty_table(tmp_path: Path) -> None:
    nothing = Scope(board(tmp_path, *STORY), ZH, "2022-01", None)
    assert comparisons(nothing, "标题", "", MADE).grid.rows == ()
    assert contradictions(nothing, "标题", "", MADE).grid.rows == ()
    assert {
        cell for row in agreements(nothing, "标题", "", MADE).grid.rows for cell in row[1:]
    } == {"都没有"}
