"""Who is monitored: by type and by risk, beside the units or the townships of one."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from board.monitoring import Split, most_first, share, split, whole
from board.monitoring_sentences import largest_member, overlapping, stock
from briefing.cards.monitoring import stock as cards
from charts.share_bars import ShareRow, share_bars
from pages.monitoring.asked import Asked
from pages.monitoring.places import townships_card, units_card
from ui import card, show


def stock_view(asked: Asked) -> None:
    """The types over the risks, and where they are."""
    t, board, quantity = asked.t, asked.board, asked.quantity
    every = whole(board, asked.period, asked.code)
    left, right = st.columns(2)
    with left:
        types = split(board, asked.period, "monitor_type", asked.code)
        message = stock(every, t)
        if types:
            largest = largest_member(types, asked.names("monitor_type"), every, quantity, t)
            message = t("{first}；{second}", first=message, second=largest)
        title, under = asked.titled(message), t("按监测对象类别，含已消除风险的")
        export = partial(cards.types, asked, quantity, title, under) if types else None
        with card(title, under, key="types", export=export):
            _bars(types, "monitor_type", every, asked, message)
        risks = most_first(split(board, asked.period, "risk", asked.code), quantity)
        message = largest_member(risks, asked.names("risk"), every, quantity, t)
        message = t.about(t("致贫返贫风险"), message)
        under = overlapping(risks, every, quantity, t) if risks else ""
        export = partial(cards.risks, asked, quantity, message, under) if risks else None
        with card(message, under, key="risks", export=export):
            _bars(risks, "risk", every, asked, message)
    with right:
        if asked.unit and not asked.narrow:
            townships_card(every, asked)
        else:
            units_card(asked)


def _bars(
    found: Sequence[Split], dimension: str, every: Split | None, asked: Asked, message: str
) -> None:
    t, names = asked.t, asked.names(dimension)
    rows = []
    for each in found:
        value, part = each.monitored(asked.quantity), share(each, every, asked.quantity)
        if value is None:
            continue
        figure = asked.figure(f"{asked.quantity}_monitored", dimension, each.member)
        rows.append(
            ShareRow(
                names.get(each.member, each.member),
                value,
                t.count(value, asked.quantity),
                None if part is None else float(part),
                figure.link,
            )
        )
    if rows:
        show(share_bars(rows, t, asked.palette), alt=message, key=f"{dimension}_bars")
    else:
        st.write(t("请换一个月份，或先上报这个月的数据。"))
