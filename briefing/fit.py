"""How wide text is, so that it is made to fit its box before any program draws it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Of the letter's size: what stands for a missing font may be wider, so on the safe side.
_LATIN, _WIDE = 0.64, 1.0
_BOLD = 1.1  # how much wider strong letters are
_BESIDE = 0.2  # what some programs leave between a Chinese letter and a Latin one
_MIXED = re.compile(r"(?<=[\u2e80-\uffef])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u2e80-\uffef])")
_PIECE = re.compile(r"[^\s\u2e80-\uffef]+\s*|\s+|.", re.DOTALL)
LEADING = 1.3  # a line's height, of its letters' size
LEFT, RIGHT = 11.0, 5.0  # points beside a cell's text: a name keeps off the number before it
KEPT = 11  # points: the smallest letters before lines are broken
_SHORT = 6.0  # letters' sizes: so much of a heading stays on one line
_ABOVE = 8.0  # points above and below a cell's text together


def ems(text: str) -> float:
    """The width of a text, of its longest line, in letters' sizes: a Chinese letter is one."""
    return max(
        sum(map(_width, line)) + _BESIDE * len(_MIXED.findall(line)) for line in text.split("\n")
    )


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
    """How a table is set in its box: letters, columns and rows in points; `wrapped` where a text
    runs over several lines."""

    size: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    wrapped: bool


def table_fit(
    rows: Sequence[Sequence[str]], width: float, height: float, sizes: Sequence[float]
) -> Fit:
    """The largest letters with which all rows fit, else the last of the sizes; the first row are
    headings.

    Columns are as wide as their texts. Where that is wider than the box, letters become smaller
    down to KEPT points, and only then the widest columns are wrapped.
    """
    fits = [_fit(rows, width, size) for size in sizes]
    high_enough = [each for each in fits if sum(each.heights) <= height]
    kept = [each for each in high_enough if each.size >= KEPT and not each.wrapped]
    return next(iter(kept or high_enough or fits[-1:]))


def _fit(rows: Sequence[Sequence[str]], width: float, size: float) -> Fit:
    head, *body = rows
    wanted = [[_heading(each), *(ems(row[at]) for row in body)] for at, each in enumerate(head)]
    natural = [max(each) * size + LEFT + RIGHT + 1 for each in wanted]
    widths, wrapped = _columns(natural, width)
    heights = tuple(
        max(map(lines, row, ((room - LEFT - RIGHT) / size for room in widths))) * LEADING * size
        + _ABOVE
        for row in rows
    )
    return Fit(size, widths, heights, wrapped)


def _heading(text: str) -> float:
    """A long heading may take two lines; headings are bold."""
    whole = ems(text)
    longest = max(map(ems, _PIECE.findall(text)), default=0.0)
    return _BOLD * (max(longest, 0.6 * whole) if whole > _SHORT else whole)


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


def _columns(natural: list[float], width: float) -> tuple[tuple[float, ...], bool]:
    """The columns just as wide as the box, and whether any is narrower than its texts."""
    spare = width - sum(natural)
    if spare >= 0:
        return tuple(each + spare / len(natural) for each in natural), False
    cap = _cap(natural, width)
    return tuple(min(each, cap) for each in natural), True


def _cap(natural: list[float], width: float) -> float:
    """What the widest columns are cut to, so that all together are just as wide as the box."""
    left, columns = width, sorted(natural)
    for place, each in enumerate(columns):
        share = left / (len(columns) - place)
        if each > share:
            return share
        left -= each
    return columns[-1]
