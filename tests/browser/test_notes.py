"""A person says on the unit page why a figure is so, and readers see it where the figure stands."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from etl.notes import read_notes
from tools.reading import Visit

OpenWindow = Callable[..., Visit]

pytestmark = pytest.mark.xdist_group("browser")


def test_a_note_is_written_and_seen_on_chart_list_and_ranking(
    home: Path, board: str, visit: OpenWindow
) -> None:
    window = visit(size=(1366, 900))
    page = window.open(f"{board}/unit?unit=990102&month=2023-04")
    page.get_by_role("button", name="写情况说明").click()
    why, save = page.get_by_label("为什么是这个数"), page.get_by_role("button", name="保存")
    why.fill("请联系13800001234")
    page.get_by_label("填写人").fill("乙县财政局")
    save.click()
    expect(page.get_by_text("这里写的会保存：请去掉身份证号、电话号码。")).to_be_visible()
    assert read_notes(home) == []
    why.fill("两个项目招标流标")
    save.click()
    listed = page.locator(".notes li")
    expect(listed).to_contain_text("① 2023年4月两个项目招标流标乙县财政局")
    expect(why).to_be_hidden()
    window.drawn()

    mark = page.locator(".annotation-text-g", has_text="①")
    mark.hover()
    expect(page.locator(".st-key-card_course .hoverlayer").last).to_contain_text("两个项目招标流标")

    page = visit().open(f"{board}/ranking?month=2023-04")
    expect(page.locator(".notes li")).to_contain_text("乙县两个项目招标流标")
    assert "有说明" in page.locator(".st-key-card_standings").inner_text()
    [note] = read_notes(home)
    assert (note.unit_code, note.indicator, note.period) == ("990102", "spend_rate", "2023-04")
