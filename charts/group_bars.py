"""The groups: Σ ÷ Σ as a bar, their units as signs on it."""

from collections.abc import Sequence
from typing import Any

from board.ranking import Group
from charts.ranks_over_months import SYMBOLS
from charts.rows import Figure, Label, bare_axis, plain, row_axis
from charts.theme import Palette, layout
from wording import Words

_ROW = 64


def group_bars(groups: Sequence[Group], names: Sequence[str], t: Words, palette: Palette) -> Figure:
    """One pale bar a group with a sign for each ranked unit, coloured by its light."""
    values = [100 * (group.value or 0.0) for group in groups]
    dots = [(row, unit) for row, group in enumerate(groups) for unit in group.members]
    top = 1.04 * max([*values, *(100 * (unit.value or 0.0) for _, unit in dots), 1.0])
    bars: dict[str, Any] = {
        "type": "bar",
        "orientation": "h",
        "x": values,
        "y": list(range(len(groups))),
        "width": 0.5,
        "marker": {"color": palette.blue, "opacity": 0.22, "cornerradius": 3},
        "hoverinfo": "skip",
    }
    signs = {
        "type": "scatter",
        "mode": "markers",
        "x": [100 * (unit.value or 0.0) for _, unit in dots],
        "y": [row for row, _ in dots],
        "marker": {
            "size": 17,
            "symbol": [SYMBOLS[unit.light] for _, unit in dots],
            "color": [palette.light(unit.light) for _, unit in dots],
            "line": {"color": palette.card, "width": 2},
        },
        "hovertext": [
            f"<b>{plain(unit.label(t))}</b> · {t.percent(unit.value)} · "
            f"{t.rank(unit.rank or 0, unit.tied)}"
            for _, unit in dots
        ],
        "hoverinfo": "text",
    }
    rows = [Label(name, t.percent(group.value)) for name, group in zip(names, groups, strict=True)]
    return {
        "data": [bars, signs],
        "layout": layout(
            palette,
            height=_ROW * len(groups) + 24,
            xaxis=bare_axis(top),
            yaxis=row_axis(rows, palette),
        ),
    }
