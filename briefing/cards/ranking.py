"""The ranking page's cards of one month as documents: every figure of every unit, exactly."""

from datetime import datetime

from board.measures import measure_name
from board.ranking import Place, Ranking
from board.ranking_sentences import in_force, leader_and_laggard, state, who_is_not_ranked
from board.store import Board, Indicator
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Grid, Value, count_column, grid
from briefing.provenance import provenance
from wording import Words


def standings(board: Board, answer: Ranking, t: Words, made: datetime) -> Export:
    """The ranking: every unit best first, those without a rank and why, the city last."""
    indicator = board.indicators[answer.indicator]
    said = [in_force(answer, indicator.basis(t), t), *who_is_not_ranked(answer, t)]
    return Export(
        name=named(board, answer, t("排名"), t),
        title=titled(board, answer, leader_and_laggard(answer, t), t),
        sentence=" · ".join(said),
        grid=_standings_grid(board, answer, indicator, t),
        provenance=provenance(
            board, answer.period, t, made=made, indicator=indicator, level=answer.level
        ),
        chart=_standings_chart(answer, indicator.label(t), t),
    )


def named(board: Board, answer: Ranking, what: str, t: Words) -> str:
    """What a file is called: indicator and level, month, and which card."""
    return f"{_subject(board, answer, t)} {t.month(answer.period)} {what}"


def titled(board: Board, answer: Ranking, message: str, t: Words) -> str:
    """A card's title: what the message is about, and the message."""
    return t("{subject}：{message}", subject=_subject(board, answer, t), message=message)


def _subject(board: Board, answer: Ranking, t: Words) -> str:
    name = board.indicators[answer.indicator].label(t)
    if answer.level == "all":
        return name
    return f"{name} · {board.levels[answer.level].label(t)}"


def _standings_grid(board: Board, answer: Ranking, indicator: Indicator, t: Words) -> Grid:
    points, quantity = t("个百分点"), indicator.quantity
    columns = (
        Column(t("名次"), "rank"),
        Column(t("单位")),
        count_column(measure_name(board, indicator.numerator, t), quantity, t, summed=True),
        count_column(measure_name(board, indicator.denominator, t), quantity, t, summed=True),
        Column(indicator.label(t), "percent", ratio=(2, 3)),
        Column(t("较节点"), "points", points),
        Column(t("较全省"), "points", points),
        Column(t("较上月名次"), "change"),
        Column(t("状态")),
        Column(t("连续落后"), "count", t("个月")),
    )
    rows = [_row(place, t) for place in (*answer.places, *answer.unranked)]
    if answer.city:
        rows.append(_row(answer.city, t))
    return grid(columns, rows, total=answer.city is not None)


def _row(place: Place, t: Words) -> tuple[Value, ...]:
    city = place.unit_code == "city"
    why = t.reason(place.reason) if place.reason else None
    return (
        place.rank,
        t("全市") if city else place.label(t),
        place.numerator if place.numerator is not None else why,
        place.denominator if place.denominator is not None else why,
        place.value if place.value is not None else why,
        place.gap_milestone,
        place.gap_province,
        place.climbed,
        state(place.light, place.reason, t),
        place.streak or None,
    )


def _standings_chart(answer: Ranking, name: str, t: Words) -> Chart | None:
    """Bars best first, then what they are held against as bars of their own: a line across a
    chart is not among what an office program draws by itself."""
    if not answer.places:
        return None
    bars = [(place.label(t), place.value, place.light) for place in answer.places]
    if answer.city and answer.city.value is not None:
        bars.append((t("全市"), answer.city.value, "blue"))
    if answer.province is not None:
        bars.append((t("全省均值"), answer.province, "grey"))
    if answer.milestone is not None:
        bars.append((t("本期节点"), answer.milestone, "ink"))
    names, values, lights = zip(*bars, strict=True)
    return Chart("bars", names, (Series(name, values, "blue", lights),))
