"""What is counted apart: projects carried over from earlier years, and labour for relief."""

from decimal import Decimal
from functools import partial

import streamlit as st

from board.behind import CITY, Figure
from board.project_sentences import carried_finding, relief_finding
from board.projects import Group, Projects, together
from briefing.cards import projects as cards
from charts.markup import link
from charts.part_bars import PartRow, part_bars
from charts.table import Column, Row, soft, table
from pages.projects.asked import Asked
from ui import card, panel, show


def carried_card(found: Projects, asked: Asked) -> None:
    """Carried-over projects by completion, worst first."""
    t, title = asked.t, carried_finding(found, asked.board, asked.t)
    under = t("结转项目另计，不进本年开工率等：已完工 / 结转")
    export = partial(cards.carried, asked.scope, title, found) if found.carried else None
    with card(title, under, key="carried", export=export):
        rows = [_row(group, asked) for group in found.carried]
        if rows:
            show(part_bars(rows, t, asked.palette), alt=title, key="carried_bars")


def relief_card(found: Projects, asked: Asked) -> None:
    """Labour for relief by unit, those with most projects first."""
    t, title = asked.t, relief_finding(found, asked.t)
    under = t("项目台账中“是否以工代赈”填“是”的项目")
    export = partial(cards.relief, asked.scope, title, found) if found.relief else None
    with card(title, under, key="relief", export=export):
        if not found.relief:
            st.write(t("在项目台账的“是否以工代赈”一列填“是”，这里就单独统计。"))
            return
        count = t.column_unit("projects")
        columns = [
            Column(t("单位"), align="left"),
            Column(t("项目个数"), count),
            Column(t("占比")),
            Column(t("开工"), count),
            Column(t("完工"), count),
            Column(t("计划投资额"), t.column_unit("money")),
            Column(t("完成投资"), t.column_unit("money")),
        ]
        rows = [Row(_relief_cells(group, found, asked)) for group in found.relief]
        if asked.unit is None:
            rows.append(Row(_relief_cells(together(found.relief), found, asked), total=True))
        panel(table(columns, rows, alt=title), key="relief_table")


def _relief_cells(group: Group, found: Projects, asked: Asked) -> tuple[str, ...]:
    t, share = asked.t, found.share_of_relief(group)

    def amount(measure: str, quantity: str = "projects") -> str:
        value = group.total(measure)
        text = t.column(value, quantity)
        figure = Figure(measure, group.code, "all", "work_relief", "yes")
        return text if value is None else link(text, to=figure.link)

    return (
        asked.unit_name(CITY) if group.code == CITY else asked.unit_link(group.code),
        amount("projects_planned"),
        soft(t.percent(share)),
        amount("projects_started"),
        amount("projects_completed"),
        amount("planned_investment", "money"),
        amount("invested", "money"),
    )


def _row(group: Group, asked: Asked) -> PartRow:
    done, of = group.total("carried_completed"), group.total("carried_planned")
    rate = group.rate("carried_completed", "carried_planned")
    return PartRow(
        name=asked.unit_name(group.code),
        part=done,
        whole=of or Decimal(),
        rate=None if rate is None else float(rate),
        amounts=asked.t.parts(done, of, "projects"),
        to=Figure("carried_completed", group.code).link,
        whole_to=Figure("carried_planned", group.code).link,
    )
