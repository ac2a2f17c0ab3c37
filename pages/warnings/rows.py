"""The warnings behind the counts, worst first: what is suspected, since when, and who sent it."""

from functools import partial

import streamlit as st

from board.warning_rows import Warned, warned
from board.warning_sentences import age, group_finding, status_word
from board.warning_words import AsSent, WarningWords
from board.warnings import STATUSES
from briefing.cards import warnings as cards
from charts.markup import Markup, join, link, tag
from charts.table import Column, Row, as_sent, soft, strong, table
from charts.warning_matrix import severity
from pages.warnings.asked import Asked
from ui import card, panel
from ui.controls import pick

PAGE = 25  # rows at a time


def rows_card(asked: Asked) -> None:
    """The groups of statuses, the rule and what to check where one is chosen, and the rows."""
    t = asked.t
    count = asked.narrowed.number(asked.status)
    title = group_finding(asked.narrowed, asked.status, asked.subject, t)
    export = partial(cards.every_warning, asked, asked.rule, asked.status, title, _rule(asked))
    with card(title, _rule(asked), key="warning_rows", export=export if count else None):
        panel(_groups(asked), key="warning_groups")
        if not count:
            return
        last = -(-count // PAGE)
        page = min(asked.page, last)
        found = warned(asked.board, asked.which, limit=PAGE, offset=(page - 1) * PAGE)
        panel(_table(found, asked), key="warning_rows")
        if last > 1:
            _below(asked, count, page, last)


def _rule(asked: Asked) -> str:
    t = asked.t
    if not asked.rule:
        return t("最严重的在前，其次是存在最久的")
    said = [
        t("判断规则：{rule}", rule=asked.rule.in_words(t)),
        t("怎么核实：{advice}", advice=asked.rule.advice(t)),
    ]
    return " · ".join(said)


def _groups(asked: Asked) -> Markup:
    """How many there are of each group of statuses; each leads to its rows."""
    unit, rule = asked.codes
    chosen = [
        link(
            strong(f"{asked.narrowed.number(status):,}"),
            f" {status_word(status, asked.t)}",
            to=asked.to(unit, rule, "" if status == "now" else status),
            class_="chosen" if status == asked.status else None,
        )
        for status in STATUSES
    ]
    return tag("nav", *chosen, class_="groups")


def _table(found: tuple[Warned, ...], asked: Asked) -> Markup:
    """What the page is narrowed to is not said again in every row."""
    t, words = asked.t, WarningWords(asked.board, asked.t)
    heads = [t("程度"), t("疑似问题"), t("项目或户"), t("乡镇"), t("持续"), t("出自")]
    rows = [_cells(each, words, asked) for each in found]
    if not asked.unit:
        heads.insert(1, t("单位"))
        for each, cells in zip(found, rows, strict=True):
            cells.insert(1, _unit(each, asked))
    return table(
        [Column(head, align="left") for head in heads],
        [Row(cells, head=len(cells) - 5) for cells in rows],
        alt=t("疑似问题"),
    )


def _cells(each: Warned, words: WarningWords, asked: Asked) -> list[str]:
    t, rule = asked.t, asked.rules[each.rule]
    how_long, since = age(each, t)
    said = (as_sent(piece) if isinstance(piece, AsSent) else piece
            for piece in words.pieces(rule, each.figures))  # fmt: skip
    name = None if asked.rule else link(rule.label(t), to=asked.to(asked.codes[0], rule.code))
    return [
        severity(rule.severity, t),
        tag("div", name, tag("p", *said), class_="wrap"),
        _subject(each),
        as_sent(each.township) if each.township else soft("—"),
        join(how_long, tag("small", since) if since else None),
        _source(each, asked),
    ]


def _unit(each: Warned, asked: Asked) -> Markup:
    unit = asked.board.units[each.unit_code]
    return link(unit.short(asked.t), to=f"unit?unit={unit.code}&month={asked.period}")


def _subject(each: Warned) -> Markup:
    """A project by name and number, a household by its number; nothing where the unit is meant."""
    if each.title is None:
        return soft("—")
    number = tag("small", as_sent(each.subject)) if each.title != each.subject else None
    return tag("div", as_sent(each.title), number, class_="wrap")


def _source(each: Warned, asked: Asked) -> Markup:
    if each.file_name is None:
        return soft("—")
    t = asked.t
    row = t("第{row}行", row=each.source_row) if each.source_row else t("整份")
    file = tag("small", as_sent(each.file_name))
    return tag(
        "div", file, tag("small", row, " · ", as_sent(each.accepted_by or "")), class_="wrap"
    )


def _below(asked: Asked, count: int, page: int, last: int) -> None:
    """The way through the pages."""
    t = asked.t
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(t.n("共{n}条，第{page}页，共{last}页", count, page=page, last=last))
        _turn(t("上一页"), page - 1, disabled=page == 1)
        _turn(t("下一页"), page + 1, disabled=page == last)


def _turn(label: str, page: int, *, disabled: bool) -> None:
    st.button(
        label, key=f"turn_{label}", disabled=disabled, on_click=pick, args=["rows", str(page)]
    )
