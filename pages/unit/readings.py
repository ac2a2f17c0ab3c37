"""All indicators of the unit in one table: value, place, gaps, and the year behind them."""

from functools import partial

from board.behind import Figure
from board.course import yearly
from board.months import january
from board.ranking_sentences import state
from board.store import Board, Unit
from board.unit import Portrait, Reading
from board.unit_sentences import best_and_worst, lights, who
from briefing.cards import unit as cards
from briefing.cards.scope import Scope
from charts.markup import join, link, tag
from charts.table import Column, Row, gap, light, little_line, soft, strong, table
from ui import card, panel
from wording import Words


def readings_card(answer: Portrait, unit: Unit, board: Board, period: str, t: Words) -> None:
    """One row an indicator; its name shows its course beside the table."""
    names = {code: indicator.label(t) for code, indicator in board.indicators.items()}
    points = t("个百分点")
    columns = [
        Column(t("指标"), align="left"),
        Column(t("状态"), align="left"),
        Column(t("数值")),
        Column(t("名次")),
        Column(t("较上月"), points),
        Column(t("较节点"), points),
        Column(t("较全省"), points),
        Column(t("连续落后")),
        Column(t("近12个月"), align="center"),
    ]
    rows = [Row(_cells(reading, unit, names, board, period, t)) for reading in answer.readings]
    said = (who(unit, board, t), best_and_worst(answer, names, t))
    title, under = lights(answer, t), " · ".join(filter(None, said))
    scope = Scope(board, t, period, unit)
    export = partial(cards.readings, scope, answer, scope.titled(title), under)
    with card(title, under, key="readings", export=export):
        panel(table(columns, rows, alt=t("全部指标")), key="readings")


def _cells(
    reading: Reading, unit: Unit, names: dict[str, str], board: Board, period: str, t: Words
) -> tuple[str, ...]:
    behind = Figure(reading.indicator, unit.code).link
    indicator = board.indicators[reading.indicator]
    parts = t.parts(reading.numerator, reading.denominator, indicator.quantity)
    source = t("（月报）") if reading.from_report else ""
    return (
        join(
            link(names[reading.indicator], to=f"?indicator={reading.indicator}"),
            tag("small", link(f"{parts}{source}", to=behind))
            if reading.value is not None
            else None,
        ),
        light(reading.light, state(reading.light, reading.reason, t)),
        link(strong(t.percent(reading.value)), to=behind),
        _place(reading, t),
        t.signed(reading.change),
        gap(reading.gap_milestone, t),
        gap(reading.gap_province, t),
        t.n("{n}个月", reading.streak) if reading.streak else soft("—"),
        little_line(reading.trail, restarts=january(period) if yearly(indicator) else None),
    )


def _place(reading: Reading, t: Words) -> str:
    if reading.rank is None:
        return soft("—")
    place = link(t.rank(reading.rank, reading.tied), to=Figure(reading.indicator).link)
    return join(place, soft(f"/{reading.ranked_units}"))
