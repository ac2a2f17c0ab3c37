"""Text whose figures lead to their rows: a figure is marked when it is filled into a sentence."""

import re
from dataclasses import dataclass

# Control characters no name or message can hold: open, between address and text, close.
_OPEN, _BETWEEN, _CLOSE = "\x02", "\x1f", "\x03"
_FIGURE = re.compile(f"{_OPEN}([^{_BETWEEN}]*){_BETWEEN}([^{_CLOSE}]*){_CLOSE}")

_AS_TEXT = r"\2"


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of a line; `to` is the address of what is behind it, '' for plain words."""

    text: str
    to: str = ""


Line = tuple[Said, ...]
Lines = tuple[Line, ...]


def figure(text: str, to: str) -> str:
    """A figure marked with its address, to be filled into a message; see `line`. Marks that `text`
    holds give way to this one."""
    return f"{_OPEN}{to}{_BETWEEN}{_FIGURE.sub(_AS_TEXT, text)}{_CLOSE}"


def line(message: str) -> Line:
    """A filled-in message as words and figures."""
    pieces, end = [], 0
    for found in _FIGURE.finditer(message):
        if found.start() > end:
            pieces.append(Said(message[end : found.start()]))
        pieces.append(Said(found.group(2), found.group(1)))
        end = found.end()
    if end < len(message):
        pieces.append(Said(message[end:]))
    return tuple(pieces)


def text(pieces: Line) -> str:
    """The line as it is read."""
    return "".join(piece.text for piece in pieces)
