"""What the money is for as documents: from level to use to spent, and the share of industry."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from board.fund_sentences import level_names, spent_of
from board.funds import Split, Sum, added, basis, grouped
from briefing.cards.funds.rates import rate_column
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, grid, money_column


def uses(
    scope: Scope, title: str, lines: Sequence[Split], names: Mapping[str, str], made: datetime
) -> Export:
    """A row a use (`names` by code): where its money comes from, what became of it, the rate."""
    t, levels, of = scope.t, level_names(scope.board, scope.t), basis(scope.board)
    there = [code for code in levels if any(line.fund_level == code for line in lines)]
    first = len(there) + 1  # the column of what is allocated, behind those of the levels
    columns = [
        Column(t("支持方向")),
        *(money_column(levels[code], t, summed=True) for code in there),
        money_column(t("累计下达"), t, summed=True),
        money_column(t("累计到位"), t, summed=True),
        money_column(t("累计支出"), t, summed=True),
        money_column(t("未支出"), t, summed=True),
        money_column(t("未报支出"), t, summed=True),
        rate_column(
            t("支出率"), spent_of(scope.board, t), t, (first + 2, first + (of == "arrived"))
        ),
    ]
    by_use = grouped(lines, lambda line: line.member, of)
    rows = [
        (
            names[code],
            *_by_level([each for each in lines if each.member == code], there),
            *_sums(whole),
        )
        for code, whole in by_use.items()
    ]
    if rows:
        rows.append((t("合计"), *_by_level(lines, there), *_sums(added(lines, of))))
    return scope.export(
        t("资金投向"),
        title,
        t("资金级次下的数为累计下达；来自资金台账。"),
        grid(columns, rows, total=bool(rows)),
        made,
        chart=_bars(scope, by_use, names) if rows else None,
        level="all",
    )


def _by_level(lines: Sequence[Split], there: Sequence[str]) -> list[Value]:
    sums = grouped(lines, lambda line: line.fund_level)
    return [sums[code].allocated if code in sums else None for code in there]


def _sums(each: Sum) -> tuple[Value, ...]:
    return each.allocated, each.arrived, each.spent, each.unspent, each.silent, each.rate


def _bars(scope: Scope, by_use: Mapping[str, Sum], names: Mapping[str, str]) -> Chart:
    """What became of each use's money: spent, not spent, and of which nothing is known."""
    t, found = scope.t, by_use.values()
    series = [
        Series(t("已支出"), tuple(each.spent for each in found), "green"),
        Series(t("未支出"), tuple(each.unspent for each in found), "grey"),
    ]
    if any(each.silent for each in found):
        series.append(Series(t("未报支出"), tuple(each.silent for each in found), "line"))
    uses_in_words = tuple(names[code] for code in by_use)
    return Chart("stacked", uses_in_words, tuple(series), "money", t.column_unit("money"))
