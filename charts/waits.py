"""How long monitored households waited, as columns: for a first measure, and to be out of risk."""

from collections.abc import Callable, Sequence
from typing import Any

from board.elimination_sentences import wait_name
from board.waits import Eliminated, FirstMeasures, faster_than
from charts.rows import Figure
from charts.theme import SIGNS, Palette, layout
from wording import Words
from wording.numbers import fixed

_HEIGHT = 280


def first_measure_columns(
    found: Sequence[FirstMeasures],
    in_time: int,
    address: Callable[[FirstMeasures], str],
    t: Words,
    palette: Palette,
) -> Figure:
    """A column a month of the year, stacked by months waited: within the month of identification,
    up to `in_time` months later, and (yellow) later still."""
    months = sorted({each.period for each in found})
    traces = []
    for waited in sorted({each.waited for each in found}):
        own = [each for each in found if each.waited == waited]
        traces.append(
            {
                "type": "bar",
                "x": [months.index(each.period) for each in own],
                "y": [float(each.households) for each in own],
                "marker": _waited_marker(waited, in_time, palette),
                "text": [fixed(each.households, 0) for each in own],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "textfont": {
                    "size": 14,
                    "color": palette.ink if 0 < waited <= in_time else palette.card,
                },
                "hovertext": [
                    f"{t.month(each.period)} · {wait_name(waited, t)}"
                    f" · {t.count(each.households, 'households')}"
                    for each in own
                ],
                "hoverinfo": "text",
                "customdata": [address(each) for each in own],
            }
        )
    ticks = [t.month_name(int(month[5:])) for month in months]
    return {
        "data": traces,
        "layout": layout(
            palette,
            height=_HEIGHT,
            barmode="stack",
            bargap=0.4,
            xaxis=_months_axis(palette)
            | {
                "tickmode": "array",
                "tickvals": list(range(len(months))),
                "ticktext": ticks,
                # A single month is no wall.
                "range": [-0.6, max(len(months), 4) - 0.4],
            },
            yaxis={"rangemode": "tozero", "visible": False, "fixedrange": True},
        ),
    }


def elimination_columns(
    found: Sequence[Eliminated],
    fast: int,
    address: Callable[[Eliminated], str],
    t: Words,
    palette: Palette,
) -> Figure:
    """A column for each number of months from identification to elimination; those below `fast`
    in yellow, with their sign."""
    quick = [each for each in found if each.months < fast]
    last = max((each.months for each in found), default=fast)
    return {
        "data": [
            {
                "type": "bar",
                "x": [each.months for each in found],
                "y": [float(each.households) for each in found],
                "marker": {
                    "color": [
                        palette.yellow if each.months < fast else palette.blue for each in found
                    ],
                    "cornerradius": 2,
                },
                "hovertext": [
                    f"{t.n('{n}个月', each.months)} · {t.count(each.households, 'households')}"
                    for each in found
                ],
                "hoverinfo": "text",
                "customdata": [address(each) for each in found],
            }
        ],
        "layout": layout(
            palette,
            height=_HEIGHT,
            margin={"l": 8, "r": 8, "t": 20, "b": 8},
            bargap=0.15,
            xaxis=_months_axis(palette)
            | {
                "range": [-0.6, last + 0.6],
                "dtick": 6 if last > 12 else 3 if last > 6 else 1,
                "tick0": 0,
                "title": {
                    "text": t("从识别到消除的月数"),
                    "font": {"size": 14, "color": palette.ink_soft},
                    "standoff": 6,
                },
            },
            yaxis=_count_axis(palette),
            shapes=[_fast_line(fast, palette)] if quick else [],
            annotations=[_unit(t, palette), *([_fast_count(quick, palette)] if quick else [])],
        ),
    }


def _waited_marker(waited: int, in_time: int, palette: Palette) -> dict[str, Any]:
    if waited > in_time:
        return {"color": palette.yellow, "cornerradius": 2}
    return {"color": palette.blue, "opacity": 1 if waited == 0 else 0.3, "cornerradius": 2}


def _fast_line(fast: int, palette: Palette) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": fast - 0.5,
        "x1": fast - 0.5,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": palette.ink_soft, "width": 1.5, "dash": "dot"},
    }


def _fast_count(quick: Sequence[Eliminated], palette: Palette) -> dict[str, Any]:
    """How many were fast, over their columns: beside the others these are hardly to be seen."""
    months = [each.months for each in quick]
    count = fixed(faster_than(quick, max(months) + 1), 0)
    return {
        "x": (min(months) + max(months)) / 2,
        "y": float(max(each.households for each in quick)),
        "yanchor": "bottom",
        "yshift": 4,
        "text": f'<span style="color:{palette.yellow}">{SIGNS["yellow"]}</span> {count}',
        "showarrow": False,
        "font": {"size": 15, "color": palette.ink},
    }


def _unit(t: Words, palette: Palette) -> dict[str, Any]:
    """What the axis counts, above it."""
    return {
        "text": t.column_unit("households"),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 14, "color": palette.ink_soft},
    }


def _months_axis(palette: Palette) -> dict[str, Any]:
    return {
        "tickfont": {"size": 14, "color": palette.ink_soft},
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
    }


def _count_axis(palette: Palette) -> dict[str, Any]:
    return {
        "rangemode": "tozero",
        "nticks": 5,
        "tickfont": {"size": 14, "color": palette.ink_soft},
        "tickformat": ",d",
        "gridcolor": palette.line,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
    }
