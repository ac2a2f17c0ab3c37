"""The table of rooms in docs: who may import what, read from every import in the source."""

import ast

import pytest

from tests.house.code import DOORS, PROJECT, ROOMS, imports, place, sources

MAY_IMPORT = {
    "app": {*DOORS, *ROOMS} - {"etl"},
    "server": {*DOORS, *ROOMS},  # publishes again what is behind, before the first reader
    "pages": {"ui", "charts", "briefing", "board", "etl", "wording", "access"},
    "ui": {"charts", "briefing", "board", "wording", "access"},
    "charts": {"board", "wording"},
    "briefing": {"board", "wording"},
    "board": {"wording"},
    "etl": set(),
    "wording": set(),
    "access": set(),
}
ON_SCREEN = {"app", "server", "pages", "ui"}  # may import Streamlit
AT_THE_FILE = {"etl", "board"}  # may import DuckDB


# Where people put something into the home: files, notes, and what is issued. Of the unit page the
# form alone, of the material the issue: the rest of them reads, as every other page does.
WHERE_PEOPLE_WRITE = (
    "pages/upload/",
    "pages/reporting/",
    "pages/unit/notes.py",
    "pages/briefing/issue.py",
)


def test_only_where_people_write_do_pages_know_the_loader() -> None:
    wrong = [
        f"{place(file, line)} imports {module}"
        for file in sources("pages")
        if not file.relative_to(PROJECT).as_posix().startswith(WHERE_PEOPLE_WRITE)
        for line, module in imports(file)
        if module.split(".")[0] == "etl"
    ]
    assert wrong == []


@pytest.mark.parametrize("room", [*DOORS, *ROOMS])
def test_a_room_imports_only_what_lies_below_it(room: str) -> None:
    allowed = MAY_IMPORT[room] | {room}
    wrong = [
        f"{place(file, line)} imports {module}"
        for file in sources(room)
        for line, module in imports(file)
        if module.split(".")[0] in {*ROOMS, *DOORS, "tests", "tools", "benchmarks"} - allowed
    ]
    assert wrong == []


@pytest.mark.parametrize(("library", "rooms"), [("streamlit", ON_SCREEN), ("duckdb", AT_THE_FILE)])
def test_a_library_stays_in_its_rooms(library: str, rooms: set[str]) -> None:
    wrong = [
        place(file, line)
        for room in {*DOORS, *ROOMS} - rooms
        for file in sources(room)
        for line, module in imports(file)
        if module.split(".")[0] == library
    ]
    assert wrong == []


def test_a_page_does_not_reach_into_another() -> None:
    wrong = [
        f"{place(file, line)} imports {module}"
        for file in sources("pages")
        for line, module in imports(file)
        if module.startswith("pages.")
        and module.split(".")[1] != file.relative_to(PROJECT / "pages").parts[0]
    ]
    assert wrong == []


def test_pages_are_packages() -> None:
    """A file pages/x.py would be served at /x without app.py, on the first visit to a server."""
    assert [file.name for file in (PROJECT / "pages").glob("*.py") if file.stem != "__init__"] == []


def test_charts_are_shown_in_one_place() -> None:
    """The settings every chart shares, and its words for those who cannot see it, are put there."""
    shown = {
        file.relative_to(PROJECT).as_posix()
        for room in ON_SCREEN
        for file in sources(room)
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "plotly_chart"
    }
    assert shown <= {"ui/show.py"}
