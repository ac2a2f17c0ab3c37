"""Horizontal rows: a name, a sign and a number that stand left of the bars, never under a line."""

from collections.abc import Sequence
from html import escape
from typing import Any

from charts.theme import SIGNS, Palette

ROW = 36  # pixels: a row that the back of the room can read
_BLANK = "\u2007"  # as wide as a digit: numbers of different length end and start in line
_GAP = "\u2002"

Figure = dict[str, Any]
Row = tuple[str, str | None, str]  # name, light (None: no sign), number as printed


def row_axis(rows: Sequence[Row], palette: Palette, size: int = 16) -> Figure:
    """The y axis of rows 0, 1, 2 … from the top, labelled name, sign, number."""
    longest = max((len(number) for _, _, number in rows), default=0)
    return {
        "tickmode": "array",
        "tickvals": list(range(len(rows))),
        "ticktext": [_label(row, longest, palette) for row in rows],
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


def _label(row: Row, longest: int, palette: Palette) -> str:
    name, light, number = row
    padded = number.rjust(longest, _BLANK)
    if light is None:
        return f"{plain(name)}{_GAP}{padded}{_GAP}"
    sign = f'<span style="color:{palette.light(light)}">{SIGNS[light]}</span>'
    return f"{plain(name)}{_GAP}{sign}{_GAP}{padded}{_GAP}"
