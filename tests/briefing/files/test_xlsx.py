"""Workbooks of cards, read back with another library than wrote them."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook

from briefing.chart import Chart, Form, Series
from briefing.export import Export
from briefing.files.xlsx import xlsx_file
from briefing.grid import Column, grid
from tests.briefing.files.exports import EN, NAMES, ZH, bars, export, money, ranked, row

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def opened(made: Export, t: Any = ZH, **how: bool) -> Any:
    return load_workbook(io.BytesIO(xlsx_file(made, t)), **how)


def chart_of(made: Export) -> Any:
    with zipfile.ZipFile(io.BytesIO(xlsx_file(made, ZH))) as book:
        return etree.fromstring(book.read("xl/charts/chart1.xml"))


def test_every_figure_is_a_number_in_the_unit_of_its_heading() -> None:
    found = ranked()
    sheet = opened(export(found), data_only=True).worksheets[0]
    assert [cell.value for cell in sheet[1]] == [
        "名次", "单位", "支出（万元）", "下达（万元）", "支出率", "较节点（个百分点）",
    ]  # fmt: skip
    for number, (rank, name, spent, allocated, rate, gap) in enumerate(found.rows, start=2):
        cells = [cell.value for cell in sheet[number]]
        assert cells[:2] == [rank, name]
        assert cells[2:4] == [float(Decimal(str(x)) / 10_000) for x in (spent, allocated)]
        assert cells[4:] == [pytest.approx(rate, abs=1e-15), pytest.approx(gap, abs=1e-12)]
    assert [cell.number_format for cell in sheet[2]][2:] == [
        "#,##0.00", "#,##0.00", "0.00%", "+0.00;-0.00;0.00",
    ]  # fmt: skip


def test_english_money_is_in_millions() -> None:
    sheet = opened(export(grid(money(EN), ranked().rows, total=True)), EN).worksheets[0]
    assert sheet["C2"].value == pytest.approx(1000.01 / 1e6, rel=1e-15)
    assert sheet["C1"].value == "支出 (¥m)"


def test_rates_and_totals_are_formulas_that_hold_their_value() -> None:
    made = export(ranked())
    formulas, values = (opened(made, data_only=only).worksheets[0] for only in (False, True))
    last = len(NAMES) + 2
    assert formulas["E2"].value == "=C2/D2"
    assert formulas[f"C{last}"].value == f"=SUM(C2:C{last - 1})"
    assert formulas[f"E{last}"].value == f"=C{last}/D{last}"
    total = sum(values[f"C{number}"].value for number in range(2, last))
    assert values[f"C{last}"].value == pytest.approx(total, rel=1e-15)


def test_where_a_formula_would_say_something_else_the_value_stands() -> None:
    apart = row(2, "东岭县", Decimal(30), Decimal(100))
    told = (*apart[:4], 0.31, 1.0)
    total = (None, "全市", Decimal(99), Decimal(101), 0.5, None)
    rows = [row(1, "云溪县", Decimal(1), Decimal(0)), told, total]
    sheet = opened(export(grid(money(), rows, total=True))).worksheets[0]
    assert [sheet[cell].value for cell in ("E2", "E3", "E4")] == ["无任务", 0.31, 0.5]
    assert sheet["C4"].value == 0.0099  # the rows give 31 元
    assert sheet["D4"].value == 0.0101


def test_what_begins_like_a_formula_is_text() -> None:
    sheet = opened(export(ranked())).worksheets[0]
    cells = [sheet.cell(number, 2) for number in range(2, len(NAMES) + 2)]
    assert [cell.value for cell in cells] == list(NAMES)
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)


def test_the_head_stays_in_sight_and_filters_leave_the_total_alone() -> None:
    sheet = opened(export(ranked())).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:F{len(NAMES) + 1}"
    assert sheet.column_dimensions["B"].width <= 49


def test_days_are_days_and_what_is_not_there_is_blank() -> None:
    found = grid([Column("日", "date"), Column("数", "count")], [[date(2023, 4, 30), None]])
    sheet = opened(export(found)).worksheets[0]
    assert (sheet["A2"].value.date(), sheet["A2"].number_format) == (
        date(2023, 4, 30),
        "yyyy-mm-dd",
    )
    assert sheet["B2"].value is None


def test_nothing_to_show_is_a_sheet_with_headings() -> None:
    sheet = opened(export(grid(money(), []))).worksheets[0]
    assert (sheet.max_row, sheet.max_column) == (1, 6)


def test_a_hundred_rows_are_all_there() -> None:
    found = ranked(tuple(f"{number}县" for number in range(100)))
    book = opened(export(found, bars(found)), data_only=True)
    assert (book.worksheets[0].max_row, book.worksheets[1].max_row) == (102, 102)


def test_the_last_sheet_says_what_it_is_and_where_it_comes_from() -> None:
    sheet = opened(export(ranked())).worksheets[-1]
    assert sheet.title == "说明"
    assert [[cell.value for cell in line] for line in sheet.iter_rows()] == [
        ["一句话", "云溪县领先"],
        ["说明", "全市缺1个单位。"],
        ["报告期", "2023年4月"],
        ["数据版本", "board-000001"],
    ]


def test_the_chart_is_drawn_from_the_numbers_beside_it() -> None:
    found = ranked(("云溪县", "东岭县"))
    made = export(found, bars(found))
    sheet = opened(made).worksheets[1]
    assert [[cell.value for cell in line] for line in sheet.iter_rows()] == [
        [None, "支出率"],
        *[[name, pytest.approx(rate, abs=1e-15)] for _, name, _, _, rate, _ in found.rows],
    ]
    assert len(sheet._charts) == 1
    space = chart_of(made)
    assert space.find(f".//{CHART}val//{CHART}f").text == "图表!$B$2:$B$4"
    points = space.findall(f".//{CHART}dPt//{DRAWING}srgbClr")
    assert [point.get("val") for point in points] == ["C03A3A", "1F8A5B", "C03A3A"]
    assert not [name for name in zipfile.ZipFile(io.BytesIO(xlsx_file(made, ZH))).namelist()
                if "media" in name]  # fmt: skip


@pytest.mark.parametrize("form", ["bars", "columns", "stacked", "lines"])
def test_every_letter_of_a_chart_has_a_chinese_font(form: Form) -> None:
    series = tuple(Series(name, (0.1, None, 0.3)) for name in "甲乙丙丁戊己庚")
    space = chart_of(export(ranked(), Chart(form, ("一", "二", "三"), series)))
    set_here = list(space.iter(f"{DRAWING}rPr", f"{DRAWING}defRPr"))
    assert set_here
    for properties in set_here:
        assert properties.find(f"{DRAWING}ea").get("typeface") == "Microsoft YaHei"


def test_ranks_run_from_the_first_at_the_top_and_lines_are_named_at_their_ends() -> None:
    series = tuple(
        Series(name, (number, None), "grey") for number, name in enumerate("甲乙丙丁戊己", 1)
    )
    space = chart_of(export(ranked(), Chart("lines", ("3月", "4月"), series, "rank")))
    axis = space.find(f".//{CHART}valAx/{CHART}scaling")
    assert axis.find(f"{CHART}orientation").get("val") == "maxMin"
    assert space.find(f".//{CHART}legend") is None
    for drawn in space.iter(f"{CHART}ser"):
        [hidden] = drawn.findall(f"{CHART}dLbls/{CHART}dLbl/{CHART}delete")
        assert hidden.getparent().find(f"{CHART}idx").get("val") == "1"


def test_a_long_title_and_no_sentence() -> None:
    made = replace(export(ranked(), bars(ranked()), title="很长" * 200), sentence="")
    labels = [line[0].value for line in opened(made).worksheets[-1].iter_rows()]
    assert labels == ["一句话", "报告期", "数据版本"]
