"""What is suspected, and which files are missing."""

from board.matrix import matrix, title
from board.names import code_name
from board.reporting import Silence, Tally, reporting
from board.store import Board
from board.warning_sentences import finding, quiet
from board.warnings import Rule, rules, tally, unseen, worst
from board.warnings import Tally as Counts
from charts.markup import Markup, join, link, tag
from charts.table import Column, Row, strong, table
from charts.theme import SIGNS
from charts.warning_matrix import severity
from ui.stage import Screen
from wording import Words

_RULES = 6  # what reads from the back row
_UNITS = 8


def warnings_screen(board: Board, period: str, t: Words) -> Screen:
    """The gravest rules that suspect anything, beside the units with most."""
    found, by = tally(board, period), rules(board, period)
    said = finding(found, board, t)
    if not found.number():
        return Screen("warnings", said, "".join(quiet(found, by, unseen(board, period), t)), None)
    to = f"warnings?month={period}"
    body = tag("div", _rules(found, by, to, t), _units(found, board, to, t), class_="beside")
    return Screen("warnings", said, t("均为疑似，须由人核实"), body)


def _rules(found: Counts, by: dict[str, Rule], to: str, t: Words) -> Markup:
    columns = [Column(t("规则"), align="left"), Column(t("疑似条数")), Column(t("本月新增"))]
    rows = []
    for rule, number in worst(found, by)[:_RULES]:
        name = (severity(rule.severity, t, word=False), f"\N{NO-BREAK SPACE}{rule.label(t)}")
        new = found.of(rule=rule.code).number("new")
        rows.append(
            Row((link(*name, to=f"{to}&rule={rule.code}"), strong(f"{number:,}"), f"{new:,}"))
        )
    return table(columns, rows, alt=t("疑似问题最重的规则"))


def _units(found: Counts, board: Board, to: str, t: Words) -> Markup:
    rows = [
        Row((link(board.units[code].label(t), to=f"{to}&unit={code}"), strong(f"{number:,}")))
        for code, number in list(found.by_unit().items())[:_UNITS]
        if code in board.units
    ]
    columns = [Column(t("单位"), align="left"), Column(t("疑似条数"))]
    return table(columns, rows, alt=t("疑似问题最多的单位"))


def missing_screen(board: Board, period: str, t: Words) -> Screen:
    """How many files of each kind came, and who owes which."""
    state = reporting(board, period)
    under = t("报送截止{cut_off}", cut_off=t.date(state.cut_off))
    tallies = tag("ul", *(_tally(each, board, t) for each in state.tallies), class_="tallies")
    body = join(tallies, _owed(state.silent[:_UNITS], board, t) if state.silent else None)
    more = len(state.silent) - _UNITS
    if more > 0:
        body = join(body, tag("p", t.n("另有{n}个单位", more), class_="under"))
    return Screen("missing", title(matrix(board, period), period, t), under, body)


def _tally(each: Tally, board: Board, t: Words) -> Markup:
    light = "green" if each.sent == each.expected else "red"
    count = tag("b", f"{SIGNS[light]} {each.sent}/{each.expected}", class_=light)
    return tag("li", code_name(board, "dataset", each.dataset, t), count)


def _owed(silent: tuple[Silence, ...], board: Board, t: Words) -> Markup:
    columns = [
        Column(t("单位"), align="left"),
        Column(t("缺哪些"), align="left"),
        Column(t("最近报送"), align="left"),
    ]
    rows = [
        Row(
            (
                each.unit.label(t),
                t.join(code_name(board, "dataset", code, t) for code in each.datasets)
                or t("全部台账"),
                t.month(each.last_period) if each.last_period else t("从未报送"),
            )
        )
        for each in silent
    ]
    return table(columns, rows, alt=t("哪些单位没有报送什么"))
