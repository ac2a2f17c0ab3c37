"""The townships of a unit as bars, best first, against the unit's own rate."""

from collections.abc import Sequence
from typing import Any

from board.townships import Townships
from charts.rows import Figure, Label, bare_axis, plain, row_axis
from charts.theme import Palette, layout
from wording import Words

_ROW = 36


def township_bars(
    answer: Townships,
    unit_name: str,
    addresses: Sequence[str],
    t: Words,
    palette: Palette,
) -> Figure:
    """One bar a township; the line is its unit. A click opens the address beside each."""
    values = [100 * each.value for each in answer.places]
    own = None if answer.whole is None else float(100 * answer.whole)
    top = 1.02 * max([*values, own or 0.0, 1.0])
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": values,
        "y": list(range(len(values))),
        "width": 0.66,
        "marker": {"color": palette.blue, "cornerradius": 3},
        "hovertext": [
            f"<b>{plain(each.name)}</b> · {t.percent(each.value)} · {t.rank(each.rank, each.tied)}"
            for each in answer.places
        ],
        "hoverinfo": "text",
        "customdata": list(addresses),
    }
    rows = [Label(each.name, t.percent(each.value)) for each in answer.places]
    below = 36 if own is not None else 4
    return {
        "data": [bars],
        "layout": layout(
            palette,
            height=_ROW * len(values) + 8 + below,
            margin={"l": 8, "r": 8, "t": 8, "b": below},
            xaxis=bare_axis(top),
            yaxis=row_axis(rows, palette),
            shapes=[_line(own, palette)] if own is not None else [],
            annotations=[_label(own, unit_name, top, t, palette)] if own is not None else [],
        ),
    }


def _line(at: float, palette: Palette) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": at,
        "x1": at,
        "y0": -0.02,
        "y1": 1,
        "yref": "paper",
        "line": {"color": palette.ink, "width": 2, "dash": "dash"},
    }


def _label(at: float, name: str, top: float, t: Words, palette: Palette) -> dict[str, Any]:
    return {
        "x": at,
        "y": 0,
        "yref": "paper",
        "yshift": -8,
        "yanchor": "top",
        "xanchor": "right" if at > top / 2 else "left",
        "text": f"{plain(name)} {t.percent(at / 100)}",
        "showarrow": False,
        "font": {"size": 15, "color": palette.ink},
    }
