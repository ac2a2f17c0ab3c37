"""How wide text is, so that it is made to fit its box before any program draws it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Of the letter's size: what stands for a missing font may be wider, so on the safe side.
_LATIN, _WIDE = 0.64, 1.0
_PIECE = re.compile(r"[^\s\u2e80-\uffef]+\s*|\s+|.", re.DOTALL)
LEADING = 1.3  # a line's height, of its letters' size
LEFT, RIGHT = 14.0, 7.0  # points beside a cell's text: a name keeps off the number before it
_ABOVE = 8.0  # points above and below a cell's text together


def ems(text: str) -> float:
    """The width of a text, of its longest line, in letters' sizes: a Chinese letter is one."""
    return max(sum(map(_width, line)) for line in text.split("\n"))


def lines(text: str, room: float) -> int:
    """On how many lines a text runs in a room of so many letters' sizes; words stay whole."""
    return sum(_run(line, room) for line in text.split("\n"))


def size_for(texts: Sequence[str], width: float, height: float, sizes: Sequence[float]) -> float:
    """The largest of the sizes in which the paragraphs fit a box of so many points; else the last.

    `sizes` are in points, the largest first; paragraphs are set half a line apart.
    """
    for size in sizes:
        run = sum(lines(each, width / size) for each in texts)
        if (run * LEADING + (len(texts) - 1) * 0.5) * size <= height:
            return size
    return sizes[-1]


@dataclass(frozen=True, slots=True)
class Fit:
    """How a table is set in its box: letters, columns and rows in points."""

    size: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]


def table_fit(
    rows: Sequence[Sequence[str]], width: float, height: float, sizes: Sequence[float]
) -> Fit:
    """Columns as wide as their texts, the widest ones wrapped where the box is too narrow; the
    largest of the sizes with which all rows fit, else the last."""
    for size in sizes:
        widths = _columns([[ems(cell) for cell in row] for row in rows], width, size)
        heights = tuple(
            max(
                lines(cell, (room - LEFT - RIGHT) / size)
                for cell, room in zip(row, widths, strict=True)
            )
            * LEADING
            * size
            + _ABOVE
            for row in rows
        )
        if sum(heights) <= height:
            break
    return Fit(size, widths, heights)


def _width(letter: str) -> float:
    return _WIDE if unicodedata.east_asian_width(letter) in "WFA" else _LATIN


def _run(line: str, room: float) -> int:
    count, used = 1, 0.0
    for piece in _PIECE.findall(line):
        width = ems(piece.rstrip())
        if used and used + width > room:
            count, used = count + 1, 0.0
        while width > room:  # longer than a line by itself
            count, width = count + 1, width - room
        used += width + ems(piece) - ems(piece.rstrip())
    return count


def _columns(found: list[list[float]], width: float, size: float) -> tuple[float, ...]:
    natural = [max(column) * size + LEFT + RIGHT + 1 for column in zip(*found, strict=True)]
    spare = width - sum(natural)
    if spare >= 0:
        return tuple(each + spare / len(natural) for each in natural)
    cap = _cap(natural, width)
    return tuple(min(each, cap) for each in natural)


def _cap(natural: list[float], width: float) -> float:
    """What the widest columns are cut to, so that all together are just as wide as the box."""
    left, columns = width, sorted(natural)
    for place, each in enumerate(columns):
        share = left / (len(columns) - place)
        if each > share:
            return share
        left -= each
    return columns[-1]
