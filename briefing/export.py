"""What one chart or table gives to a file: message, figures, chart, and where they come from."""

import re
from dataclasses import dataclass

from briefing.chart import Chart
from briefing.grid import Grid
from briefing.provenance import Provenance

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Export:
    """A card of the board as a document holds it.

    `name` says what it is in a file name (indicator and month), `title` is the card's message,
    `sentence` more of it; `chart` is None where the card is a table alone.
    """

    name: str
    title: str
    sentence: str
    grid: Grid
    provenance: Provenance
    chart: Chart | None = None

    def file(self, ending: str) -> str:
        """The name of its file, which every system takes."""
        return f"{file_stem(self.name)}.{ending}"


def file_stem(name: str) -> str:
    """A text as a file name without what Windows refuses."""
    return " ".join(_NOT_IN_NAMES.sub(" ", name).split()).strip(" .")[:_LONGEST] or "board"
