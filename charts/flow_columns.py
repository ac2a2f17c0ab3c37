"""The stock of monitored households month by month: what it is above, how it moved below."""

from collections.abc import Callable, Sequence
from typing import Any

from board.household_flow import FlowMonth, Movement
from charts.ranks_over_months import month_ticks
from charts.rows import Figure
from charts.theme import Palette, layout
from wording import Words
from wording.numbers import signed

_HEIGHT = 400
_STOCK, _MOVES = [0.56, 1.0], [0.0, 0.42]  # shares of the height


def flow_columns(
    months: Sequence[FlowMonth],
    address: Callable[[str, str], str],
    t: Words,
    palette: Palette,
) -> Figure:
    """A column a month for the stock at its end, and under it who is new, left and changed.

    `address(month, part)` is where a click leads. A month that cannot be followed has no columns.
    """
    known = [(place, month.total) for place, month in enumerate(months) if month.total]
    pale = {"color": palette.blue, "opacity": 0.3, "cornerradius": 3}
    new = {"color": palette.blue, "cornerradius": 3}
    gone = {"color": palette.grey, "cornerradius": 3}
    other = {"color": palette.card, "line": {"color": palette.ink_soft, "width": 2}}
    traces = [
        _columns(known, "closing", lambda one: float(one.closing), pale, address, t, palette)
        | {"yaxis": "y2"},
        _columns(known, "new", lambda one: float(one.new), new, address, t, palette),
        _columns(known, "changed", lambda one: float(one.changed), other, address, t, palette),
        _columns(known, "left", lambda one: -float(one.left), gone, address, t, palette),
    ]
    moves = [value for trace in traces[1:] for value in trace["y"]]
    stock = max((value for value in traces[0]["y"]), default=1.0)
    return {
        "data": [traces[0], *(trace for trace in traces[1:] if any(trace["y"]))],
        "layout": layout(
            palette,
            height=_HEIGHT,
            margin={"l": 8, "r": 8, "t": 24, "b": 8},
            barmode="relative",
            bargap=0.35,
            xaxis={
                "tickmode": "array",
                "tickvals": list(range(len(months))),
                "ticktext": month_ticks(tuple(month.period for month in months), t),
                "range": [-0.6, len(months) - 0.4],
                "tickfont": {"size": 14, "color": palette.ink_soft},
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "automargin": True,
            },
            # Room above and below for the numbers.
            yaxis=_axis([1.3 * min([*moves, 0.0]), 1.3 * max([*moves, 1.0])], _MOVES, palette),
            yaxis2=_axis([0, 1.2 * stock], _STOCK, palette) | {"anchor": "x"},
            annotations=[
                _heading(t("期末存量"), 1.0, palette),
                _heading(t("当月增减"), _MOVES[1], palette),
            ],
        ),
    }


def _columns(
    known: Sequence[tuple[int, Movement]],
    part: str,
    value: Callable[[Movement], float],
    marker: dict[str, Any],
    address: Callable[[str, str], str],
    t: Words,
    palette: Palette,
) -> dict[str, Any]:
    values = [value(one) for _, one in known]
    texts = [_number(one, part, t) for _, one in known]
    return {
        "type": "bar",
        "x": [place for place, _ in known],
        "y": values,
        "marker": marker,
        "text": texts,
        "textposition": "outside",
        "textangle": 0,
        "cliponaxis": False,
        "textfont": {"size": 14, "color": palette.ink},
        "hovertext": [
            f"{t.month(one.period)} · {_name(part, t)} {text}"
            for (_, one), text in zip(known, texts, strict=True)
        ],
        "hoverinfo": "text",
        "customdata": [address(one.period, part) for _, one in known],
    }


def _number(one: Movement, part: str, t: Words) -> str:
    if part == "closing":
        return t.column(one.closing, "persons")
    amount = -one.left if part == "left" else getattr(one, part)
    return signed(amount, 0) if amount else ""


def _name(part: str, t: Words) -> str:
    names = {
        "closing": t("期末"),
        "new": t("新增"),
        "left": t("自然减少"),
        "changed": t("变动"),
    }
    return names[part]


def _axis(span: list[float], domain: list[float], palette: Palette) -> dict[str, Any]:
    return {
        "range": span,
        "domain": domain,
        "showticklabels": False,
        "showgrid": False,
        "zeroline": True,
        "zerolinecolor": palette.line,
        "zerolinewidth": 1,
        "fixedrange": True,
    }


def _heading(text: str, at: float, palette: Palette) -> dict[str, Any]:
    return {
        "text": text,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": at,
        "yref": "paper",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 14, "color": palette.ink_soft},
    }
