"""衔接资金: is it spent in time, what is it for, what lies still, and how it was a year ago."""

import streamlit as st

from board.store import Board
from pages.funds.asked import Asked
from pages.funds.issues import issues_view
from pages.funds.progress import progress_view
from pages.funds.uses import uses_view
from pages.funds.years import years_view
from ui import chips, controls, guarded, palette
from ui.switch import switch
from wording import Words


@guarded
def render(board: Board, t: Words) -> None:
    """One month, of the city or of one unit (?unit=); only the chosen view is computed."""
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.title(t("{city} · 衔接资金", city=board.publication.city(t)), width="stretch")
        period = controls.month(board, t)
    views = {
        "progress": (t("支出进度"), progress_view),
        "uses": (t("资金投向"), uses_view),
        "issues": (t("批次与结余"), issues_view),
        "years": (t("较上年"), years_view),
    }
    with st.container(horizontal=True, vertical_alignment="center"):
        chosen = switch("view", t("视图"), {code: label for code, (label, _) in views.items()})
        unit = board.units.get(st.query_params.get("unit") or "")
        chips({"unit": unit.label(t)} if unit else {}, t)
    _, view = views[chosen]
    view(Asked(board, t, period, unit, palette()))
