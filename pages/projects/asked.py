"""What the reader asked the project page for, handed to the view that answers it."""

from dataclasses import dataclass
from urllib.parse import urlencode

from board.behind import CITY, Figure
from board.names import code_name, unit_name
from board.project_rows import Filters
from board.store import Board
from briefing.cards.scope import Scope
from charts.markup import Markup, link, tag
from charts.theme import Palette
from wording import Words


@dataclass(frozen=True)
class Asked:
    """A month and filters, in the reader's language and colours."""

    board: Board
    t: Words
    palette: Palette
    period: str
    filters: Filters

    @property
    def unit(self) -> str | None:
        """The unit that the page is narrowed to."""
        return self.filters.unit or None

    @property
    def category(self) -> str | None:
        """The category that the page is narrowed to."""
        return self.filters.category or None

    @property
    def scope(self) -> Scope:
        """The month and the unit, by which files are named and signed."""
        return Scope(self.board, self.t, self.period, self.board.units.get(self.filters.unit))

    def unit_name(self, code: str) -> str:
        """A unit, or 全市 for the city."""
        return unit_name(self.board, code, self.t)

    def named(self, codes: str, code: str) -> str:
        """An entry of a code list as the reader calls it."""
        return code_name(self.board, codes, code, self.t)

    def figure(self, measure: str, unit: str, category: str | None = None) -> Figure:
        """A figure of a unit or the city, whole or of one category."""
        if category is None:
            return Figure(measure, unit)
        return Figure(measure, unit, "all", "category", category)

    def unit_link(self, code: str) -> Markup:
        """The unit's name; a click narrows the page to it."""
        return link(tag("span", self.unit_name(code), class_="wrap"), to=narrowed(unit=code))

    def late_link(self, text: str, unit: str, kind: str, category: str | None = None) -> Markup:
        """A number of the year's late projects; a click lists them, without those carried over."""
        to = {"view": "late", "late": kind, "origin": "own"}
        to |= {"unit": unit} if unit != CITY else {}
        to |= {"category": category} if category else {}
        return link(text, to=narrowed(**to))


def narrowed(**filters: str) -> str:
    """The address that narrows the page further, and begins its list anew."""
    return "?" + urlencode(filters | {"page": ""})
