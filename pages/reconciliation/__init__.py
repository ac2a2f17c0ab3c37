"""账表核对: ledgers against the units' own reports, and what files print against their own sums."""

import streamlit as st

from board.reconciliation import printed, reconciliation
from board.store import Board, Unit
from briefing.cards.scope import Scope
from pages.reconciliation.agreements import agreements_card, apart_card
from pages.reconciliation.comparisons import comparisons_card
from pages.reconciliation.files import printed_card
from ui import controls, guarded
from ui.chips import chips
from wording import Words


@guarded
def render(board: Board, t: Words) -> None:
    """What differs in a month, of all units or of the one in the URL (?unit=)."""
    unit = _chosen(board)
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.title(t("{city} · 账表核对", city=board.publication.city(t)), width="stretch")
        if unit:
            chips({"unit": unit.label(t)}, t)
        period = controls.month(board, t)
    answer = reconciliation(board, period)
    scope = Scope(board, t, period, unit)
    comparisons_card(answer.of(unit) if unit else answer, scope)
    left, right = st.columns(2)
    with left:
        agreements_card(answer, scope)
    with right:
        printed_card(printed(board, period), scope)
        apart_card(answer, board, t)


def _chosen(board: Board) -> Unit | None:
    """The unit that the URL asks for alone; one picked on another page is not meant here."""
    return board.units.get(st.query_params.get("unit", ""))
