"""总览: where the city stands this month, who leads, who lags, and what has to happen by when."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from board.months import month_end
from board.overview import Field, field, headlines
from board.reporting import reporting, settings
from board.schedule import schedule
from board.store import Board
from briefing.cards import overview as sections
from briefing.cards.scope import Scope
from charts.markup import join, tag
from pages.overview.ahead import ahead_card, reporting_card
from pages.overview.cards import headline_card
from pages.overview.map import bars_card, tiles_card
from ui import controls, export_menus, guarded, panel
from ui.export import Exported
from wording import Words


@guarded
def render(board: Board, t: Words) -> None:
    """Pickers, then one panel: cards, tiles beside bars, the way ahead beside who is silent."""
    rates = headlines(board)
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.title(t("{city} · 总览", city=board.publication.city(t)), width="stretch")
        chosen = controls.indicator(board, t, only=lambda indicator: indicator in rates)
        period = controls.month(board, t)
        level = controls.level(board, t)

    answers = {rate.code: field(board, period, rate, level) for rate in rates}
    shown = answers[chosen.code]
    numbers = settings(board)
    panel(
        join(
            tag(
                "div",
                *(
                    headline_card(board, answer, level, answer is shown, t)
                    for answer in answers.values()
                ),
                class_="cards",
            ),
            tag(
                "div",
                tiles_card(shown, t),
                bars_card(
                    shown, numbers.get("standing.front", 3), numbers.get("standing.last", 3), t
                ),
                class_="field",
            ),
            tag(
                "div",
                ahead_card(schedule(shown), shown, t),
                reporting_card(reporting(board, period), board, month_end(period), t),
                class_="ahead",
            ),
        ),
        key="overview",
    )
    export_menus(_exports(Scope(board, t, period, None), answers, shown), key="overview")


def _exports(scope: Scope, answers: Mapping[str, Field], shown: Field) -> Mapping[str, Exported]:
    """The file of each section, by the name of its spot."""
    rates = {code: partial(sections.headline, scope, each) for code, each in answers.items()}
    return rates | {
        "tiles": partial(sections.tiles, scope, shown),
        "bars": partial(sections.bars, scope, shown),
        "ahead": partial(sections.way_ahead, scope, shown),
        "reporting": partial(sections.awaited, scope),
    }
