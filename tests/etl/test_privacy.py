"""Nothing of a person reaches the disk, the screen or a log, wherever in a file it stands."""

import io
import json

import pyarrow as pa
import pyarrow.parquet
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from etl.original import kept_content, kept_name
from etl.store import Store

NAME, OTHER_NAME = "欧阳铁柱", "Zhugefictional"
IDENTITY, MOBILE, CARD = "11010519491231002X", "13912345678", "6217001234567890123"
LANDLINE = "0915-8765432"
SECRETS = (NAME, OTHER_NAME, IDENTITY, MOBILE, CARD, LANDLINE, "139-1234-5678", "1.10105194912")
HEADER = (
    "户编号,户主姓名,证件号码,县区,监测对象类别,人数,致贫返贫风险,识别监测时间,风险是否已消除"
    ",备注1,,成员,乡镇"
)
TABLE = f"""\
填报单位:甲县,填报人:{NAME},,,,,,,,,,,制表 {NAME}
截至2023年4月30日,联系电话,{LANDLINE},,,,,,,,,,
{HEADER}
H1,{NAME},{IDENTITY},甲县,突发严重困难户,3,因病,202301,否,卡{CARD},{NAME},{NAME},东镇
H2,{NAME},,甲县,突发严重困难户,1,因病,202301,否,139-1234-5678,,,西镇
合计,,,,,4,,,,,{NAME},,
审核人:,{NAME},,,,,,,,,,,
"""


def everything(home):
    """Every byte under the home, what is compressed unpacked too, and every name of a file."""
    for path in home.path.rglob("*"):
        yield path.name.encode()
        if path.is_file():
            yield path.read_bytes()
        if path.suffix == ".parquet":
            names = pyarrow.parquet.read_schema(path).names
            for column in pyarrow.parquet.read_table(path, read_dictionary=names).columns:
                yield str(column.to_pylist()).encode()
                if pa.types.is_dictionary(column.type):  # which may hold more than the cells do
                    yield str([each.dictionary.to_pylist() for each in column.chunks]).encode()


def assert_nothing_personal(home, *said):
    for content in [*everything(home), *(text.encode() for text in said)]:
        for secret in SECRETS:
            assert secret.encode() not in content
            assert secret.encode("gb18030") not in content
            assert json.dumps(secret)[1:-1].encode() not in content


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig"])
def test_a_text_file_full_of_persons(home, encoding):
    told = home.load(f"监测{MOBILE}_202304.csv", TABLE.encode(encoding))
    assert told["personal_columns"] == ["户主姓名", "证件号码", "备注1", "成员"]
    assert told["rows_kept"] == 2
    listed = home.run("uploads") + home.run("uploads", "--json")
    assert_nothing_personal(home, json.dumps(told), listed)
    kept = kept_content(Store(home.path).uploads()[0]).decode("utf-8-sig")
    assert "H1,,,甲县,突发严重困难户,3" in kept
    assert "合计" in kept


@pytest.mark.parametrize("header", ["帮扶人", "户代表", "收款人", "法人", "第一书记", "心情"])
def test_of_columns_that_are_not_known_the_headers_alone_are_kept(home, header):
    rows = f"县区,级次,批次,下达资金,{header}\n甲县,中央,一,5,{NAME}\n,,,,{OTHER_NAME}\n"
    home.load("资金_202304.csv", f"{rows}分管领导：{NAME},,,,\n")
    assert_nothing_personal(home)
    kept = kept_content(Store(home.path).uploads()[0]).decode("utf-8-sig").splitlines()
    assert kept[1] == "甲县,中央,一,5,"


def test_the_month_and_the_unit_of_money_stay_where_a_title_is_signed(home):
    title = f"截至2023年4月30日  联系人：{NAME} {MOBILE}  单位：元"
    home.load("资金.csv", f"{title},,,\n县区,级次,批次,下达资金\n甲县,中央,一,50000\n")
    assert_nothing_personal(home)
    kept = kept_content(Store(home.path).uploads()[0])
    again = home.check("资金.csv", kept)
    assert again["period"] == "2023-04"
    assert again["totals"]["allocated"] == 50_000


