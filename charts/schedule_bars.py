"""The way to the next milestone as bars: where each unit is, where its pace leads, the goal."""

from typing import Any

from board.overview import Field
from board.schedule import Distance, Schedule
from board.schedule_sentences import in_time, met_on
from charts.rows import ROW, Figure, Label, bare_axis, plain, row_axis
from charts.theme import Palette, layout
from wording import Words


def schedule_bars(ahead: Schedule, answer: Field, t: Words, palette: Palette) -> Figure:
    """A full bar is the value now, a pale one where the pace leads by the due day."""
    rows = ahead.rows
    colours = [palette.light(each.light) for each in rows]
    now = [100 * (each.standing.value or 0.0) for each in rows]
    then = [100 * (each.by_due or 0.0) for each in rows]
    goals = [100 * each.at_least for each in rows]
    names = [answer.units[each.standing.unit_code].label(t) for each in rows]
    hover = [_hover(name, each, t) for name, each in zip(names, rows, strict=True)]
    common: dict[str, Any] = {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(rows))),
        "hovertext": hover,
        "hoverinfo": "text",
    }
    pale = {"color": colours, "opacity": 0.3, "cornerradius": 3}
    full = {"color": colours, "cornerradius": 3}
    labels = [
        Label(name, t.percent(each.standing.value), each.light)
        for name, each in zip(names, rows, strict=True)
    ]
    return {
        "data": [
            common | {"x": then, "width": 0.68, "marker": pale},
            common | {"x": now, "width": 0.4, "marker": full},
        ],
        "layout": layout(
            palette,
            height=ROW * len(rows) + 44,
            margin={"l": 8, "r": 8, "t": 8, "b": 36},
            barmode="overlay",
            xaxis=bare_axis(1.02 * max([*now, *then, *goals, 1.0])),
            yaxis=row_axis(labels, palette),
            shapes=[_goal(row, goal, palette) for row, goal in enumerate(goals)],
            annotations=_goals_in_words(ahead, t, palette),
        ),
    }


def _goal(row: int, at: float, palette: Palette) -> dict[str, Any]:
    """A unit's milestone on its own row: those of one milestone make one line."""
    return {
        "type": "line",
        "x0": at,
        "x1": at,
        "y0": row - 0.5,
        "y1": row + 0.5,
        "line": {"color": palette.ink, "width": 2.5},
    }


def _goals_in_words(ahead: Schedule, t: Words, palette: Palette) -> list[dict[str, Any]]:
    """What the line is, under the last row; nothing where the units' milestones differ."""
    goals = {(each.due, each.at_least) for each in ahead.rows}
    if len(goals) != 1:
        return []
    [(due, at_least)] = goals
    return [
        {
            "x": 100 * at_least,
            "y": 0,
            "yref": "paper",
            "yshift": -8,
            "yanchor": "top",
            "xanchor": "right" if at_least > 0.3 else "left",
            "text": f"{t.day(due)} ≥ {t.goal(at_least)}",
            "showarrow": False,
            "font": {"size": 15, "color": palette.ink},
        }
    ]


def _hover(name: str, each: Distance, t: Words) -> str:
    lines = [
        f"<b>{plain(name)}</b> · {in_time(each, t)}",
        t("现值 {value}", value=t.percent(each.standing.value)),
    ]
    if each.by_due is not None:
        value = t.percent(each.by_due)
        lines.append(t("照此进度到{day}约{value}", day=t.day(each.due), value=value))
    if not each.reached:
        lines.append(t("预计达到：{day}", day=met_on(each, t)))
    return "<br>".join(lines)
