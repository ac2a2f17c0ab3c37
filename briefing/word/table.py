"""A grid as a table of the document: as wide as the page, its head on every page."""

import re
from itertools import pairwise

from briefing.fit import LEADING, ems, lines
from briefing.grid import Column, Grid
from briefing.word import names
from briefing.word.look import Look
from briefing.word.paragraphs import paragraph
from briefing.word.template import Template
from briefing.word.xml import Element, element
from wording import Words

_TWIPS = 20  # in a point
_BESIDE = 1.0  # letters left free beside the text of a cell
_SMALLEST = 7.5  # points
_SHORT = 0.5  # of a page
_ABOVE = 3.0  # points above and below the text of a row together
_TEXT, _HEAD = 8.0, 4.0  # letters of a line in a cell of text and in a heading that wraps
_LATIN = re.compile(r"[A-Za-z]+")
_LEFT = ("text",)
_CENTRED = ("rank", "date")


def table(grid: Grid, made: Template, t: Words) -> Element:
    """The grid in the template's styles of tables, heads and cells; a total looks like a head.

    Where it has more columns than the page has room for, its text is smaller.
    """
    head, cell, width = made.look(names.HEAD), made.look(names.CELL), made.room[0]
    heads, rows = grid.heads(t), grid.printed(t)
    asked, least = _asked(grid, heads, rows, width / cell.size)
    smaller = None
    if least > width / cell.size:
        smaller = max(_SMALLEST, int(width / least * 2) / 2)
    twips = _shared(asked, round(width * _TWIPS))
    drawn = element(
        "w:tbl",
        element(
            "w:tblPr",
            element("w:tblStyle", val=made.id(names.TABLE)),
            element("w:tblW", w=sum(twips), type="dxa"),
            element("w:jc", val="center"),
            element("w:tblLayout", type="fixed"),
        ),
        element("w:tblGrid", *(element("w:gridCol", w=each) for each in twips)),
    )
    drawn.append(_row(heads, head, twips, ["center"] * len(heads), smaller, repeated=True))
    sides = [_side(column) for column in grid.columns]
    whole = _height(rows, twips, smaller or cell.size) < made.room[1] * _SHORT
    for left, row in zip(range(len(rows) - 1, -1, -1), rows, strict=True):
        look = head if grid.total and not left else cell
        # What is short stays on one page, and the last row with the note below it.
        together = whole or not left
        drawn.append(_row(row, look, twips, sides, smaller, together=together))
    return drawn


def _row(
    texts: list[str],
    look: Look,
    twips: list[int],
    sides: list[str],
    size: float | None,
    repeated: bool = False,
    together: bool = False,
) -> Element:
    properties = element("w:trPr", element("w:cantSplit"))
    if repeated:
        properties.append(element("w:tblHeader"))
    made = element("w:tr", properties)
    for text, width, side in zip(texts, twips, sides, strict=True):
        said = paragraph(text, look, size)
        if together:
            said[0].append(element("w:keepNext"))
        said[0].append(element("w:jc", val=side))
        made.append(
            element(
                "w:tc",
                element(
                    "w:tcPr",
                    element("w:tcW", w=width, type="dxa"),
                    element("w:vAlign", val="center"),
                ),
                said,
            )
        )
    return made


def _asked(
    grid: Grid, heads: list[str], rows: list[list[str]], room: float
) -> tuple[list[float], float]:
    """The letters each column asks for where there is room for so many, and the least of all.

    At least all of a number, and as much of a text or heading as can stand on a line of it.
    """
    least, texts, wished = [], [], []
    for column, head, *cells in zip(grid.columns, heads, *rows, strict=True):
        longest = max(map(ems, cells), default=0.0)
        word = max(map(ems, _LATIN.findall(head)), default=0.0)
        is_text = column.kind == "text"
        kept = min(longest, _TEXT) if is_text else longest
        least.append(max(kept, word, min(ems(head), _HEAD)) + _BESIDE)
        texts.append(max(least[-1], longest + _BESIDE) if is_text else least[-1])
        wished.append(max(longest, ems(head)) + _BESIDE)
    # Texts are given room before headings are.
    return _grown(_grown(least, texts, room), wished, room), sum(least)


def _grown(low: list[float], high: list[float], room: float) -> list[float]:
    """Widths on the way from low to high, as far as there is room."""
    missing = sum(high) - sum(low)
    share = min(1.0, max(0.0, room - sum(low)) / missing) if missing > 0 else 0.0
    return [least + max(0.0, most - least) * share for least, most in zip(low, high, strict=True)]


def _height(rows: list[list[str]], twips: list[int], size: float) -> float:
    """About how high the rows are, in points."""
    rooms = [wide / _TWIPS / size - _BESIDE for wide in twips]
    deepest = (max(map(lines, row, rooms)) for row in rows)
    return sum(count * size * LEADING + _ABOVE for count in deepest)


def _shared(asked: list[float], twips: int) -> list[int]:
    """The width of the page, shared out as it is asked for."""
    edges = [round(twips * sum(asked[:place]) / sum(asked)) for place in range(len(asked) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _side(column: Column) -> str:
    if column.kind in _CENTRED:
        return "center"
    return "left" if column.kind in _LEFT else "right"
