"""How headers, names and codes are compared: by what they say, not how they are typed."""

import re
import unicodedata
from functools import lru_cache, reduce

MONEY_UNITS = {"元": 1, "千元": 1_000, "万元": 10_000, "百万元": 1_000_000, "亿元": 100_000_000}
UNIT_WORDS = (*sorted(MONEY_UNITS, key=len, reverse=True), "个", "户", "人", "项", "%")
# Marks that no document can hold, as text copied from a PDF brings along, and marks that turn
# around what stands after them: a rate of 12.34 % would be read as %43.21.
_NO_LETTERS = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff"
UNWRITABLE = f"[{_NO_LETTERS}]"
_UNWRITABLE = re.compile(UNWRITABLE)
# Blanks, and marks without width that come along when a cell is copied from a web page.
_UNSEEN = re.compile(rf"[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff{_NO_LETTERS}]+")
_BRACKETED_UNIT = re.compile(rf"\((?:单位:?)?({'|'.join(UNIT_WORDS)})\)$")


def writable(text: str) -> str:
    """Text without blanks around it, and without marks that are no part of it."""
    return _UNWRITABLE.sub("", text).strip()


@lru_cache(maxsize=1 << 14)
def squeezed(text: str) -> str:
    """Text without blanks and line breaks, full-width folded to half-width, lower case."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).lower()


@lru_cache(maxsize=1 << 12)
def header_key(text: str) -> str:
    """A header as it is compared: squeezed, without a unit in brackets at its end."""
    return _BRACKETED_UNIT.sub("", squeezed(text))


def header_scale(text: str) -> int | None:
    """元 per unit of money that a header is or names in brackets at its end; None without one."""
    found = _BRACKETED_UNIT.search(squeezed(text))
    return MONEY_UNITS.get(found[1] if found else squeezed(text).strip("()"))


def display_width(text: str) -> int:
    """How wide a text stands, in Latin letters: a Chinese character is as wide as two."""
    return sum(2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text)


def column_letter(at: int) -> str:
    """A column as the spreadsheet letters it: 0 is A, 26 is AA."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_at(letters: str) -> int:
    """A column from its letters: A is 0, AA is 26."""
    return reduce(lambda at, each: 26 * at + ord(each) - 64, letters, 0) - 1


def sheet_title(name: str) -> str:
    """A name as a spreadsheet takes it for a sheet."""
    return re.sub(r"[\[\]:*?/\\]", " ", name)[:31].strip("' ") or "1"
