"""This year's money beside last year's as documents, and the key counties' part of it."""

from datetime import datetime

from board.fund_sentences import left_out, level_names, spent_of
from board.fund_years import Year, Years
from board.funds import Sum, basis
from board.months import shift
from board.ranking import ratio
from briefing.cards.funds.rates import rate_column
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, grid, money_column, points_column


def two_years(scope: Scope, title: str, found: Years, made: datetime) -> Export:
    """Each level and the whole, this year and the same month of the last."""
    t, board = scope.t, scope.board
    now, before = scope.period[:4], shift(scope.period, -12)[:4]
    of = 1 if basis(board) == "arrived" else 0  # what rates are of: allocated or arrived
    rates = [
        rate_column(t("{year}年支出率", year=year), spent_of(board, t), t, (first + 2, first + of))
        for year, first in ((now, 1), (before, 5))
    ]
    columns = [
        Column(t("级次")),
        *_money(now, scope),
        rates[0],
        *_money(before, scope),
        rates[1],
        Column(t("下达较上年"), "percent"),
        points_column(t("支出率相差"), t),
    ]
    names = level_names(board, t)
    rows = [_row(each, names) for each in found.lines]
    last = t.month(shift(scope.period, -12))
    months = t("{now}与{before}的累计数。", now=t.month(scope.period), before=last)
    return scope.export(
        t("资金较上年"),
        title,
        scope.together(months, *left_out(found, board, t)),
        grid(columns, rows, total=True),
        made,
        chart=_bars(found, names, (now, before), scope),
        level="all",
    )


def _money(year: str, scope: Scope) -> list[Column]:
    t = scope.t
    return [
        money_column(t("{year}年下达", year=year), t),
        money_column(t("{year}年到位", year=year), t),
        money_column(t("{year}年支出", year=year), t),
    ]


def _row(each: Year, names: dict[str, str]) -> tuple[Value, ...]:
    return (
        names[each.fund_level],
        *_sums(each.now),
        *_sums(each.before),
        each.growth,
        None if each.change is None else 100 * each.change,
    )


def _sums(each: Sum) -> tuple[Value, ...]:
    return each.allocated, each.arrived, each.spent, each.rate


def _bars(
    found: Years, names: dict[str, str], years: tuple[str, str], scope: Scope
) -> Chart | None:
    levels = [each for each in found.lines if each.fund_level != "all"]
    if not any(each.now.allocated or each.before.allocated for each in levels):
        return None
    now, before = years
    return Chart(
        "bars",
        tuple(names[each.fund_level] for each in levels),
        (
            Series(now, tuple(each.now.allocated for each in levels)),
            Series(before, tuple(each.before.allocated for each in levels), "grey"),
        ),
        "money",
        scope.t.column_unit("money"),
    )


def key_counties(scope: Scope, title: str, key: Sum, whole: Sum, made: datetime) -> Export:
    """The key counties' sums and what part of the city's they are, then the city's."""
    t = scope.t
    columns = [
        Column(t("范围")),
        money_column(t("累计下达"), t),
        Column(t("占比"), "percent"),
        money_column(t("累计到位"), t),
        money_column(t("累计支出"), t),
        rate_column(
            t("支出率"),
            spent_of(scope.board, t),
            t,
            (4, 3 if basis(scope.board) == "arrived" else 1),
        ),
    ]
    rows: list[tuple[Value, ...]] = [
        (
            name,
            each.allocated,
            ratio(each.allocated, whole.allocated),
            each.arrived,
            each.spent,
            each.rate,
        )
        for name, each in ((t("重点帮扶县"), key), (t("全市"), whole))
    ]
    return scope.export(
        t("重点帮扶县"), title, "", grid(columns, rows, total=True), made, level="all"
    )
