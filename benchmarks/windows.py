"""Times in Chromium: the first page of a fresh profile and the switch to another month.

The board's overview and the bare app take turns, so that whatever else the machine does falls on
both. When a page counts as drawn is said in drawn.js, the same for both.
"""

import statistics
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks.sample import Month
from tools.command import PROJECT
from tools.reading import Visit
from tools.serving import serving

DRAWN = (Path(__file__).parent / "drawn.js").read_text("utf-8")
SCREEN = (1920, 1080)


@dataclass(frozen=True)
class App:
    """One of the two apps: its entry, and whether its picker writes months in Chinese."""

    entry: Path
    chinese: bool

    def option(self, month: Month) -> str:
        """The month as this app's picker writes it."""
        return month.label if self.chinese else month.period


BOARD = App(PROJECT / "server.py", chinese=True)
BARE = App(PROJECT / "benchmarks" / "bare_app.py", chinese=False)


def first_pages(
    browser: Browser, home: Path, newest: Month, logs: Path, runs: int
) -> dict[App, float]:
    """Return the median ms from asking for the page to drawn: fresh server, fresh profile."""
    taken: dict[App, list[float]] = {BOARD: [], BARE: []}
    for _ in range(runs):
        for app, times in taken.items():
            with serving(app.entry, home, logs / "first.txt") as address:
                visit = _visit(browser)
                visit.page.goto(address)
                times.append(_drawn(visit.page, newest)["changed"])
                visit.close()
    return {app: statistics.median(times) for app, times in taken.items()}


def month_switches(
    browser: Browser, home: Path, months: list[Month], logs: Path, runs: int
) -> dict[App, float]:
    """Return the median ms from the click on another month to drawn, in a page already open."""
    taken: dict[App, list[float]] = {BOARD: [], BARE: []}
    with ExitStack() as stack:
        pages = {}
        for number, app in enumerate(taken):
            address = stack.enter_context(serving(app.entry, home, logs / f"switch{number}.txt"))
            visit = _visit(browser)
            stack.callback(visit.close)
            visit.page.goto(address)
            _drawn(visit.page, months[-1])
            pages[app] = visit.page
        for run in range(runs):
            month = months[-2 - run % 5]  # near the top of the list; each but the last is new to it
            for app, page in pages.items():
                taken[app].append(_switch(page, app.option(month), month))
    return {app: statistics.median(times) for app, times in taken.items()}


def _visit(browser: Browser) -> Visit:
    visit = Visit(browser, lang="zh", size=SCREEN)
    visit.page.add_init_script(DRAWN)
    return visit


def _switch(page: Page, option: str, month: Month) -> float:
    page.bring_to_front()
    page.locator(".st-key-pick_month [role=combobox]").click()
    page.get_by_role("option", name=option, exact=True).click()
    times = _drawn(page, month)
    return times["changed"] - times["pressed"]


def _drawn(page: Page, month: Month) -> dict[str, float]:
    handle = page.wait_for_function("figures => window.drawn(figures)", arg=list(month.figures))
    times: dict[str, float] = handle.json_value()
    return times
