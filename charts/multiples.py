"""Small multiples: each unit's year as a little chart on one scale, the milestones behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from board.course import Milestone
from charts.markup import Markup, link, tag
from charts.theme import SIGNS
from wording import Words

WIDTH, HEIGHT = 200, 72
_SIDE, _TOP = 5, 6


@dataclass(frozen=True, slots=True)
class Multiple:
    """One unit: its name, its value and light now, where a click leads, and its values by month
    (1 to 12), fractions."""

    name: str
    value: str
    light: str
    to: str
    points: tuple[tuple[int, float], ...]


def multiples(units: Sequence[Multiple], stones: Sequence[Milestone], t: Words) -> Markup:
    """The little charts in their order; `stones` are the milestones of the year."""
    highest = [value for unit in units for _, value in unit.points]
    top = max([*highest, *(stone.at_least for stone in stones), 0.01])
    return tag("div", *(_multiple(unit, stones, top, t) for unit in units), class_="multiples")


def _multiple(unit: Multiple, stones: Sequence[Milestone], top: float, t: Words) -> Markup:
    def x(month: float) -> float:
        return round(_SIDE + month / 12 * (WIDTH - 2 * _SIDE), 1)

    def y(value: float) -> float:
        return round(HEIGHT - 2 - value / top * (HEIGHT - _TOP - 2), 1)

    ends = [*(x(stone.due.month) for stone in stones[1:]), x(12)]
    steps = [
        tag("line", class_="stone", x1=x(stone.due.month), x2=end, y1=y(stone.at_least),
            y2=y(stone.at_least))
        for stone, end in zip(stones, ends, strict=True)
    ]  # fmt: skip
    path = " ".join(f"{x(month)},{y(value)}" for month, value in unit.points)
    parts = [
        tag("line", class_="floor", x1=0, x2=WIDTH, y1=HEIGHT - 1, y2=HEIGHT - 1),
        *steps,
        tag("polyline", points=path),
    ]
    if unit.points:
        month, value = unit.points[-1]
        parts.append(tag("circle", class_=unit.light, cx=x(month), cy=y(value), r=5))
    spoken = t("{name}今年以来的走势", name=unit.name)
    drawing = tag("svg", *parts, viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_label=spoken)
    head = tag(
        "span",
        tag("span", unit.name, class_="name"),
        tag("span", SIGNS[unit.light], class_=unit.light),
        tag("b", unit.value),
        class_="head",
    )
    return link(head, drawing, to=unit.to)
