"""Slides of cards, read back: native charts and tables, every letter with a Chinese font."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
from pptx.oxml.ns import qn
from pptx.util import Inches

from briefing.chart import Chart, Form, Series
from briefing.deck.pen import TITLE_SIZES
from briefing.export import Export
from briefing.files.slide import pptx_file
from briefing.fit import LEADING, lines, size_for
from briefing.grid import Grid, grid
from briefing.slides.master import FOOTS, SHIPPED, placeholder
from briefing.slides.shapes import Box
from briefing.template import TemplateError
from tests.briefing.files.exports import NAMES, ZH, bars, export, money, ranked

COUNTIES = tuple(f"第{number}个县" for number in range(100))


def slide_of(made: Export) -> Any:
    deck: Any = Presentation(io.BytesIO(pptx_file(made, ZH)))
    [slide] = deck.slides
    assert deck.slide_width * 9 == pytest.approx(deck.slide_height * 16, rel=1e-3)
    assert not [each for each in slide.part.rels.values() if each.reltype == RELATION.IMAGE]
    return slide


def texts(slide: Any) -> list[str]:
    return [each.text_frame.text for each in slide.shapes if each.has_text_frame]


def chart_of(slide: Any) -> Any:
    [frame] = [each for each in slide.shapes if each.has_chart]
    return frame.chart


def table_of(slide: Any) -> list[list[str]]:
    [frame] = [each for each in slide.shapes if each.has_table]
    return [[cell.text for cell in line.cells] for line in frame.table.rows]


def assert_chinese(element: Any) -> None:
    runs = list(element.iter(qn("a:r"), qn("a:fld")))
    assert runs
    for run in runs:
        assert run.find(f"{qn('a:rPr')}/{qn('a:ea')}").get("typeface")


def test_the_message_is_the_title_and_where_it_comes_from_the_foot() -> None:
    found = ranked()
    slide = slide_of(export(found, bars(found)))
    assert slide.shapes.title.text_frame.text == "云溪县领先"
    assert {"全市缺1个单位。", "报告期：2023年4月 · 数据版本：board-000001"} <= set(texts(slide))
    assert slide.notes_slide.notes_text_frame.text == "云溪县领先\n全市缺1个单位。"


@pytest.mark.parametrize("title", ["乡村振兴示范区" * 40, "Demonstration Zone of Number 12, " * 14])
def test_a_title_of_many_long_names_fits_its_box(title: str) -> None:
    found = ranked()
    place = slide_of(replace(export(found, bars(found)), title=title)).shapes.title
    [run] = place.text_frame.paragraphs[0].runs
    size, (width, height) = run.font.size.pt, Box.of(place).points
    assert lines(title, width / size) * LEADING * size <= height
    assert size_for([title], width, height, TITLE_SIZES) == size


def test_a_chart_is_native_with_its_numbers_and_its_lights() -> None:
    found = ranked(("云溪县", "东岭县"))
    chart = chart_of(slide_of(export(found, bars(found))))
    [series] = chart.plots[0].series
    rates = [each[4] for each in found.rows]
    assert list(series.values) == [pytest.approx(rate, abs=1e-15) for rate in rates]
    assert list(chart.plots[0].categories) == ["云溪县", "东岭县", "全市"]
    colours = [str(series.points[n].format.fill.fore_color.rgb) for n in range(3)]
    assert colours == ["C03A3A", "1F8A5B", "C03A3A"]
    sheet = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).worksheets[0]
    cells = [sheet.cell(n, 2).value for n in (2, 3, 4)]
    assert cells == pytest.approx(list(series.values), abs=1e-15)


def test_without_a_chart_it_is_a_native_table() -> None:
    found = ranked(("云溪县", "=1+1"))
    lines = table_of(slide_of(export(found)))
    assert [line[:2] for line in lines[1:]] == [["1", "云溪县"], ["2", "=1+1"], ["—", "全市"]]
    assert [line[4] for line in lines[1:]] == ["14.29"] * 3


def test_a_table_says_how_many_rows_it_leaves_out_and_keeps_the_total() -> None:
    made = export(ranked(COUNTIES))
    slide, lines = slide_of(made), table_of(slide_of(made))
    left_out = 101 - (len(lines) - 1)
    assert 0 < left_out < 101
    assert lines[-1][1] == "全市"
    assert any(f"另有{left_out}行，见同名工作簿。" in text for text in texts(slide))


def test_a_chart_of_a_hundred_units_keeps_the_first_and_the_last() -> None:
    found = ranked(COUNTIES)
    slide = slide_of(export(found, bars(found)))
    categories = list(chart_of(slide).plots[0].categories)
    assert (categories[0], categories[-1]) == ("第0个县", "全市")
    assert len(categories) < 50
    left_out = 101 - len(categories)
    assert any(f"另有{left_out}行，见同名工作簿。" in text for text in texts(slide))


@pytest.mark.parametrize("found", [ranked(), ranked(COUNTIES), grid(money(), [])])
def test_every_run_has_an_east_asian_font_and_nothing_leaves_the_slide(found: Grid) -> None:
    slide = slide_of(export(found))
    assert_chinese(slide._element)
    assert_chinese(slide.notes_slide._element)
    for shape in slide.shapes:
        assert shape.top + shape.height <= Inches(7.5)
        assert shape.left + shape.width <= Inches(13.34)


@pytest.mark.parametrize("form", ["bars", "columns", "stacked", "lines"])
def test_every_letter_of_a_chart_has_a_chinese_font(form: Form) -> None:
    series = tuple(Series(name, (0.1, None, 0.3)) for name in "甲乙丙丁戊己庚")
    chart = Chart(form, ("一", "二", "三"), series)
    space = chart_of(slide_of(export(ranked(), chart)))._chartSpace
    set_here = list(space.iter(qn("a:rPr"), qn("a:defRPr")))
    assert set_here
    for properties in set_here:
        assert properties.find(qn("a:ea")).get("typeface")


def test_lines_of_many_units_are_named_where_they_end() -> None:
    series = tuple(Series(name, (1, 2, None), "grey") for name in "甲乙丙丁戊己")
    lines = Chart("lines", ("2月", "3月", "4月"), series, "rank")
    chart = chart_of(slide_of(export(ranked(), lines)))
    assert not chart.has_legend
    assert chart.value_axis.reverse_order
    for drawn in chart.plots[0].series:
        [label] = drawn._element.iter(qn("c:dLbl"))
        assert label.find(qn("c:idx")).get("val") == "1"
        assert label.find(qn("c:showSerName")).get("val") == "1"


def test_names_with_quotes_and_very_long_ones_stay_text() -> None:
    lines = table_of(slide_of(export(ranked())))
    assert [line[1] for line in lines[1:-1]] == list(NAMES)


def test_it_wears_a_bureaus_own_master(tmp_path: Path) -> None:
    own: Any = Presentation()  # PowerPoint's own: 4:3, its layouts in English, 宋体 for Chinese
    fill = own.slide_master.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor.from_string("FDF3E1")
    own.slides.add_slide(own.slide_layouts[0]).shapes.title.text = "示范"
    own.save(str(tmp_path / "deck.pptx"))
    found = ranked()
    made = pptx_file(export(found, bars(found)), ZH, tmp_path / "deck.pptx")
    deck: Any = Presentation(io.BytesIO(made))
    [slide] = deck.slides
    assert (deck.slide_width, deck.slide_height) == (own.slide_width, own.slide_height)
    assert str(deck.slide_master.background.fill.fore_color.rgb) == "FDF3E1"
    assert slide.slide_layout.name == "Title and Content"
    fonts = {each.get("typeface") for each in slide._element.iter(qn("a:ea"))}
    assert fonts == {"宋体"}
    assert chart_of(slide)._chartSpace.find(f".//{qn('a:ea')}").get("typeface") == "宋体"
    [foot] = [each for each in slide.shapes if each.has_text_frame and "报告期" in each.text]
    assert Box.of(foot) == Box.of(placeholder(slide.slide_layout, FOOTS))


def test_a_master_that_will_not_do_is_refused_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(SHIPPED.read_bytes()[:1000])
    with pytest.raises(TemplateError, match=r"^幻灯片母版 deck\.pptx 不是PPTX文件$"):
        pptx_file(export(ranked()), ZH, file)
    deck: Any = Presentation(str(SHIPPED))
    deck.slide_layouts[1].name = "别的"
    deck.save(str(file))
    with pytest.raises(TemplateError, match=r"^幻灯片母版没有名为“标题和内容”的版式"):
        pptx_file(export(ranked()), ZH, file)
