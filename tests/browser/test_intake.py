"""A person sends files by the page, mends one, sees the ranking move, and takes it back."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import FilePayload, Page, expect

from etl.annotated import COLOURS
from tests.homes import etl
from tools.reading import Visit

UNITS = ["甲县", "乙县", "丙县"]
HEADER = ["县区", "资金级次", "批次", "下达资金（万元）", "支出资金（万元）"]
BEFORE = (
    "县区,资金级次,批次,下达资金,支出资金\n"
    "甲县,中央,一,100,50\n乙县,中央,一,100,40\n丙县,中央,一,100,30\n"
)
DROP = '[data-testid="stFileUploaderDropzoneInput"]'

OpenWindow = Callable[..., Visit]

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def home(make_home: Callable[..., Path]) -> Path:
    return make_home(units=UNITS, files={"资金_202304.csv": BEFORE})


def gb18030(*rows: list[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([HEADER, *rows])
    return text.getvalue().encode("gb18030")


def book(*rows: list[Any]) -> bytes:
    made = openpyxl.Workbook()
    page = made.create_sheet("资金", 0)
    for row in (["丙县衔接资金台账"], ["截至2023年4月30日"], HEADER, *rows):
        page.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def drop(window: Visit, name: str, content: bytes) -> Page:
    """Hand a file over and wait for what the page makes of it."""
    page = window.page
    file = FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
    page.set_input_files(DROP, [file])
    expect(page.get_by_text(name).nth(1)).to_be_visible()  # in the uploader, and as a card
    return window.drawn()


def sender(window: Visit, name: str) -> None:
    field = window.page.get_by_label("报送单位（人）")
    field.fill(name)
    field.press("Enter")
    window.drawn()


def confirm(window: Visit) -> Page:
    window.page.get_by_role("button", name="确认上报").click()
    return window.page


def receipt(window: Visit) -> str:
    """The text of the receipt, once it is there."""
    said = window.page.get_by_text("已接收1个文件")
    expect(said).to_be_visible()
    window.drawn()
    return window.page.locator(".st-key-card_receipts").inner_text()


def ranking(window: Visit, board: str) -> str:
    page = window.open(f"{board}/ranking?month=2023-04&indicator=spend_rate")
    return page.get_by_test_id("stMain").inner_text()


def leader(home: Path) -> str:
    told = etl(home, "standings", "--period", "2023-04", "--indicator", "spend_rate",
               "--level", "all", "--format", "csv")  # fmt: skip
    [first] = [row["unit"] for row in csv.DictReader(io.StringIO(told)) if row["rank"] == "1"]
    return first


def everything(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def test_files_are_sent_mended_seen_in_the_ranking_and_withdrawn(
    home: Path, board: str, visit: OpenWindow
) -> None:
    window = visit(size=(1366, 900))
    window.open(f"{board}/upload")
    drop(window, "乙县资金_202304.csv", gb18030(["乙县", "中央", "一", "100", "60"]))
    page = window.page
    expect(page.get_by_text("可以上报", exact=False).first).to_be_visible()
    assert "gb18030" in page.get_by_test_id("stMain").inner_text()
    sender(window, "乙县乡村振兴局")
    confirm(window)
    said = receipt(window)
    assert "000002" in said
    assert "乙县乡村振兴局" in said
    assert leader(home) == "乙县"

    shown, told = ranking(window, board), standings(home)
    window.open(f"{board}/upload")
    bad = book(["丙县", "中央", "一", 100, "九十"], ["丙省", "省级", "二", "约五", 5])
    page = drop(window, "丙县资金.xlsx", bad)
    expect(page.get_by_text("有3处要改，改好再拖进来")).to_be_visible()
    expect(page.get_by_role("button", name="确认上报")).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("button", name="下载标出问题的工作簿").click()
    assert download.value.suggested_filename == "丙县资金（问题）.xlsx"
    marked = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    sheet = marked.worksheets[0]
    coloured = {
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fill_type and cell.fill.start_color.rgb.endswith(COLOURS["error"])
    }
    assert coloured == {"E4", "A5", "D5"}
    assert all(sheet[cell].comment for cell in coloured)
    assert "问题清单" in marked.sheetnames

    sheet["E4"], sheet["A5"], sheet["D5"] = 90, "丙县", 5
    mended = io.BytesIO()
    marked.save(mended)
    window.open(f"{board}/upload")
    page = drop(window, "丙县资金（问题）.xlsx", mended.getvalue())
    changes = page.locator(".st-key-card_confirm")
    expect(changes).to_be_visible()
    sender(window, "丙县乡村振兴局")
    confirm(window)
    assert "000003" in receipt(window)
    page.get_by_role("link", name="看排名").click()
    page.wait_for_url("**/ranking?**")
    window.drawn()
    assert ranking(window, board) != shown
    assert leader(home) == "丙县"

    window.open(f"{board}/reporting?month=2023-04&cell=990103.funds")
    page.get_by_test_id("stDialog").get_by_role("button", name="撤回").click()
    page.get_by_label("撤回人").fill("市乡村振兴局")
    page.get_by_label("原因").fill("数据有误")
    page.get_by_label("原因").press("Enter")
    page.get_by_role("button", name="确认撤回").click()
    expect(page.get_by_text("已撤回：数据有误", exact=False)).to_be_visible()
    window.drawn()
    assert standings(home) == told
    assert ranking(window, board) == shown


def standings(home: Path) -> str:
    return etl(home, "standings", "--period", "2023-04", "--format", "csv")


def test_of_two_people_who_saw_the_same_state_the_second_is_told(
    home: Path, board: str, visit: OpenWindow
) -> None:
    first, second = visit(), visit()
    for window, spent, who in ((first, "70", "甲同事"), (second, "80", "乙同事")):
        window.open(f"{board}/upload")
        drop(window, f"甲县{spent}_202304.csv", gb18030(["甲县", "中央", "一", "100", spent]))
        sender(window, who)
    confirm(first)
    assert "000002" in receipt(first)
    before = everything(home)
    confirm(second)
    told = second.page.get_by_text("没有上报：您预览之后", exact=False)
    expect(told).to_be_visible()
    assert "甲同事" in told.inner_text()
    assert "000002" in told.inner_text()
    assert everything(home) == before


def test_two_people_with_different_units_are_both_accepted(
    home: Path, board: str, visit: OpenWindow
) -> None:
    windows = [visit(), visit()]
    for window, unit in zip(windows, UNITS, strict=False):
        window.open(f"{board}/upload")
        drop(window, f"{unit}_202304.csv", gb18030([unit, "中央", "一", "100", "90"]))
        sender(window, f"{unit}同事")
    for window in windows:
        confirm(window)
    said = [receipt(window) for window in windows]
    assert "000002" in "".join(said)
    assert "000003" in "".join(said)
    told = etl(home, "standings", "--period", "2023-04", "--indicator", "spend_rate",
               "--level", "all", "--format", "csv")  # fmt: skip
    values = {row["unit"]: row["value"] for row in csv.DictReader(io.StringIO(told))}
    assert [float(values[unit]) for unit in UNITS] == [0.9, 0.9, 0.3]


def test_a_session_that_is_closed_midway_leaves_nothing(
    home: Path, board: str, visit: OpenWindow
) -> None:
    before = everything(home)
    window = visit()
    window.open(f"{board}/upload")
    drop(window, "甲县_202304.csv", gb18030(["甲县", "中央", "一", "100", "90"]))
    drop(window, "坏_202304.csv", gb18030(["甲县", "中央", "一", "一百", "90"]))
    sender(window, "甲县乡村振兴局")
    window.page.close()
    assert everything(home) == before
    other = visit()
    page = other.open(f"{board}/upload")
    expect(page.get_by_role("button", name="确认上报")).to_have_count(0)
