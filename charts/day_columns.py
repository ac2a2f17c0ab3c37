"""Days from money to start: a column for each span of days, and each unit's middle half."""

from collections.abc import Sequence
from typing import Any

from board.days_to_start import ONE_MONTH, SPANS, Days, Span
from charts.rows import Figure, Label, plain, row_axis
from charts.theme import SIGNS, Palette, layout
from wording import Words
from wording.numbers import plain as number

_HEIGHT = 400
_ROW = 34


def span_name(span: Span, t: Words) -> str:
    """A span of days in words."""
    return {
        "before": t("下达之前"),
        "week1": t("0–7天"),
        "week2": t("8–14天"),
        "week3": t("15–21天"),
        "week4": t("22–30天"),
        "month2": t("31–60天"),
        "month3": t("61–90天"),
        "later": t("超过90天"),
    }[span.code]


def day_columns(days: Days, chosen: str, t: Words, palette: Palette) -> Figure:
    """One column a span with how many projects and which share of them; yellow past one month. A
    click chooses a span."""
    counts = [days.within(span) for span in SPANS]
    month = sum(span.in_time for span in SPANS) - 0.5  # between the last in time and the next
    columns: dict[str, Any] = {
        "type": "bar",
        "x": list(range(len(SPANS))),
        "y": counts,
        "marker": {
            "color": [_colour(span, palette) for span in SPANS],
            "opacity": [0.35 if chosen and span.code != chosen else 1 for span in SPANS],
            "cornerradius": 3,
        },
        "text": [_text(span, days, t) for span in SPANS],
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"size": 14, "color": palette.ink},
        # Plotly looks up the colours of what a click selects, and stumbles where there are none.
        "selected": {"textfont": {"color": palette.ink}},
        "unselected": {"textfont": {"color": palette.ink}},
        "hoverinfo": "none",
        "customdata": [f"?days={span.code}&page=" for span in SPANS],
    }
    return {
        "data": [columns],
        "layout": layout(
            palette,
            height=_HEIGHT,
            margin={"l": 8, "r": 8, "t": 28, "b": 8},
            bargap=0.22,
            xaxis={
                "tickmode": "array",
                "tickvals": list(range(len(SPANS))),
                "ticktext": [span_name(span, t) for span in SPANS],
                "tickfont": {"size": 14, "color": palette.ink_soft},
                "ticks": "",
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "automargin": True,
            },
            yaxis={
                "range": [0, 1.18 * max(*counts, 1)],
                "showgrid": False,
                "zeroline": False,
                "showticklabels": False,
                "ticks": "",
                "fixedrange": True,
            },
            shapes=[_line(month, palette)],
            annotations=[
                {
                    "x": month,
                    "y": 1,
                    "yref": "paper",
                    "yanchor": "bottom",
                    "text": t("一个月"),
                    "showarrow": False,
                    "font": {"size": 15, "color": palette.ink},
                }
            ],
        ),
    }


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
            shapes=[_line(ONE_MONTH, palette)],
            annotations=[
                {
                    "x": ONE_MONTH,
                    "y": 1,
                    "yref": "paper",
                    "yanchor": "bottom",
                    "text": t("一个月"),
                    "showarrow": False,
                    "font": {"size": 15, "color": palette.ink},
                }
            ],
        ),
    }


def _colour(span: Span, palette: Palette) -> str:
    if span.most < 0:
        return palette.grey
    return palette.blue if span.in_time else palette.yellow


def _text(span: Span, days: Days, t: Words) -> str:
    count = days.within(span)
    if not count:
        return ""
    late = "" if span.in_time else f"{SIGNS['yellow']} "
    return f"{late}<b>{count:,}</b><br>{t.percent(count / days.projects)}"


def _line(at: float, palette: Palette) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": at,
        "x1": at,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": palette.ink, "width": 2, "dash": "dash"},
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
