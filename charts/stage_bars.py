"""The stages of projects as bars: accepted, completed, under way, overdue, and not yet due."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from board.projects import Group
from board.stages import stage_names, stage_shares
from charts.rows import Figure, Label, bare_axis, plain, row_axis
from charts.theme import Palette, layout
from wording import Words

_ROW = 34
_LEGEND = 30


@dataclass(frozen=True, slots=True)
class StageRow:
    """One bar: its projects, what stands before it, where a click leads, and where one on what is
    overdue leads; `faded` beside the one that was chosen."""

    name: str
    group: Group
    to: str
    overdue_to: str
    light: str | None = None
    note: str = ""
    faded: bool = False


def stage_bars(rows: Sequence[StageRow], t: Words, palette: Palette) -> Figure:
    """One bar a row, in percent of what is planned; a start rate above 100 % runs past the rest."""
    found = [[float(100 * share) for share in stage_shares(row.group)] for row in rows]
    # From the left: the more blue, the further the projects are.
    colours = (
        palette.blue,
        _paler(palette.blue, 0.66, palette),
        _paler(palette.blue, 0.36, palette),
        palette.red,
        _paler(palette.grey, 0.28, palette),
    )
    stages = tuple(zip(stage_names(t), colours, strict=True))
    traces: list[dict[str, Any]] = [
        {
            "type": "bar",
            "name": name,
            "orientation": "h",
            "x": [shares[place] for shares in found],
            "y": list(range(len(rows))),
            "width": 0.66,
            "marker": {"color": colour, "opacity": [0.35 if row.faded else 1 for row in rows]},
            "hovertext": [_hover(row, t) for row in rows],
            "hoverinfo": "text",
            "customdata": [row.overdue_to if colour == palette.red else row.to for row in rows],
        }
        for place, (name, colour) in enumerate(stages)
    ]
    labels = [Label(row.name, _rate(row.group, t), row.light, row.note) for row in rows]
    return {
        "data": traces,
        "layout": layout(
            palette,
            height=_ROW * len(rows) + _LEGEND + 8,
            margin={"l": 8, "r": 8, "t": _LEGEND, "b": 4},
            barmode="stack",
            xaxis=bare_axis(max([100.0, *(sum(shares) for shares in found)])),
            yaxis=row_axis(labels, palette, size=15),
            annotations=[_legend(stages, palette)],
        ),
    }


def _legend(stages: Sequence[tuple[str, str]], palette: Palette) -> dict[str, Any]:
    """What the colours are, in one line: Plotly's own legend breaks into columns."""
    words = (f'<span style="color:{colour}">■</span> {name}' for name, colour in stages)
    return {
        "text": "\u2002 ".join(words),
        "x": 1,
        "xref": "paper",
        "xanchor": "right",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 4,
        "showarrow": False,
        "font": {"size": 13, "color": palette.ink_soft},
    }


def _paler(colour: str, share: float, palette: Palette) -> str:
    """A colour on the card as if it were see-through."""
    over, under = (
        [int(each[place : place + 2], 16) for place in (1, 3, 5)] for each in (colour, palette.card)
    )
    mixed = (
        round(share * one + (1 - share) * other) for one, other in zip(over, under, strict=True)
    )
    return "#" + "".join(f"{part:02X}" for part in mixed)


def _rate(group: Group, t: Words) -> str:
    return t.percent(group.start_rate)


def _hover(row: StageRow, t: Words) -> str:
    group = row.group
    figures = (
        (t("计划"), group.total("projects_planned")),
        (t("已开工"), group.total("projects_started")),
        (t("已完工"), group.total("projects_completed")),
        (t("已验收"), group.total("projects_accepted")),
        (t("未开工"), group.not_started),
        (t("应开工未开工"), group.overdue),
    )
    lines = [f"<b>{plain(row.name)}</b> · {t('开工率{rate}', rate=_rate(group, t))}"]
    lines += [f"{name} {t.count(value, 'projects')}" for name, value in figures]
    return "<br>".join(lines)
