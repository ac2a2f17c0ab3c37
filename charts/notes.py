"""Notes of staff: a list, and marks that lead from a chart to it."""

from collections.abc import Sequence
from itertools import groupby
from textwrap import wrap
from typing import Any

from board.course import Point
from board.notes import Note
from charts.markup import Markup, tag
from charts.rows import plain
from charts.theme import Palette
from wording import Words

_LINE = 28  # letters of a line in what a chart shows of a note
_NEAR = 0.15  # of the axis' span
_RINGED = 20  # ① to ⑳ are letters


def note_list(notes: Sequence[Note], heads: Sequence[str], t: Words) -> Markup:
    """The notes one under the other, each after its head (its mark, its unit) with who and when."""
    lines = [
        tag("li", tag("b", head), tag("span", note.text), tag("small", note.signed(t)))
        for note, head in zip(notes, heads, strict=True)
    ]
    return tag("div", tag("p", t("情况说明")), tag("ul", *lines), class_="notes")


def mark(place: int) -> str:
    """The mark of the note at a place, from 0: ①, ② and on; past ⑳ a number in brackets."""
    return chr(ord("①") + place) if place < _RINGED else f"({place + 1})"


def note_marks(
    notes: Sequence[Note],
    points: Sequence[Point],
    span: tuple[float, float],
    t: Words,
    palette: Palette,
) -> list[dict[str, Any]]:
    """A mark under each month's point with notes, over it where the axis (`span`) is near; at the
    axis where the month has no value."""
    low, top = span
    values = {point.period: point for point in points}
    numbered = [(note.period, place, note) for place, note in enumerate(notes)]
    marks = []
    for period, group in groupby(numbered, lambda one: one[0]):
        if period not in values:
            continue
        point, own = values[period], list(group)
        at = low if point.value is None else 100 * point.value
        marks.append(
            {
                "x": point.day.isoformat(),
                "y": at,
                "text": "".join(mark(place) for _, place, _ in own),
                "hovertext": "<br>".join(in_hover(note, t) for _, _, note in own),
                "showarrow": True,
                "arrowhead": 0,
                "arrowwidth": 1.5,
                "arrowcolor": palette.ink_soft,
                "ax": 0,
                "ay": 34 if at - low > _NEAR * (top - low) else -34,
                "standoff": 8,
                "bgcolor": palette.card,
                "font": {"size": 18, "color": palette.ink},
            }
        )
    return marks


def in_hover(note: Note, t: Words) -> str:
    """The note as a chart shows it over a mark or a bar: in lines, its marks no markup."""
    lines = [line for part in note.text.splitlines() for line in wrap(part, _LINE)]
    return "<br>".join(plain(line) for line in (*lines, f"— {note.signed(t)}"))


def heads(notes: Sequence[Note], t: Words) -> list[str]:
    """The marks of notes on one unit, each with its month."""
    return [f"{mark(place)} {t.month(note.period)}" for place, note in enumerate(notes)]
