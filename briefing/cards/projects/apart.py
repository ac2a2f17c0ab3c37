"""What is counted apart, as documents: projects carried over, and labour for relief."""

from datetime import datetime
from decimal import Decimal

from board.names import unit_name
from board.projects import Group, Projects, together
from briefing.cards.projects.figures import Field, rate, total, values
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Grid, Value, grid


def carried(scope: Scope, title: str, found: Projects, made: datetime) -> Export:
    """Projects of earlier years: how many of each unit are completed, worst first."""
    t = scope.t
    fields = [
        total(t("结转"), "carried_planned", t),
        total(t("完工"), "carried_completed", t),
        rate(t("完工率"), "carried_completed", "carried_planned", (2, 1)),
    ]
    return scope.export(
        t("结转项目"),
        title,
        t("结转项目另计，不进本年开工率等。"),
        _by_unit(scope, found.carried, fields),
        made,
        chart=_bars(scope, found.carried) if found.carried else None,
    )


def relief(scope: Scope, title: str, found: Projects, made: datetime) -> Export:
    """Labour for relief by unit, those with most projects first."""
    t = scope.t
    fields = [
        Field(
            Column(t("项目个数"), "count", summed=True),
            lambda group: group.total("projects_planned"),
        ),
        Field(Column(t("占比"), "percent"), found.share_of_relief),
        total(t("开工"), "projects_started", t),
        total(t("完工"), "projects_completed", t),
        total(t("计划投资额"), "planned_investment", t, "money"),
        total(t("完成投资"), "invested", t, "money"),
    ]
    said = t("项目台账中“是否以工代赈”填“是”的项目")
    return scope.export(t("以工代赈项目"), title, said, _by_unit(scope, found.relief, fields), made)


def _by_unit(scope: Scope, groups: tuple[Group, ...], fields: list[Field]) -> Grid:
    """A row a unit, and the city where it is of more than one."""
    t = scope.t
    rows: list[list[Value]] = [
        [unit_name(scope.board, each.code, t), *values(fields, each)] for each in groups
    ]
    of_city = scope.unit is None and bool(groups)
    if of_city:
        rows.append([t("全市"), *values(fields, together(groups))])
    return grid([Column(t("单位")), *(field.column for field in fields)], rows, total=of_city)


def _bars(scope: Scope, groups: tuple[Group, ...]) -> Chart:
    """What is completed of the carried-over projects, and what is left."""
    t, none = scope.t, Decimal()
    done = [each.total("carried_completed") or none for each in groups]
    left = [
        max((each.total("carried_planned") or none) - part, none)
        for each, part in zip(groups, done, strict=True)
    ]
    names = tuple(unit_name(scope.board, each.code, t) for each in groups)
    series = (Series(t("完工"), tuple(done)), Series(t("未完工"), tuple(left), "pale"))
    return Chart("stacked", names, series, "count", t.column_unit("projects"))
