"""Members of a split as bars, each with how many it has and its share, which a click opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from charts.rows import Figure, Label, bare_axis, row_axis
from charts.theme import Palette, layout
from wording import Words

_ROW = 36


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One bar: its value as a number and in words, its share as a fraction, and where a click
    on it leads."""

    name: str
    value: Decimal
    amount: str
    share: float | None
    to: str


def share_bars(rows: Sequence[ShareRow], t: Words, palette: Palette) -> Figure:
    """One bar a row in their order; shares of members that overlap add up to more than 100 %."""
    longest = max((row.value for row in rows), default=Decimal())
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": [float(row.value) for row in rows],
        "y": list(range(len(rows))),
        "width": 0.6,
        "marker": {"color": palette.blue, "cornerradius": 3},
        "hoverinfo": "none",
        "customdata": [row.to for row in rows],
    }
    labels = [Label(row.name, t.percent(row.share), note=row.amount) for row in rows]
    return {
        "data": [bars],
        "layout": layout(
            palette,
            height=_ROW * len(rows) + 20,
            xaxis=bare_axis(float(longest or 1)),
            yaxis=row_axis(labels, palette, size=15),
        ),
    }
