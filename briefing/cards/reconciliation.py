"""The cards of 账表核对 as documents: every figure compared, by unit, and what files contradict."""

from datetime import datetime

from board.matrix import local_day
from board.reconciliation import LEDGERS, Comparison, Printed, printed, reconciliation
from board.reconciliation_sentences import agreement, apart_word, figure_unit, of_unit
from briefing.cards.scope import Scope
from briefing.export import Export
from briefing.grid import Column, Value, grid
from wording import Words


def comparisons(scope: Scope, title: str, sentence: str, made: datetime) -> Export:
    """Of all units the figures that differ, of one unit every figure, with who sent each; money in
    元, since what differs must not print alike."""
    t, answer = scope.t, reconciliation(scope.board, scope.period)
    shown = answer.of(scope.unit).comparisons if scope.unit else answer.differing
    columns = (
        *(Column(head) for head in (t("单位"), t("项目"), t("计量单位"))),
        *(Column(head, "figure") for head in (t("月报"), t("台账"), t("差额"))),
        Column(t("差额占台账"), "percent", ratio=(5, 4)),
        Column(t("核对")),
        Column(t("月报由谁报送"), detail=True),
        Column(t("月报收到日期"), "date", detail=True),
        Column(t("月报文件"), detail=True),
        Column(t("台账由谁报送"), detail=True),
        Column(t("台账收到日期"), "date", detail=True),
        Column(t("台账文件"), detail=True),
    )
    rows = [_compared(scope, each) for each in shown]
    return scope.export(t("账表核对"), title, sentence, grid(columns, rows), made)


def agreements(scope: Scope, title: str, sentence: str, made: datetime) -> Export:
    """A row a unit: whether its report agrees with each of its ledgers."""
    scope = scope.of_city()
    t, names = scope.t, scope.names("dataset")
    columns = [Column(t("单位")), *(Column(names.get(name, name)) for name in LEDGERS)]
    rows = [
        (unit.label(t), *(agreement(cell, t) for cell in cells))
        for unit, cells in reconciliation(scope.board, scope.period).rows
    ]
    return scope.export(t("各单位账表核对"), title, sentence, grid(columns, rows), made)


def contradictions(scope: Scope, title: str, sentence: str, made: datetime) -> Export:
    """A row a figure that its own file contradicts; of one unit its own and those of whole
    files."""
    t = scope.t
    columns = (
        *(Column(head) for head in (t("种类"), t("单位"))),
        Column(t("原表行"), "rank"),
        *(Column(head) for head in (t("两边的数"), t("由谁报送"))),
        Column(t("收到日期"), "date"),
        Column(t("文件")),
    )
    shown = of_unit(printed(scope.board, scope.period), scope.unit)
    rows = [_contradicted(scope, each) for each in shown]
    return scope.export(t("文件里对不上的数"), title, sentence, grid(columns, rows), made)


def _compared(scope: Scope, each: Comparison) -> tuple[Value, ...]:
    t = scope.t
    return (
        scope.board.units[each.unit_code].label(t),
        each.label(t),
        figure_unit(each.quantity, t),
        each.report,
        each.ledger,
        each.difference,
        each.share,
        _verdict(each, t),
        each.report_by,
        local_day(each.report_at) if each.report_at else None,
        each.report_file,
        each.ledger_by,
        local_day(each.ledger_at) if each.ledger_at else None,
        each.ledger_file,
    )


def _verdict(each: Comparison, t: Words) -> str:
    if each.differs is None:
        return apart_word(each, t)
    return t("不符") if each.differs else t("一致")


def _contradicted(scope: Scope, each: Printed) -> tuple[Value, ...]:
    t, unit = scope.t, scope.board.units.get(each.unit_code or "")
    return (
        each.title(t),
        unit.label(t) if unit else t("全表"),
        each.row,
        each.message(t),
        each.accepted_by,
        local_day(each.accepted_at),
        each.file_name,
    )
