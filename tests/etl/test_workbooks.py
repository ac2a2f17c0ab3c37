"""Workbooks whose XML is not as spreadsheets write it, or is what only some of them can read."""

import io
import zipfile

import openpyxl
import pytest

from etl.annotated import COLOURS, annotated
from etl.examine import examine
from etl.read import SentFile
from etl.recognised import Said
from etl.reference import load_reference
from etl.store import Store
from tests.etl.conftest import problems
from tests.etl.forms import workbook

LEDGER = [
    ["县区", "资金级次", "指标文号", "下达资金(万元)", "支出资金(万元)"],
    ["甲县", "中央", "甲〔2023〕1号", "1200", "300.5"],
    ["乙县", "省级", "甲〔2023〕2号", "800", "0"],
]
SHEET = "xl/worksheets/sheet1.xml"
NAME = "资金_202304.xlsx"


def changed(content, part, *changes):
    """A workbook in one part of which some bytes are others; each must be there."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as whole,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in whole.namelist():
            data = whole.read(name)
            if name == part:
                for old, new in changes:
                    assert old in data, data
                    data = data.replace(old, new)
            made.writestr(name, data)
    return packed.getvalue()


FAR = (b"</sheetData>", b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row></sheetData>")


@pytest.mark.parametrize(
    "far",
    [
        FAR[1],
        FAR[1].replace(b"'", b'"'),
        FAR[1].replace(b"<c r", b"<c\nr"),
        FAR[1].replace(b"<c r", b"<c s='0' r"),
        b"<row r='1048576'>" + b"<c/>" * 100 + b"<c><v>1</v></c></row></sheetData>",
        b'<row r="1048576"><c r="T1048576"><v>1</v></c></row></sheetData>',
        b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
        b'<row r="4"><c r="XFD4"><v>1</v></c></row></sheetData>',
    ],
)
def test_a_stray_cell_is_named_however_it_is_written(home, far):
    content = changed(workbook(LEDGER), SHEET, (FAR[0], far))
    told = home.load(NAME, content, exits=2)
    assert "1048576" in told["error"] or "XFD4" in told["error"]


@pytest.mark.parametrize(
    "error",
    [
        b'<c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        b"<c r='E2' t='e'><f>1/0</f><v>#DIV/0!</v></c>",
        b'<c t="e" r="E2"><v>#DIV/0!</v></c>',
        b'<c r="E2" s="0" t="e"><v>#DIV/0!</v></c>',
    ],
)
@pytest.mark.parametrize("dimension", [b'ref="A1:E3"', b'ref="A1"'])
def test_the_error_of_a_formula_is_found_however_it_is_written(home, error, dimension):
    content = changed(
        workbook(LEDGER),
        SHEET,
        (b'<c r="E2"><v>300.5</v></c>', error),
        (b'ref="A1:E3"', dimension),
    )
    told = home.load(NAME, content, exits=1)
    assert problems(told) == [(2, "spent", "error_cell", "error")]


def test_a_formula_that_gives_an_empty_text_is_blank(home):
    content = changed(
        workbook(LEDGER),
        SHEET,
        (b'<c r="E2"><v>300.5</v></c>', b'<c r="E2" t="str"><f>IF(1,"","")</f><v></v></c>'),
    )
    told = home.load(NAME, content)
    assert problems(told) == []
    assert home.standings("2023-04", "spend_rate")["甲县"]["value"] is None


def test_looks_that_one_library_refuses_are_no_matter_for_reading_and_marking(home):
    bad = [list(row) for row in LEDGER]
    bad[1][4] = "三百"
    content = changed(workbook(bad), "xl/styles.xml", (b'<family val="2"/>', b'<family val="34"/>'))
    content = changed(
        content, SHEET, (b'<c r="D2"><v>1200</v></c>', b'<c r="D2" t="e"><v>#REF!</v></c>')
    )
    with pytest.raises(ValueError, match="could not read stylesheet"):
        openpyxl.load_workbook(io.BytesIO(content))
    told = home.load(NAME, content, exits=1)
    assert problems(told) == [
        (2, "allocated", "error_cell", "error"),
        (2, "spent", "bad_money", "error"),
    ]
    page = marked(home, content).worksheets[0]
    assert {cell.coordinate for row in page for cell in row if is_red(cell)} == {"D2", "E2"}


def marked(home, content, *, sheet=None):
    found = examine(
        SentFile(NAME, content), Store(home.path), load_reference(home.path), Said(sheet=sheet)
    )
    return openpyxl.load_workbook(io.BytesIO(annotated(found, "en", personal=True)))


def is_red(cell):
    return bool(cell.fill.fill_type) and cell.fill.start_color.rgb.endswith(COLOURS["error"])


def test_a_sheet_that_is_called_as_the_list_of_problems_stays(home):
    book = openpyxl.Workbook()
    book.active.title = "Problems"
    for row in (*LEDGER[:2], ["乙县", "省级", "2号", "很多", "0"]):
        book.active.append(row)
    book.create_sheet("问题清单").append(["自己", "记的"])
    file = io.BytesIO()
    book.save(file)
    answer = marked(home, file.getvalue(), sheet="Problems")
    assert answer.sheetnames == ["Problems", "问题清单", "Problems 2"]
    assert is_red(answer["Problems"]["D3"])
    assert answer["Problems 2"]["A2"].value == "D3"


def merged(*ranges, above=(), name="资金台账"):
    book = openpyxl.Workbook()
    page = book.active
    page.title = name
    for row in [*above, *LEDGER]:
        page.append(row)
    for each in ranges:
        page.merge_cells(each)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("last", ["G", "XFD"])
def test_a_title_may_be_merged_past_the_table(home, last):
    content = merged(f"A1:{last}1", above=[["云溪县衔接资金台账（2023年4月）"]])
    assert home.load(NAME, content)["rows_kept"] == 2


def test_cells_may_be_merged_below_the_last_row(home):
    content = merged("A4:A6")
    longer = changed(content, SHEET, (b"A4:A6", b"A3:A1048576"))
    for each in (content, longer):
        assert home.check(NAME, each)["rows_kept"] == 2


def test_an_address_in_small_letters_counts_too(home):
    far = FAR[1].replace(b"XFD", b"xfd").replace(b"'", b'"')
    told = home.load(NAME, changed(workbook(LEDGER), SHEET, (FAR[0], far)), exits=2)
    assert "XFD1048576" in told["error"]


@pytest.mark.parametrize("name", ["'资金'", "Problems", "很长" * 15])
def test_a_marked_copy_takes_any_name_of_a_sheet(home, name):
    book = openpyxl.load_workbook(io.BytesIO(merged(name=name)))
    book.active["D3"] = "很多"
    file = io.BytesIO()
    book.save(file)
    found = examine(
        SentFile(NAME, file.getvalue()),
        Store(home.path),
        load_reference(home.path),
        Said(sheet=name),
    )
    book = openpyxl.load_workbook(io.BytesIO(annotated(found, "zh", personal=False)))
    assert is_red(book.worksheets[0]["D3"])


def test_fractions_shown_as_percents_are_fractions_in_the_marked_copy(home):
    book = openpyxl.Workbook()
    for row in (
        ["指标", "全省平均", "位次", "报告期"],
        ["支出率", 0.4692, 12, "2023-04"],
        ["开工率", 0.6352, "好", "2023-04"],
    ):
        book.active.append(row)
    for row in (2, 3):
        book.active.cell(row, 2).number_format = "0.00%"
    file = io.BytesIO()
    book.save(file)
    found = examine(
        SentFile("省级指标_202304.xlsx", file.getvalue()),
        Store(home.path),
        load_reference(home.path),
        Said(),
    )
    marked = openpyxl.load_workbook(io.BytesIO(annotated(found, "zh", personal=False)))
    page = marked.worksheets[0]
    assert is_red(page["C3"])
    page["C3"] = 3
    mended = io.BytesIO()
    marked.save(mended)
    assert problems(home.load("省级指标_202304.xlsx", mended.getvalue())) == []


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("0!.0000", "shown_divided"),
        ("#,##0.00,", "shown_divided"),
        ('0"."0000', "shown_divided"),
        ("#,##0.00", None),
        ('#,##0.00"元"', None),
        ('_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', None),
        ("0.00_);[Red]\\(0.00\\)", None),
        ("General", None),
    ],
)
def test_amounts_that_are_shown_divided_are_asked_about(home, form, code):
    book = openpyxl.Workbook()
    book.active.append(LEDGER[0])
    book.active.append(["甲县", "中央", "1号", 12_000_000, 3_005_000])
    book.active["D2"].number_format = form
    file = io.BytesIO()
    book.save(file)
    told = home.check(NAME, file.getvalue(), exits=1 if code else 0)
    assert problems(told) == ([(1, "allocated", code, "error")] if code else [])
