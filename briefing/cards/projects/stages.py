"""How far the projects are, as documents: by unit, by category, and every figure of either."""

from collections.abc import Sequence
from datetime import datetime

from board.names import code_name, unit_name
from board.projects import Group, Projects, together
from board.ranking import Ranking, ratio
from board.ranking_sentences import in_force, state, who_is_not_ranked
from board.store import Board
from briefing.cards.projects.figures import (
    Field,
    not_started,
    overdue,
    rate,
    shares,
    stage_chart,
    total,
    values,
)
from briefing.cards.scope import Filters, Scope
from briefing.export import Export
from briefing.grid import Column, Value, grid
from wording import Words


def unit_stages(
    scope: Scope, title: str, found: Projects, answer: Ranking, made: datetime
) -> Export:
    """The units by start rate, best first, and the city: what is planned, and the part that each
    stage has of it. Lights are of all categories together."""
    t, board = scope.t, scope.board
    groups = found.by_unit
    names = [unit_name(board, each.code, t) for each in groups]
    ranked = () if found.category else answer.places
    lights = {each.unit_code: state(each.light, each.reason, t) for each in ranked}
    fields = _stage_fields(t)
    rows: list[list[Value]] = [
        [name, *values(fields, each), lights.get(each.code)]
        for name, each in zip(names, groups, strict=True)
    ]
    if rows:
        rows.append([t("全市"), *values(fields, together(groups)), None])
    basis = board.indicators["start_rate"].basis(t)
    said = [basis]
    if not found.category:  # milestone and province are of all categories
        said = [in_force(answer, basis, t), *who_is_not_ranked(answer, t)]
    columns = [Column(t("单位")), *(field.column for field in fields), Column(t("状态"))]
    return scope.export(
        t("各单位项目进度"),
        title,
        scope.together(*said),
        grid(columns, rows, total=bool(rows)),
        made,
        chart=stage_chart(names, groups, t),
        indicator="start_rate",
        filters=category_filter(found, board, t),
    )


def category_stages(scope: Scope, title: str, found: Projects, made: datetime) -> Export:
    """The categories in the order of their list, and all of them: stages, and what part of the
    projects and of the investment each is."""
    t, board, whole = scope.t, scope.board, found.in_ledgers
    groups = found.by_category
    names = [code_name(board, "category", each.code, t) for each in groups]
    stages = _stage_fields(t)
    money = len(stages) + 2  # the column of the planned investment, behind stages and one share
    fields = [
        *stages,
        _part(t("占项目数"), "projects_planned", whole),
        total(t("计划投资额"), "planned_investment", t, "money"),
        _part(t("占计划投资"), "planned_investment", whole),
        total(t("完成投资"), "invested", t, "money"),
        rate(t("投资完成率"), "invested", "planned_investment", (money + 2, money)),
    ]
    rows: list[list[Value]] = [
        [name, *values(fields, each)] for name, each in zip(names, groups, strict=True)
    ]
    if rows:
        rows.append([t("合计"), *values(fields, whole)])
    units = t.join(unit_name(board, code, t) for code in found.without_categories)
    return scope.export(
        t("各类别项目进度"),
        title,
        t("只有月报、不分类别，不在其中：{units}。", units=units) if units else "",
        grid(_headed(t("类别"), fields), rows, total=bool(rows)),
        made,
        chart=stage_chart(names, groups, t),
    )


def stage_figures(scope: Scope, title: str, found: Projects, made: datetime) -> Export:
    """From plan to acceptance, and the investment: a row a unit, or a row a category of the chosen
    unit; the whole at the end."""
    t, board, of_unit = scope.t, scope.board, found.unit is not None
    groups = found.by_category if of_unit else found.by_unit
    whole = found.everything if of_unit else found.whole
    fields = _every_field(t)

    def name(group: Group) -> str:
        if of_unit:
            return code_name(board, "category", group.code, t)
        return unit_name(board, group.code, t)

    rows: list[list[Value]] = [[name(each), *values(fields, each)] for each in groups]
    rows.append([unit_name(board, whole.code, t), *values(fields, whole)])
    return scope.export(
        t("项目从计划到验收"),
        title,
        t("开工率、完工率占计划，验收率占完工；应开工指计划开工时间已到。"),
        grid(_headed(t("类别") if of_unit else t("单位"), fields), rows, total=True),
        made,
        filters=() if of_unit else category_filter(found, board, t),
    )


def category_filter(found: Projects, board: Board, t: Words) -> Filters:
    """The category that the figures are narrowed to."""
    if found.category is None:
        return ()
    return ((t("项目类别"), code_name(board, "category", found.category, t)),)


def _stage_fields(t: Words) -> list[Field]:
    # The place of a column counts from the name of the row, which is 0.
    return [
        total(t("计划"), "projects_planned", t),
        total(t("开工"), "projects_started", t),
        rate(t("开工率"), "projects_started", "projects_planned", (2, 1)),
        not_started(t),
        overdue(t),
        total(t("完工"), "projects_completed", t),
        total(t("验收"), "projects_accepted", t),
        *shares(t),
    ]


def _every_field(t: Words) -> list[Field]:
    return [
        total(t("计划"), "projects_planned", t),
        total(t("开工"), "projects_started", t),
        rate(t("开工率"), "projects_started", "projects_planned", (2, 1)),
        not_started(t),
        overdue(t),
        total(t("应开工"), "projects_due", t, detail=True),
        total(t("应开工已开工"), "projects_due_started", t, detail=True),
        rate(t("应开工的开工率"), "projects_due_started", "projects_due", (7, 6)),
        total(t("完工"), "projects_completed", t),
        rate(t("完工率"), "projects_completed", "projects_planned", (9, 1)),
        total(t("验收"), "projects_accepted", t),
        rate(t("验收率"), "projects_accepted", "projects_completed", (11, 9)),
        total(t("计划投资额"), "planned_investment", t, "money", detail=True),
        total(t("完成投资"), "invested", t, "money"),
        rate(t("投资完成率"), "invested", "planned_investment", (14, 13)),
    ]


def _part(label: str, measure: str, whole: Group) -> Field:
    """What part of the whole a group has of a measure."""
    column = Column(label, "percent")
    return Field(column, lambda group: ratio(group.total(measure), whole.total(measure)))


def _headed(first: str, fields: Sequence[Field]) -> list[Column]:
    return [Column(first), *(field.column for field in fields)]
