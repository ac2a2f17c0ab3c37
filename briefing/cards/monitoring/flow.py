"""How the stock moved: month by month, and in one month unit by unit."""

from collections.abc import Iterable
from datetime import datetime

from board.household_flow import FlowMonth, Movement, flow
from board.monitoring import Quantity
from board.monitoring_sentences import flow_parts
from briefing.cards.monitoring.stock import counted
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Grid, Value, count_column, grid
from wording import Words


def columns(scope: Scope, quantity: Quantity, title: str, sentence: str, made: datetime) -> Export:
    """The months, oldest first; drawn is who is new, left and changed."""
    t, found = scope.t, flow(scope.board, scope.period, quantity, scope.code)
    return scope.export(
        t("增减变化"),
        title,
        sentence,
        _months_grid(scope, found, quantity),
        made,
        chart=_chart(found, quantity, t),
        filters=(counted(quantity, t),),
    )


def months(scope: Scope, quantity: Quantity, title: str, sentence: str, made: datetime) -> Export:
    """The same months as a table, newest first."""
    t, found = scope.t, flow(scope.board, scope.period, quantity, scope.code)
    made_of = _months_grid(scope, reversed(found), quantity)
    filters = (counted(quantity, t),)
    return scope.export(t("逐月增减"), title, sentence, made_of, made, filters=filters)


def units(scope: Scope, quantity: Quantity, title: str, sentence: str, made: datetime) -> Export:
    """The month's movements of each unit that can be followed, the city last."""
    t, names = scope.t, scope.board.units
    now = flow(scope.board, scope.period, quantity, scope.code)[-1]
    rows = [(names[each.unit_code].label(t), *_parts(each, t)) for each in now.units]
    if scope.unit is None and now.total:
        rows.append((t("全市"), *_parts(now.total, t)))
    heads = [Column(t("单位")), *_columns(quantity, t, summed=True)]
    made_of = grid(heads, rows, total=len(rows) > len(now.units))
    filters = (counted(quantity, t),)
    return scope.export(t("各单位增减"), title, sentence, made_of, made, filters=filters)


def _months_grid(scope: Scope, found: Iterable[FlowMonth], quantity: Quantity) -> Grid:
    t, units = scope.t, scope.board.units
    heads = [
        Column(t("月份")),
        *_columns(quantity, t),
        Column(t("计入单位数"), "count"),
        Column(t("缺台账、未计入"), detail=True),
    ]
    rows = [
        (
            t.month(month.period),
            *_parts(month.total, t),
            len(month.units),
            t.join(units[each.unit_code].label(t) for each in month.left_out) or None,
        )
        for month in found
    ]
    return grid(heads, rows)


def _columns(quantity: Quantity, t: Words, *, summed: bool = False) -> list[Column]:
    return [count_column(name, quantity, t, summed=summed) for name in flow_parts(t).values()]


def _parts(movement: Movement | None, t: Words) -> tuple[Value, ...]:
    return tuple(getattr(movement, part) if movement else None for part in flow_parts(t))


def _chart(found: Iterable[FlowMonth], quantity: Quantity, t: Words) -> Chart | None:
    """The movements alone: beside the stock, which is in the table, they could not be seen."""
    followed = [(month.period, month.total) for month in found if month.total]
    if not followed:
        return None
    names = flow_parts(t)
    return Chart(
        "columns",
        tuple(_tick(period, place, t) for place, (period, _) in enumerate(followed)),
        (
            Series(names["new"], tuple(one.new for _, one in followed)),
            Series(names["left"], tuple(-one.left for _, one in followed), "grey"),
            Series(names["changed"], tuple(one.changed for _, one in followed), "pale"),
        ),
        "count",
        t.column_unit(quantity),
    )


def _tick(period: str, place: int, t: Words) -> str:
    """A month in a row of them: with its year where the row begins, and in January."""
    month = int(period[5:])
    return t.month(period) if place == 0 or month == 1 else t.month_name(month)
