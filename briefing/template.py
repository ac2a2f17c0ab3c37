"""Files that a bureau may replace: its own in its home, or the one that is shipped."""

import zlib
from pathlib import Path
from zipfile import BadZipFile

from lxml import etree

FOLDER = Path(__file__).parent / "templates"  # of the shipped ones
# What libraries of Office files raise for one that is of another kind, or damaged.
NOT_OPENED = (
    BadZipFile, EOFError, KeyError, OSError, RuntimeError, ValueError, etree.XMLSyntaxError,
    zlib.error,
)  # fmt: skip


class TemplateError(ValueError):
    """A bureau's own template lacks something; the message says what, in the reader's language."""


def own(home: Path, name: str) -> Path | None:
    """The bureau's own file of that name, if there is one."""
    file = home / "reference" / name
    return file if file.exists() else None
