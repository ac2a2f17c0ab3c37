"""The notice as a Word document, read back as Word reads it."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm, Pt

from briefing.chart import Chart, Series
from briefing.grid import Column, grid
from briefing.notice.model import Table
from briefing.word.document import docx_file
from tests.briefing.converted import pages
from tests.briefing.word.notices import EN, ZH, drawing, notice, table
from tests.briefing.word.reading import lines, opened, parts, printed, tables, texts, workbooks
from wording import Words

BOTH = pytest.mark.parametrize("t", [ZH, EN], ids=["zh", "en"])


@pytest.fixture(scope="module")
def official() -> bytes:
    return docx_file(notice(ZH), ZH, None)


def test_the_page_is_as_the_standard_asks(official: bytes) -> None:
    [page] = opened(official).sections
    assert round(page.page_width.mm), round(page.page_height.mm) == (210, 297)
    margins = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert [round(each.mm, 1) for each in margins] == [37, 35, 28, 26]
    # 22 lines fill the page and 23 would not fit; so do 28 letters of 16 points, set closer.
    height = page.page_height - page.top_margin - page.bottom_margin
    body = opened(official).styles["通报正文"]
    line = body.paragraph_format.line_spacing
    assert body.paragraph_format.line_spacing_rule == WD_LINE_SPACING.EXACTLY
    assert height // line == 22
    closer = body.element.rPr.find(qn("w:spacing")).get(qn("w:val"))
    width = page.page_width - page.left_margin - page.right_margin
    assert width // (Pt(16) + Pt(1) * int(closer) / 20) == 28


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("通报标题", "方正小标宋简体", 22),
        ("通报主送", "仿宋_GB2312", 16),
        ("通报正文", "仿宋_GB2312", 16),
        ("通报一级标题", "黑体", 16),
        ("通报二级标题", "楷体_GB2312", 16),
        ("通报落款", "仿宋_GB2312", 16),
        ("通报页码", "宋体", 14),
    ],
)
def test_fonts_and_sizes_are_the_standards(
    official: bytes, style: str, font: str, size: int
) -> None:
    made = opened(official).styles[style]
    assert made.font.size == Pt(size)
    fonts = made.element.rPr.find(qn("w:rFonts"))
    assert [fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "eastAsia")] == [font] * 3


def test_the_body_is_justified_and_its_first_line_two_letters_in(official: bytes) -> None:
    body = opened(official).styles["通报正文"]
    assert body.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert body.element.pPr.find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"
    assert body.paragraph_format.first_line_indent == Pt(32)


def test_page_numbers_stand_at_the_outer_edge_between_dashes(official: bytes) -> None:
    document = opened(official)
    [page] = document.sections
    assert document.settings.odd_and_even_pages_header_footer
    feet = [page.footer.paragraphs[0], page.even_page_footer.paragraphs[0]]
    assert [printed(each._p) for each in feet] == ["— 1 —", "— 1 —"]
    assert [each._p.find(qn("w:fldSimple")).get(qn("w:instr")) for each in feet] == ["PAGE"] * 2
    assert [each.alignment for each in feet] == [WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT]
    assert [feet[0].paragraph_format.right_indent, feet[1].paragraph_format.left_indent] == [
        Pt(14),
        Pt(14),
    ]


def test_the_text_stands_in_its_styles(official: bytes) -> None:
    said = "全市支出率96.04%，超序时进度“50%”。"
    assert lines(official)[:15] == [
        (
            "通报标题",
            "关于2023年4月巩固拓展脱贫攻坚成果同|乡村振兴有效衔接重点工作进展情况的通报",
        ),
        ("通报主送", "各县（市、区）人民政府："),
        ("通报正文", "现将有关情况通报如下。" * 4),
        ("通报一级标题", "一、总体情况"),
        ("通报二级标题", "（一）资金支出"),
        ("通报正文", said),
        ("通报正文", "A < B & C"),
        ("通报一级标题", "二、存在问题"),
        ("通报二级标题", "（一）资金支出"),
        ("通报正文", said),
        ("通报正文", "A < B & C"),
        ("通报二级标题", "（二）资金支出"),
        ("通报正文", said),
        ("通报正文", "A < B & C"),
        ("通报附件说明", "附件：1.有关指标情况表"),
    ]


def test_after_the_text_come_issuer_date_annexes_and_sources(official: bytes) -> None:
    assert lines(official)[15:] == [
        ("通报附件说明", "　　　2.有关指标情况图"),
        ("通报落款", "云溪市巩固衔接办"),
        ("通报日期", "2023年5月12日"),
        ("通报附件", "附件1"),
        ("通报附件标题", "有关指标情况表"),
        ("通报表题", "表1　2023年4月资金支出率排名"),
        ("通报注", "支出率＝支出÷下达。"),
        ("通报附件", "附件2"),
        ("通报附件标题", "有关指标情况图"),
        ("通报表题", "图1　云溪县领先"),
        ("通报图", ""),
        ("通报注", "报告期：2023年4月 · 数据版本：board-000042"),
    ]


def test_in_english_it_is_a_plain_notice() -> None:
    made = docx_file(notice(EN), EN, None)
    document = opened(made)
    assert document.styles["通报正文"].font.name == "Times New Roman"
    assert "1. Overall" in texts(made)
    assert "(2) Money spent" in texts(made)
    assert texts(made)[14:18] == [
        "Annex 1. Tables of the indicators",
        "Annex 2. Charts of the indicators",
        "Yunxi Office",
        "12 May 2023",
    ]


@BOTH
def test_every_run_names_its_fonts_and_language(t: Words) -> None:
    body = opened(docx_file(notice(t), t, None)).element.body
    for run in body.iter(qn("w:r")):
        fonts, language = run.rPr.find(qn("w:rFonts")), run.rPr.find(qn("w:lang"))
        assert fonts.get(qn("w:eastAsia")) == t.of(fonts.get(qn("w:ascii")), "宋体")
        assert language.get(qn("w:eastAsia")) == "zh-CN"


@BOTH
@pytest.mark.parametrize("units", [3, 100])
def test_a_table_reads_back_as_its_grid(t: Words, units: int) -> None:
    grid = table(t, units).grid
    [(head, *rows)] = tables(docx_file(notice(t, units), t, None))
    assert head == grid.heads(t)
    assert rows == grid.printed(t)


@BOTH
def test_a_table_fits_the_page_and_repeats_its_head(t: Words) -> None:
    document = opened(docx_file(notice(t, 100), t, None))
    [page], [made] = document.sections, document.tables
    width = page.page_width - page.left_margin - page.right_margin
    asked = sum(int(each.get(qn("w:w"))) for each in made._tbl.tblGrid)
    assert abs(asked - width / Pt(1) * 20) < 2
    head, *rows = made._tbl.tr_lst
    assert head.trPr.find(qn("w:tblHeader")) is not None
    assert all(each.trPr.find(qn("w:cantSplit")) is not None for each in (head, *rows))
    sides = [
        p.find(f"{qn('w:pPr')}/{qn('w:jc')}").get(qn("w:val")) for p in rows[0].iter(qn("w:p"))
    ]
    assert sides == ["center", "left", "right", "right", "right", "right", "left"]


def test_a_table_with_many_columns_has_smaller_letters() -> None:
    columns = [Column("云溪县青石镇石坪村"), *(Column(f"指标{n}", "count") for n in range(14))]
    wide = Table("wide", "宽表", grid(columns, [["甲" * 20, *[1_234_567] * 14]]))
    document = opened(docx_file(replace(notice(ZH), tables=(wide,)), ZH, None))
    sizes = {each.get(qn("w:val")) for each in document.tables[0]._tbl.iter(qn("w:sz"))}
    assert sizes == {"15"}


@BOTH
def test_a_chart_is_the_readers_own_with_its_workbook(t: Words) -> None:
    made = docx_file(notice(t), t, None)
    name = drawing(t, 1).chart.series[0].name
    units = drawing(t, 3).chart.categories
    values = [float(Fraction(97 - n, 101)) for n in range(3)]
    assert workbooks(made) == [[(None, name), *zip(units, values, strict=True)]]
    assert not [each for each in parts(made) if "media" in each]


def test_charts_have_parts_ids_and_alternative_texts_of_their_own() -> None:
    lines_chart = Chart("lines", ("1月", "2月"), (Series("甲", (1, None)), Series("乙", (2, 3))))
    both = (drawing(ZH, 2), replace(drawing(ZH, 2), title="走势", chart=lines_chart))
    made = docx_file(replace(notice(ZH), drawings=both), ZH, None)
    drawn = [each for each in opened(made).element.body.iter() if each.tag.endswith("}docPr")]
    assert [each.get("descr") for each in drawn] == ["图1　云溪县领先", "图2　走势"]
    assert len({each.get("id") for each in drawn}) == 2
    assert workbooks(made)[1] == [(None, "甲", "乙"), ("1月", 1, 2), ("2月", None, 3)]


def test_nobody_signs_a_page_without_text_and_titles_stay_with_what_they_name(
    official: bytes,
) -> None:
    document = opened(official)
    tied = [
        (each.style.name, each.text)
        for each in document.paragraphs
        if each._p.pPr.find(qn("w:keepNext")) is not None
    ]
    assert tied == [("通报正文", "A < B & C"), ("通报图", "")]
    for style in ("通报附件说明", "通报落款", "通报附件", "通报附件标题", "通报表题"):
        assert document.styles[style].paragraph_format.keep_with_next, style


def test_a_chart_has_no_frame_and_its_labels_are_whole(official: bytes) -> None:
    package = opened(official).part.package
    [chart] = [part for part in package.iter_parts() if "/charts/" in part.partname]
    space = parse_xml(chart.blob)
    assert space.find(qn("c:roundedCorners")).get("val") == "0"
    assert space.find(f"{qn('c:spPr')}/{qn('a:ln')}/{qn('a:noFill')}") is not None
    labels = space.find(f".//{qn('c:dLbls')}/{qn('c:txPr')}/{qn('a:bodyPr')}")
    assert labels.get("wrap") == "none"


def test_a_notice_without_tables_and_charts_has_no_annex() -> None:
    made = docx_file(replace(notice(ZH), tables=(), drawings=()), ZH, None)
    assert [text for text in texts(made) if "附件" in text or "{{" in text] == []
    assert texts(made)[-1].endswith("数据版本：board-000042")


def test_one_annex_has_no_number() -> None:
    made = docx_file(replace(notice(ZH), drawings=()), ZH, None)
    assert [text for text in texts(made) if "附件" in text] == ["附件：有关指标情况表", "附件"]


def test_what_xml_cannot_hold_is_left_out() -> None:
    written = notice(ZH).edited({"funds": "一\x08二\x0c三\ufffe"})
    assert {"一二", "三"} <= set(texts(docx_file(written, ZH, None)))


def test_properties_hold_what_they_can_of_a_title() -> None:
    made = docx_file(replace(notice(ZH), title="长" * 300), ZH, None)
    assert opened(made).core_properties.title == "长" * 255


def test_the_file_says_who_made_it_and_when(official: bytes) -> None:
    said = opened(official).core_properties
    assert (said.title, said.author) == (notice(ZH).title, "云溪市巩固衔接办")
    assert f"{said.created:%Y-%m-%d}" == "2023-05-12"


@BOTH
def test_another_program_prints_it(t: Words, tmp_path: Path) -> None:
    """Text, an annex of tables whose 100 rows take several pages, and one of charts."""
    assert pages(docx_file(notice(t, 100), t, None), "notice.docx", tmp_path) >= 5


def test_twips_and_millimetres_agree(official: bytes) -> None:
    """The foot stands so low that its dashes are 7 mm below the text."""
    assert abs(opened(official).sections[0].footer_distance - Mm(25.5)) < Mm(0.1)
