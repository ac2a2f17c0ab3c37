"""会商 as a meeting sees it, and what is at hand on every page: links and paper."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.board.published import milestone, publish, standing, unit
from tools.command import PROJECT
from tools.reading import Visit
from tools.serving import serving

CODES = [
    "cards", "map", "start_rate", "spend_rate", "risk_elimination_rate",
    "lag", "next", "warnings", "missing",
]  # fmt: skip
SIZES = [(1920, 1080), (1600, 1200), (1024, 768)]

NOT_ON_SCREEN = (Path(__file__).parent / "not_on_screen.js").read_text("utf-8")

LETTERS = "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"

OpenWindow = Callable[..., Visit]

pytestmark = pytest.mark.xdist_group("browser")


def shown(page: Page) -> str | None:
    return page.locator(".screen:visible").get_attribute("data-screen")


def whole(page: Page) -> bool:
    found: bool = page.evaluate("Boolean(document.fullscreenElement)")
    return found


@pytest.fixture(scope="module")
def large_city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a board of a hundred units: long names, quotes, some silent, in January."""
    home = tmp_path_factory.mktemp("hundred")
    long = "“{n}”号长\"名'字乡村振兴综合改革试验示范区管理委员会"
    units = [unit(f"99{n:04}", (long if n % 9 == 0 else "第{n}县").format(n=n)) for n in range(100)]
    at = {"period": "2023-01"} | milestone(0.3, 1, 31, 0.2)
    rows = [
        standing(f"99{n:04}", None, None, indicator=rate, period="2023-01")
        if n % 7 == 3
        else standing(f"99{n:04}", 100 - n, 100, indicator=rate, rank=n + 1, light="red", **at)
        for rate in CODES[2:5]
        for n in range(100)
    ]
    publish(home, units=units, standings=rows)
    log = home / "log.txt"
    with serving(PROJECT / "server.py", home, log) as address:
        yield address
    assert "Traceback" not in log.read_text("utf-8")


def test_keys_and_a_clicker_go_through_the_screens_and_back(
    board_server: str, visit: OpenWindow
) -> None:
    page = visit().open(f"{board_server}/present")
    presses = [
        ("PageDown", CODES[1:5]),
        ("ArrowRight", CODES[5:7]),
        (" ", CODES[7:]),
        ("PageDown", CODES[-1:]),  # nothing comes after the last
        ("PageUp", CODES[-2:4:-1]),
        ("ArrowLeft", CODES[4::-1]),
        ("End", CODES[-1:]),
        ("Home", CODES[:1]),
        ("7", ["next"]),
    ]
    for key, codes in presses:
        for code in codes:
            page.keyboard.press(key)
            assert shown(page) == code
            assert f"screen={code}" in page.url
    same = visit(lang="en").open(page.url)
    assert shown(same) == "next"


@pytest.mark.parametrize(("lang", "theme"), [("zh", "light"), ("en", "dark")])
def test_every_screen_fits_its_window(
    lang: str, theme: str, board_server: str, visit: OpenWindow
) -> None:
    page = visit(lang=lang, theme=theme).open(f"{board_server}/present")
    assert not_fitting(page) == []
    if lang == "en":
        assert not [letter for letter in page.locator(".stage").inner_text() if letter >= "一"]


def test_a_hundred_units_with_long_names_fit_too(large_city: str, visit: OpenWindow) -> None:
    page = visit().open(f"{large_city}/present")
    assert not_fitting(page, smallest=6.0) == []


@pytest.mark.parametrize("size", SIZES)
def test_of_a_hundred_units_the_map_reads_from_the_back_row(
    size: tuple[int, int], large_city: str, visit: OpenWindow
) -> None:
    page = visit(size=size).open(f"{large_city}/present?screen=map")
    smallest = min(page.locator(".tile .name").evaluate_all(LETTERS))
    assert smallest >= size[1] / 40


def not_fitting(page: Page, smallest: float = 13.0) -> list[str]:
    """What is clipped, scrolls or is too small on any screen in any of the windows."""
    found = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        for number, code in enumerate(CODES, start=1):
            page.keyboard.press(str(number))
            page.evaluate("() => new Promise(requestAnimationFrame)")
            unseen = page.evaluate(NOT_ON_SCREEN, smallest)
            found += [f"{code} at {width}: {box}" for box in unseen]
    return found


