"""Horizontal rows: a name, a sign and a number that stand left of the bars, never under a line."""

from collections.abc import Sequence
from html import escape
from typing import Any, NamedTuple

from charts.theme import SIGNS, Palette

ROW = 36  # pixels: a row that the back of the room can read
_BLANK = "\u2007"  # as wide as a digit: numbers of different length end and start in line
_GAP = "\u2002"

Figure = dict[str, Any]


class Label(NamedTuple):
    """What stands before a bar: a name, a number as printed, and maybe a light and a soft note."""

    name: str
    number: str
    light: str | None = None
    note: str = ""


def row_axis(rows: Sequence[Label], palette: Palette, size: int = 16) -> Figure:
    """The y axis of rows 0, 1, 2 … from the top, labelled name, note, sign, number."""
    number = max((len(row.number) for row in rows), default=0)
    note = max((len(row.note) for row in rows), default=0)
    return {
        "tickmode": "array",
        "tickvals": list(range(len(rows))),
        "ticktext": [_text(row, note, number, palette) for row in rows],
        "tickfont": {"size": size, "color": palette.ink},
        "ticks": "",
        "range": [len(rows) - 0.5, -0.5],
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
    }


def bare_axis(top: float, low: float = 0.0) -> Figure:
    """An x axis that only carries the bars: the numbers stand in the rows."""
    return {
        "range": [low, top],
        "showgrid": False,
        "zeroline": False,
        "showticklabels": False,
        "ticks": "",
        "fixedrange": True,
    }


def width(text: str, size: int) -> int:
    """About how many pixels a text takes: a Chinese character is square, others half as wide."""
    return round(sum(size if letter > "\u2e80" else 0.6 * size for letter in text))


def plain(text: str) -> str:
    """Text from a file as Plotly prints it: its marks are no markup."""
    return escape(text, quote=False)


def _text(row: Label, note: int, number: int, palette: Palette) -> str:
    parts = [plain(row.name)]
    if note:
        padded = plain(row.note.rjust(note, _BLANK))
        parts.append(f'<span style="color:{palette.ink_soft}">{padded}</span>')
    if row.light is not None:
        parts.append(f'<span style="color:{palette.light(row.light)}">{SIGNS[row.light]}</span>')
    parts.append(row.number.rjust(number, _BLANK))
    return "".join(part + _GAP for part in parts)
