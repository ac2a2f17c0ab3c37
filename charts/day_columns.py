"""Days from money to start, as columns: a span of days each."""

from typing import Any

from board.days_to_start import SPANS, Days, Span, span_name
from charts.rows import Figure
from charts.theme import SIGNS, Palette, layout
from wording import Words

_HEIGHT = 400


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
            shapes=[month_line(month, palette)],
            annotations=[month_label(month, t, palette)],
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


def month_line(at: float, palette: Palette) -> dict[str, Any]:
    """One month, which a start is asked for within."""
    return {
        "type": "line",
        "x0": at,
        "x1": at,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": palette.ink, "width": 2, "dash": "dash"},
    }


def month_label(at: float, t: Words, palette: Palette) -> dict[str, Any]:
    """What that line is, above the plot."""
    return {
        "x": at,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": t("一个月"),
        "showarrow": False,
        "font": {"size": 15, "color": palette.ink},
    }
