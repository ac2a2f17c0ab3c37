"""Slides of rates: the city at a glance, and one ranking each."""

from collections.abc import Sequence
from datetime import datetime

from board.overview import Field
from board.ranking import ranking
from board.ranking_sentences import leader_and_laggard
from board.sentences import sentence, verdict
from briefing.asked import Asked
from briefing.cards.ranking.standings import standings
from briefing.chart import Chart
from briefing.deck.model import Slide
from briefing.grid import Column, Value, grid, points_column
from wording import Words

BARS = 20  # that are read from the far end of a table
ENDS = 6  # units at each end of a longer field, or more where the settings say so


def glance(asked: Asked) -> Slide:
    """The city in every indicator: its rate, the change, and the gaps to province and milestone."""
    t = asked.t
    known = [each for each in asked.fields.values() if each.city]
    columns = (
        Column(t("指标")),
        Column(t("全市"), "percent"),
        points_column(t("较上月"), t),
        Column(t("全省均值"), "percent"),
        points_column(t("较全省"), t),
        Column(t("本期节点"), "percent"),
        points_column(t("较节点"), t),
        Column(t("状态")),
    )
    rated = [
        each
        for each in known
        if each.indicator.headline and each.city and each.city.value is not None
    ]
    return Slide(
        title=_rates(rated, asked),
        notes=tuple(t.about(each.indicator.label(t), sentence(each, t)) for each in rated),
        grid=grid(columns, [_row(each, t) for each in known]) if known else None,
        points=(t("本月没有数据。"),),
        under=t("全市 = Σ分子 ÷ Σ分母，不用各单位的率平均") + _missing(known, t),
        lights=tuple(each.city.light for each in known if each.city),
    )


def standing(asked: Asked, code: str, made: datetime, topics: tuple[str, ...]) -> Slide | None:
    """Who leads and who lags in one indicator; a long field by its ends. None where nobody has a
    standing."""
    if code not in asked.fields:
        return None
    t, level = asked.t, asked.fields[code].level
    answer = ranking(asked.board, asked.period, code, level)
    if not answer.places and not answer.unranked:
        return None
    title = asked.about(code, leader_and_laggard(answer, t))
    month = asked.scope
    card = standings(month, answer, title, made)
    if card.chart is None:
        said = tuple(card.sentence.split(t("；")))
        return Slide(title, points=said, topics=topics)
    chart, hidden = _short(card.chart, len(answer.places), max(asked.front, asked.last))
    left_out = t.n("居中的{n}个单位见附表", hidden) if hidden else ""
    under = month.together(chart.lights_in_words(t), card.sentence, left_out, asked.apart(code))
    return Slide(title, notes=(under,), chart=chart, under=under, topics=topics)


def _rates(rated: Sequence[Field], asked: Asked) -> str:
    t, month = asked.t, asked.t.month(asked.period)
    if not rated:
        return t("{month}没有可以计算的率", month=month)
    rates = [
        t("{name}{rate}", name=t.inside(each.indicator.label(t)), rate=t.percent(city.value))
        for each in rated
        if (city := each.city)
    ]
    return t("{month}全市{rates}", month=month, rates=t.join(rates))


def _row(answer: Field, t: Words) -> tuple[Value, ...]:
    city = answer.city
    if city is None:
        raise ValueError(f"no city in {answer.indicator.code}")
    return (
        answer.indicator.label(t),
        city.value if city.value is not None else t.reason(city.reason or "not_reported"),
        answer.change,
        city.province,
        city.gap_province,
        city.milestone,
        city.gap_milestone,
        verdict(city, t),
    )


def _missing(known: Sequence[Field], t: Words) -> str:
    most = max((each.city.units_missing or 0 for each in known if each.city), default=0)
    return t("；") + t.n("最多的一项缺{n}个单位的数", most) if most else ""


def _short(chart: Chart, units: int, ends: int) -> tuple[Chart, int]:
    """The ends of a long field, and how many units are between; what it is held against stands
    behind the units and stays."""
    count, ends = len(chart.categories), max(ends, ENDS)
    hidden = units - 2 * ends
    if count <= BARS or hidden <= 0:
        return chart, 0
    return chart.kept([*range(ends), *range(units - ends, count)]), hidden
