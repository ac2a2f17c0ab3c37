"""A slide as a value: one message, what shows it, and what is said to it."""

from dataclasses import dataclass

from briefing.chart import Chart
from briefing.grid import Grid


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; its title is its message, `notes` are what the speaker says, a paragraph each.

    The first of chart, grid and points that is there fills it; `under` stands below in smaller
    letters. `lights` colour the last column of the grid, one a row. `topics` are the codes of the
    notice whose lines belong to its notes.
    """

    title: str
    notes: tuple[str, ...] = ()
    chart: Chart | None = None
    grid: Grid | None = None
    points: tuple[str, ...] = ()
    under: str = ""
    lights: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
