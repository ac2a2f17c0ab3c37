"""From money to start as documents: the distribution, the units, the projects themselves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from fractions import Fraction

from board.days_to_start import ONE_MONTH, SPANS, Days, Span, span_name
from board.names import unit_name
from board.project_rows import EVERYTHING, Filters, waited_projects
from briefing.cards.projects.listed import Field, chosen, listed
from briefing.cards.scope import Filters as Filtered
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, grid


def spread(scope: Scope, title: str, whole: Days, filters: Filters, made: datetime) -> Export:
    """How many projects started within each span of days after their money, and which share."""
    t = scope.t
    columns = [
        Column(t("资金到开工")),
        Column(t("项目个数"), "count", summed=True),
        Column(t("占比"), "percent"),
    ]
    counts = [whole.within(span) for span in SPANS]
    rows: list[tuple[Value, ...]] = [
        (span_name(span, t), count, Fraction(count, whole.projects) if whole.projects else None)
        for span, count in zip(SPANS, counts, strict=True)
    ]
    rows.append((t("合计"), whole.projects, Fraction(1) if whole.projects else None))
    colours = tuple("grey" if each.most < 0 else _colour(each.most) for each in SPANS)
    names = tuple(span_name(span, t) for span in SPANS)
    series = Series(t("项目个数"), tuple(counts), "blue", colours)
    return scope.export(
        t("资金到开工天数"),
        title,
        t("本年已开工、资金下达日期和开工日期都填了的项目；黄色为超过一个月。"),
        grid(columns, rows, total=True),
        made,
        chart=Chart("columns", names, (series,), "count", t.column_unit("projects")),
        filters=_chosen(scope, filters),
    )


def unit_days(
    scope: Scope, title: str, units: Sequence[Days], filters: Filters, made: datetime
) -> Export:
    """The median of each unit and where its middle half lies, slowest first."""
    t = scope.t
    days = t("天")
    columns = [
        Column(t("单位")),
        Column(t("项目个数"), "count"),
        Column(t("中位数"), "mean", days),
        Column(t("中间一半最早"), "count", days),
        Column(t("中间一半最晚"), "count", days),
        Column(t("一个月内开工"), "percent"),
    ]
    names = [unit_name(scope.board, each.code, t) for each in units]
    rows: list[tuple[Value, ...]] = [
        (name, each.projects, each.median, *(each.middle_half or (None, None)), each.in_a_month)
        for name, each in zip(names, units, strict=True)
    ]
    medians = tuple(each.median for each in units)
    colours = tuple(_colour(median or 0) for median in medians)
    series = Series(t("中位数"), medians, "blue", colours)
    return scope.export(
        t("各单位资金到开工天数"),
        title,
        t("慢的在前；黄色为超过一个月。"),
        grid(columns, rows),
        made,
        chart=Chart("bars", tuple(names), (series,), "mean", days) if units else None,
        filters=_chosen(scope, filters),
    )


def waited(scope: Scope, title: str, span: Span, filters: Filters, made: datetime) -> Export:
    """All started projects of a span of days, those that waited longest first."""
    t = scope.t
    found = waited_projects(
        scope.board, scope.period, filters, span.least, span.most, limit=EVERYTHING
    )
    fields: list[Field] = [
        (Column(t("资金下达日期"), "date"), lambda row: row.issued_on),
        (Column(t("计划开工"), "date", detail=True), lambda row: row.planned_start),
        (Column(t("实际开工"), "date"), lambda row: row.started_on),
        (Column(t("资金到开工"), "count", t("天")), lambda row: row.days),
    ]
    own = ((t("资金到开工"), span_name(span, t)),) if span.code else ()
    return scope.export(
        t("资金到开工项目"),
        title,
        "",
        listed(scope, found, fields),
        made,
        filters=_chosen(scope, filters) + own,
    )


def _colour(days: int | Fraction) -> str:
    return "yellow" if days > ONE_MONTH else "blue"


def _chosen(scope: Scope, filters: Filters) -> Filtered:
    # Those that have started are of the year's own.
    return chosen(scope, replace(filters, origin=""))
