"""What is planted in the sample city is seen on its page, by its sentence or its row."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tools.reading import Visit

OpenWindow = Callable[..., Visit]

pytestmark = pytest.mark.xdist_group("browser")


def main_text(page: Page) -> str:
    return page.get_by_test_id("stMain").inner_text()


def rows(page: Page, key: str) -> dict[str, list[str]]:
    """The rows of a table by what names them: its cells as a reader sees them."""
    found = page.locator(f".st-key-{key} tbody tr")
    cells = [each.locator("th, td").all_inner_texts() for each in found.all()]
    return {row[0]: row for row in cells}


def test_what_a_county_lacks_for_the_next_milestone(
    board_server: str,
    visit: OpenWindow,
    sample_home: Path,
    published_rows: Callable[..., list[tuple[object, ...]]],
) -> None:
    page = visit().open(f"{board_server}/ranking?month=2023-04&view=schedule")
    assert "6月30日须达到50%" in page.get_by_test_id("stMain").inner_text()
    shown = rows(page, "schedule_table")
    assert len(shown) == 14  # twelve ranked units, 市本级, and the city
    [lacking] = published_rows(
        sample_home,
        "SELECT printf('%,.2f', (sum(value) FILTER (measure = 'allocated') / 2"
        " - sum(value) FILTER (measure = 'spent')) / 10000) FROM facts JOIN units USING (unit_code)"
        " WHERE period = '2023-04' AND source = 'ledger' AND dimension = '' AND name = '石坪县'",
    )
    assert shown["石坪县"][4] == lacking[0]
    assert shown["石坪县"][1] == "■ 到期不能达到"
    assert shown["云溪县"][1] == "● 已达到"


def test_a_county_four_months_behind_and_what_that_suggests(
    board_server: str, visit: OpenWindow
) -> None:
    page = visit().open(f"{board_server}/ranking?month=2023-04&view=streaks")
    assert rows(page, "streaks_matrix")["临湖县"][1] == "建议约谈"
    shown = page.locator(".st-key-streaks_table tbody tr").all()
    cells = [[" ".join(cell.split()) for cell in each.locator("th, td").all_inner_texts()]
             for each in shown]  # fmt: skip
    assert [
        "临湖县", "资金支出率", "■ 4个月 自2023年1月",
        "节点（4月30日）≥30% 其中3个月对照全省平均", "24.30%", "−5.70", "第11位", "建议约谈",
    ] in cells  # fmt: skip
    page = visit(lang="en").open(f"{board_server}/ranking?month=2023-04&view=streaks")
    assert rows(page, "streaks_matrix")["Linhu County"][1] == "interview suggested"


def test_why_a_late_batch_lowered_a_rate(board_server: str, visit: OpenWindow) -> None:
    said = "6月27日新下达3600万元，月底前来不及支出，支出率因此低于上月。"
    page = visit().open(f"{board_server}/unit?unit=990123&month=2022-06")
    assert said in page.locator(".notes li").inner_text()
    assert page.locator(".annotation-text-g", has_text="①").count() == 1
    page = visit().open(f"{board_server}/ranking?month=2022-06")
    shown = " ".join(page.locator(".notes li").inner_text().split())
    assert shown.startswith(f"河湾县 {said} 河湾县财政局")
    page = visit().open(f"{board_server}/ranking?month=2022-05")
    assert page.locator(".notes").count() == 0


def test_too_little_for_industry_is_named_on_the_funds_page(
    board_server: str, visit: OpenWindow
) -> None:
    page = visit().open(f"{board_server}/funds?view=uses")
    # 55 962 800 ÷ 103 147 100 = 54.26 %.
    assert "产业占比：低于60%的有：平岗县（54.26%）" in main_text(page)


def test_a_late_batch_is_seen_in_the_denominators_and_among_the_batches(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit()
    page = window.open(f"{board_server}/funds?month=2022-06")
    # 78 659 218.85 ÷ 166 146 000.00; 36 000 000 of it was issued three days before.
    assert rows(page, "denominators_table")["河湾县"][1] == "47.34%"
    page = window.open(f"{board_server}/funds?month=2022-06&view=issues&unit=990123")
    assert "2022-06-27" in main_text(page)
    assert "3,600.00" in main_text(page)


def test_a_units_money_is_shown_alone_and_back_again(board_server: str, visit: OpenWindow) -> None:
    window = visit()
    page = window.open(f"{board_server}/funds")
    page.locator(".multiples").get_by_role("link", name="石坪县").click()
    page.wait_for_url("**unit=990129**")
    assert "石坪县：17.11%" in main_text(window.drawn())
    page.locator(".st-key-chip_unit").get_by_role("button", name="石坪县").click()
    page.wait_for_function("!location.search.includes('unit=')")
    assert "全市：38.85%" in main_text(window.drawn())
    page.go_back()
    page.wait_for_url("**unit=990129**")
    assert "石坪县：17.11%" in main_text(window.drawn())
