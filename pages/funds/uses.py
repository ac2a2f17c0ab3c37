"""What the money is for: from level to category to spent, and the share of industry."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from board.fund_sentences import below_share, level_names, spent_of, where_it_goes
from board.funds import Split, Sum, added, basis, grouped, split
from board.ranking import ranking
from board.ranking_sentences import in_force, who_is_not_ranked
from briefing.cards import funds as cards
from briefing.cards.ranking import standings
from charts.clicks import leading
from charts.markup import Markup, link
from charts.ranking_bars import ranking_bars
from charts.rows import Figure
from charts.sankey import Flow, sankey
from charts.table import Column, Row, strong, table
from pages.funds.asked import Asked
from ui import card, panel, show
from ui.plain import plain

SHARE = "industry_share"


def uses_view(asked: Asked) -> None:
    """The flow of the money and its table, then the units' industry shares."""
    t, codes = asked.t, asked.board.codes("category")
    lines = split(asked.board, asked.period, "category", asked.code)
    uses = grouped(lines, lambda line: line.member, basis(asked.board))
    names = {code: codes[code].label(t) if code in codes else code for code in uses}
    title = asked.titled(where_it_goes(uses, names, t))
    under = t("左：资金级次；中：支持方向；右：已支出和未支出。来自资金台账")
    export = partial(cards.uses, asked, title, lines, names)
    with card(title, under, key="uses", export=export if lines else None):
        if lines:
            show(_flow(asked, lines, names), alt=title, key="uses_flow")
            _table(asked, lines, names)
        else:
            st.write(t("请换一个月份，或先上报这个月的数据。"))
    _industry(asked)


def _flow(asked: Asked, lines: Sequence[Split], names: Mapping[str, str]) -> Figure:
    t, levels = asked.t, level_names(asked.board, asked.t)
    uses = grouped(lines, lambda line: line.member)
    whole = added(lines)
    spent = t("已支出 {money}", money=t.money(whole.spent or 0))
    unspent = t("未支出 {money}", money=t.money(whole.unspent or 0))
    silent = t("未报支出 {money}", money=t.money(whole.silent))
    flows = []
    for level, each in grouped(lines, lambda line: line.fund_level).items():
        source = f"{levels[level]} {t.money(each.allocated)}"
        own = (line for line in lines if line.fund_level == level)
        for member, part in grouped(own, lambda line: line.member).items():
            target = f"{names[member]} {t.money(uses[member].allocated)}"
            flows.append((source, target, part.allocated))
    for member, each in uses.items():
        source = f"{names[member]} {t.money(each.allocated)}"
        ends = ((spent, each.spent), (unspent, each.unspent), (silent, each.silent))
        flows += [(source, end, amount) for end, amount in ends]
    bands = [
        Flow(source, target, float(amount), f"{source} → {target}: {t.money(amount)}")
        for source, target, amount in flows
        if amount is not None and amount > 0
    ]
    colours = {spent: asked.palette.green, unspent: asked.palette.grey, silent: asked.palette.line}
    return sankey(bands, colours, asked.palette)


def _table(asked: Asked, lines: Sequence[Split], names: Mapping[str, str]) -> None:
    t, levels = asked.t, level_names(asked.board, asked.t)
    there = [level for level in levels if any(line.fund_level == level for line in lines)]
    money = t.column_unit("money")
    columns = [
        Column(t("支持方向"), align="left"),
        *(Column(levels[level], money) for level in there),
        Column(t("累计下达"), money),
        Column(t("累计支出"), money),
        Column(t("支出率"), spent_of(asked.board, t)),
    ]
    of, rows = basis(asked.board), []
    for member in names:
        own = [line for line in lines if line.member == member]
        by_level = grouped(own, lambda line: line.fund_level)
        cells = [_amount(asked, by_level.get(level), level, member) for level in there]
        rows.append(Row((names[member], *cells, *_sums(asked, added(own, of), "category", member))))
    by_level = grouped(lines, lambda line: line.fund_level)
    cells = [_amount(asked, by_level.get(level), level, "") for level in there]
    rows.append(Row((t("合计"), *cells, *_sums(asked, added(lines, of), "", "")), total=True))
    panel(table(columns, rows, alt=t("资金投向")), key="uses_table")


def _amount(asked: Asked, each: Sum | None, level: str, member: str) -> Markup | str:
    if each is None or each.allocated is None:
        return "—"
    dimension = "category" if member else ""
    to = asked.behind("allocated", level, dimension, member)
    return link(asked.t.column(each.allocated, "money"), to=to)


def _sums(asked: Asked, each: Sum, dimension: str, member: str) -> tuple[Markup, ...]:
    t = asked.t
    rate = None if each.rate is None else float(each.rate)
    allocated = asked.behind("allocated", "all", dimension, member)
    spent = asked.behind("spent", "all", dimension, member)
    return (
        link(t.column(each.allocated, "money"), to=allocated),
        link(t.column(each.spent, "money"), to=spent),
        link(strong(t.percent(rate)), to=spent),
    )


def _industry(asked: Asked) -> None:
    """The units' industry shares against what is asked; the base is printed."""
    t, indicator = asked.t, asked.board.indicators[SHARE]
    answer = ranking(asked.board, asked.period, SHARE, "all")
    title = t.about(indicator.label(t), below_share(answer, t))
    under = in_force(answer, indicator.basis(t), t)
    export = partial(standings, replace(asked, unit=None), answer, title)
    with card(title, under, key="industry", export=export if answer.places else None):
        if answer.places:
            figure = ranking_bars(answer, t, asked.palette)
            links = [f"?behind={SHARE}~{place.unit_code}" for place in answer.places]
            show(leading(figure, links), alt=title, key="industry_bars")
        for sentence in who_is_not_ranked(answer, t):
            st.caption(plain(sentence))
        if caution := indicator.caution(t):
            st.caption(caution)
