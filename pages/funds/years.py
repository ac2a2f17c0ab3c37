"""This year's money against last year's at the same month, and the key counties' part of it."""

from functools import partial

import streamlit as st

from board.behind import CITY, KEY, Figure
from board.fund_sentences import (
    growth,
    key_share,
    left_out,
    level_names,
    spent_of,
    than_last_year,
)
from board.fund_years import Year, Years, years
from board.funds import Sum, key_counties
from board.months import shift
from board.ranking import ratio
from briefing.cards import funds as cards
from charts.clicks import leading
from charts.markup import link
from charts.table import Column, Row, soft, strong, table
from charts.year_bars import year_bars
from pages.funds.asked import Asked
from ui import card, panel, show
from wording import Words


def years_view(asked: Asked) -> None:
    """Bars and table by level; below, what the key counties have of it."""
    t, names = asked.t, level_names(asked.board, asked.t)
    found = years(asked.board, asked.period, asked.code)
    title = asked.titled(growth(found, t))
    last = t.month(shift(asked.period, -12))
    under = t("{now}（蓝）与{before}（灰）的累计下达", now=t.month(asked.period), before=last)
    nothing = found.whole.now.allocated is None
    export = None if nothing else partial(cards.two_years, asked, title, found)
    with card(title, under, key="years", export=export):
        if nothing:
            st.write(t("请换一个月份，或先上报这个月的数据。"))
            return
        figure = year_bars(found.lines, names, asked.period, t, asked.palette)
        levels = [asked.behind("allocated", each.fund_level) for each in found.lines[:-1]]
        show(leading(figure, levels), alt=title, key="year_bars")
        _table(asked, found, names)
        for sentence in left_out(found, asked.board, t):
            st.caption(sentence)
    if asked.unit is None:
        _key_counties(asked)


def _table(asked: Asked, found: Years, names: dict[str, str]) -> None:
    t, money = asked.t, asked.t.column_unit("money")
    now, before = asked.period[:4], str(int(asked.period[:4]) - 1)
    columns = [
        Column(t("级次"), align="left"),
        Column(t("{year}年下达", year=now), money),
        Column(t("{year}年下达", year=before), money),
        Column(t("较上年"), align="left"),
        Column(t("{year}年支出", year=now), money),
        Column(t("{year}年支出", year=before), money),
        Column(t("{year}年支出率", year=now), spent_of(asked.board, t)),
        Column(t("{year}年支出率", year=before), spent_of(asked.board, t)),
        Column(t("相差"), t("个百分点")),
    ]
    rows = [Row(_cells(each, asked, names), total=each.fund_level == "all") for each in found.lines]
    panel(table(columns, rows, alt=t("较上年")), key="years_table")


def _cells(each: Year, asked: Asked, names: dict[str, str]) -> tuple[str, ...]:
    t, level = asked.t, each.fund_level
    last = f"&at={shift(asked.period, -12)}"
    allocated, spent = asked.behind("allocated", level), asked.behind("spent", level)
    return (
        names[level],
        link(t.column(each.now.allocated, "money"), to=allocated),
        link(soft(t.column(each.before.allocated, "money")), to=allocated + last),
        soft("—") if each.growth is None else than_last_year(each.growth, t),
        link(t.column(each.now.spent, "money"), to=spent),
        link(soft(t.column(each.before.spent, "money")), to=spent + last),
        link(strong(_rate(each.now, t)), to=spent),
        link(soft(_rate(each.before, t)), to=spent + last),
        t.signed(None if each.change is None else float(each.change) * 100),
    )


def _key_counties(asked: Asked) -> None:
    t = asked.t
    key, whole = key_counties(asked.board, asked.period)
    under = t("重点帮扶县在单位表 units.csv 的 key_county 一列标出")
    title = key_share(key, whole, asked.board, t)
    export = partial(cards.key_counties, asked, title, key, whole)
    with card(title, under, key="key_counties", export=export if key.allocated else None):
        if not key.allocated:
            return
        money = t.column_unit("money")
        columns = [
            Column("", align="left"),
            Column(t("累计下达"), money),
            Column(t("占比")),
            Column(t("累计支出"), money),
            Column(t("支出率"), spent_of(asked.board, t)),
        ]
        rows = []
        for code, name, each in ((KEY, t("重点帮扶县"), key), (CITY, t("全市"), whole)):
            share = ratio(each.allocated, whole.allocated)
            allocated, spent = Figure("allocated", code).link, Figure("spent", code).link
            cells = (
                name,
                link(t.column(each.allocated, "money"), to=allocated),
                t.percent(share),
                link(t.column(each.spent, "money"), to=spent),
                link(strong(_rate(each, t)), to=spent),
            )
            rows.append(Row(cells, total=each is whole))
        panel(table(columns, rows, alt=t("重点帮扶县")), key="key_counties_table")


def _rate(each: Sum, t: Words) -> str:
    return t.percent(each.rate)
