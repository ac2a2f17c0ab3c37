"""The messages that the source asks for: the literal first argument of every t("…"), t.n("…")."""

import ast
from pathlib import Path

PROJECT = Path(__file__).parents[2]
ROOMS = ("board", "briefing", "charts", "pages", "ui", "wording")


def sources() -> list[Path]:
    """Every file of the product that may speak to a reader."""
    files = [PROJECT / "app.py", PROJECT / "server.py"]
    return [*files, *(file for room in ROOMS for file in sorted((PROJECT / room).rglob("*.py")))]


def messages() -> dict[str, str]:
    """Message → where it is used; a message that is not a literal is a mistake of its own."""
    found: dict[str, str] = {}
    for file in sources():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _speaks(node.func) and node.args:
                where = f"{file.relative_to(PROJECT)}:{node.lineno}"
                message = node.args[0]
                if not isinstance(message, ast.Constant) or not isinstance(message.value, str):
                    raise AssertionError(f"{where}: a message must be written out")
                found.setdefault(message.value, where)
    return found


def _speaks(function: ast.expr) -> bool:
    """t(…), t.n(…), also of what has a `t`; and self(…), self.n(…) inside Words."""
    if isinstance(function, ast.Attribute) and function.attr == "n":
        function = function.value
    if isinstance(function, ast.Attribute):
        return function.attr == "t"
    return isinstance(function, ast.Name) and function.id in ("t", "self")
