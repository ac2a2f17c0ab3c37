"""项目进度: the stages of the projects, the days from money to start, who lags, the townships."""

import streamlit as st

from board.store import Board
from pages.projects.asked import Asked
from pages.projects.days import days_view
from pages.projects.filters import filter_chips, filters
from pages.projects.late import late_view
from pages.projects.stages import stages_view
from pages.projects.townships import townships_view
from ui import controls, guarded, palette
from ui.switch import switch
from wording import Words

BY_ROW = ("unit", "category", "township", "department", "stage")  # what rows can be narrowed by


@guarded
def render(board: Board, t: Words) -> None:
    """The projects of one month, narrowed as the address says; only the chosen view is computed."""
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.title(t("{city} · 项目进度", city=board.publication.city(t)), width="stretch")
        period = controls.month(board, t)
    asked = Asked(board, t, palette(), period, filters(board))
    views = {
        "stages": (t("进度"), stages_view, ("unit", "category")),
        "days": (t("资金到开工"), days_view, (*BY_ROW, "days")),
        "late": (t("落后项目"), late_view, (*BY_ROW, "origin")),
        "townships": (t("乡镇排名"), townships_view, ("unit",)),
    }
    with st.container(horizontal=True, vertical_alignment="center"):
        chosen = switch("view", t("视图"), {code: view[0] for code, view in views.items()})
        _, view, applied = views[chosen]
        filter_chips(asked, applied)
    view(asked)
