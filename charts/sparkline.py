"""The year's line on a card: January to December, and what was reached."""

from collections.abc import Sequence

from charts.markup import Markup, join, tag

WIDTH, HEIGHT = 480, 56
_TOP, _BOTTOM, _SIDE = 7, 7, 6


def sparkline(
    points: Sequence[tuple[int, float]],
    light: str,
    description: str,
) -> Markup:
    """`points` are (month 1–12, fraction); the last one carries the light's colour.

    A line from January to December, so that its end shows how much of the year is gone.
    """
    values = [value for _, value in points]
    top = max(values, default=0.0)
    low = min(0.0, *values) if top and min(values) < top * 0.5 else min(values, default=0.0)
    span = (top - low) or 1.0

    def place(month: int, value: float) -> tuple[float, float]:
        x = _SIDE + (month - 1) / 11 * (WIDTH - 2 * _SIDE)
        y = HEIGHT - _BOTTOM - (value - low) / span * (HEIGHT - _TOP - _BOTTOM)
        return round(x, 1), round(y, 1)

    parts = [tag("line", class_="floor", x1=0, x2=WIDTH, y1=HEIGHT - 1, y2=HEIGHT - 1)]
    placed = [place(month, value) for month, value in points]
    if len(placed) > 1:
        parts.append(tag("polyline", points=" ".join(f"{x},{y}" for x, y in placed)))
    if placed:
        x, y = placed[-1]
        # A dot that stays round however the card stretches: a line of no length with round ends.
        parts.append(tag("line", class_=f"dot {light}", x1=x, x2=x, y1=y, y2=y))
    return tag(
        "svg",
        join(*parts),
        class_="spark",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        preserveAspectRatio="none",
        role="img",
        aria_label=description,
    )
