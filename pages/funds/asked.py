"""What the reader asked the funds page for, handed to the view that answers it."""

from dataclasses import dataclass

from board.behind import Figure
from briefing.cards.scope import Scope
from charts.theme import Palette


@dataclass(frozen=True)
class Asked(Scope):
    """A month, and the unit whose money is shown, or None for the city's; in the reader's
    colours."""

    palette: Palette

    def titled(self, message: str) -> str:
        """A card's title: whose money, and the message."""
        return self.t.about(self.who, message)

    def behind(
        self, measure: str, level: str = "all", dimension: str = "", member: str = ""
    ) -> str:
        """The address that opens the rows of one sum."""
        return Figure(measure, self.code, level, dimension, member).link
