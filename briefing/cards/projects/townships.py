"""The townships of all units as a document: who is first and who is last in each."""

from collections.abc import Sequence
from datetime import datetime

from board.names import unit_name
from board.store import Indicator
from board.township_sentences import silent_about_townships, who_shares
from board.townships import Townships
from briefing.cards.scope import Scope
from briefing.export import Export
from briefing.grid import Column, Value, count_column, grid, points_column


def first_and_last(
    scope: Scope,
    title: str,
    indicator: Indicator,
    answers: Sequence[Townships],
    made: datetime,
) -> Export:
    """A row a unit whose ledger names townships: its first, its last, how far apart."""
    t, rate = scope.t, indicator.label(scope.t)
    columns = [
        Column(t("单位")),
        Column(t("乡镇数"), "count"),
        Column(t("第一")),
        Column(t("第一的{indicator}", indicator=rate), "percent"),
        Column(t("最后")),
        Column(t("最后的{indicator}", indicator=rate), "percent"),
        points_column(t("相差"), t),
        count_column(t("没有填乡镇"), indicator.quantity, t),
    ]
    rows = [_row(each, scope) for each in answers if each.places]
    return scope.export(
        t("各单位乡镇{indicator}", indicator=rate),
        title,
        scope.together(*silent_about_townships(answers, scope.board, t)),
        grid(columns, rows),
        made,
        indicator=indicator.code,
    )


def _row(answer: Townships, scope: Scope) -> tuple[Value, ...]:
    t, spread = scope.t, answer.spread
    first, last = answer.places[0], answer.places[-1]
    return (
        unit_name(scope.board, answer.unit_code, t),
        len(answer.places) + len(answer.idle),
        who_shares(first, answer, t),
        first.sums.exact,
        who_shares(last, answer, t) if spread else None,
        last.sums.exact if spread else None,
        spread,
        answer.unnamed.denominator if answer.unnamed else None,
    )
