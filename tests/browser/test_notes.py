"""A person says on the unit page why a figure is so, and readers see it where the figure stands."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from etl.notes import read_notes
from tools.command import PROJECT
from tools.reading import Visit
from tools.serving import serving

FUNDS = "县区,资金级次,批次,下达资金,支出资金\n甲县,中央,一,100,50\n乙县,中央,一,100,20\n"

OpenWindow = Callable[..., Visit]

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def home(make_home: Callable[..., Path]) -> Path:
    files = {f"资金_2023{month}.csv": FUNDS for month in ("03", "04")}
    return make_home(units=["甲县", "乙县"], files=files)


@pytest.fixture
def board(home: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a board on a home of one's own."""
    log = tmp_path / "log.txt"
    with serving(PROJECT / "server.py", home, log) as address:
        yield address
    assert "Traceback" not in log.read_text("utf-8"), log.read_text("utf-8")


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
