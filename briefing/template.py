"""Files that a bureau may replace: its own in its home, or the one that is shipped."""

from pathlib import Path

FOLDER = Path(__file__).parent / "templates"  # of the shipped ones


class TemplateError(ValueError):
    """A bureau's own template lacks something; the message says what, in the reader's language."""


def own(home: Path, name: str) -> Path | None:
    """The bureau's own file of that name, if there is one."""
    file = home / "reference" / name
    return file if file.exists() else None
