"""What the unit's rates add up from: its money, its projects, its monitored households."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

import streamlit as st

from board.behind import Figure, measures
from board.measures import measure_name
from board.parts import Part, Parts
from board.ranking import ratio
from board.unit_sentences import households, largest, money, projects
from briefing.cards import unit as cards
from briefing.cards.scope import Scope
from charts.part_bars import PartRow, part_bars
from ui import card, palette, show
from wording import Words


def sums_cards(sums: Parts, scope: Scope) -> None:
    """A card for each kind of figure the unit reported: money beside projects and households."""
    with st.grid(2, min_column_width=480) as columns:
        with columns.cell():
            _money(sums, scope)
        with columns.cell():
            _projects(sums, scope)
            _households(sums, scope)


def _money(sums: Parts, scope: Scope) -> None:
    t, heads = scope.t, _names(scope, "spent", "allocated")
    if levels := sums.by_level("spent", "allocated"):
        rows = _rows(levels, scope, Figure("spent", scope.code, "all", "fund_level"), "allocated")
        under = t("按资金级次：累计支出 / 累计下达")
        _Card("money_levels", money(sums, t), under, t("资金级次"), heads).draw(rows, scope)
    if categories := sums.by("category", "spent", "allocated"):
        rows = _rows(categories, scope, Figure("spent", scope.code, "all", "category"), "allocated")
        title = largest(categories, [row.name for row in rows], t)
        under = t("按项目类别：累计支出 / 累计下达")
        _Card("money_categories", title, under, t("项目类别"), heads).draw(rows, scope)


def _projects(sums: Parts, scope: Scope) -> None:
    t = scope.t
    if sums.total("projects_planned") is not None:
        kinds = sums.by("category", "projects_started", "projects_planned")
        started = Figure("projects_started", scope.code, "all", "category")
        rows = [*_stages(sums, scope), *_rows(kinds, scope, started, "projects_planned")]
        under = t("开工、完工为占计划，验收为占完工；以下按项目类别：已开工 / 计划")
        # Rows of different steps: no name of a measure fits them all.
        heads = (t("分子"), t("分母"))
        _Card("projects", projects(sums, t), under, t("项目进度"), heads).draw(
            rows, scope, "projects"
        )


def _households(sums: Parts, scope: Scope) -> None:
    t, measures = scope.t, ("persons_eliminated", "persons_monitored")
    if sums.total("persons_monitored") is not None:
        types = sums.by("monitor_type", *measures)
        eliminated = Figure("persons_eliminated", scope.code, "all", "monitor_type")
        rows = _rows(types, scope, eliminated, "persons_monitored")
        under = t("按监测对象类别：风险消除人数 / 监测人数")
        if no_labour := sums.total("persons_no_labour"):
            safety_net = t("其中兜底保障{count}", count=t.count(no_labour, "persons"))
            under = f"{under} · {safety_net}"
        heads = _names(scope, *measures)
        _Card("households", households(sums, t), under, t("监测对象类别"), heads).draw(
            rows, scope, "persons"
        )


def _stages(sums: Parts, scope: Scope) -> list[PartRow]:
    """Started and completed of the planned projects, accepted of the completed ones."""
    t, unit = scope.t, scope.code
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


def _rows(split: Sequence[Part], scope: Scope, figure: Figure, whole: str) -> list[PartRow]:
    """A row a member of the split that the figure names; fund levels are levels, not members."""
    board, t = scope.board, scope.t
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


def _names(scope: Scope, part: str, whole: str) -> tuple[str, str]:
    return measure_name(scope.board, part, scope.t), measure_name(scope.board, whole, scope.t)


@dataclass(frozen=True, slots=True)
class _Card:
    """A card of bars: `subject` is what they split, `heads` name part and whole in its file."""

    key: str
    title: str
    under: str
    subject: str
    heads: tuple[str, str]

    def draw(self, rows: Sequence[PartRow], scope: Scope, quantity: str = "money") -> None:
        parts = [(row.name, row.part, row.whole) for row in rows]
        said = (scope.titled(self.title), self.under)
        export = partial(cards.sums, scope, self.subject, self.heads, quantity, parts, *said)
        with card(self.title, self.under, key=self.key, export=export):
            if rows:
                bars = part_bars(rows, scope.t, palette())
                show(bars, alt=self.title, key=f"{self.key}_bars")
