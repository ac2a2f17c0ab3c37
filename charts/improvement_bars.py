"""The ranking by improvement as bars to both sides of no change."""

from collections.abc import Sequence

from board.ranking import Step
from charts.rows import ROW, Figure, Label, bare_axis, plain, row_axis
from charts.theme import Palette, layout
from wording import Words


def improvement_bars(steps: Sequence[Step], t: Words, palette: Palette) -> Figure:
    """One bar a unit, percentage points since last month, most gained at the top."""
    points = [step.points for step in steps]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": points,
        "y": list(range(len(steps))),
        "width": 0.68,
        "marker": {
            "color": [palette.blue if change >= 0 else palette.grey for change in points],
            "cornerradius": 3,
        },
        "hovertext": [_hover(step, t) for step in steps],
        "hoverinfo": "text",
    }
    low, top = min([*points, 0.0]), max([*points, 0.0])
    room = 0.02 * (top - low or 1.0)
    rows = [Label(step.place.label(t), t.signed(step.points)) for step in steps]
    zero = {
        "type": "line",
        "x0": 0,
        "x1": 0,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": palette.ink_soft, "width": 1},
    }
    return {
        "data": [bars],
        "layout": layout(
            palette,
            height=ROW * len(steps) + 24,
            xaxis=bare_axis(top + room, low - room if low < 0 else 0.0),
            yaxis=row_axis(rows, palette),
            shapes=[zero],
        ),
    }


def _hover(step: Step, t: Words) -> str:
    place = step.place
    return "<br>".join(
        [
            f"<b>{plain(place.label(t))}</b> · {t.rank(step.rank, step.tied)}",
            t("较上月 {gap}", gap=t.points(step.points)),
            t("本月 {value}", value=t.percent(place.value)),
        ]
    )
