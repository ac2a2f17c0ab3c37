"""The definitions page: an indicator from the list, and a search of the dictionary."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tools.reading import Visit

OpenWindow = Callable[..., Visit]

pytestmark = pytest.mark.xdist_group("browser")


def test_an_indicator_of_the_list_shows_what_it_is_counted_from(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit()
    page = window.open(f"{board_server}/definitions")
    page.locator(".st-key-indicators").get_by_role("link", name="产业占比").click()
    page.wait_for_url("**indicator=industry_share**")
    window.drawn()
    formula = page.locator(".st-key-card_formula")
    expect(formula.locator("h5")).to_have_text("产业占比 = 产业发展资金 ÷ 全部中省资金")
    expect(formula).to_contain_text("资金级次、支持方向、下达资金")
    expect(page.locator(".st-key-card_options")).to_contain_text('industry_share.base = "all"')
    expect(page.locator(".st-key-card_query")).to_contain_text("'industry_base'")


def test_the_dictionary_is_searched_and_the_search_is_in_the_address(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit(lang="en")
    page = window.open(f"{board_server}/definitions?view=dictionary")
    page.get_by_placeholder("Search tables").fill("rounding")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=rounding**")
    window.drawn()
    expect(page.locator(".st-key-card_relation h5")).to_have_text("reconciliation")
    same = visit(lang="en").open(page.url)
    expect(same.locator(".st-key-relation_columns tbody tr")).to_have_count(1)
