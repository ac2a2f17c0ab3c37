"""The late projects as documents: how many of what, and each of them."""

from collections.abc import Sequence
from datetime import datetime

from board.project_rows import (
    EVERYTHING,
    KINDS,
    Filters,
    LateCount,
    LateCounts,
    late_projects,
)
from board.project_sentences import kind_name
from board.project_words import dimension_name, member_name
from board.thresholds import days_of_grace
from briefing.cards.projects.listed import Field, chosen, listed
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, count_column, grid

_MOST = 12  # bars of a chart; the table has them all


def late(
    scope: Scope,
    title: str,
    sentence: str,
    counts: LateCounts,
    kind: str,
    dimensions: Sequence[str],
    filters: Filters,
    made: datetime,
) -> Export:
    """How many are late in each way: by each of the dimensions, those with most of `kind` first,
    and all together. The chart is of the first dimension."""
    t, board = scope.t, scope.board
    grace = days_of_grace(board)
    ways = [count_column(kind_name(each, grace, t), "projects", t) for each in KINDS]
    share = t("占{kind}", kind=kind_name(kind, grace, t))
    columns = [Column(t("分类")), Column(t("名称")), *ways, Column(share, "percent")]
    rows: list[tuple[Value, ...]] = [
        (
            dimension_name(dimension, t),
            member_name(dimension, each.member, board, t),
            *_ways(each),
            counts.share(each, kind),
        )
        for dimension in dimensions
        for each in counts.by(dimension, kind)
    ]
    rows.append((t("合计"), None, *_ways(counts.whole), counts.share(counts.whole, kind)))
    return scope.export(
        t("落后项目"),
        title,
        sentence,
        grid(columns, rows, total=True),
        made,
        chart=_bars(scope, counts, kind, dimensions[0]),
        filters=_narrowed(scope, filters, kind),
    )


def late_list(
    scope: Scope, title: str, sentence: str, kind: str, filters: Filters, made: datetime
) -> Export:
    """All late projects of a kind, worst first."""
    t = scope.t
    found = late_projects(scope.board, scope.period, filters, kind, limit=EVERYTHING)
    days = t("天")
    fields: list[Field] = [
        (Column(t("项目年度"), detail=True), lambda row: str(row.year)),
        (Column(t("计划开工"), "date", detail=True), lambda row: row.planned_start),
        (Column(t("资金下达日期"), "date", detail=True), lambda row: row.issued_on),
        (Column(t("计划完工"), "date", detail=True), lambda row: row.planned_finish),
        (Column(t("应开工已过"), "count", days), lambda row: row.start_days),
        (Column(t("资金下达已过"), "count", days), lambda row: row.money_days),
        (Column(t("应完工已过"), "count", days), lambda row: row.finish_days),
    ]
    return scope.export(
        t("落后项目名单"),
        title,
        sentence,
        listed(scope, found, fields),
        made,
        filters=_narrowed(scope, filters, kind),
    )


def _ways(each: LateCount) -> list[int]:
    return [each.of(kind) for kind in KINDS]


def _narrowed(scope: Scope, filters: Filters, kind: str) -> tuple[tuple[str, str], ...]:
    t = scope.t
    name = kind_name(kind, days_of_grace(scope.board), t)
    return (*chosen(scope, filters), (t("落后的种类"), name))


def _bars(scope: Scope, counts: LateCounts, kind: str, dimension: str) -> Chart | None:
    t, found = scope.t, counts.by(dimension, kind)[:_MOST]
    if not found:
        return None
    names = tuple(member_name(dimension, each.member, scope.board, t) for each in found)
    name = kind_name(kind, days_of_grace(scope.board), t)
    series = Series(name, tuple(each.of(kind) for each in found))
    return Chart("bars", names, (series,), "count", t.column_unit("projects"))
