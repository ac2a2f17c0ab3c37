"""The workbook that is given back: bad cells coloured at their places, and all of them listed."""

import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from etl.annotated import annotated
from etl.examine import examine
from etl.read import SentFile
from etl.recognised import Said
from etl.reference import load_reference
from etl.store import Store

HEADER = ["县区", "联系人", "级次", "文号", "下达资金（万元）", "支出资金（万元）"]
ROWS = [
    ["甲县", "欧阳铁柱", "中央", "1号", 10, 3],
    ["丁县", "欧阳铁柱", "中央", "2号", "十", 3],
    ["乙县", "欧阳铁柱", "中央", "3号", -2, None],
    ["乙县", "欧阳铁柱", "中央", "4号", 5, 1],
]
RED, YELLOW = "FFC7CE", "FFEB9C"


def text_file():
    lines = [",".join("" if cell is None else str(cell) for cell in row) for row in [HEADER, *ROWS]]
    return "\n".join(["衔接资金台账,,,,,", *lines]).encode("gb18030")


def book_file():
    book = Workbook()
    page = book.active
    page.title = "台账"
    page["A1"] = "衔接资金台账"
    page.merge_cells("A1:F1")
    for row in [HEADER, *ROWS]:
        page.append(row)
    page["E4"].comment = Comment("请核", "")
    page.column_dimensions["A"].width = 33
    book.create_sheet("附表")["A1"] = "=1+1"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


FILES = {"资金_202304.csv": text_file, "资金_202304.xlsx": book_file}


def marked(home, name, lang="zh", personal=True, content=None):
    file = SentFile(name, content or FILES[name]())
    found = examine(file, Store(home.path), load_reference(home.path), Said())
    return load_workbook(io.BytesIO(annotated(found, lang, personal=personal)))


def colours(page):
    found = {cell.coordinate: str(cell.fill.fgColor.rgb)[2:] for row in page for cell in row}
    return {address: colour for address, colour in found.items() if colour in (RED, YELLOW)}


@pytest.mark.parametrize("name", FILES)
def test_bad_cells_are_coloured_where_they_are_and_say_what_to_do(home, name):
    page = marked(home, name).worksheets[0]
    assert colours(page) == {"A4": RED, "E4": RED, "E5": YELLOW, "F5": YELLOW}
    assert "单位表里没有“丁县”" in page["A4"].comment.text
    assert "不是金额" in page["E4"].comment.text
    assert page["F6"].value == 1
    assert page["B4"].value == "欧阳铁柱"


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    ("lang", "sheet", "first"), [("zh", "问题清单", "错误"), ("en", "Problems", "error")]
)
def test_a_sheet_lists_every_problem_and_leads_to_its_cell(home, name, lang, sheet, first):
    listing = marked(home, name, lang)[sheet]
    rows = list(listing.iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == ["A4", "E4", "E5", "F5"]
    assert rows[0][1] == first
    assert listing["A2"].hyperlink.location or listing["A2"].hyperlink.target


def test_a_workbook_keeps_its_looks_its_notes_and_its_other_sheets(home):
    book = marked(home, "资金_202304.xlsx")
    page = book["台账"]
    assert page.column_dimensions["A"].width == 33
    assert page["E4"].comment.text.startswith("请核\n")
    assert [str(each) for each in page.merged_cells.ranges] == ["A1:F1"]
    assert book["附表"]["A1"].value == "=1+1"


@pytest.mark.parametrize("name", FILES)
def test_what_may_be_written_to_disk_holds_no_persons(home, name):
    book = marked(home, name, personal=False)
    cells = [str(cell) for page in book for row in page.values for cell in row if cell is not None]
    assert "欧阳铁柱" not in cells
    assert "1号" in cells
    assert colours(book.worksheets[0]) == {"A4": RED, "E4": RED, "E5": YELLOW, "F5": YELLOW}


@pytest.mark.parametrize("name", FILES)
def test_mended_and_sent_again_it_is_read_like_any_file(home, name):
    book = marked(home, name)
    page = book.worksheets[0]
    page["A4"], page["E4"] = "丙县", 10
    file = io.BytesIO()
    book.save(file)
    told = home.load("资金_202304.xlsx", file.getvalue())
    assert told["totals"]["allocated"] == 230_000
    assert told["personal_columns"] == ["联系人"]


def test_marked_twice_it_lists_only_what_is_left(home):
    book = marked(home, "资金_202304.xlsx")
    book["台账"]["A4"] = "丙县"
    file = io.BytesIO()
    book.save(file)
    again = marked(home, "资金_202304.xlsx", content=file.getvalue())
    assert again.sheetnames == ["台账", "附表", "问题清单"]
    assert [cell.value for cell in again["问题清单"]["A"]][1:] == ["E4", "E5", "F5"]


def test_a_text_that_looks_like_a_formula_is_listed_as_text(home):
    rows = "县区,级次,文号,下达资金\n甲县,中央,1号,=cmd|x\n".encode()
    listing = marked(home, "资金_202304.csv", content=rows)["问题清单"]
    assert listing["D2"].value == "=cmd|x"
    assert listing["D2"].data_type == "s"
