"""The planted stories of the sample city on the page of warnings, by sentence and row."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tools.reading import Visit

OpenWindow = Callable[..., Visit]

pytestmark = pytest.mark.xdist_group("browser")


def cells(page: Page, key: str) -> list[list[str]]:
    """The rows of a table as a reader sees them."""
    found = page.locator(f".st-key-{key} tbody tr").all()
    return [[" ".join(cell.split()) for cell in each.locator("th, td").all_inner_texts()]
            for each in found]  # fmt: skip


# Address → what the title says, and how a row of each kind reads.
STORIES = [
    ("unit=990127&rule=relapse", "青石县 · 风险回退：疑似3条", 3, "上月已消除，本月未消除（"),
    (
        "unit=990124&rule=too_fast&month=2023-02",
        "清泉县 · 风险消除简单化：过快：疑似12条", 12, "2023年2月帮扶消除，只隔",
    ),
    (
        "unit=990128&rule=report_mismatch", "临湖县 · 账表不符：疑似2条", 2,
        "已开工项目：台账120个，月报126个，月报多6个",
    ),
    (
        "unit=990125&rule=negative_list", "西屏县 · 疑似负面清单：疑似2条", 2,
        "名称或建设内容有“门楼”",
    ),
    (
        "unit=990126&rule=low_industry_share",
        "平岗县 · 产业占比偏低：疑似1条，最久的已持续4个月", 1,
        "产业占比54.26%，低于60%，差592.55万元",
    ),
    (
        "unit=990128&rule=slow_spend", "临湖县 · 资金支出慢：疑似1条", 1,
        "支出率24.30%，低于4月30日的节点30%",
    ),
    (
        "unit=990172&rule=not_reported&month=2023-03", "北原示范区 · 未报送：疑似1条", 1,
        "监测对象台账未报送，上次报的是2022年12月",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("address", "title", "number", "sentence"), STORIES)
def test_a_story_is_on_the_page(
    address: str, title: str, number: int, sentence: str, board_server: str, visit: OpenWindow
) -> None:
    if "month" not in address:
        address += "&month=2023-04"
    page = visit().open(f"{board_server}/warnings?{address}")
    expect(page.get_by_text(title).first).to_be_visible()
    rows = cells(page, "warning_rows")
    assert len(rows) == number
    assert any(sentence in row[1] for row in rows), rows


def test_a_row_says_where_it_was_sent(board_server: str, visit: OpenWindow) -> None:
    page = visit().open(f"{board_server}/warnings?unit=990129&rule=negative_list&month=2023-04")
    [row] = cells(page, "warning_rows")
    assert row == [
        "■ 严重", "名称或建设内容有“活动室”", row[2], row[3], "已持续4个月 自2023年1月",
        "云川市衔接资金项目台账_20230430.csv 第1342行 · 市乡村振兴局",
    ]  # fmt: skip
    assert "村民活动室改造项目" in row[2]


def test_a_cell_narrows_the_page_and_its_chips_widen_it_again(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit()
    page = window.open(f"{board_server}/warnings?month=2023-04")
    loaded = page.evaluate("performance.timeOrigin")
    everything = len(cells(page, "warning_matrix"))
    # The sum of the row says 12, too; the county's cell comes after it.
    page.locator(".st-key-warning_matrix").get_by_role("link", name="12", exact=True).last.click()
    page.wait_for_url("**unit=990124**rule=too_fast**")
    window.drawn()
    assert "unit=990124" in page.url and "month=2023-04" in page.url
    assert len(cells(page, "warning_rows")) == 12
    page.get_by_role("button", name="风险消除简单化：过快").click()
    page.wait_for_url(lambda url: "rule=" not in url)
    window.drawn()
    expect(page.get_by_text("清泉县：疑似19条").first).to_be_visible()
    assert len(cells(page, "warning_matrix")) == everything
    assert page.evaluate("performance.timeOrigin") == loaded


def test_a_unit_leads_from_its_own_page_to_its_warnings(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit(lang="en")
    page = window.open(f"{board_server}/unit?unit=990127&month=2023-04")
    card = page.locator(".st-key-card_unit_warnings")
    expect(card.get_by_text("29 suspected problems, 19 new, 35 gone")).to_be_visible()
    card.get_by_role("link", name="All warnings").click()
    page.wait_for_url("**/warnings?**")
    window.drawn()
    expect(page.get_by_text("Qingshi County: 29 suspected").first).to_be_visible()
