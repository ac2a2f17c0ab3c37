"""The cards of the page of warnings as documents: the matrix, and every warning behind it."""

from collections.abc import Sequence
from datetime import datetime

from board.store import Unit
from board.warning_rows import Warned, Which, every
from board.warning_sentences import severity_word, status_word
from board.warning_words import WarningWords
from board.warnings import Line, Rule, lines, rules, tally
from briefing.cards.scope import Filters, Scope
from briefing.chart import SEVERITIES, Chart, Series
from briefing.export import Export
from briefing.grid import Column, Value, grid
from wording import Words

_GROUPS = ("now", "new", "cleared")


def matrix(scope: Scope, title: str, sentence: str, made: datetime) -> Export:
    """A row a rule that suspects anything, a column a unit, sums last; drawn is how many there are
    in each unit, by severity."""
    scope = scope.of_city()
    t, board = scope.t, scope.board
    counts = tally(board, scope.period)
    found, units = lines(board, counts, rules(board, scope.period))
    columns = [Column(t("程度")), Column(t("疑似问题"))]
    columns += [Column(name, "count", summed=True)
                for name in (t("合计"), t("其中新增"), t("已消失"))]  # fmt: skip
    columns += [Column(unit.short(t), "count", summed=True) for unit in units]
    unknown = t("不知道")
    rows: list[tuple[Value, ...]] = [
        (
            severity_word(line.rule.severity, t),
            line.rule.label(t),
            *_sums((line,)),
            *(unknown if cell is None else cell for cell in line.cells),
        )
        for line in found
    ]
    if found:
        by_unit = counts.by_unit()
        totals = (by_unit.get(unit.code, 0) for unit in units)
        rows.append((None, t("合计"), *_sums(found), *totals))
    made_of = grid(columns, rows, total=bool(rows))
    chart = _by_severity(found, units, t)
    return scope.export(t("预警"), title, sentence, made_of, made, chart=chart)


def every_warning(
    scope: Scope, rule: Rule | None, status: str, title: str, sentence: str, made: datetime
) -> Export:
    """One row a warning of the unit, rule and group of statuses asked for, worst first: its
    sentence, rule and advice, and where it was sent."""
    t, known = scope.t, rules(scope.board, scope.period)
    unit = scope.unit.code if scope.unit else ""
    which = Which(scope.period, unit, rule.code if rule else "", status)
    words = WarningWords(scope.board, t)
    columns = (
        *(Column(head, detail=True) for head in (t("报告期"), t("状态"))),
        *(Column(head) for head in (t("程度"), t("单位"), t("规则"), t("疑似问题"), t("项目或户"))),
        *(Column(head, detail=True) for head in (t("编号"), t("乡镇"))),
        Column(t("自哪个月")),
        Column(t("持续月数"), "count", detail=True),
        Column(t("文件"), detail=True),
        Column(t("原表行"), "rank", detail=True),
        *(Column(head, detail=True) for head in (t("报送人"), t("怎么核实"))),
    )
    rows = [_row(scope, each, known[each.rule], words) for each in every(scope.board, which)]
    filters: Filters = ((t("状态"), status_word(status, t)),)
    if rule:
        filters += ((t("规则"), rule.label(t)),)
    subject = f"{rule.label(t)} {status_word(status, t)}" if rule else status_word(status, t)
    return scope.export(
        f"{t('预警')} {subject}", title, sentence, grid(columns, rows), made, filters=filters
    )


def _by_severity(found: Sequence[Line], units: Sequence[Unit], t: Words) -> Chart | None:
    """A bar a unit; a severity that nothing has is left out."""
    series = []
    for severity, colour in SEVERITIES.items():
        own = [line.cells for line in found if line.rule.severity == severity]
        sums = tuple(sum(cells[place] or 0 for cells in own) for place in range(len(units)))
        if any(sums):
            series.append(Series(severity_word(severity, t), sums, colour))
    names = tuple(unit.label(t) for unit in units)
    return Chart("stacked", names, tuple(series), "count") if series else None


def _sums(found: tuple[Line, ...]) -> tuple[int, ...]:
    return tuple(sum(getattr(line, name) for line in found) for name in _GROUPS)


def _row(scope: Scope, each: Warned, rule: Rule, words: WarningWords) -> tuple[Value, ...]:
    t = scope.t
    return (
        scope.period,
        status_word(each.status, t),
        severity_word(rule.severity, t),
        scope.board.units[each.unit_code].label(t),
        rule.label(t),
        words.sentence(rule, each.figures),
        each.title,
        each.subject if each.title else None,
        each.township,
        each.since,
        each.lasted,
        each.file_name,
        each.source_row,
        each.accepted_by,
        rule.advice(t),
    )
