"""Tables: right-aligned numbers, lights as sign and word, little lines, and names that lead on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from charts.markup import Markup, join, tag
from charts.theme import SIGNS
from wording import Words

_WIDTH, _HEIGHT = 88, 24  # pixels of a little line


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, a second line under it (its unit), and how its cells align."""

    label: str
    under: str = ""
    align: Literal["left", "right", "center"] = "right"


@dataclass(frozen=True, slots=True)
class Row:
    """One row; the cell at `head` names it, `total` sets it off from the rest."""

    cells: Sequence[str]
    head: int = 0
    total: bool = False


def table(columns: Sequence[Column], rows: Sequence[Row], *, alt: str) -> Markup:
    """A table as HTML. `alt` says what it holds to those who cannot see it."""
    return tag(
        "div",
        tag(
            "table",
            tag("caption", alt),
            tag("thead", tag("tr", *(_heading(column) for column in columns))),
            tag("tbody", *(_row(row, columns) for row in rows)),
        ),
        class_="figures",
    )


def light(colour: str, word: str) -> Markup:
    """A light as its sign in colour and a word."""
    return join(tag("span", SIGNS[colour], class_=colour), f" {word}")


def gap(points: float | None, t: Words) -> Markup:
    """A gap in percentage points, in red where the unit is behind by more than nothing."""
    behind = points is not None and points < 0 and not t.is_level(points)
    return tag("span", t.signed(points), class_="red" if behind else None)


def soft(text: str) -> Markup:
    """Text that only explains."""
    return tag("span", text, class_="soft")


def side(list_of_links: Markup) -> Markup:
    """A long table of links beside what they show, which scrolls by itself."""
    return tag("div", list_of_links, class_="side")


def as_sent(text: str) -> Markup:
    """Text of a file or of who sent it: Chinese on an English page, too, and said to be so."""
    return tag("span", text, lang="zh")


def strong(text: str) -> Markup:
    """The figure a row is about."""
    return tag("b", text)


def little_line(values: Sequence[float | None], *, restarts: int | None = None) -> Markup:
    """The values as a line without axes; it breaks where one is missing and at `restarts`."""
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return soft("—")
    low, high = min(known), max(known)
    step, scale = (_WIDTH - 8) / (len(values) - 1), (_HEIGHT - 8) / ((high - low) or 1)
    path, pen, end = "", "M", None
    for place, value in enumerate(values):
        if value is None or place == restarts:
            pen = "M"
        if value is None:
            end = None
            continue
        end = (f"{4 + place * step:.1f}", f"{_HEIGHT - 4 - (value - low) * scale:.1f}")
        path += f"{pen}{end[0]} {end[1]}"
        pen = "L"
    dot = tag("circle", cx=end[0], cy=end[1], r=3) if end else None
    return tag("svg", tag("path", d=path), dot, width=_WIDTH, height=_HEIGHT, aria_hidden="true")


def _heading(column: Column) -> Markup:
    under = tag("small", column.under) if column.under else None
    return tag("th", column.label, under, scope="col", class_=column.align)


def _row(row: Row, columns: Sequence[Column]) -> Markup:
    cells = (
        tag("th", text, scope="row", class_=column.align)
        if place == row.head
        else tag("td", text, class_=column.align)
        for place, (text, column) in enumerate(zip(row.cells, columns, strict=True))
    )
    return tag("tr", *cells, class_="total" if row.total else None)
