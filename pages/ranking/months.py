"""The ranking over the months: who climbed and fell, and how the lights changed."""

from functools import partial

import streamlit as st

from board.ranking_sentences import biggest_climb, lights_now
from briefing.cards import ranking as cards
from charts.clicks import leading, leading_cells
from charts.heatmap import heatmap
from charts.ranks_over_months import ranks_over_months
from pages.ranking.asked import Asked
from ui import card, export_menu, show
from ui.switch import switch


def ranks_view(asked: Asked) -> None:
    """A line a unit over the months, the chosen unit in blue."""
    t, answer = asked.t, asked.history
    message = biggest_climb(answer, t)
    title = asked.titled(message)
    with card(
        title, t("名次越靠上越好；符号和颜色是当月的状态，没有点的月份没有名次"), key="ranks"
    ):
        if not answer.lines:
            st.write(t("请换一个月份，或先上报这个月的数据。"))
            return
        names = {line.unit_code: line.label(t) for line in answer.lines}
        chosen = switch("line", t("标出"), names)
        export = partial(
            cards.ranks,
            asked.scope,
            answer,
            title,
            indicator=asked.indicator.code,
            level=asked.level,
            chosen=chosen,
        )
        export_menu(export, key="ranks")
        figure = ranks_over_months(answer, chosen, t, asked.palette)
        # The chosen line is drawn last, the others in their order.
        drawn = sorted(answer.lines, key=lambda line: line.unit_code == chosen)
        for place, line in enumerate(drawn):
            behind = asked.figure(line.unit_code).link
            months = [f"{behind}&at={cell.period}" if cell else None for cell in line.cells]
            figure = leading(figure, months, trace=place)
        show(figure, alt=title, key="ranks_over_months")


def colours_view(asked: Asked) -> None:
    """Units × months, a light in every cell."""
    t, answer = asked.t, asked.history
    title = asked.titled(lights_now(answer, t))
    under = t("{basis} · 格内数字为%，符号和颜色是当月的状态", basis=asked.basis)
    export = partial(
        cards.colours,
        asked.scope,
        answer,
        title,
        indicator=asked.indicator.code,
        level=asked.level,
    )
    with card(title, under, key="colours", export=export):
        if not answer.lines:
            st.write(t("请换一个月份，或先上报这个月的数据。"))
            return
        cells = [
            [
                f"{asked.figure(line.unit_code).link}&at={cell.period}" if cell else None
                for cell in line.cells
            ]
            for line in answer.lines
        ]
        figure = leading_cells(heatmap(answer, t, asked.palette), cells)
        show(figure, alt=title, key="heatmap")