@pytest.mark.parametrize(
    "number", [f"{IDENTITY}43", "+8613812345678", "8613812345678", "138.1234.5678", "13812 345678"]
)
def test_numbers_of_persons_in_other_forms_are_found_too(home, number):
    rows = f"项目编号,项目名称,县区,项目类别,建设内容\nP1,水渠,甲县,产业,残疾证{number}\n"
    told = home.load("项目_202304.csv", rows, exits=1)
    assert {each["code"] for each in told["problems"]} <= {"identity_number", "telephone"}
    assert number[:18] not in json.dumps(told)


def test_a_workbook_with_persons_in_other_sheets_comments_and_properties(home):
    book = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = OTHER_NAME
    page = book.active
    page.title = "监测"
    for line in TABLE.splitlines():
        page.append(line.split(","))
    page["A4"].comment = Comment(f"{NAME} {MOBILE}", OTHER_NAME)
    page["C4"] = int(IDENTITY[:-1] + "0")
    book.create_sheet("通讯录").append([NAME, MOBILE])
    file = io.BytesIO()
    book.save(file)
    told = home.load("监测_202304.xlsx", file.getvalue())
    assert_nothing_personal(home, json.dumps(told))
    [upload] = Store(home.path).uploads()
    assert kept_name(upload) == "监测_202304.xlsx"
    kept = load_workbook(io.BytesIO(kept_content(upload)))
    assert kept.sheetnames == ["监测"]
    assert [[cell.value for cell in row] for row in kept["监测"]["A4:F4"]] == [
        ["H1", None, None, "甲县", "突发严重困难户", "3"]
    ]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (IDENTITY, "identity_number"),
        ("１１０１０５１９４９１２３１００２Ｘ", "identity_number"),
        ("户主 110105 19491231 002x", "identity_number"),
        ("户主 110105\x0219491231\ufffe002X", "identity_number"),
        (f"联系 {MOBILE}", "telephone"),
    ],
)
def test_persons_in_a_kept_column_are_an_error_that_does_not_repeat_them(home, cell, code):
    rows = f"项目编号,项目名称,县区,项目类别,建设内容\nP1,水渠,甲县,产业,{cell}\n"
    before = home.bytes()
    told = home.load("项目_202304.csv", rows, exits=1)
    assert [(each["row"], each["column"], each["code"]) for each in told["problems"]] == [
        (2, "content", code)
    ]
    assert home.bytes() == before
    assert_nothing_personal(home, json.dumps(told))


def test_a_household_number_may_be_eighteen_characters_long_and_is_not_shown(home):
    rows = "户编号,县区,监测对象类别,识别监测时间,风险是否已消除\n"
    row = f"{IDENTITY},甲县,突发严重困难户,202301,也许\n"
    told = home.check("监测_202304.csv", rows + row + row, exits=1)
    assert {each["code"] for each in told["problems"]} == {"bad_yes_no"}
    assert IDENTITY not in json.dumps(told)


def test_a_text_file_without_persons_is_kept_as_it_was_sent(home):
    sent = "截至2023年4月30日,,,\n县区,级次,批次,下达资金\n甲县,中央,一,5\n".encode("gb18030")
    home.load("资金.csv", sent, "--dataset", "funds")
    assert next(home.path.glob("uploads/*/*/original.csv")).read_bytes() == sent


def test_the_file_as_kept_can_be_sent_again_and_says_the_same(home):
    told = home.load("监测_202304.csv", TABLE)
    again = home.check("监测_202304.csv", kept_content(Store(home.path).uploads()[0]))
    for name in ("rows_read", "rows_kept", "totals", "units", "header_row"):
        assert again[name] == told[name]
