"""Lists of projects as documents: what names each, and where it stands in the files."""

from collections.abc import Callable, Sequence
from typing import Any

from board.behind import files
from board.names import code_name, unit_name
from board.project_rows import Filters, Late, Waited
from board.project_words import dimension_name, filters_in_words
from briefing.cards import scope as scopes
from briefing.cards.scope import Scope
from briefing.grid import Column, Grid, Value, grid, money_column

Field = tuple[Column, Callable[[Any], Value]]  # a column, and what a project has in it


def listed(scope: Scope, rows: Sequence[Late | Waited], fields: Sequence[Field]) -> Grid:
    """Every project, `fields` of its own, and its file, its row there and who sent it."""
    t, board = scope.t, scope.board
    sent = files(board, sorted({row.upload_id for row in rows}))
    every: list[Field] = [
        (Column(t("项目编号"), detail=True), lambda row: row.project_id),
        (Column(t("项目名称")), lambda row: row.name),
        (Column(t("单位")), lambda row: unit_name(board, row.unit_code, t)),
        (Column(t("乡镇"), detail=True), lambda row: row.township),
        (Column(t("类别"), detail=True), lambda row: code_name(board, "category", row.category, t)),
        (Column(t("主管部门")), lambda row: row.department),
        (Column(t("包抓领导"), detail=True), lambda row: row.leader),
        (Column(t("状态")), lambda row: code_name(board, "stage", row.status, t)),
        (money_column(t("下达资金"), t), lambda row: row.allocated),
        *fields,
        (Column(t("文件"), detail=True), lambda row: sent[row.upload_id].file_name),
        (Column(t("原表行"), "figure", detail=True), lambda row: row.source_row),
        (Column(t("报送人"), detail=True), lambda row: sent[row.upload_id].accepted_by),
    ]
    return grid(
        [column for column, _ in every], [[value(row) for _, value in every] for row in rows]
    )


def chosen(scope: Scope, filters: Filters) -> scopes.Filters:
    """What the reader narrowed the projects to besides the unit, label and value of each."""
    found = filters_in_words(filters, scope.board, scope.t)
    return tuple(
        (dimension_name(each, scope.t), says) for each, says in found.items() if each != "unit"
    )
