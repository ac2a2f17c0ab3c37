"""What the cards of a page are of, and how the files made of them are named and signed."""

from dataclasses import dataclass
from datetime import datetime

from board.behind import CITY
from board.store import Board, Unit
from briefing.chart import Chart
from briefing.export import Export
from briefing.grid import Grid, Value
from briefing.provenance import provenance
from wording import Words

Filters = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Scope:
    """A month of the city, or of one unit, in the reader's language."""

    board: Board
    t: Words
    period: str
    unit: Unit | None

    @property
    def code(self) -> str:
        """The unit's code, or `city`."""
        return self.unit.code if self.unit else CITY

    @property
    def who(self) -> str:
        """Whom the figures are of."""
        return self.unit.label(self.t) if self.unit else self.t("全市")

    def of_city(self) -> "Scope":
        """The same month of all units."""
        return Scope(self.board, self.t, self.period, None)

    def names(self, codes: str) -> dict[str, str]:
        """The entries of a code list by code, as the reader calls them."""
        return {code: entry.label(self.t) for code, entry in self.board.codes(codes).items()}

    def titled(self, message: str) -> str:
        """A card's title: the unit, where it is of one, and the message."""
        if not self.unit:
            return message
        return self.t.about(self.unit.label(self.t), message)

    def export(
        self,
        subject: str,
        title: str,
        sentence: str,
        grid: Grid,
        made: datetime,
        *,
        chart: Chart | None = None,
        indicator: str = "",
        level: str | None = None,
        filters: Filters = (),
    ) -> Export:
        """A card as a file holds it: named by unit, subject and month, signed with both and with
        `filters`, what else the reader chose. `indicator` and `level` are codes; `made` is
        local time."""
        t = self.t
        own = ((t("单位"), self.who),) if self.unit else ()
        named = [*(value for _, value in own), subject, t.month(self.period)]
        return Export(
            " ".join(named),
            title,
            sentence,
            grid,
            provenance(
                self.board,
                self.period,
                t,
                made=made,
                indicator=self.board.indicators.get(indicator),
                level=level,
                filters=own + filters,
            ),
            chart,
        )

    def together(self, *said: str | None) -> str:
        """What is said below a title, as one sentence; what is empty is left out."""
        return self.t("；").join(each.rstrip("。.") for each in said if each)


def unreported(name: str, columns: int, t: Words) -> tuple[Value, ...]:
    """The row of a unit that sent nothing, in a table of so many columns."""
    return (name, t.reason("not_reported"), *[None] * (columns - 2))
