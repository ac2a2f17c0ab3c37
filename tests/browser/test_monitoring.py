"""The monitoring page in a browser: what is planted in the sample city, and what clicks open."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tools.reading import Visit

OpenWindow = Callable[..., Visit]

VIEWS = ("stock", "flow", "elimination", "help")
SIZES = [(1920, 1080), (1366, 768)]
CUT_OFF = (Path(__file__).parent / "cut_off.js").read_text("utf-8")

pytestmark = pytest.mark.xdist_group("browser")


def main_text(page: Page) -> str:
    return page.get_by_test_id("stMain").inner_text()


def rows(page: Page, key: str) -> dict[str, list[str]]:
    """The rows of a table by what names them: its cells as a reader sees them."""
    found = page.locator(f".st-key-{key} tbody tr")
    cells = [each.locator("th, td").all_inner_texts() for each in found.all()]
    return {row[0]: row for row in cells}


def test_three_households_fell_back_and_their_rows_open(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit()
    page = window.open(f"{board_server}/monitoring?month=2023-04&view=flow&count=households")
    assert "2023年4月新增125户，期末6,000户；风险回退3户（青石县）" in main_text(page)
    shown = rows(page, "flow_units_table")
    assert shown["青石县"] == ["青石县", "803", "17", "0", "0", "820", "13", "3"]
    assert {row[-1] for name, row in shown.items() if name not in ("青石县", "全市")} == {"0"}
    row = page.locator(".st-key-flow_units_table tr", has_text="青石县")
    row.locator("td").last.get_by_role("link").click()
    dialog = page.get_by_test_id("stDialog")
    expect(dialog.get_by_text("3行，合计3户")).to_be_visible()
    window.drawn()
    assert "behind=households_monitored~990127~all~turn~relapsed" in page.url


def test_twelve_households_were_out_of_risk_too_fast(board_server: str, visit: OpenWindow) -> None:
    address = f"{board_server}/monitoring?month=2023-02&view=help"
    page = visit().open(f"{address}&unit=990124")
    said = "清泉县：从识别到消除，中位数为10个月；12户不到6个月，疑似过快"
    assert said in main_text(page)
    others = visit().open(f"{address}&unit=990121")
    assert "疑似过快" not in main_text(others)


def test_a_zone_that_stopped_reporting_is_named_in_every_view(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit()
    for view, said in (
        ("stock", "没有报送监测对象台账，未计入：北原示范区。"),
        ("flow", "没有报送本月台账，未计入增减：北原示范区。"),
        ("elimination", "没有报送监测对象台账，未计入：北原示范区。"),
    ):
        page = window.open(f"{board_server}/monitoring?month=2023-01&view={view}")
        assert said in main_text(page)
        before = window.open(f"{board_server}/monitoring?month=2022-12&view={view}")
        assert "未计入" not in main_text(before)
        assert "北原示范区" in main_text(before)
    page = window.open(f"{board_server}/monitoring?month=2023-04&view=flow")
    months = rows(page, "flow_months_table")
    assert months["2023年1月"][-1] == "11 缺北原"
    assert months["2022年12月"][-1] == "12"
    page = window.open(f"{board_server}/monitoring?month=2023-04&unit=990172")
    assert "2023年4月未报送监测对象台账，最近一次是2022年12月。" in main_text(page)


def test_two_counties_change_places_when_the_mix_of_types_is_taken_out(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit()
    page = window.open(f"{board_server}/monitoring?month=2022-10&view=elimination")
    said = "扣除类别构成的影响后，云溪县由第2位变为第1位，河湾县由第1位变为第2位"
    assert said in main_text(page)
    shown = rows(page, "standardised_table")
    assert shown["云溪县"][2:7] == ["64.01%", "第2位", "64.03%", "第1位", "↑1"]
    page.locator(".st-key-standardised_table").get_by_role("link", name="云溪县").click()
    page.wait_for_url("**unit=990121**")
    assert "标准化消除率 = 957 ÷ 805.0 × 53.86% = 64.03%" in main_text(window.drawn())


def test_a_bar_opens_its_households_and_a_chip_is_taken_away(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit()
    page = window.open(f"{board_server}/monitoring?month=2023-04&unit=990127&count=households")
    assert "青石县：监测820户、3,018人" in main_text(page)
    box = page.locator(".st-key-card_types g.point path").first.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    dialog = page.get_by_test_id("stDialog")
    expect(dialog.get_by_text("脱贫不稳定户").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    window.drawn()
    page.locator(".st-key-chip_unit button").first.click()
    expect(page.get_by_text("监测6,000户、21,758人", exact=False).first).to_be_visible()
    assert "unit=" not in window.drawn().url


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_whole_on_every_screen(
    view: str, lang: str, board_server: str, visit: OpenWindow
) -> None:
    window = visit(lang=lang)
    cut_off = []
    for unit in ("", "990129"):
        shown = window.open(f"{board_server}/monitoring?view={view}&unit={unit}&count=persons")
        for width, height in SIZES:
            shown.set_viewport_size({"width": width, "height": height})
            cut_off += [f"at {width}: {box}" for box in window.drawn().evaluate(CUT_OFF)]
    assert cut_off == []
