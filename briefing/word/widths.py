"""How wide the columns of a table are, in letters of its text: numbers whole, texts wrapped."""

import re

from briefing.fit import ems
from briefing.grid import Column, Grid, Value
from briefing.word.title import broken

_BESIDE = 1.0  # left free beside the text of a cell
_TEXT, _HEAD = 8.0, 5.0  # of a line in a cell of text, and in a heading, that wrap
_WORD = re.compile(r"[\w'’]+", re.ASCII)


def widths(grid: Grid, heads: list[str], rows: list[list[str]], room: float) -> list[float]:
    """The letters of each column; more than `room` together where even the least do not fit.

    `heads` and `rows` are as they are printed.
    """
    least, texts, wished = [], [], []
    for place, (column, head) in enumerate(zip(grid.columns, heads, strict=True)):
        cells = [(row[place], said[place]) for row, said in zip(grid.rows, rows, strict=True)]
        longest = max((ems(said) for _, said in cells), default=0.0)
        kept = max((_kept(value, said, column) for value, said in cells), default=0.0)
        least.append(max(kept, _kept_of_head(head, column)) + _BESIDE)
        texts.append(max(least[-1], longest + _BESIDE))
        wished.append(max(texts[-1], ems(head) + _BESIDE))
    # Texts are given room before headings are.
    return _grown(_grown(least, texts, room), wished, room)


def folded(head: str, column: Column, room: float) -> str:
    """A heading on lines of about one length, its unit on one of its own, where one line is too
    short for it."""
    inner, unit = lines_in(room), _unit(head, column)
    if ems(head) <= inner:
        return head
    label = broken(head.removesuffix(unit), inner)
    return f"{label}\n{unit}" if unit else label


def lines_in(letters: float) -> float:
    """The letters of a line in a column so wide."""
    return letters - _BESIDE


def _kept(value: Value, said: str, column: Column) -> float:
    """What of a cell stands on one line: a number whole, of a text some letters or a word."""
    if not isinstance(value, str):
        return ems(said)
    return min(ems(said), _TEXT) if column.kind == "text" else max(_longest_word(said), 3.0)


def _kept_of_head(head: str, column: Column) -> float:
    return max(min(ems(column.label), _HEAD), ems(_unit(head, column)), _longest_word(head))


def _unit(head: str, column: Column) -> str:
    return head.removeprefix(column.label).strip()


def _longest_word(text: str) -> float:
    return max(map(ems, _WORD.findall(text)), default=0.0)


def _grown(low: list[float], high: list[float], room: float) -> list[float]:
    """Widths on the way from low to high, as far as there is room."""
    missing = sum(high) - sum(low)
    share = min(1.0, max(0.0, room - sum(low)) / missing) if missing > 0 else 0.0
    return [least + (most - least) * share for least, most in zip(low, high, strict=True)]
