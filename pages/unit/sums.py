"""What the unit's rates add up from: its money, its projects, its monitored households."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import streamlit as st

from board.behind import Figure, measures
from board.parts import Part, Parts
from board.ranking import ratio
from board.store import Board
from board.unit_sentences import households, largest, money, projects
from charts.part_bars import PartRow, part_bars
from ui import card, palette, show
from wording import Words


def sums_cards(sums: Parts, unit: str, board: Board, t: Words) -> None:
    """A card for each kind of figure the unit reported: money beside projects and households."""
    with st.grid(2, min_column_width=480) as columns:
        with columns.cell():
            _money(sums, unit, board, t)
        with columns.cell():
            _projects(sums, unit, board, t)
            _households(sums, unit, board, t)


def _money(sums: Parts, unit: str, board: Board, t: Words) -> None:
    if levels := sums.by_level("spent", "allocated"):
        rows = _rows(levels, board, Figure("spent", unit, "all", "fund_level"), "allocated", t)
        _card("money_levels", money(sums, t), t("按资金级次：累计支出 / 累计下达"), rows, t)
    if categories := sums.by("category", "spent", "allocated"):
        rows = _rows(categories, board, Figure("spent", unit, "all", "category"), "allocated", t)
        title = largest(categories, [row.name for row in rows], t)
        _card("money_categories", title, t("按项目类别：累计支出 / 累计下达"), rows, t)


def _projects(sums: Parts, unit: str, board: Board, t: Words) -> None:
    if sums.total("projects_planned") is not None:
        kinds = sums.by("category", "projects_started", "projects_planned")
        started = Figure("projects_started", unit, "all", "category")
        rows = [*_stages(sums, unit, t), *_rows(kinds, board, started, "projects_planned", t)]
        under = t("开工、完工为占计划，验收为占完工；以下按项目类别：已开工 / 计划")
        _card("projects", projects(sums, t), under, rows, t)


def _households(sums: Parts, unit: str, board: Board, t: Words) -> None:
    if sums.total("persons_monitored") is not None:
        types = sums.by("monitor_type", "persons_eliminated", "persons_monitored")
        eliminated = Figure("persons_eliminated", unit, "all", "monitor_type")
        rows = _rows(types, board, eliminated, "persons_monitored", t)
        under = t("按监测对象类别：风险消除人数 / 监测人数")
        if no_labour := sums.total("persons_no_labour"):
            safety_net = t("其中兜底保障{count}", count=t.count(no_labour, "persons"))
            under = f"{under} · {safety_net}"
        _card("households", households(sums, t), under, rows, t)


def _stages(sums: Parts, unit: str, t: Words) -> list[PartRow]:
    """Started and completed of the planned projects, accepted of the completed ones."""
    steps = (
        (t("开工"), "projects_started", "projects_planned"),
        (t("完工"), "projects_completed", "projects_planned"),
        (t("验收"), "projects_accepted", "projects_completed"),
    )
    rows = []
    for name, part, whole in steps:
        done, of = sums.total(part), sums.total(whole)
        if done is not None and of is not None:
            links = (Figure(part, unit).link, Figure(whole, unit).link)
            rows.append(_row(name, done, of, "projects", links, t))
    return rows


def _rows(
    split: Sequence[Part], board: Board, figure: Figure, whole: str, t: Words
) -> list[PartRow]:
    """A row a member of the split that the figure names; fund levels are levels, not members."""
    codes, quantity = board.codes(figure.dimension), measures(board)[figure.code].quantity
    found = []
    for one in split:
        if not one.values[1]:
            continue
        own = replace(figure, member=one.member)
        if figure.dimension == "fund_level":
            own = Figure(figure.code, figure.unit, one.member)
        name = codes[one.member].label(t) if one.member in codes else one.member
        links = (own.link, replace(own, code=whole).link)
        found.append(_row(name, one.values[0], one.values[1], quantity, links, t))
    return found


def _row(
    name: str,
    part: Decimal | None,
    whole: Decimal,
    quantity: str,
    links: tuple[str, str],
    t: Words,
) -> PartRow:
    rate = ratio(part, whole)
    amounts = t.amount(whole, quantity) if part is None else t.parts(part, whole, quantity)
    return PartRow(name, part, whole, None if rate is None else float(rate), amounts, *links)


def _card(key: str, title: str, under: str, rows: Sequence[PartRow], t: Words) -> None:
    with card(title, under, key=key):
        if rows:
            show(part_bars(rows, t, palette()), alt=title, key=f"{key}_bars")
