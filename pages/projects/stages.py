"""How far the projects are: by unit and by category, and the table of every figure."""

from functools import partial

import streamlit as st

from board.project_sentences import category_finding, place_of_unit, stages_finding
from board.projects import Group, Projects, projects
from board.ranking import Ranking, ranking, ratio
from board.ranking_sentences import in_force, who_is_not_ranked
from briefing.cards import projects as cards
from charts.markup import link
from charts.stage_bars import StageRow, stage_bars
from charts.table import Column, Row, soft, strong, table
from pages.projects.apart import carried_card, relief_card
from pages.projects.asked import Asked, narrowed
from pages.projects.stage_table import stage_table
from ui import card, panel, show
from ui.plain import plain


def stages_view(asked: Asked) -> None:
    """Units beside categories, then the figures, then what is counted apart."""
    found = projects(asked.board, asked.period, asked.unit, asked.category)
    answer = ranking(asked.board, asked.period, "start_rate", "all")
    with st.grid(2, min_column_width=480) as columns:
        with columns.cell():
            _units_card(found, answer, asked)
        with columns.cell():
            _categories_card(found, asked)
    stage_table(found, asked)
    with st.grid(2, min_column_width=480) as columns:
        with columns.cell():
            carried_card(found, asked)
        with columns.cell():
            relief_card(found, asked)


def _units_card(found: Projects, answer: Ranking, asked: Asked) -> None:
    t = asked.t
    title = stages_finding(found, asked.board, t)
    if asked.unit and not asked.category and (place := place_of_unit(answer, asked.unit, t)):
        title += t("，") + place
    under = asked.board.indicators["start_rate"].basis(t)
    if not asked.category:  # milestone and province are of all categories
        under = in_force(answer, under, t)
    export = partial(cards.unit_stages, asked.scope, title, found, answer)
    with card(title, under, key="units", export=export if found.by_unit else None):
        rows = [_unit_row(group, answer, asked) for group in found.by_unit]
        if not rows:
            st.write(t("请换一个月份，或先上报这个月的数据。"))
            return
        show(stage_bars(rows, t, asked.palette), alt=title, key="unit_bars")
        for sentence in () if asked.category else who_is_not_ranked(answer, t):
            st.caption(plain(sentence))


def _unit_row(group: Group, answer: Ranking, asked: Asked) -> StageRow:
    lights = {} if asked.category else {place.unit_code: place.light for place in answer.places}
    return StageRow(
        name=asked.unit_name(group.code),
        group=group,
        to=narrowed(unit=group.code),
        overdue_to=narrowed(unit=group.code, view="late", late="start", origin="own"),
        light=lights.get(group.code),
        faded=asked.unit not in (None, group.code),
    )


def _categories_card(found: Projects, asked: Asked) -> None:
    t = asked.t
    title = category_finding(found, asked.board, t)
    under = t("按项目类别：条为各阶段占本类计划项目的比例，行首为开工率")
    groups = found.by_category
    export = partial(cards.category_stages, asked.scope, title, found)
    with card(title, under, key="categories", export=export if groups else None):
        if not groups:
            st.write(t("只报了月报的单位不分类别，要看类别请上报项目台账。"))
            return
        rows = [
            StageRow(
                name=asked.named("category", group.code),
                group=group,
                to=narrowed(category=group.code),
                overdue_to=narrowed(category=group.code, view="late", late="start", origin="own"),
                faded=asked.category not in (None, group.code),
            )
            for group in groups
        ]
        show(stage_bars(rows, t, asked.palette), alt=title, key="category_bars")
        _mix(found, asked)
        if reports := found.without_categories:
            units = t.join(asked.unit_name(code) for code in reports)
            st.caption(plain(t("只有月报、不分类别，不在其中：{units}。", units=units)))


def _mix(found: Projects, asked: Asked) -> None:
    """What part of the projects and of the money each category is."""
    t, whole = asked.t, found.in_ledgers
    columns = [
        Column(t("类别"), align="left"),
        Column(t("项目个数"), t("个")),
        Column(t("占比")),
        Column(t("计划投资额"), t.column_unit("money")),
        Column(t("占比")),
        Column(t("投资完成率")),
    ]
    rows = [Row(_mix_cells(group, whole, asked)) for group in found.by_category]
    rows.append(Row(_mix_cells(whole, whole, asked), total=True))
    panel(table(columns, rows, alt=t("各类别的项目和投资")), key="category_mix")


def _mix_cells(group: Group, whole: Group, asked: Asked) -> tuple[str, ...]:
    t, unit = asked.t, asked.unit or "city"
    planned, money = group.total("projects_planned"), group.total("planned_investment")
    investment = group.rate("invested", "planned_investment")
    if group is whole:
        name, category = t("合计"), None
    else:
        name = link(asked.named("category", group.code), to=narrowed(category=group.code))
        category = group.code
    shares = (
        ratio(planned, whole.total("projects_planned")),
        ratio(money, whole.total("planned_investment")),
    )
    of_projects, of_money = (t.percent(each) for each in shares)
    return (
        name,
        link(
            t.column(planned, "projects"),
            to=asked.figure("projects_planned", unit, category).link,
        ),
        soft(of_projects),
        link(t.column(money, "money"), to=asked.figure("planned_investment", unit, category).link),
        soft(of_money),
        link(strong(t.percent(investment)), to=asked.figure("invested", unit, category).link),
    )
