"""What has to happen next: the way to the next milestone, and the files still awaited."""

from datetime import date

from board.overview import Field
from board.reporting import Reporting, Silence, Tally
from board.schedule import Schedule
from board.schedule_sentences import no_milestone, schedule_title, schedule_under
from board.store import Board
from charts.markup import Markup, join, tag
from charts.way_ahead import way_ahead
from ui import export_spot
from wording import Words

ROWS = 4  # what fits beside the reporting card on a projector without scrolling


def ahead_card(ahead: Schedule | None, answer: Field, t: Words) -> Markup:
    """The units farthest from the next milestone, worst first."""
    if ahead is None:
        title, what_to_do = no_milestone(answer, t)
        return tag("section", tag("h2", title), tag("p", what_to_do, class_="under"), class_="card")
    quantity = answer.indicator.quantity
    return tag(
        "section",
        tag("h2", schedule_title(ahead, quantity, t)),
        export_spot("ahead", t),
        tag("p", schedule_under(ahead, quantity, t), class_="under"),
        way_ahead(ahead, answer, ROWS, t) if ahead.behind else None,
        class_="card",
    )


def reporting_card(state: Reporting, board: Board, day: date, t: Words) -> Markup:
    """Who owes a file for the month, and which."""
    if state.silent:
        title = t.n(
            "报送{sent}/{expected}，{n}个单位未报齐",
            len(state.silent),
            sent=state.sent,
            expected=state.expected,
        )
    else:
        title = t("报送{sent}/{expected}，全部报齐", sent=state.sent, expected=state.expected)
    under = t("数据截至{day}，报送截止{cut_off}", day=t.date(day), cut_off=t.day(state.cut_off))
    rows = [_silent(each, board, t) for each in state.silent[:ROWS]]
    more = len(state.silent) - len(rows)
    return tag(
        "section",
        tag("h2", title),
        export_spot("reporting", t),
        tag("p", under, class_="under"),
        tag("ul", *(_tally(each, board, t) for each in state.tallies), class_="tallies"),
        tag("dl", *rows) if rows else None,
        tag("p", t.n("另有{n}个单位", more), class_="under") if more else None,
        class_="card",
    )


def _tally(each: Tally, board: Board, t: Words) -> Markup:
    complete = each.sent == each.expected
    count = tag("b", f"{each.sent}/{each.expected}", class_=None if complete else "red")
    return tag("li", _dataset(each.dataset, board, t), count)


def _dataset(code: str, board: Board, t: Words) -> str:
    names = board.codes("dataset")
    return names[code].label(t) if code in names else code


def _silent(each: Silence, board: Board, t: Words) -> Markup:
    owed = t.join(_dataset(code, board, t) for code in each.datasets)
    last = t("最近{month}", month=t.month(each.last_period)) if each.last_period else t("从未报送")
    return join(
        tag("dt", each.unit.label(t)),
        tag("dd", owed or t("全部台账"), tag("small", last)),
    )
