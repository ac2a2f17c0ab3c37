"""预警 of the unit: how many problems are suspected, and the rules of the worst."""

from functools import partial

from board.store import Board, Unit
from board.warning_sentences import short_finding
from board.warnings import rules, tally, unseen, worst
from briefing.cards import warnings as cards
from briefing.cards.scope import Scope
from charts.markup import link, tag
from charts.table import strong
from charts.warning_matrix import severity
from ui import card, panel
from wording import Words

MOST = 5  # rules named; the page of warnings has all


def warnings_card(unit: Unit, reported: bool, board: Board, period: str, t: Words) -> None:
    """The unit's warnings in a sentence; each rule, and all of them, lead to the rows."""
    found = tally(board, period).of(unit=unit.code)
    suspected = worst(found, rules(board, period))
    to = f"warnings?unit={unit.code}&month={period}"
    title = short_finding(found, reported, unseen(board, period, unit.code), t)
    scope, under = Scope(board, t, period, unit), t("均为疑似，须由人核实")
    export = partial(cards.every_warning, scope, None, "now", scope.titled(title), under)
    with card(title, under, key="unit_warnings", export=export):
        links = [
            link(
                severity(rule.severity, t, word=False),
                f" {rule.label(t)} ",
                strong(f"{number:,}"),
                to=f"{to}&rule={rule.code}",
            )
            for rule, number in suspected[:MOST]
        ]
        panel(tag("nav", *links, link(t("全部预警"), to=to), class_="groups"), key="unit_warnings")
