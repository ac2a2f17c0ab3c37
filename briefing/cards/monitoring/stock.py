"""Who is monitored: by type, by risk, by unit, by township."""

from collections.abc import Iterable
from datetime import datetime

from board.monitoring import Narrow, Quantity, Split, in_units, most_first, share, split, whole
from board.townships import UNNAMED
from briefing.cards.scope import Scope, unreported
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, count_column, grid
from wording import Words


def types(scope: Scope, quantity: Quantity, title: str, sentence: str, made: datetime) -> Export:
    """The types in the order of their list, everybody monitored last."""
    found = split(scope.board, scope.period, "monitor_type", scope.code)
    t = scope.t
    subject = t("监测对象类别")
    return _members(scope, "monitor_type", found, quantity, subject, title, sentence, made)


def risks(scope: Scope, quantity: Quantity, title: str, sentence: str, made: datetime) -> Export:
    """The risks, most first; a household may have several, so everybody is not their sum."""
    found = most_first(split(scope.board, scope.period, "risk", scope.code), quantity)
    t = scope.t
    subject = t("致贫返贫风险")
    return _members(scope, "risk", found, quantity, subject, title, sentence, made)


def units(
    scope: Scope,
    quantity: Quantity,
    narrow: Narrow | None,
    title: str,
    sentence: str,
    made: datetime,
) -> Export:
    """A row a unit, of everybody or of one type or risk; who sent nothing; the city last."""
    scope = scope.of_city()
    t, board = scope.t, scope.board
    answer = in_units(board, scope.period, narrow)
    subject, name = t("监测对象分布"), ""
    if narrow:
        name = scope.names(narrow.dimension)[narrow.member]
        subject = f"{name} {subject}"
    filters = (counted(quantity, t), *(((t("只看"), name),) if name else ()))
    part = t("占监测对象") if narrow else t("占全市")
    columns = _columns(t("单位"), part, t)
    rows = [
        (board.units[each.unit_code].label(t), *_figures(each, answer.wholes[each.unit_code],
                                                         quantity))
        for each in answer.units
    ]  # fmt: skip
    rows += [unreported(unit.label(t), len(columns), t) for unit in answer.missing]
    if answer.city:
        rows.append((t("全市"), *_figures(answer.city, answer.everybody, quantity)))
    made_of = grid(columns, rows, total=answer.city is not None)
    return scope.export(subject, title, sentence, made_of, made, filters=filters)


def townships(
    scope: Scope, quantity: Quantity, title: str, sentence: str, made: datetime
) -> Export:
    """A row a township, most first, the unit last."""
    t = scope.t
    found = most_first(split(scope.board, scope.period, "township", scope.code), quantity)
    every = whole(scope.board, scope.period, scope.code)
    rows = _rows(found, {UNNAMED: t("未填乡镇")}, every, quantity, scope.who)
    made_of = grid(_columns(t("乡镇"), t("占比"), t), rows, total=every is not None)
    subject, filters = t("乡镇分布"), (counted(quantity, t),)
    return scope.export(subject, title, sentence, made_of, made, filters=filters)


def counted(quantity: Quantity, t: Words) -> tuple[str, str]:
    """What shares are taken of, as a filter."""
    return t("计数"), t("按户") if quantity == "households" else t("按人")


def share_chart(
    found: Iterable[Split], names: dict[str, str], quantity: Quantity, t: Words
) -> Chart | None:
    """A bar a member; None where nothing is counted."""
    known = [each for each in found if each.monitored(quantity)]
    if not known:
        return None
    unit = t.column_unit(quantity)
    return Chart(
        "bars",
        tuple(names.get(each.member, each.member) for each in known),
        (Series(unit, tuple(each.monitored(quantity) for each in known)),),
        "count",
        unit,
    )


def _members(
    scope: Scope,
    dimension: str,
    found: Iterable[Split],
    quantity: Quantity,
    subject: str,
    title: str,
    sentence: str,
    made: datetime,
) -> Export:
    t, names = scope.t, scope.names(dimension)
    found = list(found)
    every = whole(scope.board, scope.period, scope.code)
    rows = _rows(found, names, every, quantity, scope.who)
    return scope.export(
        subject,
        title,
        sentence,
        grid(_columns(subject, t("占比"), t), rows, total=every is not None),
        made,
        chart=share_chart(found, names, quantity, t),
        filters=(counted(quantity, t),),
    )


def _rows(
    found: Iterable[Split],
    names: dict[str, str],
    every: Split | None,
    quantity: Quantity,
    who: str,
) -> list[tuple[Value, ...]]:
    rows = [
        (names.get(each.member, each.member), *_figures(each, every, quantity)) for each in found
    ]
    return [*rows, (who, *_figures(every, every, quantity))] if every else rows


def _columns(name: str, part: str, t: Words) -> tuple[Column, ...]:
    return (
        Column(name),
        count_column(t("监测"), "households", t, summed=True),
        count_column(t("监测"), "persons", t, summed=True),
        Column(part, "percent"),
        count_column(t("已消除"), "persons", t, summed=True),
        Column(t("消除率"), "percent", ratio=(4, 2)),
    )


def _figures(each: Split, of: Split | None, quantity: Quantity) -> tuple[Value, ...]:
    part = share(each, of, quantity)
    return each.households, each.persons, part, each.persons_eliminated, each.rate