def test_a_tile_opens_its_unit_and_escape_comes_back(board_server: str, visit: OpenWindow) -> None:
    window = visit()
    page = window.open(f"{board_server}/present?month=2023-03&screen=map")
    page.locator(".tiles").get_by_role("link", name="石坪县").click()
    page.wait_for_url("**/unit?**from=map**")
    window.drawn()
    expect(page.get_by_role("button", name="返回会商")).to_be_visible()
    page.keyboard.press("Escape")
    page.wait_for_url("**/present?**")
    assert shown(window.drawn()) == "map"
    assert "month=2023-03" in page.url


def test_a_key_begins_in_the_whole_screen_and_escape_leaves(
    board_server: str, visit: OpenWindow
) -> None:
    window = visit()
    page = window.open(f"{board_server}/ranking?month=2023-03&indicator=start_rate")
    page.get_by_role("combobox").first.focus()
    page.keyboard.press("f")  # somebody is typing
    page.keyboard.press("Escape")
    assert "/ranking" in page.url
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("f")
    page.wait_for_url("**/present?**month=2023-03**")
    expect(page.locator(".screen:visible h1")).to_contain_text("2023年3月")
    assert whole(page)
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    window.drawn()
    page.keyboard.press("Escape")
    page.wait_for_url("**/ranking?**indicator=start_rate**")
    assert not whole(page)


def test_a_wall_turns_the_screens_by_itself_until_it_is_paused(
    board_server: str, visit: OpenWindow
) -> None:
    page = visit().open(f"{board_server}/present?screen=missing&auto=3")
    page.wait_for_url("**screen=cards**")
    page.wait_for_url("**screen=map**")
    page.keyboard.press("p")
    expect(page.locator(".stage .state")).to_have_text("已暂停")
    state = "document.querySelector('.clock').getAnimations()[0].playState"
    assert page.evaluate(state) == "paused"
    page.keyboard.press("p")
    assert page.evaluate(state) == "running"
    page.keyboard.press("a")
    assert "auto" not in page.url


@pytest.mark.parametrize("secure", [True, False], ids=["https", "http"])
def test_a_copied_link_names_everything_shown(
    secure: bool, board_server: str, visit: OpenWindow
) -> None:
    window = visit()
    if secure:
        window.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    else:
        window.page.add_init_script(
            "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
            "document.addEventListener('copy', () => (copied = getSelection().toString()))"
        )
    page = window.open(f"{board_server}/ranking?lang=zh")
    page.get_by_role("button", name="复制链接").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    link: str = page.evaluate("navigator.clipboard.readText()" if secure else "copied")
    shows = ("month=2023-04", "indicator=spend_rate", "level=all", "view=standings")
    assert [each for each in shows if each not in link] == []
    if secure:
        same = visit(lang="en").open(link)
        expect(same.get_by_role("combobox", name="Indicator")).to_have_value("Spend rate")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_paper_has_no_controls_and_says_what_it_is_of(
    theme: str, board_server: str, visit: OpenWindow
) -> None:
    page = visit(theme=theme).open(f"{board_server}/ranking")
    page.emulate_media(media="print")
    for control in ("stSidebarNav", "stHeader", "stButtonGroup"):
        expect(page.get_by_test_id(control).first).to_be_hidden()
    expect(page.get_by_role("button", name="复制链接")).to_be_hidden()
    expect(page.get_by_text("示例数据").first).to_be_visible()
    expect(page.get_by_text("数据版本").first).to_be_visible()
    title = page.get_by_role("heading", level=1)
    assert title.evaluate("box => getComputedStyle(box).color") == "rgb(23, 33, 43)"
    sheet = page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    assert sheet.startswith(b"%PDF")
    chart = page.locator(".js-plotly-plot .main-svg").first
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.set_viewport_size({"width": 703, "height": 1000})  # what A4 has between its margins
    assert chart.evaluate("box => box.getBoundingClientRect().right") <= 703
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert chart.get_attribute("viewBox") is None
