"""The batches of money as a document."""

from datetime import datetime

from board.fund_issues import OLD, Issue, Issues
from board.fund_sentences import level_names
from briefing.cards.funds.rates import rate_column
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, grid, money_column


def batches(scope: Scope, title: str, found: Issues, made: datetime) -> Export:
    """The batches oldest first: days, units, sums and rates; what they add up to at the end."""
    t, names = scope.t, level_names(scope.board, scope.t)
    columns = [
        Column(t("级次")),
        Column(t("批次")),
        Column(t("最早下达"), "date"),
        Column(t("最晚下达"), "date"),
        Column(t("天数"), "count", t("天")),
        Column(t("单位数"), "count"),
        money_column(t("下达"), t, summed=True),
        money_column(t("到位"), t, summed=True),
        money_column(t("支出"), t, summed=True),
        money_column(t("结余"), t, summed=True),
        rate_column(t("到位率"), t("到位 ÷ 下达"), t, (7, 6)),
        rate_column(t("支出率"), t("支出 ÷ 下达"), t, (8, 6)),
    ]
    rows: list[tuple[Value, ...]] = [
        (
            names[each.fund_level],
            each.batch,
            each.first_issued,
            each.last_issued,
            each.age(found.period),
            each.units,
            *_sums(each),
        )
        for each in found.lines
    ]
    if rows:
        rows.append((t("合计"), *[None] * 5, *_sums(found.whole)))
    return scope.export(
        t("批次与结余"),
        title,
        t("结余为到位减支出；率只算两边都报了的；最早下达至月末{old}天以上的标红。", old=OLD),
        grid(columns, rows, total=bool(rows)),
        made,
        chart=_bars(found, names, scope) if rows else None,
        level="all",
    )


def _sums(each: Issue) -> tuple[Value, ...]:
    return (
        each.allocated,
        each.arrived,
        each.spent,
        each.balance,
        each.arrival_rate,
        each.spend_rate,
    )


def _bars(found: Issues, names: dict[str, str], scope: Scope) -> Chart:
    """Spent, and what lies still: red where it has done so too long."""
    t, lines = scope.t, found.lines
    lights = tuple("red" if (each.age(found.period) or 0) >= OLD else "grey" for each in lines)
    return Chart(
        "stacked",
        tuple(f"{names[each.fund_level]} {each.batch}".strip() for each in lines),
        (
            Series(t("支出"), tuple(each.spent for each in lines)),
            Series(t("结余"), tuple(each.balance for each in lines), "grey", lights),
        ),
        "money",
        t.column_unit("money"),
    )
