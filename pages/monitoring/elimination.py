"""Whose risk is gone: raw and standardised by type, by year of identification, by township."""

from decimal import Decimal
from functools import partial

import streamlit as st

from board.elimination_sentences import cohort, who_moves
from board.monitoring import Split, by_unit, split, whole
from board.monitoring_sentences import no_ledger, percent
from board.standardised import Standardisation, Standardised, standardisation
from briefing.cards.monitoring import elimination as cards
from charts.dumbbell import dumbbell
from charts.markup import Markup, link
from charts.part_bars import PartRow, part_bars
from charts.table import Column, Row, soft, strong, table
from pages.monitoring.asked import Asked
from pages.monitoring.mix import mix_card
from pages.monitoring.townships import townships_cards
from ui import card, panel, show
from ui.plain import plain
from wording import Words


def elimination_view(asked: Asked) -> None:
    """The units by both rates; then how the standard is reckoned beside the cohorts."""
    every = whole(asked.board, asked.period, asked.code)
    answer = standardisation(asked.board, asked.period)
    _comparison(answer, asked)
    left, right = st.columns(2)
    with left:
        mix_card(answer, every, asked)
    with right:
        _cohorts(every, asked)
    if asked.unit:
        townships_cards(asked)


def _comparison(answer: Standardisation, asked: Asked) -> None:
    t, year = asked.t, asked.period[:4]
    message = who_moves(answer, asked.board, t)
    under = t(
        "标准化消除率＝实际消除人数÷按全市同类消除率应消除的人数×全市消除率："
        "扣除各单位类别构成不同的影响，可以超过100%"
    )
    missing = no_ledger(answer.missing, t)
    export = partial(cards.standardised, asked, message, asked.together(under, missing))
    with card(message, under, key="standardised", export=export if answer.ranked else None):
        if not answer.ranked:
            st.write(t("请换一个月份，或先上报这个月的数据。"))
            return
        own = {each.unit_code: each for each in
               by_unit(asked.board, asked.period, "identified_year", year)}  # fmt: skip
        columns = [
            Column(t("单位"), align="left"),
            Column(t("监测"), t.column_unit("persons")),
            Column(t("消除率"), t("原始")),
            Column(t("名次"), t("原始")),
            Column(t("消除率"), t("标准化")),
            Column(t("名次"), t("标准化")),
            Column(t("名次变化")),
            Column(t("○原始 ●标准化"), align="center"),
            Column(t("{year}年识别的", year=year), t("消除率")),
        ]
        rates = [rate for each in answer.ranked for rate in (each.rate, each.standardised) if rate]
        low, high = (float(edge(rates, default=0)) for edge in (min, max))
        rows = [
            Row(_cells(each, answer, (low, high), own.get(each.unit_code), asked))
            for each in (*answer.ranked, *answer.unranked)
        ]
        rows.append(Row(_city(answer, asked), total=True))
        panel(table(columns, rows, alt=message), key="standardised_table")
        if missing:
            st.caption(plain(missing))


def _cells(
    each: Standardised,
    answer: Standardisation,
    edges: tuple[float, float],
    own: Split | None,
    asked: Asked,
) -> tuple[str, ...]:
    t, unit = asked.t, each.unit_code
    year = asked.period[:4]
    drawn: Markup = soft("—")
    if each.rank and each.rate is not None and each.standardised is not None:
        middle = None if answer.city.rate is None else float(answer.city.rate)
        drawn = dumbbell(float(each.rate), float(each.standardised), *edges, middle)
    return (
        asked.unit_link(unit),
        link(
            t.column(each.persons, "persons"), to=asked.figure("persons_monitored", unit=unit).link
        ),
        _rate(each, asked),
        _rank(
            each.rate_rank,
            each.rate_tied,
            asked.figure("risk_elimination_rate", unit="city").link,
            t,
        ),
        link(strong(percent(each.standardised, t)), to=f"?unit={unit}"),
        _rank(each.rank, each.tied, f"?unit={unit}", t),
        _moved(each),
        drawn,
        link(
            percent(own.rate if own else None, t),
            to=asked.figure("persons_monitored", "identified_year", year, unit).link,
        ),
    )


def _rate(each: Standardised, asked: Asked) -> str:
    if each.rate is None:
        return soft(asked.t.reason("no_task"))
    figure = asked.figure("risk_elimination_rate", unit=each.unit_code)
    return link(percent(each.rate, asked.t), to=figure.link)


def _rank(rank: int | None, tied: bool, to: str, t: Words) -> str:
    return link(t.rank(rank, tied), to=to) if rank else soft("—")


def _moved(each: Standardised) -> str:
    if not each.rank or not each.moved:
        return soft("—")
    return strong(f"{'↑' if each.moved > 0 else '↓'}{abs(each.moved)}")


def _city(answer: Standardisation, asked: Asked) -> tuple[str, ...]:
    t, city, year = asked.t, answer.city, asked.period[:4]
    own = {each.member: each for each in split(asked.board, asked.period, "identified_year")}
    rate = own[year].rate if year in own else None
    persons = asked.figure("persons_monitored", unit="city").link
    figure = asked.figure("persons_monitored", "identified_year", year, "city")
    return (
        t("全市"),
        link(t.column(city.persons, "persons"), to=persons),
        link(percent(city.rate, t), to=asked.figure("risk_elimination_rate", unit="city").link),
        "",
        percent(city.standardised, t),
        "",
        "",
        "",
        link(percent(rate, t), to=figure.link),
    )


def _cohorts(every: Split | None, asked: Asked) -> None:
    t, year = asked.t, asked.period[:4]
    years = split(asked.board, asked.period, "identified_year", asked.code)
    message = asked.titled(cohort(years, year, every, t))
    under = t("按识别年份：已消除 / 识别人数；新识别的还在帮扶中，率低不等于工作慢")
    rows = [_cohort_row(each, asked) for each in reversed(years) if each.persons]
    export = partial(cards.cohorts, asked, message, under) if rows else None
    with card(message, under, key="cohorts", export=export):
        if rows:
            show(part_bars(rows, t, asked.palette), alt=message, key="cohort_bars")


def _cohort_row(each: Split, asked: Asked) -> PartRow:
    t = asked.t
    rate = each.rate
    return PartRow(
        t("{year}年", year=each.member),
        each.persons_eliminated,
        each.persons or Decimal(),
        None if rate is None else float(rate),
        t.parts(each.persons_eliminated, each.persons, "persons"),
        to=asked.figure("persons_eliminated", "identified_year", each.member).link,
        whole_to=asked.figure("persons_monitored", "identified_year", each.member).link,
    )
