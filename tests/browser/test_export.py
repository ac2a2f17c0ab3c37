"""The export menu as a reader uses it: pictures drawn in the browser, files made by the server."""

import io
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from playwright.sync_api import Download, Locator, Page, expect
from pptx import Presentation

from board.ranking import Ranking, ranking
from board.store import open_board
from tools.reading import Visit

SVG = "{http://www.w3.org/2000/svg}"
OpenWindow = Callable[..., Visit]

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def answer(sample_home: Path) -> Ranking:
    board = open_board(sample_home)
    assert board
    return ranking(board, "2023-04", "spend_rate", "all")


def taken(page: Page, card: Locator, kind: str, tmp_path: Path) -> tuple[str, bytes]:
    """Choose a file in the menu of a card; its name and what is in it."""
    card.locator(".export-open").click()
    with page.expect_download() as waited:
        page.locator(f"menu:popover-open [data-kind={kind}]").click()
    waited.value.save_as(tmp_path / "taken")
    return waited.value.suggested_filename, (tmp_path / "taken").read_bytes()


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_a_chart_is_a_picture_of_three_times_its_size_with_its_source(
    board_server: str, visit: OpenWindow, tmp_path: Path
) -> None:
    page = visit().open(f"{board_server}/ranking?month=2023-04")
    card = page.locator(".st-key-card_standings")
    name, drawn = taken(page, card, "svg", tmp_path)
    assert name == "资金支出率 排名 2023年4月.svg"
    root = etree.fromstring(drawn)
    said = [text.text for text in root.iter(f"{SVG}text", f"{SVG}tspan")]
    assert card.locator("h5").inner_text() in said
    foot = "".join(filter(None, said[-3:]))
    for source in ("报告期：2023年4月", "资金级次：全部级次", "数据版本：board-", "分子与分母："):
        assert source in foot
    assert not list(root.iter(f"{SVG}foreignObject", f"{SVG}image"))
    assert not [each for each in root.iter() if "url(http" in "".join(each.attrib.values())]

    name, picture = taken(page, card, "png", tmp_path)
    assert name == "资金支出率 排名 2023年4月.png"
    assert size(picture) == tuple(3 * int(root.get(side) or 0) for side in ("width", "height"))
    box = card.bounding_box()
    assert box and size(picture)[0] == pytest.approx(3 * box["width"], abs=3)


def test_the_light_of_every_bar_is_in_the_picture(
    board_server: str, visit: OpenWindow, tmp_path: Path
) -> None:
    page = visit().open(f"{board_server}/overview?month=2023-04")
    _, drawn = taken(page, page.locator("section", has=page.locator(".tiles")), "svg", tmp_path)
    boxes = [each.get("fill") for each in etree.fromstring(drawn).iter(f"{SVG}rect")]
    tiles = page.locator(".tile")
    shown = tiles.evaluate_all("all => all.map((one) => getComputedStyle(one).backgroundColor)")
    assert len(set(shown)) == 3
    assert [boxes.count(colour) for colour in shown] == [shown.count(colour) for colour in shown]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_table_is_a_picture_in_the_colours_of_the_reader(
    theme: str, board_server: str, visit: OpenWindow, tmp_path: Path
) -> None:
    page = visit(theme=theme).open(f"{board_server}/ranking?month=2023-04")
    card = page.locator(".st-key-card_standings_table")
    _, drawn = taken(page, card, "svg", tmp_path)
    root = etree.fromstring(drawn)
    ground = card.evaluate("one => getComputedStyle(one).backgroundColor")
    assert root.find(f"{SVG}rect").get("fill") == ground
    said = {text.text for text in root.iter(f"{SVG}text")}
    assert {"云溪县", "60.93%", "9,199.04"} <= said


def test_a_workbook_and_a_slide_hold_the_figures_of_the_board(
    board_server: str, visit: OpenWindow, tmp_path: Path, answer: Ranking
) -> None:
    page = visit().open(f"{board_server}/ranking?month=2023-04")
    card = page.locator(".st-key-card_standings")
    rates = [place.value for place in answer.places]
    name, content = taken(page, card, "xlsx", tmp_path)
    assert name.endswith(".xlsx")
    sheet = load_workbook(io.BytesIO(content), data_only=True).worksheets[0]
    assert [sheet.cell(row, 5).value for row in range(2, 2 + len(rates))] == pytest.approx(rates)

    name, content = taken(page, card, "pptx", tmp_path)
    assert name.endswith(".pptx")
    [slide] = Presentation(io.BytesIO(content)).slides
    [chart] = [shape.chart for shape in slide.shapes if shape.has_chart]
    assert list(chart.plots[0].series[0].values)[: len(rates)] == pytest.approx(rates)


