"""What the page is narrowed to: by clicks alone, in the address, and a chip for each."""

from collections.abc import Collection

import streamlit as st

from board.days_to_start import span_name, span_of
from board.project_rows import ORIGINS, Filters
from board.project_words import filters_in_words
from board.store import Board
from pages.projects.asked import Asked
from ui import chips
from ui.plain import plain


def filters(board: Board) -> Filters:
    """What the address narrows the page to; what the board does not know is left out."""
    return Filters(
        unit=narrowed_to("unit", board.units),
        category=narrowed_to("category", board.codes("category")),
        township=narrowed_to("township"),
        department=narrowed_to("department"),
        stage=narrowed_to("stage", board.codes("stage")),
        origin=narrowed_to("origin", ORIGINS),
    )


def filter_chips(asked: Asked, applied: Collection[str]) -> None:
    """A chip for each filter, and a word on those that this view cannot follow."""
    t = asked.t
    found = filters_in_words(asked.filters, asked.board, t)
    span = span_of(narrowed_to("days"))
    if span.code:
        found["days"] = span_name(span, t)
    chips(found, t)
    if idle := [says for parameter, says in found.items() if parameter not in applied]:
        st.caption(plain(t("这个视图不按{filters}筛选", filters=t.join(idle))))


def narrowed_to(parameter: str, known: Collection[str] | None = None) -> str:
    """A code of the address; '' for none, or for one that is not `known`. What was picked on
    another page is not meant here."""
    value: str = st.query_params.get(parameter) or ""
    return value if known is None or value in known else ""
