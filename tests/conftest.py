"""What tests share: homes, a served board, a reader's browser; and that nothing is skipped."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import duckdb
import pytest
import streamlit
from filelock import FileLock
from playwright.sync_api import Browser, Page, expect

from tests.homes import make_home as make_home_in
from tools.command import PROJECT, sample_city
from tools.reading import PATIENCE, Visit, reader
from tools.serving import serving

UNDONE = ("skipped", "xfailed", "xpassed", "deselected")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--nothing-skipped", action="store_true", help="fail when a test did not run")
    parser.addoption("--expect-duckdb", metavar="VERSION", help="fail on any other DuckDB")


def pytest_configure(config: pytest.Config) -> None:
    expected = config.getoption("--expect-duckdb")
    if expected and expected != duckdb.__version__:
        raise pytest.UsageError(f"DuckDB {expected} was asked for, {duckdb.__version__} is here")


def pytest_report_header() -> str:
    return f"duckdb {duckdb.__version__}, streamlit {streamlit.__version__}"


def pytest_sessionfinish(session: pytest.Session) -> None:
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if terminal is None or not session.config.getoption("--nothing-skipped"):
        return
    if undone := sum(len(terminal.stats.get(outcome, [])) for outcome in UNDONE):
        terminal.write_line(f"{undone} tests did not run, and all should have", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this run that all of its workers see."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if own.name.startswith("popen-") else own


@pytest.fixture(scope="session")
def sample_home(shared: Path) -> Path:
    """The sample city, loaded from its raw files once a run. Only read it."""
    home = shared / "sample"
    with FileLock(shared / "sample.lock"):
        if not (shared / "sample.done").exists():
            sample_city(home)
            (shared / "sample.done").touch()
    return home


@pytest.fixture
def make_home(tmp_path: Path) -> Callable[..., Path]:
    """Make a home of one's own: `make_home(units=…, files={name: content}, …)`."""
    return partial(make_home_in, tmp_path / "home")


@pytest.fixture(scope="session")
def board_server(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a board that serves the sample city; its log must stay free of tracebacks."""
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with serving(PROJECT / "server.py", sample_home, log) as address:
        yield address
    assert "Traceback" not in log.read_text("utf-8"), log.read_text("utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium. None on this machine is a failure that says what to install.

    It ends with the module: while Playwright runs, its thread has an event loop, and tests of
    other modules could not start theirs.
    """
    expect.set_options(timeout=PATIENCE)
    with reader() as running:
        yield running


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open windows with `visit(lang=…, theme=…, size=…)`; none may have complained at the end."""
    visits: list[Visit] = []

    def open_window(**wishes: object) -> Visit:
        visits.append(Visit(browser, **wishes))  # type: ignore[arg-type]
        return visits[-1]

    yield open_window
    for each in visits:
        each.close()
    assert not (complaints := [text for each in visits for text in each.complaints]), complaints


@pytest.fixture
def browser_page(visit: Callable[..., Visit]) -> Page:
    """An empty page in a laptop's window, Chinese and light."""
    return visit().page


@pytest.fixture
def published_rows() -> Callable[..., list[tuple[object, ...]]]:
    """Ask the published file of a home: `published_rows(home, sql)`."""

    def rows(home: Path, sql: str, *values: object) -> list[tuple[object, ...]]:
        folder = home / "published"
        name = (folder / "CURRENT").read_text("utf-8").strip()
        with duckdb.connect(folder / name, read_only=True) as board:
            return board.execute(sql, values).fetchall()

    return rows
