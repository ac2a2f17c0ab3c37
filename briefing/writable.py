"""Text as documents can hold it."""

import re

# What XML cannot hold; pasted text may bring it along.
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def as_property(text: str) -> str:
    """The text as the properties of a file take it, which hold 255 letters."""
    return writable(text)[:255]
