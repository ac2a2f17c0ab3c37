"""Whose risk is gone: both rates of the units, how the standard is reckoned, the cohorts."""

from datetime import datetime

from board.monitoring import Split, by_unit, split, whole
from board.ranking import ratio
from board.standardised import Standardised, standardisation
from briefing.cards.scope import Scope, unreported
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, count_column, grid
from wording import Words

RATE = "risk_elimination_rate"


def standardised(scope: Scope, title: str, sentence: str, made: datetime) -> Export:
    """The units by their standardised rate beside the raw one, and this year's cohort of each; the
    city last."""
    scope = scope.of_city()
    t, board, year = scope.t, scope.board, scope.period[:4]
    answer = standardisation(board, scope.period)
    own = {each.unit_code: each for each in by_unit(board, scope.period, "identified_year", year)}
    city = next(
        (each for each in split(board, scope.period, "identified_year") if each.member == year),
        None,
    )
    columns = (
        Column(t("单位")),
        count_column(t("监测"), "persons", t, summed=True),
        count_column(t("已消除"), "persons", t, summed=True),
        Column(t("原始消除率"), "percent", ratio=(2, 1)),
        Column(t("原始名次"), "rank"),
        Column(t("按全市同类消除率应消除"), "mean", t.column_unit("persons")),
        Column(t("标准化消除率"), "percent"),
        Column(t("标准化名次"), "rank"),
        Column(t("名次变化"), "change"),
        count_column(t("{year}年识别的", year=year), "persons", t, summed=True),
        count_column(t("{year}年识别的已消除", year=year), "persons", t, summed=True),
        Column(t("{year}年识别的消除率", year=year), "percent", ratio=(10, 9)),
    )
    rows = [
        (board.units[each.unit_code].label(t), *_rates(each, own.get(each.unit_code), t))
        for each in (*answer.ranked, *answer.unranked)
    ]
    rows += [unreported(unit.label(t), len(columns), t) for unit in answer.missing]
    known = answer.city.rate is not None
    if known:
        rows.append((t("全市"), *_rates(answer.city, city, t)))
    chart = None
    if answer.ranked:
        names = tuple(board.units[each.unit_code].label(t) for each in answer.ranked)
        raw = Series(t("原始消除率"), tuple(each.rate for each in answer.ranked), "grey")
        fair = Series(t("标准化消除率"), tuple(each.standardised for each in answer.ranked))
        chart = Chart("bars", names, (raw, fair))
    return scope.export(
        t("标准化消除率"),
        title,
        sentence,
        grid(columns, rows, total=known),
        made,
        chart=chart,
        indicator=RATE,
    )


def mix(scope: Scope, title: str, sentence: str, made: datetime) -> Export:
    """The types of the city; of a unit with what would be eliminated at the city's rates."""
    t, names = scope.t, scope.names("monitor_type")
    answer = standardisation(scope.board, scope.period)
    own = answer.of(scope.code)
    columns = [
        Column(t("类别")),
        count_column(t("监测"), "persons", t, summed=True),
        Column(t("占比"), "percent"),
        count_column(t("已消除"), "persons", t, summed=True),
        Column(t("消除率"), "percent", ratio=(3, 1)),
    ]
    if scope.unit:
        columns += [
            Column(t("全市消除率"), "percent"),
            Column(t("应消除"), "mean", t.column_unit("persons")),
        ]
    rows: list[tuple[Value, ...]] = []
    if own and own.types:
        rows = [
            (
                names.get(each.member, each.member),
                each.persons,
                ratio(each.persons, own.persons),
                each.eliminated,
                each.rate,
                *((each.city_rate, each.expected) if scope.unit else ()),
            )
            for each in own.types
        ]
        whole_share = ratio(own.persons, own.persons)
        expected = (answer.city.rate, own.expected) if scope.unit else ()
        rows.append((scope.who, own.persons, whole_share, own.eliminated, own.rate, *expected))
    made_of = grid(columns, rows, total=bool(rows))
    return scope.export(t("各类消除率"), title, sentence, made_of, made, indicator=RATE)


def cohorts(scope: Scope, title: str, sentence: str, made: datetime) -> Export:
    """The years of identification, newest first, everybody last."""
    t = scope.t
    every = whole(scope.board, scope.period, scope.code)
    found = split(scope.board, scope.period, "identified_year", scope.code)
    years = [each for each in reversed(found) if each.persons]
    names = [t("{year}年", year=each.member) for each in years]
    columns = (
        Column(t("识别年份")),
        count_column(t("监测"), "persons", t, summed=True),
        count_column(t("已消除"), "persons", t, summed=True),
        Column(t("消除率"), "percent", ratio=(2, 1)),
    )
    rows = [(name, *_cohort(each)) for name, each in zip(names, years, strict=True)]
    if every:
        rows.append((scope.who, *_cohort(every)))
    chart = None
    if years:
        persons = Series(t("监测"), tuple(each.persons for each in years), "pale")
        gone = Series(t("已消除"), tuple(each.persons_eliminated for each in years))
        unit = t.column_unit("persons")
        chart = Chart("bars", tuple(names), (persons, gone), "count", unit)
    return scope.export(
        t("各识别年份消除率"),
        title,
        sentence,
        grid(columns, rows, total=every is not None),
        made,
        chart=chart,
        indicator=RATE,
    )


def _rates(each: Standardised, own: Split | None, t: Words) -> tuple[Value, ...]:
    ranked = each.rank is not None
    return (
        each.persons,
        each.eliminated,
        t.reason("no_task") if each.rate is None else each.rate,
        each.rate_rank,
        each.expected,
        each.standardised,
        each.rank,
        each.moved if ranked else None,
        *(_cohort(own) if own else (None, None, None)),
    )


def _cohort(each: Split) -> tuple[Value, ...]:
    return each.persons, each.persons_eliminated, each.rate
