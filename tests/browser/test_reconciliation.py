"""The county whose report says more than its ledgers is seen by its rows, beside every unit."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tools.reading import Visit

OpenWindow = Callable[..., Visit]

pytestmark = pytest.mark.xdist_group("browser")


def rows(page: Page, key: str) -> list[list[str]]:
    """The rows of a table, cell by cell, blanks between lines."""
    found = page.locator(f".st-key-{key} tbody tr").all()
    return [
        [" ".join(cell.split()) for cell in each.locator("th, td").all_inner_texts()]
        for each in found
    ]


def test_the_county_that_reports_more_than_its_ledgers(
    board_server: str, visit: OpenWindow
) -> None:
    page = visit().open(f"{board_server}/reconciliation?month=2023-04")
    expect(page.locator(".st-key-card_comparisons h5")).to_have_text(
        "1个单位3项账表不符：临湖县月报与台账相比，"
        "已开工项目多6个、未开工项目少6个、累计支出多420.00万元"
    )
    report = "市巩固衔接办 · 5月5日 云川市巩固衔接重点工作进度月报2023年4月.xlsx"
    projects = "市乡村振兴局 · 5月7日 云川市衔接资金项目台账_20230430.csv"
    funds = "市财政局 · 5月6日 云川市财政衔接资金台账_20230430.csv"
    started, not_started, spent = rows(page, "comparisons_table")
    assert started[:2] == ["临湖县", "已开工项目 个"]
    assert started[4:] == ["+6", "+5.00%", report, projects]
    assert not_started[:2] == ["临湖县", "未开工项目 个"]
    assert not_started[4:] == ["−6", "−35.29%", report, projects]
    # 4 200 000 元 more, as the report prints it: in 0.01 万元.
    assert spent[:2] == ["临湖县", "累计支出 元"]
    assert spent[2:] == [
        "40,894,700.00", "36,694,661.94", "+4,200,038.06", "+11.45%", report, funds,
    ]  # fmt: skip


def test_the_ledger_s_figure_opens_the_rows_it_adds_up(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit()
    page = window.open(f"{board_server}/reconciliation?month=2023-04")
    page.locator(".st-key-comparisons_table").get_by_role("link", name="36,694,661.94").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("累计支出 · 临湖县 · 2023年4月")
    expect(dialog).to_contain_text("云川市财政衔接资金台账_20230430.csv")


def test_every_unit_is_there_and_leads_to_its_figures(board_server: str, visit: OpenWindow) -> None:
    window = visit()
    page = window.open(f"{board_server}/reconciliation?month=2023-04")
    units = {row[0]: row[1:] for row in rows(page, "agreements_table")}
    assert len(units) == 13  # twelve ranked units and 市本级
    assert units["临湖县"] == ["■ 2项不符（共7项）", "■ 1项不符（共3项）", "● 4项一致"]
    assert units["市本级"] == ["● 7项一致", "● 3项一致", "— 只有月报"]
    apart = page.locator(".st-key-card_apart").inner_text()
    assert "北原示范区：监测对象台账和月报都没有" in apart

    page.locator(".st-key-agreements_table").get_by_role("link", name="云溪县").click()
    page.wait_for_url("**unit=990121**")
    window.drawn()
    figures = rows(page, "comparisons_table")
    assert len(figures) == 15
    assert {row[-1] for row in figures} == {"● 一致", "— 只有台账"}
    page.get_by_role("button", name="云溪县").click()
    expect(page.locator(".st-key-card_comparisons h5")).to_contain_text("1个单位3项账表不符")
    assert "unit=" not in page.url


def test_a_month_in_which_everything_agrees_says_so(board_server: str, visit: OpenWindow) -> None:
    page = visit(lang="en").open(f"{board_server}/reconciliation?month=2023-03")
    expect(page.locator(".st-key-card_comparisons h5")).to_contain_text(
        "Ledgers and reports agree throughout"
    )
