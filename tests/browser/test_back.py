"""The browser's way back: each step of the reader is one step of it, and shows what was left."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tools.reading import Visit

OpenWindow = Callable[..., Visit]

pytestmark = pytest.mark.xdist_group("browser")


def steps(page: Page) -> int:
    return int(page.evaluate("history.length"))


def heading(page: Page) -> str:
    return page.get_by_test_id("stMain").get_by_role("heading", level=1).inner_text()


def test_a_link_to_another_page_is_one_step(board_server: str, visit: OpenWindow) -> None:
    window = visit()
    page = window.open(f"{board_server}/briefing?month=2023-04&level=central")
    before = steps(page)
    page.locator(".sheet").get_by_role("link", name="19.64个百分点").first.click()
    page.wait_for_url("**/ranking?*")
    window.drawn()
    assert steps(page) == before + 1
    page.go_back()
    page.wait_for_url("**/briefing?month=2023-04&level=central")


def test_the_entrance_is_no_step(board_server: str, visit: OpenWindow) -> None:
    window = visit()
    window.page.goto("about:blank")
    before = steps(window.page)
    page = window.open(f"{board_server}/?month=2022-05")
    assert page.url == f"{board_server}/overview?month=2022-05"
    assert steps(page) == before + 1
    assert "2022年5月" in page.locator("body").inner_text()


def test_a_choice_and_then_a_link_are_two(board_server: str, visit: OpenWindow) -> None:
    window = visit()
    page = window.open(f"{board_server}/ranking?month=2023-04")
    before = steps(page)
    page.get_by_text("到下一节点", exact=True).click()
    page.wait_for_url("**view=schedule*")
    window.drawn()
    page.locator(".st-key-schedule_table").get_by_role("link", name="石坪县").click()
    page.wait_for_url("**/unit?*")
    window.drawn()
    assert steps(page) == before + 2
    page.go_back()
    page.wait_for_url("**/ranking?*view=schedule*")


def test_closing_what_is_behind_a_figure_is_one(board_server: str, visit: OpenWindow) -> None:
    window = visit()
    page = window.open(f"{board_server}/briefing?month=2023-04&level=central")
    before = steps(page)
    page.locator(".sheet").get_by_role("link", name="15.97个百分点").click()
    page.wait_for_url("**at=2023-03*")
    window.drawn()
    assert steps(page) == before + 1
    page.keyboard.press("Escape")
    page.wait_for_url(lambda address: "behind" not in address and "at=" not in address)
    assert steps(page) == before + 2


def test_a_step_back_shows_what_was_left(board_server: str, visit: OpenWindow) -> None:
    window = visit()
    page = window.open(f"{board_server}/overview")
    before, month = steps(page), page.get_by_role("combobox", name="报告期")
    shown = []
    for choose in ("2023年3月", "县区排名", "2023年1月", "总览"):
        shown.append((heading(page), month.input_value()))
        if choose.startswith("2023"):
            month.click()
            page.get_by_role("option", name=choose).click()
        else:
            page.get_by_test_id("stSidebarNav").get_by_text(choose).click()
            page.wait_for_url("**month=*")
        window.drawn()
    assert steps(page) == before + 4
    for each in reversed(shown):
        page.go_back()
        window.drawn()
        assert (heading(page), month.input_value()) == each


def test_another_language_is_no_step(board_server: str, visit: OpenWindow) -> None:
    window = visit()
    page = window.open(f"{board_server}/ranking?month=2023-03")
    before = steps(page)
    page.get_by_test_id("stSidebar").get_by_text("English").click()
    page.wait_for_url("**lang=en*")
    window.drawn()
    assert steps(page) == before


def test_a_step_back_leads_to_where_the_page_was_left(board_server: str, visit: OpenWindow) -> None:
    window = visit()
    page = window.open(f"{board_server}/briefing?month=2023-04")
    main = page.get_by_test_id("stMain")
    page.locator(".sheet a[data-go^='warnings?']").last.click()
    page.wait_for_url("**/warnings?*")
    window.drawn()
    assert main.evaluate("main => main.scrollTop") == 0
    page.go_back()
    page.wait_for_url("**/briefing?*")
    window.drawn()
    expect(page.locator(".sheet a[data-go^='warnings?']").last).to_be_in_viewport()
