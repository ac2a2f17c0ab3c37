"""Who is behind for how many months running as documents."""

from collections.abc import Sequence
from datetime import datetime

from board.ranking_sentences import state
from board.streak_sentences import (
    against,
    against_before,
    not_behind,
    rules_in_words,
    step_in_words,
)
from board.streaks import Laggard, Rules, Run
from briefing.cards.ranking.figures import subject_of
from briefing.cards.scope import Scope
from briefing.export import Export
from briefing.grid import Column, Value, grid, points_column


def streaks_by_indicator(
    scope: Scope, found: Sequence[Laggard], by: Rules, title: str, made: datetime, *, level: str
) -> Export:
    """A row a unit: which step is suggested, and its months behind in each indicator."""
    t, board = scope.t, scope.board
    behind = {run.indicator for each in found for _, run in each.runs}
    shown = [one for code, one in board.indicators.items() if code in behind]
    columns = [
        Column(t("单位")),
        Column(t("建议")),
        *(Column(one.label(t), "count", t("个月")) for one in shown),
    ]
    rows: list[tuple[Value, ...]] = []
    for each in found:
        months = {run.indicator: run.streak for _, run in each.runs}
        own = (months.get(one.code) for one in shown)
        rows.append((each.unit.label(t), step_in_words(each.step, t) or None, *own))
    said = scope.together(rules_in_words(by, board, t), not_behind(found, board, t))
    return scope.export(t("连续落后"), title, said, grid(columns, rows), made, level=level)


def streaks(
    scope: Scope, found: Sequence[Laggard], by: Rules, title: str, made: datetime, *, level: str
) -> Export:
    """A row a streak: what it is against, since when, and what is suggested."""
    t = scope.t
    columns = (
        *(Column(head) for head in (t("单位"), t("指标"), t("状态"))),
        Column(t("连续落后"), "count", t("个月")),
        *(Column(head) for head in (t("自哪个月"), t("本月对照"), t("此前对照"))),
        Column(t("现值"), "percent"),
        points_column(t("差距"), t),
        Column(t("名次"), "rank"),
        Column(t("建议")),
    )
    rows = [
        (each.unit.label(t), *_row(run, step, scope)) for each in found for step, run in each.runs
    ]
    said = scope.together(
        t("落后指低于节点，没有节点时低于全省平均；没有报送的月份跳过不计"),
        rules_in_words(by, scope.board, t),
    )
    return scope.export(t("连续落后明细"), title, said, grid(columns, rows), made, level=level)


def _row(run: Run, step: str, scope: Scope) -> tuple[Value, ...]:
    t = scope.t
    return (
        subject_of(scope, scope.board.indicators[run.indicator], run.level),
        state(run.light, None, t),
        run.streak,
        t.month(run.since),
        against(run, t),
        against_before(run, t) or None,
        run.value,
        run.gap,
        run.rank,
        step_in_words(step, t) or None,
    )
