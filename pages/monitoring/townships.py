"""One unit's townships in both rates of people: who is out of risk, and who is helped."""

from functools import partial

import streamlit as st

from board.behind import Figure
from board.store import Indicator
from board.township_sentences import township_cautions, townships_finding
from board.townships import townships
from briefing.cards.monitoring import townships as cards
from charts.township_bars import township_bars
from pages.monitoring.asked import Asked
from ui import card, show
from ui.plain import plain

INDICATORS = ("risk_elimination_rate", "measure_coverage")


def townships_cards(asked: Asked) -> None:
    """A ranking of the townships in each of the rates, side by side."""
    known = asked.board.indicators
    for column, code in zip(st.columns(len(INDICATORS)), INDICATORS, strict=True):
        if code in known:
            with column:
                _card(known[code], asked)


def _card(indicator: Indicator, asked: Asked) -> None:
    t = asked.t
    answer = townships(asked.board, asked.period, indicator, asked.code)
    message = townships_finding(answer, asked.board, t)
    title = t.about(indicator.label(t), message)
    cautions = township_cautions(answer, t)
    export = partial(cards.standings, asked, indicator.code, title, asked.together(*cautions))
    key, offered = f"townships_{indicator.code}", export if answer.places else None
    with card(title, indicator.basis(t), key=key, export=offered):
        if not answer.reported:
            st.write(t("请换一个月份，或先上报这个月的数据。"))
            return
        if not answer.places:
            st.write(t("在监测对象台账的“乡镇”一列填上户所在的乡镇，这里就能排名。"))
            return
        opened = [
            Figure(indicator.numerator, asked.code, "all", "township", each.name).link
            for each in answer.places
        ]
        figure = township_bars(answer, asked.who, opened, t, asked.palette)
        show(figure, alt=title, key=f"township_bars_{indicator.code}")
        for sentence in cautions:
            st.caption(plain(sentence))
