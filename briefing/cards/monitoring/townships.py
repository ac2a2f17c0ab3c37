"""One unit's townships in a rate of people, best first."""

from datetime import datetime

from board.measures import measure_name
from board.townships import Sums, Townships, townships
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, count_column, grid, points_column


def standings(scope: Scope, indicator: str, title: str, sentence: str, made: datetime) -> Export:
    """The townships with a rank, those without a task, the rows that name none, the unit last."""
    t, board = scope.t, scope.board
    known = board.indicators[indicator]
    answer = townships(board, scope.period, known, scope.code)
    columns = (
        Column(t("名次"), "rank"),
        Column(t("乡镇")),
        count_column(measure_name(board, known.numerator, t), known.quantity, t, summed=True),
        count_column(measure_name(board, known.denominator, t), known.quantity, t, summed=True),
        Column(known.label(t), "percent", ratio=(2, 3)),
        points_column(t("较本单位"), t),
        Column(t("较上月名次"), "change"),
    )
    rows: list[tuple[Value, ...]] = [
        (each.rank, *_sums(each.sums, each.name), answer.gap(each), each.climbed)
        for each in answer.places
    ]
    idle = t.reason("no_task")
    rows += [
        (None, each.name, each.numerator, each.denominator, idle, None, None)
        for each in answer.idle
    ]
    if answer.unnamed:
        rows.append((None, *_sums(answer.unnamed, t("未填乡镇")), None, None))
    if answer.reported:
        above, below = answer.parts
        rows.append((None, scope.who, above, below, answer.whole, None, None))
    return scope.export(
        t("乡镇{indicator}", indicator=known.label(t)),
        title,
        sentence,
        grid(columns, rows, total=answer.reported),
        made,
        chart=_chart(answer, scope.who, known.label(t)),
        indicator=indicator,
    )


def _sums(each: Sums, name: str) -> tuple[Value, ...]:
    return name, each.numerator, each.denominator, each.exact


def _chart(answer: Townships, who: str, label: str) -> Chart | None:
    """A bar a township, then one of the unit itself."""
    if not answer.places:
        return None
    names = (*(each.name for each in answer.places), who)
    values = (*(each.sums.exact for each in answer.places), answer.whole)
    colours = ("blue",) * len(answer.places) + ("ink",)
    return Chart("bars", names, (Series(label, values, "blue", colours),))
