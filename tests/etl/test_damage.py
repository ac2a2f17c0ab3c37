"""Damage to a good file is named cell by cell or refused in a sentence, and nothing of it is
stored."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl import read_text
from etl.annotated import COLOURS
from etl.unreadable import Unreadable
from tests.etl.forms import as_text, funds, sheets, workbook
from tools.command import PROJECT

MANY = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
HOUSEHOLDS = [
    "县区 乡镇 户编码 监测对象类型 识别监测时间 家庭人口 风险是否消除 风险消除时间".split(),
    ["甲县", "东乡", "000001", "脱贫不稳定户", "2022-03-01", "4", "是", "2023-02-10"],
    ["甲县", "东乡", "000002", "边缘易致贫户", "2022年3月5日", "3", "否", ""],
    ["乙县", "西镇", "000003", "突发严重困难户", "2023/1/9", "5", "否", ""],
    ["丙县", "西镇", "000004", "脱贫不稳定户", "20230109", "2", "是", "2023-04-30"],
]  # fmt: skip
FUNDS = [
    ["县区", "资金级次", "指标文号", "下达日期", "下达资金(万元)", "支出资金(万元)"],
    ["甲县", "中央", "甲〔2023〕1号", "2023-01-10", "1200", "300.5"],
    ["甲县", "省级", "甲〔2023〕2号", "2023-02-10", "800", "0"],
    ["乙县", "市级", "甲〔2023〕3号", "2023-03-10", "40.25", "40.25"],
]
OLD_BOOK = PROJECT / "tests/uploads/numbers/省级通报指标（百分比格式）_202304.xls"
UNREADABLE = {
    "县区": ["丁县", "#REF!", "", "甲县乙县"],
    "资金级次": ["乡级", "=VLOOKUP(A1,B1,2)", ""],
    "指标文号": ["=B2", "110101199003070011", "电话13912345678"],
    "下达日期": ["2023-13-01", "二月", "2023/2/30", "#N/A"],
    "下达资金(万元)": ["约三百", "12..5", "", "#DIV/0!", "1,2元5", "=SUM(A1:A2)"],
    "支出资金(万元)": ["见附件", "百分之五", "=D2*0.3", "#VALUE!"],
    "乡镇": ["=B2", "王某13912345678"],
    "户编码": ["6.1E+17", "#NAME?", ""],
    "监测对象类型": ["一般户", "#REF!"],
    "识别监测时间": ["去年", "2022-02-30", "#NUM!"],
    "家庭人口": ["三人", "4.5", "-1", "=C2"],
    "风险是否消除": ["也许", "#NULL!"],
    "风险消除时间": ["上月底", "2023-04-31"],
}


@st.composite
def damaged(draw):
    """A good table with some cells made unreadable: (name, table, the cells: row, column)."""
    good = draw(st.sampled_from([FUNDS, HOUSEHOLDS]))
    name = "资金_202304" if good is FUNDS else "监测对象_202304"
    cells = draw(
        st.dictionaries(
            st.tuples(st.integers(2, len(good)), st.integers(1, len(good[0]))),
            st.integers(0, 99),
            min_size=1,
        )
    )
    table = [list(row) for row in good]
    for (row, column), which in cells.items():
        texts = UNREADABLE[good[0][column - 1]]
        table[row - 1][column - 1] = texts[which % len(texts)]
    return name, table, set(cells)


@MANY
@given(damaged(), st.booleans())
def test_every_damaged_cell_is_named_and_nothing_is_stored(new_home, made, as_book):
    name, table, cells = made
    home = new_home()
    before = home.bytes()
    content = workbook(table) if as_book else as_text(table).encode("gb18030")
    told = home.load(name + (".xlsx" if as_book else ".csv"), content, exits=1)
    header = {column: at for at, column in enumerate(table[0], start=1)}
    named = {
        (each["row"], header[each["header"]])
        for each in told["problems"]
        if each["severity"] == "error"
    }
    assert named == cells
    assert home.bytes() == before


@settings(MANY, max_examples=20)
@given(damaged(), st.booleans())
def test_every_damaged_cell_is_coloured(new_home, made, as_book):
    name, table, cells = made
    home = new_home()
    folder = home.path.parent / "dropped"
    folder.mkdir()
    sent = folder / f"{name}.{'xlsx' if as_book else 'csv'}"
    sent.write_bytes(workbook(table) if as_book else as_text(table).encode("gb18030"))
    home.run("watch", folder, "--once", "--by", "测试", exits=1)
    [answer] = folder.glob("*（问题）.xlsx")
    page = openpyxl.load_workbook(answer).worksheets[0]
    coloured = {
        (cell.row, cell.column)
        for row in page.iter_rows()
        for cell in row
        if cell.fill.fill_type and cell.fill.start_color.rgb.endswith(COLOURS["error"])
    }
    assert coloured == cells


@st.composite
def mangled(draw, content: bytes):
    """Bytes cut short, overwritten, dropped or put in."""
    mangled = bytearray(content)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(mangled) - 1)))
        some = draw(st.binary(min_size=1, max_size=8))
        match draw(st.sampled_from(["cut", "overwrite", "drop", "insert"])):
            case "cut":
                del mangled[at:]
            case "overwrite":
                mangled[at : at + len(some)] = some
            case "drop":
                del mangled[at : at + len(some)]
            case "insert":
                mangled[at:at] = some
    return bytes(mangled)


@st.composite
def mangled_parts(draw, content: bytes):
    """A workbook whose parts are mangled and packed again, so that no checksum tells."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as whole,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        names = whole.namelist()
        chosen = draw(st.sets(st.sampled_from(names), min_size=1, max_size=2))
        for name in names:
            part = whole.read(name)
            made.writestr(name, draw(mangled(part)) if name in chosen else part)
    return packed.getvalue()


