"""The ranking over the months: who climbed and fell, and how the lights changed."""

import streamlit as st

from board.history import History, history
from board.months import shift
from board.ranking_sentences import biggest_climb
from charts.heatmap import heatmap
from charts.ranks_over_months import ranks_over_months
from pages.ranking.asked import Asked
from ui import card, show
from ui.switch import switch

YEAR = 12


def ranks_view(asked: Asked) -> None:
    """A line a unit over the months, the chosen unit in blue."""
    t, answer = asked.t, _history(asked)
    message = biggest_climb(answer, t)
    with card(message, t("{subject}的名次；符号和颜色是当月的状态", subject=asked.subject)):
        if not answer.lines:
            st.write(t("请换一个月份，或先上报这个月的数据。"))
            return
        names = {line.unit_code: line.label(t) for line in answer.lines}
        chosen = switch("line", t("标出"), names)
        figure = ranks_over_months(answer, chosen, t, asked.palette)
        show(figure, alt=message, key="ranks_over_months")


def colours_view(asked: Asked) -> None:
    """Units × months, a light in every cell."""
    t, answer = asked.t, _history(asked)
    months = len(answer.months)
    title = t.n("{subject}：近{n}个月的状态", months, subject=asked.subject)
    with card(title, asked.indicator.basis(t)):
        if not answer.lines:
            st.write(t("请换一个月份，或先上报这个月的数据。"))
            return
        show(heatmap(answer, t, asked.palette), alt=title, key="heatmap")


def _history(asked: Asked) -> History:
    """Twelve months, or all there are when the reader asks for them."""
    t = asked.t
    spans = {"year": t("近12个月"), "all": t("全部月份")}
    whole = switch("span", t("时间范围"), spans) == "all"
    first = asked.board.periods[0] if whole else shift(asked.period, 1 - YEAR)
    return history(asked.board, first, asked.period, asked.indicator.code, asked.level)
