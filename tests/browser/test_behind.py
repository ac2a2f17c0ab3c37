"""A click on a figure opens the rows that add up to it, the file they are in, and who sent it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tools.reading import Visit

pytestmark = pytest.mark.xdist_group("browser")
OpenWindow = Callable[..., Visit]


def dialog(page: Page) -> Locator:
    found = page.get_by_role("dialog")
    expect(found).to_be_visible()
    return found


def test_indicator_unit_rows_file_are_a_click_each(board_server: str, visit: OpenWindow) -> None:
    window = visit()
    page = window.open(f"{board_server}/overview")
    page.locator(".cards .value a").nth(1).click()
    page.wait_for_url("**behind=spend_rate**")
    city = dialog(page)
    expect(city.get_by_role("row", name="全市")).to_contain_text("62,778.35161,590.1838.85%")
    city.get_by_role("link", name="石坪县").click()
    # Rows 292 to 325 of the file are those of the county.
    expect(city.get_by_text("34行，合计2,444.29万元")).to_be_visible()
    expect(city.get_by_text("云川市财政衔接资金台账_20230430.csv")).to_be_visible()
    expect(city.get_by_role("row").nth(1)).to_contain_text("292")
    city.get_by_text("分母：累计下达").click()
    expect(city.get_by_text("合计1.43亿元")).to_be_visible()
    city.locator(".export-open").click()
    with page.expect_download() as download:
        page.locator("menu:popover-open [data-kind=csv]").click()
    assert download.value.suggested_filename == "石坪县 累计下达 2023年4月.csv"
    text = download.value.path().read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    assert text.decode("utf-8-sig").splitlines().index("") == 35
    city.get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.wait_for_url(lambda address: "behind" not in address)


def test_a_bar_a_point_and_a_cell_lead_on(board_server: str, visit: OpenWindow) -> None:
    window = visit(size=(1920, 1080))
    page = window.open(f"{board_server}/ranking?view=colours")
    page.locator(".stPlotlyChart .scatterlayer .point").nth(5).click(force=True)
    expect(dialog(page).get_by_text("行，合计")).to_be_visible()
    window.drawn().keyboard.press("Escape")
    page = window.open(f"{board_server}/ranking")
    page.locator(".stPlotlyChart .barlayer .point").first.click(force=True)
    page.wait_for_url("**/unit?**")
    expect(page.get_by_role("heading", name="云溪县")).to_be_visible()
    window.drawn()
    page.go_back()
    expect(page.get_by_role("heading", name="县区排名")).to_be_visible()


def test_an_address_opens_it_and_an_unknown_one_does_nothing(
    board_server: str, visit: OpenWindow
) -> None:
    page = visit(lang="en").open(f"{board_server}/ranking?behind=risk_elimination_rate~990172")
    expect(dialog(page).get_by_text("not reported")).to_be_visible()
    page = visit().open(f"{board_server}/ranking?behind=nothing~990172")
    expect(page.get_by_role("dialog")).to_have_count(0)
