"""Where money comes from, what it is for, and how much of it is spent."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.rows import Figure, plain
from charts.theme import Palette, layout

_HEIGHT = 460


@dataclass(frozen=True, slots=True)
class Flow:
    """One band between two named nodes: how much, and both ends and the amount in words."""

    source: str
    target: str
    amount: float
    says: str


def sankey(flows: Sequence[Flow], colours: dict[str, str], palette: Palette) -> Figure:
    """The bands from left to right; `colours` says which nodes are not blue. A node's name is what
    it is called with its amount, so that it can be read without a pointer."""
    names = list(dict.fromkeys(name for flow in flows for name in (flow.source, flow.target)))
    shades = [colours.get(name, palette.blue) for name in names]
    return {
        "data": [
            {
                "type": "sankey",
                "arrangement": "fixed",
                "textfont": {"size": 15, "color": palette.ink},
                "node": {
                    "label": [plain(name) for name in names],
                    "color": shades,
                    "pad": 14,
                    "thickness": 16,
                    "line": {"width": 0},
                    "hoverinfo": "none",
                },
                "link": {
                    "source": [names.index(flow.source) for flow in flows],
                    "target": [names.index(flow.target) for flow in flows],
                    "value": [flow.amount for flow in flows],
                    "color": [_pale(shades[names.index(flow.target)]) for flow in flows],
                    "customdata": [plain(flow.says) for flow in flows],
                    "hovertemplate": "%{customdata}<extra></extra>",
                },
            }
        ],
        "layout": layout(palette, height=_HEIGHT, margin={"l": 8, "r": 8, "t": 12, "b": 12}),
    }


def _pale(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.28)"
