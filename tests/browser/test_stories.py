"""What is planted in the sample city is seen on its page, by its sentence or its row."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

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


def ranked(page: Page) -> dict[str, list[str]]:
    """The ranking's rows by unit, each cell on one line."""
    found = page.locator(".st-key-ranking_table tbody tr").all()
    cells = [
        [" ".join(cell.split()) for cell in each.locator("th, td").all_inner_texts()]
        for each in found
    ]
    return {row[2]: row for row in cells}


def province_lines(page: Page) -> int:
    return page.locator(".annotation-text-g", has_text="全省").count()


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
    page.wait_for_url(lambda address: "unit=" not in address)
    assert "全市：38.85%" in main_text(window.drawn())
    page.go_back()
    page.wait_for_url("**unit=990129**")
    assert "石坪县：17.11%" in main_text(window.drawn())


def test_two_counties_share_the_first_place(board_server: str, visit: OpenWindow) -> None:
    page = visit().open(f"{board_server}/ranking?month=2022-06")
    assert "资金支出率：云溪县、东岭县并列第一（68.75%）" in main_text(page)
    shown = ranked(page)
    # 97 895 187.50 ÷ 142 393 000.00 and 84 210 981.25 ÷ 122 488 700.00 are both 11/16.
    assert shown["云溪县"][0] == shown["东岭县"][0] == "并列第1位"
    assert shown["云溪县"][4:7] == ["68.75%", "9,789.52", "14,239.30"]
    assert shown["东岭县"][4:7] == ["68.75%", "8,421.10", "12,248.87"]
    assert shown["临湖县"][0] == "第3位"


def test_a_rate_over_the_whole_is_shown_and_questioned(
    board_server: str, visit: OpenWindow
) -> None:
    page = visit().open(f"{board_server}/ranking?month=2022-12&indicator=investment_rate")
    # 135 132 200 ÷ 131 532 850.
    assert ranked(page)["东岭县"][4:7] == ["102.74%", "13,513.22", "13,153.29"]
    assert "超过100%：东岭县 102.74%。按原数显示，请核对。" in main_text(page)


def test_a_blank_column_is_not_reported_and_in_no_pace(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit()
    page = window.open(f"{board_server}/ranking?month=2021-03")
    assert "未报送，不参加排名：云川高新区。" in main_text(page)
    assert "云川高新区" not in ranked(page)
    page = window.open(f"{board_server}/ranking?month=2021-06&view=schedule")
    assert "缺2021年3月的数，不计入全市月均：云川高新区。" in main_text(page)


def test_a_report_stands_in_for_a_ledger_and_says_so(board_server: str, visit: OpenWindow) -> None:
    window = visit()
    page = window.open(f"{board_server}/ranking?month=2021-05&behind=spend_rate~990127")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("= 36.76%")).to_be_visible()
    expect(dialog.locator(".st-key-behind_sum")).to_contain_text("月报 ")
    expect(dialog.locator(".st-key-behind_sum")).not_to_contain_text("台账 ")
    page = window.open(
        f"{board_server}/ranking?month=2021-08&indicator=start_rate&behind=start_rate~990124"
    )
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("95个 ÷ 95个 = 100.00%")).to_be_visible()
    expect(dialog.locator(".st-key-behind_sum")).to_contain_text("月报 ")


def test_a_silent_province_leaves_grey_lights_and_no_line(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit()
    page = window.open(f"{board_server}/ranking?month=2022-01")
    shown = ranked(page)
    assert len(shown) == 13  # twelve ranked units and the city
    assert {row[3] for row in shown.values()} == {"— 暂无基准"}
    assert {row[8] for row in shown.values()} == {"—"}
    assert province_lines(page) == 0
    page = window.open(f"{board_server}/ranking?month=2022-02")
    assert province_lines(page) == 1
