"""What the reader asked the funds page for, handed to the view that answers it."""

from dataclasses import dataclass

from board.behind import CITY, Figure
from board.store import Board, Unit
from charts.theme import Palette
from wording import Words


@dataclass(frozen=True)
class Asked:
    """A month, and the unit whose money is shown, or None for the city's."""

    board: Board
    t: Words
    palette: Palette
    period: str
    unit: Unit | None

    @property
    def code(self) -> str:
        """The unit's code, or that of the city."""
        return self.unit.code if self.unit else CITY

    @property
    def who(self) -> str:
        """Whose money it is."""
        return self.unit.label(self.t) if self.unit else self.t("全市")

    def titled(self, message: str) -> str:
        """A card's title: whose money, and the message."""
        return self.t("{subject}：{message}", subject=self.who, message=message)

    def behind(
        self, measure: str, level: str = "all", dimension: str = "", member: str = ""
    ) -> str:
        """The address that opens the rows of one sum."""
        return Figure(measure, self.code, level, dimension, member).link
