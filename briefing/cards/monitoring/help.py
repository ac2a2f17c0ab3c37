"""Who is helped and how: kinds of measures, and how long the first one and elimination took."""

from collections.abc import Sequence
from datetime import datetime

from board.elimination_sentences import wait_name
from board.monitoring import most_first, share, split, whole
from board.thresholds import fast_months, months_to_help
from board.waits import Eliminated, FirstMeasures, eliminations, first_measures, how_many
from briefing.cards.monitoring.stock import share_chart
from briefing.cards.scope import Scope
from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, count_column, grid
from wording import Words


def kinds(scope: Scope, title: str, sentence: str, made: datetime) -> Export:
    """The kinds of measures, most first; a household may have several, so all are not their
    sum."""
    t, names = scope.t, scope.names("measure_kind")
    every = whole(scope.board, scope.period, scope.code)
    found = most_first(split(scope.board, scope.period, "measure_kind", scope.code), "households")
    found = [each for each in found if each.households]
    columns = (
        Column(t("帮扶措施")),
        count_column(t("监测"), "households", t),
        Column(t("占比"), "percent"),
    )
    rows: list[tuple[Value, ...]] = [
        (names.get(each.member, each.member), each.households, share(each, every, "households"))
        for each in found
    ]
    if every:
        rows.append((scope.who, every.households, share(every, every, "households")))
    return scope.export(
        t("帮扶措施"),
        title,
        sentence,
        grid(columns, rows, total=every is not None),
        made,
        chart=share_chart(found, names, "households", t),
        indicator="measure_coverage",
    )


def first_measure_months(scope: Scope, title: str, sentence: str, made: datetime) -> Export:
    """The months of the year against how long households had waited for their first measure."""
    t = scope.t
    found = first_measures(scope.board, scope.period, scope.code)
    waits, months = sorted({each.waited for each in found}), sorted({one.period for one in found})
    columns = [Column(t("首次落实措施的月份"))]
    columns += [count_column(wait_name(waited, t), "households", t, summed=True)
                for waited in waits]  # fmt: skip
    columns.append(count_column(t("合计"), "households", t, summed=True))
    rows: list[tuple[Value, ...]] = []
    for month in months:
        own = [each for each in found if each.period == month]
        rows.append((t.month(month), *_by_wait(own, waits), how_many(own)))
    if rows:
        rows.append((t("合计"), *_by_wait(found, waits), how_many(found)))
    return scope.export(
        t("首次落实措施"),
        title,
        sentence,
        grid(columns, rows, total=bool(rows)),
        made,
        chart=_first_chart(found, months, months_to_help(scope.board), t),
    )


def elimination_months(scope: Scope, title: str, sentence: str, made: datetime) -> Export:
    """How many households were out of risk how many months after identification."""
    t, fast = scope.t, fast_months(scope.board)
    found = eliminations(scope.board, scope.period, scope.code)
    columns = (
        Column(t("从识别到消除的月数"), "count", t("个月")),
        count_column(t("已消除"), "households", t),
        Column(t("疑似过快")),
    )
    rows = [
        (each.months, each.households, t.n("不到{n}个月", fast) if each.months < fast else None)
        for each in found
    ]
    made_of = grid(columns, rows)
    chart = _elimination_chart(found, fast, t)
    return scope.export(t("消除用时"), title, sentence, made_of, made, chart=chart)


def _by_wait(found: Sequence[FirstMeasures], waits: Sequence[int]) -> list[Value]:
    return [how_many([each for each in found if each.waited == waited]) for waited in waits]


def _first_chart(
    found: Sequence[FirstMeasures], months: Sequence[str], in_time: int, t: Words
) -> Chart | None:
    """A stack a month: helped at once, in time, and later."""
    if not found:
        return None
    groups: dict[str, list[FirstMeasures]] = {"blue": [], "pale": [], "yellow": []}
    for each in found:
        late = each.waited > in_time
        groups["yellow" if late else "pale" if each.waited else "blue"].append(each)
    names = {"blue": t("识别当月"), "pale": t.n("{n}个月内", in_time), "yellow": t("更晚")}
    series = tuple(
        Series(
            names[colour],
            tuple(how_many([each for each in own if each.period == month]) for month in months),
            colour,
        )
        for colour, own in groups.items()
        if own
    )
    unit = t.column_unit("households")
    return Chart("stacked", tuple(t.month(month) for month in months), series, "count", unit)


def _elimination_chart(found: Sequence[Eliminated], fast: int, t: Words) -> Chart | None:
    """A column for each number of months up to the last, those too fast in yellow."""
    if not found:
        return None
    counts = {each.months: each.households for each in found}
    months = range(max(counts) + 1)
    unit = t.column_unit("households")
    lights = tuple("yellow" if month < fast else "blue" for month in months)
    series = Series(unit, tuple(counts.get(month) for month in months), "blue", lights)
    return Chart("columns", tuple(str(month) for month in months), (series,), "count", unit)
