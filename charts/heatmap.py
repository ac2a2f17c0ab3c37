"""Units × months, coloured by light, the rate printed in every cell that has room for it."""

from board.history import Cell, History
from charts.ranks_over_months import month_ticks
from charts.rows import Figure, plain
from charts.theme import SIGNS, Palette, layout
from wording import Words

_ROW = 40
_MOST_PRINTED = 24  # months beyond which numbers no longer fit on a laptop
_LIGHTS = ("grey", "red", "yellow", "green")


def heatmap(answer: History, t: Words, palette: Palette) -> Figure:
    """One row a unit, best of the last month at the top; colour and sign are the light."""
    steps = len(_LIGHTS)
    scale = [
        [edge, palette.light(light)]
        for place, light in enumerate(_LIGHTS)
        for edge in (place / steps, (place + 1) / steps)
    ]
    columns = len(answer.months)
    cells = [line.cells for line in answer.lines]
    trace = {
        "type": "heatmap",
        "z": [[_LIGHTS.index(cell.light) if cell else None for cell in row] for row in cells],
        "zmin": -0.5,
        "zmax": steps - 0.5,
        "colorscale": scale,
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
        "text": [[_text(cell, columns, t) for cell in row] for row in cells],
        "texttemplate": "%{text}",
        "textfont": {"size": 14 if columns <= 12 else 11, "color": palette.card},
        "hovertext": [
            [_hover(line.label(t), cell, t) for cell in line.cells] for line in answer.lines
        ],
        "hoverinfo": "text",
    }
    return {
        "data": [trace],
        "layout": layout(
            palette,
            height=_ROW * len(answer.lines) + 56,
            xaxis={
                "tickmode": "array",
                "tickvals": list(range(columns)),
                "ticktext": month_ticks(answer.months, t),
                "tickfont": {"size": 14 if columns <= 24 else 11, "color": palette.ink_soft},
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "automargin": True,
            },
            yaxis={
                "tickmode": "array",
                "tickvals": list(range(len(answer.lines))),
                "ticktext": [plain(line.label(t)) + "  " for line in answer.lines],
                "tickfont": {"size": 15, "color": palette.ink},
                "range": [len(answer.lines) - 0.5, -0.5],
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "automargin": True,
                "ticks": "",
            },
        ),
    }


def _text(cell: Cell | None, columns: int, t: Words) -> str:
    if cell is None:
        return ""
    sign = SIGNS[cell.light]
    if columns > _MOST_PRINTED or cell.value is None:
        return sign
    number = t.percent(cell.value).removesuffix("%")
    return f"{sign} {number}" if columns <= 12 else number


def _hover(name: str, cell: Cell | None, t: Words) -> str:
    if cell is None:
        return ""
    head = f"<b>{plain(name)}</b> · {t.month(cell.period)}<br>"
    if cell.value is None:
        return head + (t.reason(cell.reason) if cell.reason else t.light(cell.light))
    rank = f" · {t.rank(cell.rank)}" if cell.rank is not None else ""
    return f"{head}{t.percent(cell.value)}{rank} · {t.light(cell.light)}"
