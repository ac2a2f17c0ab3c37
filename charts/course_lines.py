"""One unit's rate over the months against the city, the province and the schedule."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from board.course import Course, Milestone, Point
from board.months import month_end
from board.notes import Note
from charts.line_ends import end_labels, line_ends
from charts.notes import note_marks
from charts.ranks_over_months import SYMBOLS
from charts.rows import Figure, plain
from charts.schedule_lines import guide_line, milestone_labels, milestone_steps
from charts.theme import Palette, layout
from wording import Words

_HEIGHT = 512
_PLOT = _HEIGHT - 60


def course_lines(
    answer: Course,
    name: str,
    year: int | None,
    t: Words,
    palette: Palette,
    notes: Sequence[Note] = (),
) -> Figure:
    """The chosen `year` whole, or every month there is when it is None; notes are marked."""
    points = [one for one in answer.points if year in (None, one.day.year)]
    if not points:
        return {"data": [], "layout": layout(palette, height=_HEIGHT)}
    years = range(points[0].day.year, points[-1].day.year + 1)
    stones = [stone for stone in answer.milestones if stone.due.year in years]
    end = date(years[-1], 12, 31) if year else points[-1].day
    stones = [stone for stone in stones if stone.due <= end]
    ends = line_ends(points[-1], name, t, palette)
    guide = [step for one in years for step in (*answer.guide(one), None)]
    low, top = _span(points, stones, any(guide))
    traces = [
        guide_line(guide, palette),
        *milestone_steps(stones, end, palette),
        _series(points, answer, lambda p: p.city, palette.grey, "solid", t("全市"), t),
        _series(points, answer, lambda p: p.province, palette.blue, "dash", t("全省平均"), t),
        _own(points, answer, name, t, palette),
    ]
    return {
        "data": traces,
        "layout": layout(
            palette,
            height=_HEIGHT,
            margin={"l": 8, "r": 24 + max((end.width for end in ends), default=0), "t": 16, "b": 8},
            hovermode="closest",
            xaxis=_months(points, end, bool(year), t, palette),
            yaxis={
                "range": [low, top],
                "ticksuffix": "%",
                "nticks": 6,
                "tickfont": {"size": 14, "color": palette.ink_soft},
                "gridcolor": palette.line,
                "zeroline": False,
                "fixedrange": True,
                "automargin": True,
            },
            annotations=[
                *end_labels(ends, low, top, _PLOT),
                *milestone_labels(stones, end, t, palette),
                *note_marks(notes, points, (low, top), t, palette),
            ],
        ),
    }


def _span(
    points: Sequence[Point], stones: Sequence[Milestone], guided: bool
) -> tuple[float, float]:
    """From 0 where a guide starts there or rates are low; else from the tens below the lowest."""
    rates = [
        100 * rate
        for point in points
        for rate in (point.value, point.city, point.province)
        if rate is not None
    ] + [100 * stone.at_least for stone in stones]
    low, high = min(rates, default=0.0), max(rates, default=0.0)
    floor = 0.0 if guided or low < 50 else 10.0 * int((low - 5) // 10)
    return floor, max(high + 0.08 * (high - floor), floor + 5)


def _series(
    points: Sequence[Point],
    answer: Course,
    rate: Callable[[Point], float | None],
    colour: str,
    dash: str,
    name: str,
    t: Words,
) -> dict[str, Any]:
    x, y, hover = _broken(points, answer, rate, name, t)
    around = [None, *y, None]
    # A month between two unknown ones, as January in January, has no line to be seen by.
    sizes = [8 if around[at] is around[at + 2] is None else 0 for at in range(len(y))]
    return {
        "type": "scatter",
        "mode": "lines+markers" if any(sizes) else "lines",
        "cliponaxis": False,
        "x": x,
        "y": y,
        "marker": {"color": colour, "size": sizes, "symbol": "diamond"},
        "line": {"color": colour, "width": 2.5, "dash": dash},
        "hovertext": hover,
        "hoverinfo": "text",
    }


def _own(
    points: Sequence[Point], answer: Course, name: str, t: Words, palette: Palette
) -> dict[str, Any]:
    x, y, hover = _broken(points, answer, lambda point: point.value, plain(name), t)
    lights = dict(
        zip(
            (point.day.isoformat() for point in points),
            (point.light or "grey" for point in points),
            strict=True,
        )
    )
    shown = [lights.get(day, "grey") for day in x]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "cliponaxis": False,
        "x": x,
        "y": y,
        "line": {"color": palette.blue, "width": 4},
        "marker": {
            "size": 14 if len(points) <= 12 else 9,
            "symbol": [SYMBOLS[light] for light in shown],
            "color": [palette.light(light) for light in shown],
            "line": {"color": palette.card, "width": 2},
        },
        "hovertext": hover,
        "hoverinfo": "text",
    }


def _broken(
    points: Sequence[Point],
    answer: Course,
    rate: Callable[[Point], float | None],
    name: str,
    t: Words,
) -> tuple[list[str], list[float | None], list[str]]:
    """The line of one series; rates that start anew each year are not joined across it."""
    x: list[str] = []
    y: list[float | None] = []
    hover: list[str] = []
    for point in points:
        if answer.yearly and x and point.day.month == 1:
            x.append((point.day - timedelta(days=15)).isoformat())
            y.append(None)
            hover.append("")
        value = rate(point)
        x.append(point.day.isoformat())
        y.append(None if value is None else 100 * value)
        hover.append(f"<b>{name}</b> · {t.month(point.period)}<br>{t.percent(value)}")
    return x, y, hover


def _months(
    points: Sequence[Point], end: date, whole_year: bool, t: Words, palette: Palette
) -> dict[str, Any]:
    first = points[0].day
    if whole_year:
        days = [month_end(f"{first.year}-{month:02d}") for month in range(1, 13)]
        texts = [t.month_name(day.month) for day in days]
        start = date(first.year, 1, 1)
    else:
        days = [point.day for point in points if point.day.month in (1, 7)] or [first]
        texts = [t.month(f"{day.year}-{day.month:02d}") for day in days]
        start = first - timedelta(days=20)
    return {
        "type": "date",
        "range": [start.isoformat(), (end + timedelta(days=3)).isoformat()],
        "tickmode": "array",
        "tickvals": [day.isoformat() for day in days],
        "ticktext": texts,
        "ticklabelstandoff": 8,
        "tickfont": {"size": 14, "color": palette.ink_soft},
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
    }
