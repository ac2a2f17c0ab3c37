"""Days from money to start in each unit: the median and where the middle half lies."""

from collections.abc import Sequence
from typing import Any

from board.days_to_start import ONE_MONTH, Days
from charts.day_columns import month_label, month_line
from charts.rows import Figure, Label, plain, row_axis
from charts.theme import Palette, layout
from wording import Words
from wording.numbers import plain as number

_ROW = 34


def middle_halves(
    found: Sequence[Days], names: Sequence[str], t: Words, palette: Palette, chosen: str
) -> Figure:
    """A row a unit: from which to which day the middle half started, the median as a dot, in yellow
    past one month. A click on one narrows the page to it."""
    halves = [each.middle_half or (0, 0) for each in found]
    medians = [float(each.median or 0) for each in found]
    colours = [palette.yellow if median > ONE_MONTH else palette.blue for median in medians]
    faded = [0.35 if chosen and each.code != chosen else 1 for each in found]
    common: dict[str, Any] = {
        "y": list(range(len(found))),
        "hovertext": [_hover(name, each, t) for name, each in zip(names, found, strict=True)],
        "hoverinfo": "text",
        "customdata": [f"?unit={each.code}&page=" for each in found],
    }
    spans = common | {
        "type": "bar",
        "orientation": "h",
        "base": [low for low, _ in halves],
        "x": [high - low for low, high in halves],
        "width": 0.34,
        "marker": {"color": colours, "opacity": [0.3 * each for each in faded], "cornerradius": 3},
    }
    dots = common | {
        "type": "scatter",
        "mode": "markers",
        "x": medians,
        "marker": {"size": 15, "color": colours, "opacity": faded},
    }
    labels = [
        Label(name, number(median), "yellow" if median > ONE_MONTH else None)
        for name, median in zip(names, medians, strict=True)
    ]
    ends = [edge for half in halves for edge in half]
    low, high = min([0, *ends]), max([ONE_MONTH, *ends])
    air = 0.04 * (high - low)
    return {
        "data": [spans, dots],
        "layout": layout(
            palette,
            height=_ROW * len(found) + 52,
            margin={"l": 8, "r": 8, "t": 24, "b": 28},
            xaxis={
                "range": [low - air, high + air],
                "dtick": 30 if high - low > 60 else 10,
                "tick0": 0,
                "ticksuffix": t.of("天", " d"),
                "tickfont": {"size": 14, "color": palette.ink_soft},
                "gridcolor": palette.line,
                "zeroline": False,
                "fixedrange": True,
            },
            yaxis=row_axis(labels, palette, size=15),
            shapes=[month_line(ONE_MONTH, palette)],
            annotations=[month_label(ONE_MONTH, t, palette)],
        ),
    }


def _hover(name: str, days: Days, t: Words) -> str:
    low, high = days.middle_half or (0, 0)
    lines = [
        f"<b>{plain(name)}</b> · {t.count(days.projects, 'projects')}",
        t("中位数{days}天", days=number(float(days.median or 0))),
        t("中间一半{low}至{high}天", low=low, high=high),
        t("一个月内{share}", share=t.percent(float(days.in_a_month or 0))),
    ]
    return "<br>".join(lines)