def test_each_section_of_the_overview_has_its_own_file(
    board_server: str, visit: OpenWindow, tmp_path: Path
) -> None:
    page = visit(lang="en").open(f"{board_server}/overview?month=2023-04")
    sections = page.locator(".panel section.card")
    expect(sections.locator(".export-open")).to_have_count(sections.count())
    names = [taken(page, sections.nth(n), "csv", tmp_path)[0] for n in range(sections.count())]
    assert names == [
        "Start rate Course of the city Apr 2023.csv",
        "Spend rate Course of the city Apr 2023.csv",
        "Risk-elimination rate Course of the city Apr 2023.csv",
        "Spend rate Standings Apr 2023.csv",
        "Spend rate Standings Apr 2023.csv",
        "Spend rate To the next milestone Apr 2023.csv",
        "Reporting Apr 2023.csv",
    ]


def test_the_menu_is_reached_and_left_with_keys(board_server: str, visit: OpenWindow) -> None:
    page = visit().open(f"{board_server}/ranking?month=2023-04")
    button = page.locator(".st-key-card_standings .export-open")
    button.focus()
    page.keyboard.press("Enter")
    menu = page.locator("menu:popover-open")
    expect(menu.get_by_role("button")).to_have_text(
        ["图片 PNG", "矢量图 SVG", "数据 CSV", "工作簿 XLSX", "幻灯片 PPTX"]
    )
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(menu.get_by_role("button", name="图片 PNG")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def opened(page: Page, button: Locator) -> tuple[dict[str, float], dict[str, float]]:
    """Where the menu and its button stand when the menu has just opened."""
    button.click()
    menu = page.locator("menu:popover-open")
    expect(menu).to_have_count(1)
    at, of = menu.evaluate(
        "(menu, button) => [menu, button].map((it) => it.getBoundingClientRect().toJSON())",
        button.element_handle(),
    )
    return at, of


@pytest.mark.parametrize("address", ["ranking", "overview"])
def test_a_second_click_closes_the_menu_and_another_card_takes_it(
    address: str, board_server: str, visit: OpenWindow
) -> None:
    page = visit(size=(1366, 1600)).open(f"{board_server}/{address}?month=2023-04")
    first, second = (page.locator(".export-open:visible").nth(place) for place in (0, 1))
    menu = page.locator("menu:popover-open")
    first.click()
    expect(menu).to_be_visible()
    first.click()
    expect(menu).to_be_hidden()
    for button in (first, second):
        at, of = opened(page, button)
        assert at["right"] == pytest.approx(of["right"], abs=2)
        assert at["top"] == pytest.approx(of["bottom"] + 4, abs=2)


@pytest.mark.parametrize("address", ["ranking", "overview"])
def test_the_menu_of_a_card_low_in_the_window_opens_upwards(
    address: str, board_server: str, visit: OpenWindow
) -> None:
    page = visit(size=(1366, 768)).open(f"{board_server}/{address}?month=2023-04")
    button = page.locator(".export-open:visible").last
    button.evaluate("button => button.scrollIntoView({ block: 'end' })")
    at, of = opened(page, button)
    assert of["top"] > 768 / 2
    assert at["right"] == pytest.approx(of["right"], abs=2)
    assert at["bottom"] == pytest.approx(of["top"] - 4, abs=2)
    assert at["top"] > 0


def test_the_menu_closes_when_the_page_is_scrolled_away_below_it(
    board_server: str, visit: OpenWindow
) -> None:
    page = visit(size=(1024, 700)).open(f"{board_server}/ranking?month=2023-04")
    opened(page, page.locator(".export-open:visible").first)
    page.mouse.move(600, 600)
    page.mouse.wheel(0, 150)
    expect(page.locator("menu:popover-open")).to_have_count(0)


def test_a_slide_wears_the_bureaus_master_or_says_why_not(
    home: Path, board: str, visit: OpenWindow, tmp_path: Path
) -> None:
    own = home / "reference" / "deck.pptx"
    own.write_bytes(b"PK")
    window = visit(lang="en")
    page = window.open(f"{board}/ranking?month=2023-04")
    card = page.locator(".st-key-card_standings")
    saved: list[Download] = []
    page.on("download", lambda file: saved.append(file))
    card.locator(".export-open").click()
    page.locator("menu:popover-open [data-kind=pptx]").click()
    expect(page.get_by_test_id("stToast")).to_contain_text(
        "The slide master deck.pptx is not a PPTX file"
    )
    window.drawn()
    assert not saved

    # Once it is put right the next one is made with it.
    Presentation().save(str(own))
    _, content = taken(page, card, "pptx", tmp_path)
    [slide] = Presentation(io.BytesIO(content)).slides
    assert slide.slide_layout.name == "Title and Content"
