"""Every figure of the stages: a row a unit, or a row a category of the chosen unit."""

from functools import partial

from board.behind import CITY
from board.projects import Group, Projects
from briefing.cards import projects as cards
from charts.markup import Markup, link
from charts.table import Column, Row, strong, table
from pages.projects.asked import Asked, narrowed
from ui import card, panel


def stage_table(found: Projects, asked: Asked) -> None:
    """From plan to acceptance, and the investment; every figure opens what is behind it."""
    t, unit = asked.t, asked.unit
    if unit is None:
        first, title, groups = t("单位"), t("各单位从计划到验收"), found.by_unit
        if asked.category:
            name = asked.named("category", asked.category)
            title = t.about(name, title)
    else:
        title = t("{unit}各类别从计划到验收", unit=asked.unit_name(unit))
        first, groups = t("类别"), found.by_category
    if not groups:
        return
    count = t.column_unit("projects")
    columns = [
        Column(first, align="left"),
        Column(t("计划"), count),
        Column(t("开工"), count),
        Column(t("开工率")),
        Column(t("未开工"), count),
        Column(t("应开工未开工"), count),
        Column(t("应开工的开工率")),
        Column(t("完工"), count),
        Column(t("完工率")),
        Column(t("验收"), count),
        Column(t("验收率")),
        Column(t("完成投资"), t.column_unit("money")),
        Column(t("投资完成率")),
    ]
    rows = [Row(_cells(group, asked)) for group in groups]
    whole = found.everything if unit else found.whole
    rows.append(Row(_cells(whole, asked), total=True))
    under = t("开工率、完工率占计划，验收率占完工；应开工指计划开工时间已到。点数字看背后的项目")
    export = partial(cards.stage_figures, asked.scope, title, found)
    with card(title, under, key="stage_table", export=export):
        panel(table(columns, rows, alt=title), key="stage_table")


def _cells(group: Group, asked: Asked) -> tuple[str, ...]:
    t = asked.t
    if group.code in (CITY, asked.unit):
        name: str = asked.unit_name(group.code)
        unit, category = group.code, None if asked.unit else asked.category
    elif asked.unit:
        unit, category = asked.unit, group.code
        name = link(asked.named("category", category), to=narrowed(category=category))
    else:
        name, unit, category = asked.unit_link(group.code), group.code, asked.category

    def amount(measure: str, quantity: str = "projects") -> str:
        value = group.total(measure)
        text = t.column(value, quantity)
        return text if value is None else opened(measure, text)

    def not_started() -> str:
        text = t.column(group.not_started, "projects")
        if group.not_started is None:
            return text
        # Where a report did not give the figure, plan and start are what is behind it.
        given = group.not_started == group.total("projects_not_started")
        return opened("projects_not_started" if given else "start_rate", text)

    def rate(indicator: str, numerator: str, denominator: str) -> str:
        text = t.percent(group.rate(numerator, denominator))
        # An indicator is whole: of one category the rows of its numerator are opened.
        return opened(numerator if category else indicator, strong(text))

    def opened(measure: str, text: str) -> Markup:
        return link(text, to=asked.figure(measure, unit, category).link)

    return (
        name,
        amount("projects_planned"),
        amount("projects_started"),
        rate("start_rate", "projects_started", "projects_planned"),
        not_started(),
        _overdue(group, unit, category, asked),
        rate("start_rate_due", "projects_due_started", "projects_due"),
        amount("projects_completed"),
        rate("completion_rate", "projects_completed", "projects_planned"),
        amount("projects_accepted"),
        rate("acceptance_rate", "projects_accepted", "projects_completed"),
        amount("invested", "money"),
        rate("investment_rate", "invested", "planned_investment"),
    )


def _overdue(group: Group, unit: str, category: str | None, asked: Asked) -> str:
    """Those due and not started are a list of their own."""
    text = asked.t.column(group.overdue, "projects")
    if not group.overdue:
        return text
    return asked.late_link(text, unit, "start", category)
