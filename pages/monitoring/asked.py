"""What the reader asked the monitoring page for, handed to the view that answers it."""

from dataclasses import dataclass
from typing import NamedTuple

import streamlit as st

from board.behind import CITY, Figure
from board.monitoring import KINDS, Quantity
from board.store import Board, Unit
from charts.markup import Markup, link
from charts.theme import Palette
from wording import Words

PARAMETERS = dict(zip(KINDS, ("type", "risk"), strict=True))  # of the address


class Narrow(NamedTuple):
    """The one type or risk that the units are compared in."""

    dimension: str
    member: str


@dataclass(frozen=True)
class Asked:
    """A month of the city or of one unit, in the reader's language and colours."""

    board: Board
    t: Words
    palette: Palette
    period: str
    unit: Unit | None
    narrow: Narrow | None
    quantity: Quantity

    @property
    def code(self) -> str:
        """The unit's code, or `city`."""
        return self.unit.code if self.unit else CITY

    @property
    def who(self) -> str:
        """Whom the figures are of."""
        return self.unit.label(self.t) if self.unit else self.t("全市")

    @property
    def filters(self) -> dict[str, str]:
        """What the page is filtered by: parameter of the URL → what its chip says."""
        found = {"unit": self.unit.label(self.t)} if self.unit else {}
        if self.narrow:
            name = self.names(self.narrow.dimension)[self.narrow.member]
            found[PARAMETERS[self.narrow.dimension]] = name
        return found

    def names(self, codes: str) -> dict[str, str]:
        """The entries of a code list by code, as the reader calls them."""
        return {code: entry.label(self.t) for code, entry in self.board.codes(codes).items()}

    def titled(self, message: str) -> str:
        """A card's title: the unit, where it is of one, and the message."""
        if not self.unit:
            return message
        return self.t("{subject}：{message}", subject=self.unit.label(self.t), message=message)

    def figure(
        self, measure: str, dimension: str = "", member: str = "", unit: str | None = None
    ) -> Figure:
        """A number of the unit asked for, or of another."""
        return Figure(measure, unit or self.code, "all", dimension, member)

    def unit_link(self, code: str) -> Markup:
        """The unit's name, which narrows the page to it."""
        return link(self.board.units[code].label(self.t), to=f"?unit={code}")


def narrowed(board: Board) -> Narrow | None:
    """The type or risk in the URL (?type=, ?risk=); the type where both are there."""
    for dimension, parameter in PARAMETERS.items():
        member = st.query_params.get(parameter, "")
        if member in board.codes(dimension):
            return Narrow(dimension, member)
    return None
