"""Each batch of money: when it was issued, what arrived, what is spent, what lies still."""

import streamlit as st

from board.fund_sentences import level_names, lying_still
from board.funds import OLD, Issue, added, issues
from board.ranking import ratio
from charts.clicks import leading
from charts.issue_bars import issue_bars
from charts.markup import link, tag
from charts.table import Column, Row, soft, strong, table
from pages.funds.asked import Asked
from ui import card, panel, show
from wording import Words


def issues_view(asked: Asked) -> None:
    """The batches oldest first: bars of spent and lying still, and the table."""
    t, names = asked.t, level_names(asked.board, asked.t)
    found = issues(asked.board, asked.period, asked.code)
    title = asked.titled(lying_still(found, asked.period, names, t))
    under = t("蓝为已支出，灰为结余（到位 − 支出）；最早下达至月末{old}天以上的标红", old=OLD)
    with card(title, under, key="issues"):
        if not found:
            st.write(t("这个月没有资金台账；月报不分批次。"))
            return
        figure = issue_bars(found, asked.period, names, t, asked.palette)
        for trace, measure in enumerate(("spent", "arrived")):
            links = [
                asked.behind(measure, each.fund_level, "batch", each.batch or "未填")
                for each in found
            ]
            figure = leading(figure, links, trace)
        show(figure, alt=title, key="issue_bars")
        money = t.column_unit("money")
        columns = [
            Column(t("级次"), align="left"),
            Column(t("批次"), align="left"),
            Column(t("下达日期"), align="left"),
            Column(t("天数"), t("天")),
            Column(t("单位数"), t("个")),
            Column(t("下达"), money),
            Column(t("到位"), money),
            Column(t("支出"), money),
            Column(t("结余"), money),
            Column(t("到位率")),
            Column(t("支出率")),
        ]
        rows = [Row(_cells(each, asked, names[each.fund_level])) for each in found]
        rows.append(Row(_total(found, t), total=True))
        panel(table(columns, rows, alt=t("批次与结余")), key="issues_table")


def _cells(each: Issue, asked: Asked, level: str) -> tuple[str, ...]:
    t, age = asked.t, each.age(asked.period)
    is_old = age is not None and age >= OLD and bool(each.balance)

    def money(measure: str, value: object) -> str:
        to = asked.behind(measure, each.fund_level, "batch", each.batch or "未填")
        return link(t.column(value, "money"), to=to)  # type: ignore[arg-type]

    return (
        level,
        each.batch or soft(t("（未填批次）")),
        _days(each),
        soft("—") if age is None else tag("span", str(age), class_="red" if is_old else None),
        str(each.units),
        money("allocated", each.allocated),
        money("arrived", each.arrived),
        money("spent", each.spent),
        strong(t.column(each.balance, "money")),
        _rate(each.arrived, each.allocated, t),
        _rate(each.spent, each.allocated, t),
    )


def _total(found: tuple[Issue, ...], t: Words) -> tuple[str, ...]:
    whole = added(found)
    balance = [each.balance for each in found if each.balance is not None]
    sums = (whole.allocated, whole.arrived, whole.spent, sum(balance) if balance else None)
    rates = (_rate(whole.arrived, whole.allocated, t), _rate(whole.spent, whole.allocated, t))
    return (t("合计"), "", "", "", "", *(t.column(value, "money") for value in sums), *rates)


def _rate(above: object, below: object, t: Words) -> str:
    rate = ratio(above, below)  # type: ignore[arg-type]
    return t.percent(None if rate is None else float(rate))


def _days(each: Issue) -> str:
    if each.first_issued is None or each.last_issued is None:
        return soft("—")
    first, last = f"{each.first_issued:%Y-%m-%d}", f"{each.last_issued:%m-%d}"
    return first if each.first_issued == each.last_issued else f"{first} – {last}"
