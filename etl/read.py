"""Files to sheets of text, told apart by what they hold, whatever they are called."""

import hashlib
import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from etl import read_old_workbook, workbook_xml
from etl.read_text import text_sheet
from etl.read_workbook import workbook_sheets
from etl.sheet import Sheet
from etl.unreadable import Unreadable

LARGEST = 300 << 20  # bytes; .streamlit/config.toml has it for the page
ZIP = b"PK\x03\x04"
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, .doc and encrypted workbooks


@dataclass(frozen=True)
class SentFile:
    """A file as it was sent. It may hold anything, so it is never written anywhere as it is."""

    name: str
    content: bytes = field(repr=False)

    @classmethod
    def at(cls, path: Path) -> "SentFile":
        """The file at a path, of one that is too large to be read a part; raises OSError."""
        with path.open("rb") as file:
            return cls(name_of(path), file.read(LARGEST + 1))

    @cached_property
    def sha256(self) -> str:
        """Checksum of its bytes."""
        return hashlib.sha256(self.content).hexdigest()


def name_of(path: Path) -> str:
    """A file's name as text: one that is no text here was written on a Chinese Windows."""
    return os.fsencode(path.name).decode("gb18030", "replace") if _is_bytes(path) else path.name


def _is_bytes(path: Path) -> bool:
    return any("\udc80" <= mark <= "\udcff" for mark in path.name)


def read_sheets(content: bytes) -> list[Sheet]:
    """The sheets of a text file or workbook; raises Unreadable."""
    if len(content) > LARGEST:
        raise Unreadable("too_large")
    if not content[:4096].strip() and not content.strip():
        raise Unreadable("empty_file")
    if content.startswith(ZIP):
        return workbook_sheets(content)
    if content.startswith(COMPOUND_FILE):
        return read_old_workbook.old_workbook_sheets(content)
    return [text_sheet(content)]


def number_formats(content: bytes) -> set[str]:
    """The number formats that a workbook has; a text has none."""
    if content.startswith(COMPOUND_FILE):
        return read_old_workbook.number_formats(content)
    return workbook_xml.number_formats(content) if content.startswith(ZIP) else set()


def column_formats(content: bytes, sheet: str | None, at: int, below: int) -> set[str]:
    """The number formats of the numbers in a column (from 0) below a row; a text has none."""
    if sheet is None:
        return set()
    if content.startswith(COMPOUND_FILE):
        return read_old_workbook.column_formats(content, sheet, at, below)
    return workbook_xml.column_formats(content, sheet, at, below)
