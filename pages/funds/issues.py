"""Each batch of money: when it was issued, what arrived, what is spent, what lies still."""

from fractions import Fraction
from functools import partial

import streamlit as st

from board.fund_issues import OLD, Issue, issues
from board.fund_sentences import level_names, lying_still
from briefing.cards import funds as cards
from charts.clicks import leading
from charts.issue_bars import issue_bars
from charts.markup import link, tag
from charts.table import Column, Row, soft, strong, table
from pages.funds.asked import Asked
from ui import card, panel, show


def issues_view(asked: Asked) -> None:
    """The batches oldest first: bars of spent and lying still, and the table."""
    t, names = asked.t, level_names(asked.board, asked.t)
    found = issues(asked.board, asked.period, asked.code)
    title = asked.titled(lying_still(found, names, t))
    under = t("蓝为已支出，灰为结余（到位 − 支出）；最早下达至月末{old}天以上的标红", old=OLD)
    export = partial(cards.batches, asked, title, found)
    with card(title, under, key="issues", export=export if found.lines else None):
        if not found.lines:
            st.write(t("这个月没有资金台账；月报不分批次。"))
            return
        figure = issue_bars(found.lines, asked.period, names, t, asked.palette)
        for trace, measure in enumerate(("spent", "arrived")):
            links = [_behind(asked, measure, each) for each in found.lines]
            figure = leading(figure, links, trace)
        show(figure, alt=title, key="issue_bars")
        money = t.column_unit("money")
        columns = [
            Column(t("级次"), align="left"),
            Column(t("批次"), align="left"),
            Column(t("下达日期"), align="left"),
            Column(t("天数"), t("天")),
            Column(t("单位数")),
            Column(t("下达"), money),
            Column(t("到位"), money),
            Column(t("支出"), money),
            Column(t("结余"), money),
            Column(t("到位率"), t("到位 ÷ 下达")),
            Column(t("支出率"), t("支出 ÷ 下达")),
        ]
        rows = [Row((*_head(each, asked, names), *_sums(each, asked))) for each in found.lines]
        rows.append(Row((t("合计"), "", "", "", "", *_sums(found.whole, asked)), total=True))
        panel(table(columns, rows, alt=t("批次与结余")), key="issues_table")


def _head(each: Issue, asked: Asked, names: dict[str, str]) -> tuple[str, ...]:
    age = each.age(asked.period)
    is_old = age is not None and age >= OLD and bool(each.balance)
    return (
        names[each.fund_level],
        each.batch,
        _days(each),
        soft("—") if age is None else tag("span", str(age), class_="red" if is_old else None),
        str(each.units),
    )


def _sums(each: Issue, asked: Asked) -> tuple[str, ...]:
    """The amounts and rates; each opens the lines it is a sum of. A balance is a difference."""
    t = asked.t
    allocated, arrived, spent = (
        _behind(asked, measure, each) for measure in ("allocated", "arrived", "spent")
    )
    return (
        link(t.column(each.allocated, "money"), to=allocated),
        link(t.column(each.arrived, "money"), to=arrived),
        link(t.column(each.spent, "money"), to=spent),
        strong(t.column(each.balance, "money")),
        link(_rate(each.arrival_rate, asked), to=arrived),
        link(_rate(each.spend_rate, asked), to=spent),
    )


def _behind(asked: Asked, measure: str, each: Issue) -> str:
    if not each.batch:  # all of them
        return asked.behind(measure)
    return asked.behind(measure, each.fund_level, "batch", each.batch)


def _rate(rate: Fraction | None, asked: Asked) -> str:
    return asked.t.percent(None if rate is None else float(rate))


def _days(each: Issue) -> str:
    if each.first_issued is None or each.last_issued is None:
        return soft("—")
    first, last = f"{each.first_issued:%Y-%m-%d}", f"{each.last_issued:%m-%d}"
    return first if each.first_issued == each.last_issued else f"{first} – {last}"
