"""The ranking by group: each group's own rate, and where its units stand."""

from functools import partial

import streamlit as st

from board.behind import GROUP, KEY
from board.ranking import Group, groups
from board.ranking_sentences import best_group, group_name, in_force
from briefing.cards import ranking as cards
from charts.clicks import leading
from charts.group_bars import group_bars
from charts.markup import link, tag
from charts.table import Column, Row, light, soft, strong, table
from pages.ranking.asked import Asked
from ui import card, panel, show


def groups_view(asked: Asked) -> None:
    """A bar a group with its units on it, then the figures and every unit's rank."""
    t, answer = asked.t, asked.ranking
    found = groups(answer)
    names = [group_name(group.name, asked.board, t) for group in found]
    message = best_group(found, names, t)
    under = in_force(answer, asked.basis, t)
    title = asked.titled(message)
    export = partial(cards.by_group, asked.scope, answer, found, names, title)
    with card(title, under, key="groups", export=export):
        if not found:
            st.write(t("在单位表 units.csv 的 group 一列写上分组，这里就能比较。"))
            return
        figure = group_bars(found, names, t, asked.palette)
        units = [asked.unit_address(unit.unit_code) for group in found for unit in group.members]
        groups_behind = [asked.figure(_code(group)).link for group in found]
        figure = leading(leading(figure, groups_behind), units, trace=1)
        show(figure, alt=message, key="group_bars")
        columns = [
            Column(t("分组"), align="left"),
            Column(asked.indicator.label(t)),
            Column(t("分子 / 分母")),
            Column(t("单位及名次"), align="left"),
        ]
        rows = [_row(group, name, asked) for group, name in zip(found, names, strict=True)]
        panel(table(columns, rows, alt=t("分组排名表")), key="group_table")


def _row(group: Group, name: str, asked: Asked) -> Row:
    t = asked.t
    members = [
        tag(
            "span",
            light(unit.light, ""),
            asked.unit_link(unit.unit_code, unit.label(t)),
            soft(f" {t.rank(unit.rank or 0, unit.tied)}"),
            class_="member",
        )
        for unit in group.members
    ]
    members += [
        tag(
            "span",
            light("grey", unit.label(t)),
            soft(f" {t.reason('not_reported')}"),
            class_="member",
        )
        for unit in group.missing
    ]
    behind = asked.figure(_code(group)).link
    parts = t.parts(group.numerator, group.denominator, asked.indicator.quantity)
    return Row(
        (
            name,
            link(strong(t.percent(group.value)), to=behind),
            link(soft(parts), to=behind),
            tag("div", *members, class_="members"),
        )
    )


def _code(group: Group) -> str:
    return KEY if group.name is None else f"{GROUP}{group.name}"
