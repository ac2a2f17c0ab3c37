"""A grid as a table of the document: as wide as the page, its head on every page."""

from itertools import pairwise

from briefing.fit import LEADING, lines
from briefing.grid import Column, Grid
from briefing.word import names
from briefing.word.look import Look
from briefing.word.paragraphs import paragraph, tied
from briefing.word.template import Template
from briefing.word.widths import folded, lines_in, widths
from briefing.word.xml import Element, element
from wording import Words

_TWIPS = 20  # in a point
_SMALLEST = 7.5  # points
_SHORT = 0.5  # of a page
_ABOVE = 3.0  # points above and below the text of a row together
_LEFT = ("text",)
_CENTRED = ("rank", "date")


def table(grid: Grid, made: Template, t: Words, *, noted: bool) -> Element:
    """The grid in the template's styles of tables, heads and cells; a total looks like a head.

    Where it has more columns than the page has room for, its text is smaller; `noted` says that a
    note follows.
    """
    head, cell, width = made.look(names.HEAD), made.look(names.CELL), made.room[0]
    heads, rows = grid.heads(t), grid.printed(t)
    letters = widths(grid, heads, rows, width / cell.size)
    size = min(cell.size, max(_SMALLEST, int(width / sum(letters) * 2) / 2))
    twips = _shared(letters, round(width * _TWIPS))
    rooms = [wide / _TWIPS / size for wide in twips]
    heads = [folded(*each) for each in zip(heads, grid.columns, rooms, strict=True)]
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
    smaller = None if size == cell.size else size
    middle = ["center"] * len(heads)
    drawn.append(_row(heads, head, twips, middle, smaller, together=True, repeated=True))
    sides = [_side(column) for column in grid.columns]
    whole = _height(rows, rooms, size) < made.room[1] * _SHORT
    for left, row in zip(range(len(rows) - 1, -1, -1), rows, strict=True):
        look = head if grid.total and not left else cell
        # What is short stays on one page, and the last row with the note below it.
        together = whole if left else noted
        drawn.append(_row(row, look, twips, sides, smaller, together=together))
    return drawn


def _row(
    texts: list[str],
    look: Look,
    twips: list[int],
    sides: list[str],
    size: float | None,
    *,
    together: bool,
    repeated: bool = False,
) -> Element:
    properties = element("w:trPr", element("w:cantSplit"))
    if repeated:
        properties.append(element("w:tblHeader"))
    made = element("w:tr", properties)
    for text, width, side in zip(texts, twips, sides, strict=True):
        said = paragraph(text, look, size)
        if together:
            tied(said)
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


def _height(rows: list[list[str]], rooms: list[float], size: float) -> float:
    """About how high the rows are, in points."""
    inner = [lines_in(room) for room in rooms]
    deepest = (max(map(lines, row, inner)) for row in rows)
    return sum(count * size * LEADING + _ABOVE for count in deepest)


def _shared(asked: list[float], twips: int) -> list[int]:
    """The width of the page, shared out as it is asked for."""
    edges = [round(twips * sum(asked[:place]) / sum(asked)) for place in range(len(asked) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _side(column: Column) -> str:
    if column.kind in _CENTRED:
        return "center"
    return "left" if column.kind in _LEFT else "right"
