"""数据字典: every table and view of the published file, searched or read one by one."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from board.dictionary import Entry, Relation, dictionary, in_words, search, short_type
from board.store import Board
from briefing.cards import definitions as cards
from charts.markup import Markup, link, tag
from charts.table import Column, Row, side, soft, strong, table
from ui import card, panel
from ui.plain import plain
from wording import Words


def dictionary_view(board: Board, picker: DeltaGenerator, t: Words) -> None:
    """The tables beside the columns of one (?table=); a search (?q=) shows what it finds."""
    relations = dictionary(board)
    wanted = picker.text_input(
        t("搜索"),
        placeholder=t("搜索表、列、说明"),
        key="q",
        bind="query-params",
        icon=":material/search:",
        label_visibility="collapsed",
        width=260,
    )
    found = search(relations, wanted) if wanted.strip() else relations
    if not found:
        st.info(t("没有找到“{text}”。", text=plain(wanted)), icon=":material/search_off:")
        return
    chosen = _chosen(found)
    left, right = st.columns([4, 6])
    with left:
        _list(found, chosen, cards.Book(board, t))
    with right:
        _columns(chosen, cards.Book(board, t))


def _chosen(relations: Sequence[Relation]) -> Relation:
    asked = st.query_params.get("table", "standings")
    return next((one for one in relations if one.name == asked), relations[0])


def _list(relations: Sequence[Relation], chosen: Relation, book: cards.Book) -> None:
    t = book.t
    columns = [Column(t("表或视图"), align="left"), Column(t("行数"))]
    rows = [Row((_name(one, one == chosen, t), _rows(one, t))) for one in relations]
    tables = sum(one.kind == "table" for one in relations)
    title = t("{tables}张表、{views}个视图", tables=tables, views=len(relations) - tables)
    export = partial(cards.relations, book, title, relations)
    with card(title, key="relations", export=export):
        panel(side(table(columns, rows, alt=t("表和视图"))), key="relations")


def _name(one: Relation, is_chosen: bool, t: Words) -> Markup:
    name = strong(one.name) if is_chosen else link(one.name, to=f"?table={one.name}")
    return tag("div", name, tag("small", one.says(t)), class_="wrap")


def _rows(one: Relation, t: Words) -> str:
    return soft(t("视图")) if one.row_count is None else f"{one.row_count:,}"


def _columns(relation: Relation, book: cards.Book) -> None:
    t = book.t
    columns = [
        Column(t("列"), align="left"),
        Column(t("类型"), align="left"),
        Column(t("含义"), align="left"),
    ]
    rows = [Row(_cells(each, t)) for each in relation.columns]
    export = partial(cards.relation_columns, book, relation)
    with card(relation.name, relation.says(t), key="relation", export=export):
        panel(table(columns, rows, alt=relation.name), key="relation_columns")


def _cells(each: Entry, t: Words) -> tuple[Markup, ...]:
    return (
        tag("code", each.code),
        soft(short_type(each)),
        tag("div", in_words(each.comment, t), class_="wrap"),
    )
