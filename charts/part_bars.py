"""Wholes and the part of them that is done: pale bars filled in blue, their numbers to the left."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from charts.rows import Figure, Label, bare_axis, row_axis
from charts.theme import Palette, layout
from wording import Words

_ROW = 38


@dataclass(frozen=True, slots=True)
class PartRow:
    """One bar: `part` of `whole` (None: not reported), its rate, and both in words; `to` and
    `whole_to` are where clicks on part and whole lead."""

    name: str
    part: Decimal | None
    whole: Decimal
    rate: float | None
    amounts: str
    to: str | None = None
    whole_to: str | None = None


def part_bars(rows: Sequence[PartRow], t: Words, palette: Palette) -> Figure:
    """One bar a row; what exceeds its whole runs past the pale bar."""
    numbers = list(range(len(rows)))
    longest = max((max(row.whole, row.part or row.whole) for row in rows), default=Decimal())
    common = {"type": "bar", "orientation": "h", "y": numbers, "width": 0.56, "hoverinfo": "none"}
    whole = common | {
        "x": [float(row.whole) for row in rows],
        "marker": {"color": palette.blue, "opacity": 0.2, "cornerradius": 3},
        "customdata": [row.whole_to for row in rows],
    }
    part = common | {
        "x": [float(row.part or 0) for row in rows],
        "marker": {"color": palette.blue, "cornerradius": 3},
        "customdata": [row.to for row in rows],
    }
    labels = [Label(row.name, t.percent(row.rate), note=row.amounts) for row in rows]
    return {
        "data": [whole, part],
        "layout": layout(
            palette,
            height=_ROW * len(rows) + 20,
            barmode="overlay",
            xaxis=bare_axis(float(longest or 1)),
            yaxis=row_axis(labels, palette, size=14),
        ),
    }