GOOD_FILES = {
    "资金_202304.csv": as_text(FUNDS).encode("gb18030"),
    "监测对象_202304.csv": as_text(HOUSEHOLDS).encode("utf-16"),
    "监测对象_202304.xlsx": workbook(HOUSEHOLDS),
    "省级通报指标（百分比格式）_202304.xls": OLD_BOOK.read_bytes(),
}


@st.composite
def mangled_files(draw):
    """(name, bytes) of a good file, damaged."""
    name = draw(st.sampled_from(list(GOOD_FILES)))
    of = mangled_parts if name.endswith("xlsx") and draw(st.booleans()) else mangled
    return name, draw(of(GOOD_FILES[name]))


@MANY
@given(mangled_files())
def test_mangled_bytes_never_raise_and_never_store_a_part(new_home, file):
    home = new_home()
    before = home.bytes()
    code, said = home.try_load(*file)
    assert code in (0, 1, 2)
    assert "Traceback" not in said
    if code:
        assert home.bytes() == before


def sheet_of(content):
    """The texts of a file row by row, and its encoding; or why it cannot be read."""
    try:
        sheet = read_text.text_sheet(content)
    except Unreadable as error:
        return error.problem.code
    return [sheet.row(number) for number in range(1, sheet.height + 1)], sheet.encoding


@settings(MANY, max_examples=200)
@given(st.data())
def test_a_large_file_reads_as_a_small_one(data):
    rows = data.draw(funds())
    sheet = data.draw(sheets(rows))
    if data.draw(st.booleans()):  # as a spreadsheet saves it: every line as long as the longest
        width = max(map(len, sheet))
        sheet = [row + [""] * (width - len(row)) for row in sheet]
    text = as_text(sheet, data.draw(st.sampled_from(",;\t")))
    text = text.replace("\r\n", data.draw(st.sampled_from(["\r\n", "\n", "\r"])))
    content = text.encode(data.draw(st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"])))
    as_small = sheet_of(content)
    with pytest.MonkeyPatch.context() as patch:
        # The first data row is in the head, as the separator is told by the first rows.
        header = next(at for at, row in enumerate(sheet) if "下达日期" in row)
        least = len(as_text(sheet[: header + 3]).encode())
        patch.setattr(read_text, "HEAD", data.draw(st.integers(least, least + len(text))))
        as_large = sheet_of(content)
    assert as_large == as_small
