"""A sheet of the annex as a value, and names that every program takes for it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.chart import Chart
from briefing.grid import Grid

# What a sheet's name may not hold; Excel in Chinese refuses the full-width ones as well.
_REFUSED = re.compile(r"[\[\]:*?/\\［］：＊？／＼\x00-\x1f]+")
_LONGEST = 31
_RESERVED = {"history"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one sheet holds: its table, what is said below it, and a chart of the table's own
    numbers beside it: categories in the column `names`, one series in the column `values`."""

    name: str
    message: str
    grid: Grid
    said: tuple[str, ...]
    colour: str
    chart: Chart | None = None
    names: int = 0
    values: int = 1


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """The names cut to what Excel takes, each of them once; capitals make no difference to it."""
    taken, names = set(_RESERVED), []
    for each in wanted:
        plain = _REFUSED.sub(" ", each).strip(" '") or "-"
        name, number = plain[:_LONGEST].strip(" '"), 2
        while name.casefold() in taken:
            end = f" {number}"
            name, number = plain[: _LONGEST - len(end)].strip(" '") + end, number + 1
        taken.add(name.casefold())
        names.append(name)
    return names
