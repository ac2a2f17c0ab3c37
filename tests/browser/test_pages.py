"""Every page as its readers see it: both languages, both themes, projector and laptop.

That nothing complains (console errors, exception boxes) is asserted by the `visit` fixture.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tools.reading import Visit

PAGES = {
    "overview": {"zh": "总览", "en": "Overview"},
    "ranking": {"zh": "县区排名", "en": "Ranking"},
    "unit": {"zh": "县区画像", "en": "Unit"},
    "funds": {"zh": "衔接资金", "en": "Funds"},
    "projects": {"zh": "项目进度", "en": "Projects"},
    "warnings": {"zh": "预警", "en": "Warnings"},
    "monitoring": {"zh": "监测帮扶", "en": "Monitoring"},
    "reconciliation": {"zh": "账表核对", "en": "Reconciliation"},
    "definitions": {"zh": "指标口径", "en": "Definitions"},
    "briefing": {"zh": "通报材料", "en": "Notice"},
    "upload": {"zh": "数据上报", "en": "Upload"},
    "reporting": {"zh": "报送情况", "en": "Reporting"},
}
OF_A_MONTH = [page for page in PAGES if page not in ("upload", "definitions")]
SAMPLE = {"zh": "示例数据", "en": "Sample data"}
SIZES = [(1920, 1080), (1600, 900), (1366, 768)]  # a projector and two laptops
CHINESE = re.compile(r"[\u3400-\u9fff]+")
# What stays Chinese on an English page: the other language's name and the product's own.
ALWAYS_CHINESE = {"中文", "衔接看板"}

CUT_OFF = (Path(__file__).parent / "cut_off.js").read_text("utf-8")
MONTH = ".st-key-pick_month [role=combobox]"

OpenWindow = Callable[..., Visit]

# One server and one Chromium do for all of them.
pytestmark = pytest.mark.xdist_group("browser")


def main_text(page: Page) -> str:
    return page.get_by_test_id("stMain").inner_text()


def chinese(page: Page) -> set[str]:
    """Return every run of Chinese characters on the page and in its title, but for what is said to
    be Chinese: names of files and of who sent them."""
    as_sent = " ".join(page.locator("body [lang=zh]").all_inner_texts())
    whole = page.locator("body").inner_text() + " " + page.title()
    return set(CHINESE.findall(whole)) - set(CHINESE.findall(as_sent))


@pytest.mark.parametrize(("lang", "theme"), [("zh", "light"), ("en", "light"), ("zh", "dark")])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_whole_on_every_screen(
    page: str, lang: str, theme: str, board_server: str, visit: OpenWindow
) -> None:
    window = visit(lang=lang, theme=theme)
    shown = window.open(f"{board_server}/{page}")
    expect(shown.get_by_text(SAMPLE[lang]).first).to_be_visible()
    cut_off = []
    for width, height in SIZES:
        shown.set_viewport_size({"width": width, "height": height})
        cut_off += [f"at {width}: {box}" for box in window.drawn().evaluate(CUT_OFF)]
    assert cut_off == []


@pytest.mark.parametrize("page", PAGES)
def test_an_english_page_is_english(page: str, board_server: str, visit: OpenWindow) -> None:
    shown = visit(lang="en").open(f"{board_server}/{page}")
    assert chinese(shown) <= ALWAYS_CHINESE


def test_the_language_switch_changes_every_page(board_server: str, visit: OpenWindow) -> None:
    window = visit(lang="zh")
    shown = window.open(board_server)
    shown.get_by_role("radio", name="English").click()
    for names in PAGES.values():
        shown.get_by_test_id("stSidebarNav").get_by_text(names["en"]).click()
        expect(shown.get_by_text(SAMPLE["en"]).first).to_be_visible()
        assert chinese(window.drawn()) <= ALWAYS_CHINESE


@pytest.mark.parametrize("page", OF_A_MONTH)
def test_another_month_is_shown_and_its_address_shows_it_again(
    page: str, board_server: str, visit: OpenWindow
) -> None:
    window = visit()
    shown = window.open(f"{board_server}/{page}")
    newest = main_text(shown)
    shown.locator(MONTH).click()
    shown.get_by_role("option", name="2023年3月", exact=True).click()
    shown.wait_for_url("**month=2023-03**")
    march = main_text(window.drawn())
    assert march != newest

    same = visit().open(shown.url)
    expect(same.locator(MONTH)).to_have_value("2023年3月")
    assert main_text(same) == march


def test_a_month_that_is_not_there_is_explained(board_server: str, visit: OpenWindow) -> None:
    shown = visit().open(f"{board_server}/overview?month=1999-01")
    expect(shown.get_by_text("1999-01").first).to_be_visible()
    expect(shown.locator(MONTH)).to_have_value("2023年4月")


def test_a_tile_opens_its_unit_in_the_same_session(board_server: str, visit: OpenWindow) -> None:
    window = visit()
    shown = window.open(f"{board_server}/overview?month=2023-03")
    loaded = shown.evaluate("performance.timeOrigin")
    shown.locator(".tiles").get_by_role("link", name="石坪县").click()
    shown.wait_for_url("**/unit?**")
    window.drawn()
    assert "month=2023-03" in shown.url
    assert "石坪县" in main_text(shown)
    assert shown.evaluate("performance.timeOrigin") == loaded
