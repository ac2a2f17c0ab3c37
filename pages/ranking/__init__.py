"""县区排名: any indicator, month and fund level; who is where, since when, and against whom."""

import streamlit as st

from board.months import shift
from board.store import Board
from pages.ranking.asked import Asked
from pages.ranking.groups import groups_view
from pages.ranking.improvement import improvement_view
from pages.ranking.months import colours_view, ranks_view
from pages.ranking.schedule import schedule_view
from pages.ranking.standings import standings_view
from pages.ranking.streaks import streaks_view
from ui import controls, guarded, palette
from ui.switch import switch
from wording import Words

OVER_MONTHS = ("ranks", "colours")
YEAR = 12


@guarded
def render(board: Board, t: Words) -> None:
    """The ranking of one month, indicator and level; only the chosen view is computed."""
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.title(t("{city} · 县区排名", city=board.publication.city(t)), width="stretch")
        indicator = controls.indicator(board, t)
        period = controls.month(board, t)
        level = "all"
        if len(indicator.levels) > 1:
            level = controls.level(board, t, indicator.levels)
    views = {
        "standings": (t("排名"), standings_view),
        "ranks": (t("名次走势"), ranks_view),
        "colours": (t("逐月红绿灯"), colours_view),
        "groups": (t("分组"), groups_view),
        "improvement": (t("进步榜"), improvement_view),
        "schedule": (t("到下一节点"), schedule_view),
        "streaks": (t("连续落后"), streaks_view),
    }
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        chosen = switch("view", t("视图"), {code: label for code, (label, _) in views.items()})
        first = _first_month(board, period, t) if chosen in OVER_MONTHS else period
    _, view = views[chosen]
    view(Asked(board, t, palette(), period, first, indicator, level))


def _first_month(board: Board, period: str, t: Words) -> str:
    """Where a view over months begins: a year back, or with the first month there is."""
    spans = {"year": t("近12个月"), "all": t("全部月份")}
    if switch("span", t("时间范围"), spans) == "all":
        return board.periods[0]
    return shift(period, 1 - YEAR)
