"""What the reader asked the ranking page for, handed to the view that answers it."""

from dataclasses import dataclass
from functools import cached_property

from board.behind import CITY, Figure
from board.course import yearly
from board.history import History, history
from board.months import january
from board.ranking import Ranking, ranking
from board.store import Board, Indicator
from briefing.cards.scope import Scope
from charts.markup import Markup, link
from charts.theme import Palette
from wording import Words


@dataclass(frozen=True)
class Asked:
    """A month, an indicator and a fund level, in the reader's language and colours.

    `first` is where the views over several months begin.
    """

    board: Board
    t: Words
    palette: Palette
    period: str
    first: str
    indicator: Indicator
    level: str

    @property
    def history(self) -> History:
        """The ranked units from `first` to the month."""
        return history(self.board, self.first, self.period, self.indicator.code, self.level)

    @cached_property
    def ranking(self) -> Ranking:
        """The ranking asked for; asked of the board once, by the first view that needs it."""
        return ranking(self.board, self.period, self.indicator.code, self.level)

    @property
    def restarts(self) -> int | None:
        """Where in a twelve-month trail the rate starts anew; None for one that never does."""
        return january(self.period) if yearly(self.indicator) else None

    @property
    def scope(self) -> Scope:
        """The same for documents."""
        return Scope(self.board, self.t, self.period, None)

    @property
    def basis(self) -> str:
        """The formula with the denominator in use."""
        return self.indicator.basis(self.t)

    @property
    def subject(self) -> str:
        """The indicator's name, with the fund level where it is one of several."""
        name = self.indicator.label(self.t)
        if self.level == "all":
            return name
        return f"{name} · {self.board.levels[self.level].label(self.t)}"

    def titled(self, message: str) -> str:
        """A card's title: what the message is about, and the message."""
        return self.t.about(self.subject, message)

    def figure(self, unit: str = CITY) -> Figure:
        """The rate of a unit or the city, whose rows a click opens."""
        return Figure(self.indicator.code, unit, self.level)

    def unit_address(self, code: str) -> str:
        """The unit's page in the same month."""
        return f"unit?unit={code}&month={self.period}"

    def unit_link(self, code: str, name: str) -> Markup:
        """The name, leading to the unit's page in the same month."""
        return link(name, to=self.unit_address(code))
