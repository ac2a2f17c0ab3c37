"""Who is helped and how: measures by kind, and how long the first one and elimination took."""

from decimal import Decimal
from functools import partial

import streamlit as st

from board.elimination_sentences import coverage, elimination_time, first_measure
from board.monitoring import Split, most_first, share, split, whole
from board.monitoring_sentences import largest_member, overlapping
from board.ranking import Place, ranking
from board.thresholds import fast_months, months_to_help
from board.waits import eliminations, first_measures
from briefing.cards.monitoring import help as cards
from charts.share_bars import ShareRow, share_bars
from charts.waits import elimination_columns, first_measure_columns
from pages.monitoring.asked import Asked
from ui import card, show


def help_view(asked: Asked) -> None:
    """The kinds of measures beside the two waits."""
    left, right = st.columns(2)
    with left:
        _kinds(asked)
    with right:
        _first_measures(asked)
        _eliminations(asked)


def _kinds(asked: Asked) -> None:
    t = asked.t
    every = whole(asked.board, asked.period, asked.code)
    kinds = most_first(split(asked.board, asked.period, "measure_kind", asked.code), "households")
    names = asked.names("measure_kind")
    message = coverage(_place(asked), t)
    if kinds:
        largest = largest_member(kinds, names, every, "households", t)
        message = t("{first}；{second}", first=message, second=largest)
    title = asked.titled(message)
    under = overlapping(kinds, every, "households", t) if kinds else ""
    export = partial(cards.kinds, asked, title, under) if kinds else None
    with card(title, under, key="kinds", export=export):
        if not kinds:
            st.write(t("请换一个月份，或先上报这个月的数据。"))
            return
        rows = [_row(each, every, names, asked) for each in kinds if each.households]
        show(share_bars(rows, t, asked.palette), alt=message, key="kind_bars")


def _place(asked: Asked) -> Place | None:
    """The standing in 帮扶措施落实率 of the unit asked for, or of the city."""
    answer = ranking(asked.board, asked.period, "measure_coverage", "all")
    if asked.unit is None:
        return answer.city
    every = (*answer.places, *answer.unranked)
    return next((each for each in every if each.unit_code == asked.code), None)


def _row(each: Split, every: Split | None, names: dict[str, str], asked: Asked) -> ShareRow:
    part = share(each, every, "households")
    return ShareRow(
        names.get(each.member, each.member),
        each.households or Decimal(),
        asked.t.count(each.households, "households"),
        None if part is None else float(part),
        asked.figure("households_monitored", "measure_kind", each.member).link,
    )


def _first_measures(asked: Asked) -> None:
    t = asked.t
    found = first_measures(asked.board, asked.period, asked.code)
    in_time = months_to_help(asked.board)
    message = asked.titled(first_measure(found, in_time, asked.period[:4], t))
    under = t.n(
        "按首次落实措施的月份：深色为识别当月，浅色为{n}个月内，黄色▲更晚；能与上月台账对上的户",
        in_time,
    )
    export = partial(cards.first_measure_months, asked, message, under) if found else None
    with card(message, under, key="first_measures", export=export):
        if found:
            figure = first_measure_columns(
                found,
                in_time,
                lambda each: _in_month(each.period, str(each.waited), asked),
                t,
                asked.palette,
            )
            show(figure, alt=message, key="first_measure_columns")


def _in_month(month: str, waited: str, asked: Asked) -> str:
    figure = asked.figure("households_measured", "months_to_measure", waited)
    return figure.link if month == asked.period else f"{figure.link}&at={month}"


def _eliminations(asked: Asked) -> None:
    t = asked.t
    found, fast = eliminations(asked.board, asked.period, asked.code), fast_months(asked.board)
    message = asked.titled(elimination_time(found, fast, t))
    under = t("月末已消除风险的户，帮扶消除和自然消除都在内；黄色▲为不到{n}个月的", n=fast)
    export = partial(cards.elimination_months, asked, message, under) if found else None
    with card(message, under, key="eliminations", export=export):
        if found:
            figure = elimination_columns(
                found,
                fast,
                lambda each: (
                    asked.figure(
                        "households_eliminated", "months_to_elimination", str(each.months)
                    ).link
                ),
                t,
                asked.palette,
            )
            show(figure, alt=message, key="elimination_columns")
