"""The project page in a browser: clicks narrow it, chips and back widen it, rows and files open."""

import csv
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tools.reading import Visit

OpenWindow = Callable[..., Visit]

pytestmark = pytest.mark.xdist_group("browser")


def bars(page: Page, card: str) -> Locator:
    """The bars of a card's chart, trace by trace from the left."""
    return page.locator(f".st-key-card_{card} .barlayer .trace")


def click(bar: Locator) -> None:
    """As a reader clicks: what lies over the bars to catch the mouse is no hindrance."""
    bar.click(force=True)


def title(page: Page, says: str) -> None:
    """The title of a card is there."""
    expect(page.get_by_role("heading", name=says)).to_be_visible()


def rows(page: Page, key: str) -> list[list[str]]:
    """The rows of a table as a reader sees them."""
    found = page.locator(f".st-key-{key} tbody tr").all()
    return [[" ".join(cell.split()) for cell in each.locator("th, td").all_inner_texts()]
            for each in found]  # fmt: skip


def test_a_bar_narrows_the_page_a_chip_and_back_widen_it(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit(size=(1920, 1080))
    page = window.open(f"{board_server}/projects?month=2023-04")
    city = "全市开工率92.94%：97个未开工，其中应开工未开工43个，石坪县最多（26个）"
    county = "石坪县开工率81.02%：26个未开工"
    title(page, city)
    # Under way, of the last and worst unit.
    click(bars(page, "units").nth(2).locator(".point").last)
    page.wait_for_url("**unit=990129**")
    title(page, county)
    title(page, "石坪县各类别从计划到验收")
    click(bars(window.drawn(), "categories").nth(2).locator(".point").first)
    page.wait_for_url("**category=**")
    title(page, "石坪县产业发展开工率82.50%")
    window.drawn()
    page.go_back()
    title(page, county)
    page.go_back()
    title(page, city)
    page.go_forward()
    title(page, county)
    page.get_by_role("button", name="石坪县").click()
    expect(page).not_to_have_url(re.compile("unit="))
    title(page, city)


def test_what_is_overdue_opens_the_list_of_these_projects(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit(size=(1920, 1080))
    page = window.open(f"{board_server}/projects?month=2023-04")
    click(bars(page, "units").nth(3).locator(".point").last)
    page.wait_for_url("**view=late**")
    title(page, "应开工未开工：18个项目，最久的在前")
    found = rows(window.drawn(), "late_table")
    assert len(found) == 18
    assert found[0][1:] == [
        "清岩镇", "交通运输局", "县级领导乙", "未开工", "103.90", "27", "61", "—",
    ]  # fmt: skip
    days = [int(row[6]) for row in found]
    assert days == sorted(days, reverse=True)


def test_the_late_projects_are_turned_page_by_page_and_taken_along(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit()
    page = window.open(f"{board_server}/projects?month=2023-04&view=late")
    title(page, "全市67个项目落后：应开工未开工43个")
    expect(page.get_by_text("第1至20个，共67个")).to_be_visible()
    first = rows(page, "late_table")
    page.get_by_role("button", name="下一页").click()
    expect(page.get_by_text("第21至40个，共67个")).to_be_visible()
    assert rows(window.drawn(), "late_table") != first
    page.locator(".st-key-late_table").get_by_role("link", name="未开工").first.click()
    expect(page).not_to_have_url(re.compile("page="))  # a new list begins anew
    title(page, "全部：43个项目，最久的在前")
    with window.drawn().expect_download() as download:
        menu = page.locator(".st-key-card_late_list")
        menu.get_by_role("button", name="导出").click()
        menu.get_by_role("button", name="数据 CSV").click()
    text = download.value.path().read_text("utf-8-sig")
    lines = list(csv.reader(text.splitlines()))
    assert lines.index([]) == 44  # the heading and 43 projects, then where they come from


def test_days_from_money_to_start_and_the_projects_of_a_column(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit(size=(1920, 1080))
    page = window.open(f"{board_server}/projects?month=2023-04&view=days")
    said = "资金下达到开工的中位数28天，54.43%在一个月内开工，石坪县最慢（39天）"
    title(page, said)
    click(bars(page, "days").first.locator(".point").nth(5))
    page.wait_for_url("**days=month2**")
    title(page, "31–60天：474个项目，等得最久的在前")
    days = [int(row[-1]) for row in rows(window.drawn(), "days_table")]
    assert len(days) == 20
    assert days == sorted(days, reverse=True)
    assert days[0] == 60


def test_townships_of_a_unit_and_the_projects_behind_one(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit()
    page = window.open(f"{board_server}/projects?month=2023-04&view=townships")
    title(page, "北原示范区的乡镇相差最大：大坪镇与桃塘镇差33.33个百分点")
    page.get_by_role("link", name="石坪县").click()
    title(page, "石坪县8个乡镇：龙田乡以90.91%领先，乌坡镇最低（70.59%）")
    last = rows(window.drawn(), "township_table")[-1]
    assert last == ["第8位", "↓4", "乌坡镇", "70.59%", "12", "17", "−10.43"]
    page.locator(".st-key-township_table").get_by_role("link", name="17", exact=True).last.click()
    expect(page.get_by_role("dialog").get_by_text("17行，合计17个")).to_be_visible()


@pytest.mark.parametrize("view", ["days", "late", "townships"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_view_fits_a_laptop(
    view: str, lang: str, board_server: str, visit: OpenWindow
) -> None:
    page = visit(lang=lang).open(f"{board_server}/projects?month=2023-04&view={view}&unit=990129")
    wider = page.evaluate(
        "[...document.querySelectorAll('.figures')].filter(e => e.scrollWidth > e.clientWidth + 1)"
        ".map(e => e.innerText.slice(0, 40))"
    )
    assert wider == []
