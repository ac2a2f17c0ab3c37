"""What is suspected, and which files are missing."""

from board.matrix import matrix, title
from board.names import code_name
from board.reporting import Silence, Tally, reporting
from board.store import Board
from board.warning_sentences import finding, quiet
from board.warnings import rules, tally, unseen, worst
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
    suspected = worst(found, by)[:_RULES]
    to = f"warnings?month={period}"
    by_rule = [
        Row(
            (
                link(
                    severity(rule.severity, t, word=False),
                    f" {rule.label(t)}",
                    to=f"{to}&rule={rule.code}",
                ),
                strong(f"{number:,}"),
                f"{found.of(rule=rule.code).number('new'):,}",
            )
        )
        for rule, number in suspected
    ]
    by_unit = [
        Row((link(board.units[code].label(t), to=f"{to}&unit={code}"), strong(f"{number:,}")))
        for code, number in list(found.by_unit().items())[:_UNITS]
        if code in board.units
    ]
    body, under = None, "".join(quiet(found, by, unseen(board, period), t))
    if suspected:
        under = t("均为疑似，须由人核实")
        how_many = Column(t("疑似条数"))
        rule_columns = [Column(t("规则"), align="left"), how_many, Column(t("本月新增"))]
        unit_columns = [Column(t("单位"), align="left"), how_many]
        body = tag(
            "div",
            table(rule_columns, by_rule, alt=t("疑似问题最重的规则")),
            table(unit_columns, by_unit, alt=t("疑似问题最多的单位")),
            class_="beside",
        )
    return Screen("warnings", finding(found, board, t), under, body)


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
