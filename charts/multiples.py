"""Small multiples: each unit's year as a little chart on one scale, the milestones behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from board.course import Milestone
from charts.markup import Markup, link, tag
from charts.theme import SIGNS
from wording import Words

WIDTH, HEIGHT = 200, 72
_SIDE, _TOP = 5, 6


@dataclass(frozen=True, slots=True)
class Multiple:
    """One unit: its name, its value and light now, where a click leads, its values by month
    (1 to 12) and the milestones of the year it is held to; fractions."""

    name: str
    value: str
    light: str
    to: str
    points: tuple[tuple[int, float], ...]
    stones: tuple[Milestone, ...]


def multiples(units: Sequence[Multiple], t: Words) -> Markup:
    """The little charts in their order, on one scale."""
    highest = [value for unit in units for _, value in unit.points]
    asked = [stone.at_least for unit in units for stone in unit.stones]
    top = max([*highest, *asked, 0.01])
    return tag("div", *(_multiple(unit, top, t) for unit in units), class_="multiples")


def _multiple(unit: Multiple, top: float, t: Words) -> Markup:
    spoken = t("{name}今年以来的走势", name=unit.name)
    drawing = tag(
        "svg",
        tag("line", class_="floor", x1=0, x2=WIDTH, y1=HEIGHT - 1, y2=HEIGHT - 1),
        *_schedule(unit.stones, top),
        *_year(unit, top),
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_label=spoken,
    )
    head = tag(
        "span",
        tag("span", unit.name, class_="name"),
        tag("span", SIGNS[unit.light], class_=unit.light),
        tag("b", unit.value),
        class_="head",
    )
    return link(head, drawing, to=unit.to)


def _schedule(stones: Sequence[Milestone], top: float) -> Iterator[Markup]:
    """A twelfth a month as far as there is room, the guide line, and a step for each milestone."""
    months = min(12.0, 12 * top)
    yield tag("polyline", class_="linear", points=_path([(0, 0), (months, months / 12)], top))
    if stones:
        guide = [(0.0, 0.0), *((float(stone.due.month), stone.at_least) for stone in stones)]
        yield tag("polyline", class_="guide", points=_path(guide, top))
    ends = [*(float(stone.due.month) for stone in stones[1:]), 12.0]
    for stone, end in zip(stones, ends, strict=False):
        step = [(float(stone.due.month), stone.at_least), (end, stone.at_least)]
        yield tag("polyline", class_="stone", points=_path(step, top))


def _year(unit: Multiple, top: float) -> Iterator[Markup]:
    if unit.points:
        yield tag("polyline", points=_path(unit.points, top))
        x, y = _place(*unit.points[-1], top)
        yield tag("circle", class_=unit.light, cx=x, cy=y, r=5)


def _path(points: Sequence[tuple[float, float]], top: float) -> str:
    return " ".join(f"{x},{y}" for x, y in (_place(*point, top) for point in points))


def _place(month: float, value: float, top: float) -> tuple[float, float]:
    x = _SIDE + month / 12 * (WIDTH - 2 * _SIDE)
    y = HEIGHT - 2 - value / top * (HEIGHT - _TOP - 2)
    return round(x, 1), round(y, 1)
