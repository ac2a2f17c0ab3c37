"""The matrix of 报送情况 and the uploads behind one of its cells as documents."""

from datetime import datetime

from board.matrix import cell_words, history, matrix
from board.upload_words import moment, upload_state
from briefing.cards.scope import Scope
from briefing.export import Export
from briefing.grid import Column, Value, grid


def reporting(scope: Scope, title: str, sentence: str, made: datetime) -> Export:
    """Units against datasets: when each came, how late, and what is owed."""
    t, names = scope.t, scope.names("dataset")
    answer = matrix(scope.board, scope.period)
    columns = [Column(t("单位")), *(Column(names.get(name, name)) for name in answer.datasets)]
    rows = [
        (unit.label(t), *(cell_words(cell, t) or None for cell in cells))
        for unit, cells in answer.rows
    ]
    return scope.export(t("报送情况"), title, sentence, grid(columns, rows), made)


def uploads(scope: Scope, dataset: str, title: str, made: datetime) -> Export:
    """Every upload of a dataset that speaks of the unit, newest first."""
    t, name = scope.t, scope.names("dataset")[dataset]
    columns = (
        *(Column(head) for head in (t("回执编号"), t("状态"), t("接收时间"), t("报送人"))),
        Column(t("文件")),
        Column(t("SHA-256校验码"), detail=True),
        *(Column(head, "count") for head in (t("行数"), t("警告数"))),
        Column(t("替换了")),
    )
    unit = scope.unit.code if scope.unit else ""
    rows: list[tuple[Value, ...]] = [
        (
            each.upload_id,
            upload_state(each, t)[1],
            moment(each.accepted_at),
            each.accepted_by,
            each.file_name,
            each.sha256,
            each.rows_kept,
            each.warnings,
            t.join(each.replaces) or None,
        )
        for each in history(scope.board, scope.period, dataset, unit)
    ]
    subject = t("{subject} 上报历史", subject=name)
    return scope.export(subject, title, "", grid(columns, rows), made)
