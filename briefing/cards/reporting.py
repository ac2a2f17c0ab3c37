"""The matrix of 报送情况 as a document."""

from datetime import datetime

from board.matrix import cell_words, matrix
from briefing.cards.scope import Scope
from briefing.export import Export
from briefing.grid import Column, grid


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
