"""How the stock moved: month by month, and this month unit by unit, with who fell back."""

from functools import partial

import streamlit as st

from board.household_flow import FlowMonth, Movement, flow
from board.monitoring_sentences import flow_parts, left_out, month_in_flow, relapses
from briefing.cards.monitoring import flow as cards
from charts.flow_columns import flow_columns
from charts.markup import Markup, link, tag
from charts.table import Column, Row, soft, strong, table
from pages.monitoring.asked import Asked
from ui import card, panel, show
from ui.plain import plain
from wording.numbers import signed

FLOW = ("opening", "new", "left", "changed", "closing")
TURN = ("eliminated", "relapsed")
_NAMED = 2  # units left out of a month that its row names


def flow_view(asked: Asked) -> None:
    """The twelve months as columns, then the month's units, then the months in figures."""
    t = asked.t
    months = flow(asked.board, asked.period, asked.quantity, asked.code)
    now = months[-1]
    followed = any(month.total for month in months)
    message = asked.titled(month_in_flow(now, asked.board, asked.quantity, t))
    under = t("期初＋新增－自然减少±变动＝期末；变动是补录的户、户内人口的增减和在单位间迁移的户")
    lacking = left_out(now, asked.board, t)
    export = partial(cards.columns, asked, asked.quantity, message, asked.together(under, *lacking))
    with card(message, under, key="flow", export=export if followed else None):
        if followed:
            figure = flow_columns(
                months, lambda month, part: _address(month, part, asked), t, asked.palette
            )
            show(figure, alt=message, key="flow_columns")
        else:
            st.write(t("从有相连两个月的台账起，这里给出增减。"))
        for sentence in lacking:
            st.caption(plain(sentence))
    if now.total:
        _units(now, now.total, asked)
    if followed:
        _months(months, asked)


def _units(now: FlowMonth, total: Movement, asked: Asked) -> None:
    t = asked.t
    message = asked.titled(relapses(now, asked.board, asked.quantity, t))
    under = t("{month}各单位的增减；本月消除和风险回退的仍在存量内", month=t.month(now.period))
    export = partial(cards.units, asked, asked.quantity, message, under)
    with card(message, under, key="flow_units", export=export):
        heads = [Column(t("单位"), align="left"), *_heads((*FLOW, *TURN), asked)]
        rows = [
            Row((asked.unit_link(each.unit_code), *_cells(each, (*FLOW, *TURN), asked)))
            for each in now.units
        ]
        if not asked.unit:
            cells = _cells(total, (*FLOW, *TURN), asked)
            rows.append(Row((t("全市"), *cells), total=True))
        panel(table(heads, rows, alt=message), key="flow_units_table")


def _months(months: tuple[FlowMonth, ...], asked: Asked) -> None:
    t = asked.t
    title = t("{first}至{last}逐月增减", first=t.month(months[0].period),
              last=t.month(months[-1].period))  # fmt: skip
    message, under = asked.titled(title), t("缺本月或上月台账的单位不计入当月")
    export = partial(cards.months, asked, asked.quantity, message, under)
    with card(message, under, key="flow_months", export=export):
        heads = [Column(t("月份"), align="left"), *_heads((*FLOW, *TURN), asked)]
        heads.append(Column(t("计入单位数")))
        rows = [
            Row(
                (
                    t.month(month.period),
                    *_total(month, asked),
                    _counted(month, asked),
                )
            )
            for month in reversed(months)
        ]
        panel(table(heads, rows, alt=title), key="flow_months_table")


def _total(month: FlowMonth, asked: Asked) -> list[Markup]:
    if month.total is None:
        return [soft("—")] * len((*FLOW, *TURN))
    return _cells(month.total, (*FLOW, *TURN), asked)


def _counted(month: FlowMonth, asked: Asked) -> Markup:
    """How many units are in the sum, and who is not."""
    t = asked.t
    units = asked.board.units
    lacking = t.join(units[each.unit_code].short(t) for each in month.left_out)
    if len(month.left_out) > _NAMED:
        lacking = t.n("{n}个单位", len(month.left_out))
    said = tag("span", t("缺{units}", units=lacking), class_="soft") if lacking else None
    return tag("span", str(len(month.units)), "" if said is None else " ", said)


def _heads(parts: tuple[str, ...], asked: Asked) -> list[Column]:
    names, unit = flow_parts(asked.t), asked.t.column_unit(asked.quantity)
    return [Column(names[part], unit) for part in parts]


def _cells(movement: Movement, parts: tuple[str, ...], asked: Asked) -> list[Markup]:
    return [_cell(movement, part, asked) for part in parts]


def _cell(movement: Movement, part: str, asked: Asked) -> Markup:
    value = getattr(movement, part)
    if not value and part not in ("opening", "closing"):
        return soft("0")
    text = asked.t.column(value, asked.quantity)
    if part == "changed":
        text = signed(value, 0)
    number = strong(text) if part in ("closing", "relapsed") else text
    return link(number, to=_address(movement.period, part, asked, movement.unit_code))


def _address(month: str, part: str, asked: Asked, unit: str | None = None) -> str:
    """What is behind a number of a month, in that month."""
    dimension = "turn" if part in TURN else "flow"
    figure = asked.figure(f"{asked.quantity}_monitored", dimension, part, unit)
    return figure.link if month == asked.period else f"{figure.link}&at={month}"
