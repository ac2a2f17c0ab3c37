"""Reads the project's own source: which files there are and what each imports."""

import ast
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
ROOMS = ("pages", "ui", "charts", "briefing", "board", "etl", "wording", "access")
DOORS = ("app", "server")


def sources(room: str) -> list[Path]:
    """Return the Python files of a room, or the one file of a door; none when it does not exist."""
    door = PROJECT / f"{room}.py"
    return [door] if door.exists() else sorted((PROJECT / room).rglob("*.py"))


def imports(file: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, dotted module) of every import, those inside functions and blocks included."""
    package = file.relative_to(PROJECT).parent.parts
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            origin = ".".join([*start, *([node.module] if node.module else [])])
            # `from pages import unit` names a module, `from board import open_board` a function:
            # both forms are yielded below what they come from.
            yield from ((node.lineno, f"{origin}.{name.name}") for name in node.names)


def place(file: Path, line: int) -> str:
    """Return file:line as an editor opens it."""
    return f"{file.relative_to(PROJECT).as_posix()}:{line}"
