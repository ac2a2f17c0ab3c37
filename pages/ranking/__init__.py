"""县区排名: any indicator, month and fund level; who is where, since when, and against whom."""

import streamlit as st

from board.store import Board
from pages.ranking.asked import Asked
from pages.ranking.groups import groups_view
from pages.ranking.improvement import improvement_view
from pages.ranking.months import colours_view, ranks_view
from pages.ranking.standings import standings_view
from ui import controls, guarded, palette
from ui.switch import switch
from wording import Words


@guarded
def render(board: Board, t: Words) -> None:
    """The ranking of one month, indicator and level; only the chosen view is computed."""
    title, month, which, money = st.columns([4, 1.3, 1.6, 1.1], vertical_alignment="center")
    with month:
        period = controls.month(board, t)
    with which:
        indicator = controls.indicator(board, t)
    with money:
        level = "all"
        if len(indicator.levels) > 1:
            level = controls.level(board, t, indicator.levels)
    title.title(t("{city} · 县区排名", city=board.publication.city(t)), anchor=False)

    views = {
        "standings": (t("排名"), standings_view),
        "ranks": (t("名次走势"), ranks_view),
        "colours": (t("逐月红绿灯"), colours_view),
        "groups": (t("分组"), groups_view),
        "improvement": (t("进步榜"), improvement_view),
    }
    chosen = switch("view", t("看法"), {code: label for code, (label, _) in views.items()})
    _, view = views[chosen]
    view(Asked(board, t, palette(), period, indicator, level))
