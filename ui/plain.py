"""Text that comes from outside, shown where Streamlit reads Markdown."""

import re

_MARKS = "\\`*_[]#$~:<>!|"
# Addresses become links whatever is escaped in them, unless something stands within that nobody
# sees: a word joiner.
_ADDRESS = re.compile(r"(?<=http)(?=://)|(?<=https)(?=://)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
_UNSEEN = "\u2060"


def plain(text: str) -> str:
    """Text shown as it is: no Markdown in a unit's name, a file or an address takes effect."""
    text = _ADDRESS.sub(_UNSEEN, text)
    for mark in _MARKS:
        text = text.replace(mark, "\\" + mark)
    return " ".join(text.split())
