"""A clerk checks the text of a month, rewrites a section and issues it; the files are kept."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from briefing.issued import read_issued
from tools.reading import Visit

OpenWindow = Callable[..., Visit]

pytestmark = pytest.mark.xdist_group("browser")


def saved(page: Page, card: str, name: str, folder: Path) -> Path:
    """Download what a button of a card offers."""
    offered = page.locator(f".st-key-card_{card}").get_by_test_id("stDownloadButton")
    with page.expect_download() as waiting:
        offered.get_by_role("button", name=name).click()
    place = folder / waiting.value.suggested_filename
    waiting.value.save_as(place)
    return place


def text_of(file: Path) -> str:
    return "\n".join(each.text for each in docx.Document(str(file)).paragraphs)


def test_a_text_is_checked_rewritten_and_issued(
    home: Path, board: str, visit: OpenWindow, tmp_path: Path
) -> None:
    window = visit(size=(1366, 900))
    page = window.open(f"{board}/briefing?month=2023-04")
    page.emulate_media(media="print")
    expect(page.locator(".sheet h1")).to_be_visible()
    expect(page.locator(".sheet .marks a:visible, .st-key-desk:visible")).to_have_count(0)
    page.emulate_media(media="screen")
    page.locator(".sheet").get_by_role("link", name="35.00%", exact=True).first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("资金支出率 · 全市 · 2023年4月")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()

    page.locator(".sheet h3", has_text="衔接资金").get_by_role("link", name="改文字").click()
    field = page.locator(".st-key-rewriting textarea")
    field.wait_for()
    window.drawn()
    field.fill(field.input_value().replace("35.00%", "36.00%", 1) + "\n请各县抓紧支出。")
    page.get_by_role("button", name="改好了").click()
    expect(page.locator(".sheet mark")).to_have_text("36.00%")
    expect(page.locator(".sheet h3", has_text="衔接资金")).to_contain_text("已改")

    looked_at = text_of(saved(page, "briefing_files", "通报（Word）", tmp_path))
    assert "36.00%" in looked_at
    assert "请各县抓紧支出。" in looked_at
    assert read_issued(home) == []

    kinds = page.locator(".st-key-briefing_kinds")
    for kind in ("幻灯片（PPT）", "附表（Excel）", "提醒单（ZIP）"):
        kinds.get_by_text(kind).click()
    page.get_by_label("出具人").fill("市巩固衔接办")
    page.get_by_label("出具人").press("Tab")
    page.get_by_role("button", name="生成并留存").click()
    expect(page.get_by_text("刚刚留存")).to_be_visible()
    [issued] = read_issued(home)
    assert issued.edited == ("money",)
    for file, button in zip(issued.files, ("通报", "幻灯片", "附表", "提醒单"), strict=True):
        kept = saved(page, "issued", button, tmp_path)
        assert kept.name == file.name
        assert kept.read_bytes() == issued.content(file)
        assert zipfile.ZipFile(kept).testzip() is None


def test_what_was_rewritten_is_there_after_a_look_at_another_page(
    board: str, visit: OpenWindow
) -> None:
    window = visit()
    page = window.open(f"{board}/briefing?month=2023-04&edit=money")
    page.locator(".st-key-rewriting textarea").fill("全市资金支出情况良好。")
    page.get_by_role("button", name="改好了").click()
    expect(page.locator(".st-key-paper")).to_contain_text("全市资金支出情况良好。")
    page.get_by_test_id("stSidebarNav").get_by_text("县区排名").click()
    expect(page.get_by_role("heading", name="县区排名")).to_be_visible()
    page.get_by_test_id("stSidebarNav").get_by_text("通报材料").click()
    expect(page.locator(".st-key-paper")).to_contain_text("全市资金支出情况良好。")
    window.drawn()


def test_what_is_written_outlasts_a_reload_until_it_is_taken_back(
    board: str, visit: OpenWindow
) -> None:
    page = visit().open(f"{board}/briefing?month=2023-04&edit=money")
    field, paper = page.locator(".st-key-rewriting textarea"), page.locator(".st-key-paper")
    original = field.input_value()
    field.fill("全市资金支出情况良好。")
    expect(page.locator(".st-key-rewriting")).to_contain_text("已改 · ")  # in a pause, not left
    page.reload()
    expect(field).to_have_value("全市资金支出情况良好。")
    page.get_by_role("button", name="改好了").click()
    expect(field).to_be_hidden()
    page.reload()
    expect(paper).to_contain_text("全市资金支出情况良好。")

    page.locator(".sheet h3", has_text="衔接资金").get_by_role("link", name="改文字").click()
    page.get_by_role("button", name="恢复原文").click()
    expect(field).to_have_value(original)
    page.reload()
    expect(field).to_have_value(original)
    page.get_by_role("button", name="改好了").click()
    expect(paper).to_contain_text("资金支出率35.00%")
    expect(paper).not_to_contain_text("已改")


def test_half_of_a_telephone_number_is_not_kept_in_a_pause(
    home: Path, board: str, visit: OpenWindow
) -> None:
    page = visit().open(f"{board}/briefing?month=2023-04&edit=money")
    field = page.locator(".st-key-rewriting textarea")
    field.press("Control+End")
    field.press_sequentially("联系138-0000-")
    page.wait_for_timeout(2500)  # longer than a pause
    assert not (home / "drafts").exists()
    field.press_sequentially("1234。")
    expect(page.locator(".st-key-rewriting")).to_contain_text("没有保存，刷新网页就没有了")
    assert not (home / "drafts").exists()


def test_a_page_left_in_the_middle_of_a_word_has_sent_what_was_written(
    home: Path, board: str, visit: OpenWindow
) -> None:
    window, kept = visit(), home / "drafts" / "2023-04" / "all.zh" / "opening.json"
    page = window.open(f"{board}/briefing?month=2023-04&edit=opening")
    field = page.locator(".st-key-rewriting textarea")
    # Whether the last message of a page gets out is up to the browser: one of a few has to.
    for _ in range(5):
        field.press_sequentially("现通报如下。")
        page.reload()
        window.drawn()
        if kept.exists():
            break
    expect(field).to_have_value(re.compile("现通报如下。"))
    assert kept.is_file()


def test_what_was_written_last_is_there_after_the_way_back(board: str, visit: OpenWindow) -> None:
    window = visit()
    page = window.open(f"{board}/briefing?month=2023-04")
    page.locator(".sheet h3", has_text="衔接资金").get_by_role("link", name="改文字").click()
    field = page.locator(".st-key-rewriting textarea")
    field.press("Control+End")
    window.drawn()
    field.press_sequentially("请各县抓紧支出。")
    page.go_back()
    expect(page.locator(".st-key-paper")).to_contain_text("请各县抓紧支出。")


@pytest.mark.parametrize("section", ["opening", "money", "schedule"])
def test_a_section_that_is_being_rewritten_is_in_view_after_a_reload(
    section: str, board_server: str, visit: OpenWindow
) -> None:
    window = visit(lang="en")
    page = window.open(f"{board_server}/briefing?month=2023-04&edit={section}")
    field = page.locator(".st-key-rewriting")
    expect(field.locator("textarea")).to_be_in_viewport()
    box = field.bounding_box()
    assert box and 0 < box["y"] < 100
