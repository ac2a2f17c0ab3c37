"""Where the monitored are: unit by unit, maybe of one type or risk; township by township."""

from functools import partial

import streamlit as st

from board.monitoring import KINDS, InUnits, Narrow, Split, in_units, most_first, share, split
from board.monitoring_sentences import (
    largest_member,
    most_exposed,
    most_of_units,
    no_ledger,
    percent,
)
from board.townships import UNNAMED
from briefing.cards.monitoring import stock as cards
from charts.markup import Markup, link
from charts.table import Column, Row, as_sent, soft, strong, table
from pages.monitoring.asked import PARAMETERS, Asked
from ui import card, panel
from ui.controls import pick_together
from ui.plain import plain


def units_card(asked: Asked) -> None:
    """A row a unit: of everybody, or of the type or risk asked for."""
    t, narrow = asked.t, asked.narrow
    answer = in_units(asked.board, asked.period, narrow)
    message, missing = _message(answer, asked), no_ledger(answer.missing, t)
    export = partial(cards.units, asked, asked.quantity, narrow, message, missing)
    under = t("点单位只看该单位；点数字看背后的户")
    with card(message, under, key="units", export=export if answer.units else None):
        _choices(asked)
        if not answer.units:
            st.write(t("请换一个月份，或先上报这个月的数据。"))
            return
        split_by, part = narrow or Narrow("", ""), t("占监测对象") if narrow else t("占全市")
        rows = [
            Row(
                (
                    asked.unit_link(each.unit_code),
                    *_cells(each, answer.wholes[each.unit_code], split_by, each.unit_code, asked),
                )
            )
            for each in answer.units
        ]
        if answer.city:
            cells = _cells(answer.city, answer.everybody, split_by, "city", asked)
            rows.append(Row((t("全市"), *cells), total=True))
        panel(table(_heads(t("单位"), part, asked), rows, alt=message), key="units_table")
        if missing:
            st.caption(plain(missing))


def townships_card(every: Split | None, asked: Asked) -> None:
    """A row a township of the unit asked for, most first."""
    t = asked.t
    found = most_first(split(asked.board, asked.period, "township", asked.code), asked.quantity)
    names = {UNNAMED: t("未填乡镇")}
    message = largest_member(found, names, every, asked.quantity, t)
    title, under = asked.titled(message), t("按乡镇；点数字看背后的户")
    export = partial(cards.townships, asked, asked.quantity, title, "") if found else None
    with card(title, under, key="townships", export=export):
        _choices(asked)
        if not found or every is None:
            st.write(t("请换一个月份，或先上报这个月的数据。"))
            return
        rows = [
            Row(
                (
                    soft(names[UNNAMED]) if each.member == UNNAMED else as_sent(each.member),
                    *_cells(each, every, Narrow("township", each.member), asked.code, asked),
                )
            )
            for each in found
        ]
        cells = _cells(every, every, Narrow("", ""), asked.code, asked)
        rows.append(Row((asked.who, *cells), total=True))
        panel(table(_heads(t("乡镇"), t("占比"), asked), rows, alt=message), key="townships_table")


def _message(answer: InUnits, asked: Asked) -> str:
    """Which unit has most; of one type or risk where it weighs most."""
    t, board, quantity, narrow = asked.t, asked.board, asked.quantity, asked.narrow
    if not narrow:
        return most_of_units(answer.units, board, answer.city, quantity, t)
    said = most_exposed(
        answer.units, answer.wholes, answer.city, answer.everybody, board, quantity, t
    )
    name = asked.names(narrow.dimension)[narrow.member]
    return t.about(name, said)


def _choices(asked: Asked) -> None:
    """Pickers of the type or the risk that the units are compared in."""
    t = asked.t
    every = {"monitor_type": t("全部类别"), "risk": t("全部风险")}
    with st.container(horizontal=True):
        for dimension in KINDS:
            _choice(dimension, {"": every[dimension]} | asked.names(dimension), asked)


def _choice(dimension: str, options: dict[str, str], asked: Asked) -> None:
    parameter, narrow = PARAMETERS[dimension], asked.narrow
    widget = f"pick_{parameter}"
    st.session_state[widget] = narrow.member if narrow and narrow.dimension == dimension else ""

    def keep() -> None:
        """One type or one risk: choosing it takes the other choice back."""
        others = dict.fromkeys(PARAMETERS.values(), "")
        pick_together(others | {parameter: st.session_state[widget]})

    st.selectbox(
        options[""],
        list(options),
        format_func=lambda code: options[code],
        key=widget,
        on_change=keep,
        label_visibility="collapsed",
    )


def _heads(name: str, part: str, asked: Asked) -> list[Column]:
    t = asked.t
    return [
        Column(name, align="left"),
        Column(t("监测"), t.column_unit("households")),
        Column(t("监测"), t.column_unit("persons")),
        Column(part),
        Column(t("已消除"), t.column_unit("persons")),
        Column(t("消除率")),
    ]


def _cells(
    each: Split, of: Split | None, split_by: Narrow, unit: str, asked: Asked
) -> tuple[str, ...]:
    t = asked.t

    def opened(measure: str, text: str) -> Markup:
        return link(text, to=asked.figure(measure, *split_by, unit).link)

    return (
        opened("households_monitored", t.column(each.households, "households")),
        opened("persons_monitored", t.column(each.persons, "persons")),
        percent(share(each, of, asked.quantity), t),
        opened("persons_eliminated", t.column(each.persons_eliminated, "persons")),
        _rate(each, split_by, unit, asked),
    )


def _rate(each: Split, split_by: Narrow, unit: str, asked: Asked) -> Markup:
    """The rate; of one member it opens who is eliminated, since rates are not split."""
    figure = asked.figure("risk_elimination_rate", unit=unit)
    if split_by.member:
        figure = asked.figure("persons_eliminated", *split_by, unit)
    return link(strong(percent(each.rate, asked.t)), to=figure.link)
