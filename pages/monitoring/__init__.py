"""监测帮扶: who is monitored, how the stock moves, whose risk is gone, and who is helped."""

import streamlit as st

from board.reporting import reporting
from board.store import Board
from board.unit_sentences import owes
from pages.monitoring.asked import Asked, narrowed
from pages.monitoring.elimination import elimination_view
from pages.monitoring.flow import flow_view
from pages.monitoring.help import help_view
from pages.monitoring.stock import stock_view
from ui import chips, controls, guarded, palette
from ui.plain import plain
from ui.switch import switch
from wording import Words

BOTH = ("stock", "flow")  # views that count households or persons, as the reader likes


@guarded
def render(board: Board, t: Words) -> None:
    """One month of the city, or of the unit in the URL; only the chosen view is computed."""
    # A unit picked on another page is not meant here.
    unit = board.units.get(st.query_params.get("unit", ""))
    views = {
        "stock": (t("存量结构"), stock_view),
        "flow": (t("增减变化"), flow_view),
        "elimination": (t("风险消除"), elimination_view),
        "help": (t("措施与时长"), help_view),
    }
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.title(t("{city} · 监测帮扶", city=board.publication.city(t)), width="stretch")
        filters = st.container(width="content")
        period = controls.month(board, t)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        chosen = switch("view", t("视图"), {code: label for code, (label, _) in views.items()})
        quantity = "persons"
        if chosen in BOTH:
            quantity = switch("count", t("计数"), {"households": t("按户"), "persons": t("按人")})
    narrow = narrowed(board) if chosen == "stock" else None
    asked = Asked(
        board,
        t,
        period,
        unit,
        palette(),
        narrow,
        "households" if quantity == "households" else "persons",
    )
    with filters:
        chips(asked.filters, t)
    for silence in reporting(board, period).silent if unit else ():
        if silence.unit == unit:
            st.warning(plain(owes(silence, board, period, t)), icon=":material/mail:")
    _, view = views[chosen]
    view(asked)
