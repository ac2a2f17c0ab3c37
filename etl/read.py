"""Files to sheets of text, told apart by what they hold, whatever they are called."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from etl.read_text import text_sheet
from etl.read_workbook import old_workbook_sheets, workbook_sheets
from etl.sheet import Sheet
from etl.unreadable import Unreadable
from etl.workbook_details import COMPOUND_FILE, ZIP


@dataclass(frozen=True)
class SentFile:
    """A file as it was sent. It may hold anything, so it is never written anywhere as it is."""

    name: str
    content: bytes = field(repr=False)

    @classmethod
    def at(cls, path: Path) -> "SentFile":
        """The file at a path; raises OSError."""
        return cls(path.name, path.read_bytes())

    @cached_property
    def sha256(self) -> str:
        """Checksum of its bytes."""
        return hashlib.sha256(self.content).hexdigest()


def read_sheets(content: bytes) -> list[Sheet]:
    """The sheets of a text file or workbook; raises Unreadable."""
    if not content[:4096].strip() and not content.strip():
        raise Unreadable("empty_file")
    if content.startswith(ZIP):
        return workbook_sheets(content)
    if content.startswith(COMPOUND_FILE):
        return old_workbook_sheets(content)
    return [text_sheet(content)]
