"""The ranking as bars, best first, with the milestone and the province as lines."""

from collections.abc import Sequence
from typing import Any

from board.notes import Note
from board.ranking import Place, Ranking
from charts.notes import in_hover
from charts.rows import ROW, Figure, Label, bare_axis, plain, row_axis
from charts.theme import Palette, layout
from wording import Words

_EDGE = 0.16  # nearer to an end of the axis than this share, a label turns inwards


def ranking_bars(answer: Ranking, t: Words, palette: Palette, notes: Sequence[Note] = ()) -> Figure:
    """One bar a ranked unit; a rate over 100 % runs past the line drawn there. Whoever has notes is
    marked so, and its bar shows them."""
    places = answer.places
    lines = _lines(answer, t, palette)
    values = [100 * (place.value or 0.0) for place in places]
    top = 1.02 * max([*values, *(line["at"] for line in lines), 1.0])
    labels = _labels(lines, top)
    below = 28 - min((label["yshift"] for label in labels), default=0)
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": values,
        "y": list(range(len(places))),
        "width": 0.68,
        "marker": {
            "color": [palette.light(place.light) for place in places],
            "cornerradius": 3,
        },
        "hovertext": [_hover(place, _own(place, notes), t) for place in places],
        "hoverinfo": "text",
    }
    rows = [
        Label(
            place.label(t),
            t.percent(place.value),
            place.light,
            t("有说明") if _own(place, notes) else "",
        )
        for place in places
    ]
    own = [
        _own_milestone(row, place, palette)
        for row, place in enumerate(places)
        if place.milestone is not None and place.milestone != answer.milestone
    ]
    return {
        "data": [bars],
        "layout": layout(
            palette,
            height=ROW * len(places) + 8 + below,
            margin={"l": 8, "r": 8, "t": 8, "b": below},
            xaxis=bare_axis(top),
            yaxis=row_axis(rows, palette),
            shapes=[line["shape"] for line in lines] + own,
            annotations=labels,
        ),
    }


def _lines(answer: Ranking, t: Words, palette: Palette) -> list[dict[str, Any]]:
    lines = []
    if answer.milestone is not None:
        text = t("节点 {value}", value=t.goal(answer.milestone))
        lines.append(_line(answer.milestone, text, palette.ink, "solid"))
    if answer.province is not None:
        text = t("全省平均 {value}", value=t.percent(answer.province))
        lines.append(_line(answer.province, text, palette.blue, "dash"))
    if any(place.value is not None and place.value > 1 for place in answer.places):
        lines.append(_line(1.0, "100%", palette.grey, "dot"))
    return sorted(lines, key=lambda line: float(line["at"]))


def _line(fraction: float, text: str, colour: str, dash: str) -> dict[str, Any]:
    at = 100 * fraction
    shape = {
        "type": "line",
        "x0": at,
        "x1": at,
        "y0": -0.02,
        "y1": 1,
        "yref": "paper",
        "line": {"color": colour, "width": 2, "dash": dash},
    }
    return {"at": at, "text": text, "colour": colour, "shape": shape}


def _labels(lines: list[dict[str, Any]], top: float) -> list[dict[str, Any]]:
    """Under the bars: the lowest line's label to its left, the highest one's to its right.

    A label too near an end turns inwards, and every label that could meet another has its own row.
    """
    labels = []
    for place, line in enumerate(lines):
        share = line["at"] / top
        leftwards = place == 0 and len(lines) > 1
        if share < _EDGE:
            leftwards = False
        elif share > 1 - _EDGE:
            leftwards = True
        labels.append(
            {
                "x": line["at"],
                "y": 0,
                "yref": "paper",
                "yshift": -12 - 20 * (place if _meets(place, leftwards, lines, top) else 0),
                "text": line["text"],
                "showarrow": False,
                "yanchor": "top",
                "xanchor": "right" if leftwards else "left",
                "font": {"size": 15, "color": line["colour"]},
            }
        )
    return labels


def _meets(place: int, leftwards: bool, lines: list[dict[str, Any]], top: float) -> bool:
    if place == 0:
        return False
    return leftwards or (len(lines) > 2 and lines[place]["at"] - lines[place - 1]["at"] < 0.3 * top)


def _own_milestone(row: int, place: Place, palette: Palette) -> dict[str, Any]:
    at = 100 * (place.milestone or 0.0)
    return {
        "type": "line",
        "x0": at,
        "x1": at,
        "y0": row - 0.45,
        "y1": row + 0.45,
        "line": {"color": palette.ink, "width": 4},
    }


def _own(place: Place, notes: Sequence[Note]) -> list[Note]:
    return [note for note in notes if note.unit_code == place.unit_code]


def _hover(place: Place, notes: Sequence[Note], t: Words) -> str:
    lines = [
        f"<b>{plain(place.label(t))}</b> · {t.rank(place.rank or 0, place.tied)}",
        f"{t.percent(place.value)} · {t.light(place.light)}",
    ]
    if place.gap_milestone is not None:
        lines.append(t("较节点 {gap}", gap=t.points(place.gap_milestone)))
    if place.gap_province is not None:
        lines.append(t("较全省 {gap}", gap=t.points(place.gap_province)))
    lines += [in_hover(note, t) for note in notes]
    return "<br>".join(lines)
