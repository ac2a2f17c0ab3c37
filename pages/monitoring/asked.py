"""What the reader asked the monitoring page for, handed to the view that answers it."""

from dataclasses import dataclass

import streamlit as st

from board.behind import Figure
from board.monitoring import KINDS, Narrow, Quantity
from board.store import Board
from briefing.cards.scope import Scope
from charts.markup import Markup, link
from charts.theme import Palette

PARAMETERS = dict(zip(KINDS, ("type", "risk"), strict=True))  # of the address


@dataclass(frozen=True)
class Asked(Scope):
    """A month of the city or of one unit, in the reader's language and colours."""

    palette: Palette
    narrow: Narrow | None
    quantity: Quantity

    @property
    def filters(self) -> dict[str, str]:
        """What the page is filtered by: parameter of the URL → what its chip says."""
        found = {"unit": self.unit.label(self.t)} if self.unit else {}
        if self.narrow:
            name = self.names(self.narrow.dimension)[self.narrow.member]
            found[PARAMETERS[self.narrow.dimension]] = name
        return found

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
