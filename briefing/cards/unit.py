"""The cards of 县区画像 as documents: all indicators of the unit, and what they add up from."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from board.ranking import ratio
from board.ranking_sentences import state
from board.unit import Portrait, Reading
from briefing.cards.ranking.figures import known
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Kind, Value, count_column, grid, in_unit, points_column

Part = tuple[str, Decimal | None, Decimal]  # name, part (None: not reported), whole


def readings(scope: Scope, answer: Portrait, title: str, sentence: str, made: datetime) -> Export:
    """A row an indicator: both parts in the unit that the row names, the rate, its place, gaps."""
    t = scope.t
    columns = (
        *(Column(head) for head in (t("指标"), t("状态"))),
        *(Column(head, "figure") for head in (t("分子"), t("分母"))),
        Column(t("单位")),
        Column(t("数值"), "percent", ratio=(2, 3)),
        Column(t("名次"), "rank"),
        Column(t("参加排名单位数"), "count"),
        *(points_column(head, t) for head in (t("较上月"), t("较节点"), t("较全省"))),
        Column(t("连续落后"), "count", t("个月")),
        Column(t("来源")),
    )
    rows = [_reading(scope, each) for each in answer.readings]
    return scope.export(t("全部指标"), title, sentence, grid(columns, rows), made, level="all")


def sums(
    scope: Scope,
    subject: str,
    heads: tuple[str, str],
    quantity: str,
    rows: Sequence[Part],
    title: str,
    sentence: str,
    made: datetime,
) -> Export:
    """A row a member of a split: part, whole and the rate of both; `heads` name the two."""
    t = scope.t
    columns = (
        Column(subject),
        *(count_column(head, quantity, t) for head in heads),
        Column(t("比率"), "percent", ratio=(1, 2)),
    )
    written: list[tuple[Value, ...]] = [
        (name, t("未报送") if part is None else part, whole, ratio(part, whole))
        for name, part, whole in rows
    ]
    names, parts, wholes = zip(*rows, strict=True) if rows else ((), (), ())
    series = (Series(heads[0], parts), Series(heads[1], wholes, "pale"))
    kind: Kind = "money" if quantity == "money" else "count"
    chart = Chart("bars", names, series, kind, t.column_unit(quantity))
    return scope.export(
        subject, title, sentence, grid(columns, written), made, chart=chart if rows else None
    )


def _reading(scope: Scope, each: Reading) -> tuple[Value, ...]:
    t, indicator = scope.t, scope.board.indicators[each.indicator]
    parts = [
        known(None if part is None else _in_unit(part, indicator.quantity, scope), each.reason, t)
        for part in (each.numerator, each.denominator)
    ]
    return (
        indicator.label(t),
        state(each.light, each.reason, t),
        *parts,
        t.column_unit(indicator.quantity),
        known(each.value, each.reason, t),
        each.rank,
        each.ranked_units,
        each.change,
        each.gap_milestone,
        each.gap_province,
        each.streak or None,
        t("月报") if each.from_report else t("台账"),
    )


def _in_unit(part: Decimal, quantity: str, scope: Scope) -> Decimal:
    return in_unit(part, "money" if quantity == "money" else "count", scope.t)
