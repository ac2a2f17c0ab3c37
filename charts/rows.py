"""Horizontal rows: a name, a sign and a number that stand left of the bars, never under a line."""

from collections.abc import Sequence
from html import escape
from typing import Any, NamedTuple

from charts.theme import SIGNS, Palette

ROW = 36  # pixels: a row that the back of the room can read
# Blanks as wide as a digit, as a point, and as half a character.
_DIGIT, _POINT, _GAP = "\u2007", "\u2008", "\u2002"

Figure = dict[str, Any]


class Label(NamedTuple):
    """What stands before a bar: a name, a number as printed, and maybe a light and a soft note."""

    name: str
    number: str
    light: str | None = None
    note: str = ""


def row_axis(rows: Sequence[Label], palette: Palette, size: int = 16) -> Figure:
    """The y axis of rows 0, 1, 2 … from the top, labelled name, note, sign, number."""
    notes, numbers = _padded([row.note for row in rows]), _padded([row.number for row in rows])
    return {
        "tickmode": "array",
        "tickvals": list(range(len(rows))),
        "ticktext": [
            _text(row.name, row.light, note, number, palette)
            for row, note, number in zip(rows, notes, numbers, strict=True)
        ],
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


def _text(name: str, light: str | None, note: str, number: str, palette: Palette) -> str:
    parts = [plain(name)]
    if note:
        parts.append(f'<span style="color:{palette.ink_soft}">{plain(note)}</span>')
    if light is not None:
        parts.append(f'<span style="color:{palette.light(light)}">{SIGNS[light]}</span>')
    parts.append(number)
    return "".join(part + _GAP for part in parts)


def _padded(texts: Sequence[str]) -> list[str]:
    """The texts as wide as the widest, so that what stands before them is in line, too."""
    digits = [sum(letter.isdigit() for letter in text) for text in texts]
    points = [sum(letter in ",." for letter in text) for text in texts]
    return [
        _DIGIT * (max(digits) - digit) + _POINT * (max(points) - point) + text
        for text, digit, point in zip(texts, digits, points, strict=True)
    ]
