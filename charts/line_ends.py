"""What the lines of a course are: named beside the chart, where they end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from board.course import Point
from charts.rows import plain, width
from charts.theme import Palette
from wording import Words

_SIZE = 15
_LINE = 20  # pixels between two labels


@dataclass(frozen=True, slots=True)
class End:
    """What a line is, and where it ends."""

    rate: float
    text: str
    width: int
    colour: str


def line_ends(last: Point, name: str, t: Words, palette: Palette) -> list[End]:
    """The lines that reach the last month, highest first."""
    lines = (
        (last.value, f"{name} {t.percent(last.value)}", palette.blue),
        (last.city, t("全市 {value}", value=t.percent(last.city)), palette.ink_soft),
        (last.province, t("全省平均 {value}", value=t.percent(last.province)), palette.blue),
    )
    ends = []
    for rate, text, colour in lines:
        if rate is not None:
            ends.append(End(100 * rate, plain(text), width(text, _SIZE), colour))
    return sorted(ends, key=lambda end: -end.rate)


def end_labels(ends: Sequence[End], low: float, top: float, height: int) -> list[dict[str, Any]]:
    """A label beside the chart where each line ends, none over another; `height` in pixels."""
    labels: list[dict[str, Any]] = []
    above = float("inf")
    for end in ends:
        above = min(above - _LINE, height * (end.rate - low) / (top - low))
        labels.append(
            {
                "x": 1,
                "xref": "paper",
                "xanchor": "left",
                "xshift": 10,
                "y": low,
                "yshift": above,
                "yanchor": "middle",
                "text": end.text,
                "showarrow": False,
                "font": {"size": _SIZE, "color": end.colour},
            }
        )
    return labels
