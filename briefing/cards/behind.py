"""What is behind a figure as documents: the units that add up to it, and the rows of one unit."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from board.behind import Amount, Figure, Sent, Shares, measures, summed, total
from board.behind_rows import Row, rows
from board.behind_words import heading, row_cells, row_heads, source_name, subject, who
from board.store import Board
from briefing.cards.scope import Scope
from briefing.export import Export
from briefing.grid import Column, Value, count_column, grid


def units_of_rate(
    scope: Scope, figure: Figure, found: Sequence[Shares], sent: Mapping[str, Sent], made: datetime
) -> Export:
    """A row a unit, its rank, both parts, the rate and its file; the whole last."""
    t, indicator = scope.t, scope.board.indicators[figure.code]
    names = measures(scope.board)
    columns = (
        Column(t("名次"), "rank"),
        Column(t("单位")),
        count_column(names[indicator.numerator].label(t), indicator.quantity, t),
        count_column(names[indicator.denominator].label(t), indicator.quantity, t),
        Column(indicator.label(t), "percent", ratio=(2, 3)),
        Column(t("来源"), detail=True),
    )
    above, below, rate = summed(found)
    lines: list[tuple[Value, ...]] = [
        (
            each.rank,
            who(scope.board, each.unit_code, t),
            each.numerator,
            each.denominator,
            t.reason(each.reason or "not_reported") if each.value is None else each.value,
            _source(each.numerator_source, sent.get(each.numerator_upload or ""), scope),
        )
        for each in found
    ]
    lines.append((None, who(scope.board, figure.unit, t), above, below, rate, None))
    return _made(scope, figure, lines, columns, indicator.basis(t), made, total=True)


def units_of_measure(
    scope: Scope, figure: Figure, found: Sequence[Amount], sent: Mapping[str, Sent], made: datetime
) -> Export:
    """A row a unit, its share of the figure and its file; the whole last."""
    t, measure = scope.t, measures(scope.board)[figure.code]
    columns = (
        Column(t("单位")),
        count_column(measure.label(t), measure.quantity, t, summed=True),
        Column(t("来源"), detail=True),
    )
    lines: list[tuple[Value, ...]] = [
        (
            who(scope.board, each.unit_code, t),
            each.value,
            _source(each.source, sent.get(each.upload_id), scope),
        )
        for each in found
    ]
    lines.append((who(scope.board, figure.unit, t), total(found), None))
    return _made(scope, figure, lines, columns, "", made, total=True)


def rows_of_unit(
    scope: Scope, figure: Figure, source: str, first: Row, said: str, made: datetime
) -> Export:
    """Every row of a unit that counts, and what it adds; `first` of them, `said` of them all."""
    t, measure = scope.t, measures(scope.board)[figure.code]
    found = rows(scope.board, scope.period, figure, source, limit=first.rows)
    columns = (
        *(Column(head) for head in row_heads(first, t)),
        count_column(t("计入"), measure.quantity, t, summed=True),
    )
    lines = [(*(cell or None for cell in row_cells(each, scope.board, t)), each.value)
             for each in found]  # fmt: skip
    return _made(scope, figure, lines, columns, said, made)


def _made(
    scope: Scope,
    figure: Figure,
    lines: Sequence[Sequence[Value]],
    columns: Sequence[Column],
    said: str,
    made: datetime,
    *,
    total: bool = False,
) -> Export:
    board, t = scope.board, scope.t
    whose = [] if scope.unit else [who(board, figure.unit, t)]
    return scope.export(
        " ".join([*subject(board, figure, t), *whose]),
        heading(board, figure, scope.period, t),
        said,
        grid(columns, lines, total=total),
        made,
        indicator=figure.code,
        level=figure.level if _has_levels(figure, board) else None,
    )


def _has_levels(figure: Figure, board: Board) -> bool:
    if indicator := board.indicators.get(figure.code):
        return len(indicator.levels) > 1
    return measures(board)[figure.code].dataset == "funds"


def _source(source: str | None, sent: Sent | None, scope: Scope) -> str | None:
    if source is None or sent is None:
        return None
    return f"{source_name(source, scope.t)} {sent.file_name} · {sent.accepted_by}"
