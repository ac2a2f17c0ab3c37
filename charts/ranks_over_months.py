"""Ranks over the months (bump chart): grey lines, one unit in blue, lights on the months."""

from collections.abc import Iterator
from typing import Any

from board.history import Cell, History, Line
from charts.rows import Figure, plain
from charts.theme import Palette, layout
from wording import Words

SYMBOLS = {"green": "circle", "yellow": "triangle-up", "red": "square", "grey": "circle-open"}
_ROW = 40
_MOST_NAMED = 2


def ranks_over_months(answer: History, chosen: str, t: Words, palette: Palette) -> Figure:
    """One line a unit, best at the top, the `chosen` unit's code in blue; a gap has no rank."""
    last = max((cell.rank or 0 for line in answer.lines for cell in _known(line)), default=0)
    ordered = sorted(answer.lines, key=lambda line: line.unit_code == chosen)
    columns = len(answer.months)
    return {
        "data": [_trace(line, answer, line.unit_code == chosen, t, palette) for line in ordered],
        "layout": layout(
            palette,
            height=_ROW * max(last, 1) + 56,
            margin={"l": 8, "r": 8, "t": 8, "b": 8},
            hovermode="closest",
            xaxis={
                "tickmode": "array",
                "tickvals": list(range(columns)),
                "ticktext": month_ticks(answer.months, t),
                "tickfont": {"size": 14, "color": palette.ink_soft},
                "range": [-0.5, columns - 0.5],
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "automargin": True,
            },
            yaxis=_axis(answer, 0, last, t, palette, "left"),
            yaxis2=_axis(answer, -1, last, t, palette, "right", chosen)
            | {"overlaying": "y", "matches": "y"},
        ),
    }


def month_ticks(months: tuple[str, ...], t: Words) -> list[str]:
    """4月 under every month, the year under the first and every January."""
    return [
        t.month_name(int(month[5:]))
        + (f"<br>{month[:4]}" if place == 0 or month.endswith("-01") else "")
        for place, month in enumerate(months)
    ]


def _trace(line: Line, answer: History, blue: bool, t: Words, palette: Palette) -> dict[str, Any]:
    cells = [cell if cell and cell.rank is not None else None for cell in line.cells]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": list(range(len(answer.months))),
        "y": [cell.rank if cell else None for cell in cells],
        "yaxis": "y2" if blue else "y",
        "line": {"color": palette.blue if blue else palette.grey, "width": 5 if blue else 1.5},
        "marker": {
            "size": 15 if blue else 12,
            "symbol": [SYMBOLS[cell.light] if cell else "circle" for cell in cells],
            "color": [palette.light(cell.light) if cell else palette.grey for cell in cells],
            "line": {"color": palette.card, "width": 2},
        },
        "hovertext": [_hover(line, cell, t) if cell else "" for cell in cells],
        "hoverinfo": "text",
    }


def _axis(
    answer: History, month: int, last: int, t: Words, palette: Palette, side: str, chosen: str = ""
) -> dict[str, Any]:
    """Who holds which place in a month, written beside it; a tie shares one place."""
    holders: dict[int, list[str]] = {}
    for line in sorted(answer.lines, key=lambda line: line.unit_code != chosen):
        cell = line.cells[month]
        if cell and cell.rank is not None:
            name = plain(line.label(t))
            if line.unit_code == chosen:
                name = f'<span style="color:{palette.blue}"><b>{name}</b></span>'
            holders.setdefault(cell.rank, []).append(name)
    called = {rank: _together(names, t) for rank, names in holders.items()}
    return {
        "side": side,
        "tickmode": "array",
        "tickvals": list(called),
        "ticktext": [
            f"{rank}  {names}" if side == "right" else f"{names}  {rank}"
            for rank, names in called.items()
        ],
        "tickfont": {"size": 15, "color": palette.ink},
        "range": [last + 0.6, 0.4],
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
        "ticks": "",
    }


def _together(names: list[str], t: Words) -> str:
    """Those who share a place, without the label taking the chart's room."""
    if len(names) <= _MOST_NAMED:
        return t.join(names)
    return t.n("{unit}等{n}个单位", len(names), unit=names[0])


def _hover(line: Line, cell: Cell, t: Words) -> str:
    return (
        f"<b>{plain(line.label(t))}</b> · {t.month(cell.period)}<br>"
        f"{t.rank(cell.rank or 0)} · {t.percent(cell.value)} · {t.light(cell.light)}"
    )


def _known(line: Line) -> Iterator[Cell]:
    return (cell for cell in line.cells if cell)
