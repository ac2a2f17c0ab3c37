"""Two rates of a unit on one small scale: a hollow dot for the first, a full one for the other."""

from charts.markup import Markup, tag

WIDTH, HEIGHT = 150, 22
_EDGE = 8


def dumbbell(first: float, second: float, low: float, high: float, middle: float | None) -> Markup:
    """Both rates between `low` and `high`, the way from one to the other, and a thin line at
    `middle`. A drawing beside the numbers: it says nothing that they do not."""

    def place(rate: float) -> float:
        return round(_EDGE + (rate - low) / ((high - low) or 1) * (WIDTH - 2 * _EDGE), 1)

    half = HEIGHT / 2
    line = "stroke:var(--line);stroke-width:1.5"
    return tag(
        "svg",
        tag("path", d=f"M{place(middle)} 0V{HEIGHT}", style=line) if middle is not None else None,
        tag("path", d=f"M{place(first)} {half}H{place(second)}"),
        tag(
            "circle",
            cx=place(first),
            cy=half,
            r=4.5,
            style="fill:var(--card);stroke:var(--soft);stroke-width:2",
        ),
        tag("circle", cx=place(second), cy=half, r=4.5),
        width=WIDTH,
        height=HEIGHT,
        aria_hidden="true",
    )
