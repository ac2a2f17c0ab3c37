"""The way to the next milestone as a document."""

from datetime import datetime

from board.overview import Field
from board.schedule import Distance, Schedule
from board.schedule_sentences import how_it_is_reckoned, in_time, met_on, who_has_no_way
from briefing.cards.ranking.figures import exported
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, count_column, grid


def next_milestone(
    scope: Scope,
    ahead: Schedule,
    answer: Field,
    title: str,
    made: datetime,
    *,
    drawn: bool = True,
) -> Export:
    """A row a unit, those farthest from being in time first: what it lacks, what that asks of it
    a month and a week, its pace, where that leads; the city last."""
    t, quantity = scope.t, answer.indicator.quantity
    columns = (
        Column(t("单位")),
        Column(t("能否按时")),
        Column(t("现值"), "percent"),
        Column(t("下一节点"), "percent"),
        Column(t("到期日"), "date"),
        *(count_column(head, quantity, t) for head in (t("还差"), t("每月需"), t("每周需"))),
        Column(t("月均"), "money" if quantity == "money" else "mean", t.column_unit(quantity)),
        Column(t("月均按几个月"), "count", t("个月")),
        Column(t("到期预计"), "percent"),
        Column(t("预计达到")),
    )
    units = (*ahead.rows, *ahead.apart)
    rows = [_row(each, answer.units[each.standing.unit_code].label(t), scope) for each in units]
    if ahead.city:
        rows.append(_row(ahead.city, t("全市"), scope))
    reckoned = how_it_is_reckoned(ahead, answer.indicator.basis(t), t)
    return exported(
        scope,
        t("到下一节点"),
        title,
        scope.together(reckoned, *who_has_no_way(ahead, answer, t)),
        grid(columns, rows, total=ahead.city is not None),
        made,
        indicator=answer.indicator.code,
        level=answer.level,
        chart=_bars(ahead, answer, scope) if drawn and ahead.rows else None,
    )


def _row(each: Distance, name: str, scope: Scope) -> tuple[Value, ...]:
    t = scope.t
    return (
        name,
        in_time(each, t),
        each.standing.value,
        each.at_least,
        each.due,
        *((None,) * 3 if each.reached else (each.missing, each.per_month, each.per_week)),
        t("进度未知") if each.pace is None else each.pace,
        each.pace_months,
        each.by_due,
        met_on(each, t),
    )


def _bars(ahead: Schedule, answer: Field, scope: Scope) -> Chart:
    """Where each unit is, under its light, and beside it where its pace leads by the day."""
    t = scope.t
    return Chart(
        "bars",
        tuple(answer.units[each.standing.unit_code].label(t) for each in ahead.rows),
        (
            Series(
                t("现值"),
                tuple(each.standing.value for each in ahead.rows),
                "blue",
                tuple(each.light for each in ahead.rows),
            ),
            Series(t("到期预计"), tuple(each.by_due for each in ahead.rows), "soft"),
        ),
    )
