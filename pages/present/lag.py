"""Who lags, in what and for how long, what is suggested, and what the unit itself says of it."""

from board.notes import Note, month_notes
from board.store import Board
from board.streak_sentences import rules_in_words, step_in_words, streaks_finding
from board.streaks import Laggard, Run, laggards, rules
from charts.markup import Markup, join, link, tag
from charts.table import Column, Row, as_sent, light, strong, table
from ui.stage import Screen
from wording import Words

_UNITS = 5  # what reads from the back row
_RUNS = 2  # of a unit, the gravest
_LETTERS = 60  # of a note


def lag_screen(board: Board, period: str, level: str, t: Words) -> Screen:
    """The units with the strongest suggestion first, each with its gravest runs."""
    by = rules(board)
    found = laggards(board, period, level, by)
    body = _table(board, period, found[:_UNITS], t) if found else None
    more = len(found) - _UNITS
    if more > 0:
        body = join(body, tag("p", t.n("另有{n}个单位", more), class_="under"))
    title = t("{month}：{message}", month=t.month(period), message=streaks_finding(found, t))
    return Screen("lag", title, rules_in_words(by, board, t), body)


def _table(board: Board, period: str, found: tuple[Laggard, ...], t: Words) -> Markup:
    columns = [
        Column(t("单位"), align="left"),
        Column(t("落后在哪里"), align="left"),
        Column(t("建议"), align="left"),
    ]
    rows = [
        Row(
            (
                link(each.unit.label(t), to=f"unit?unit={each.unit.code}&month={period}"),
                _reasons(board, period, each, t),
                strong(step_in_words(each.step, t) or "—"),
            )
        )
        for each in found
    ]
    return table(columns, rows, alt=t("谁落后，落后在哪里"))


def _reasons(board: Board, period: str, each: Laggard, t: Words) -> Markup:
    said = []
    for _, run in each.runs[:_RUNS]:
        said.append(tag("div", _run(board, run, t)))
        for note in month_notes(board, run.indicator, period):
            if note.unit_code == each.unit.code:
                said.append(tag("small", t("情况说明："), as_sent(_shortened(note))))
    more = len(each.runs) - _RUNS
    if more > 0:
        said.append(tag("small", t.n("另有{n}项指标落后", more)))
    return tag("div", *said, class_="wrap")


def _run(board: Board, run: Run, t: Words) -> Markup:
    name, value = board.indicators[run.indicator].label(t), t.percent(run.value)
    gap = t.distance(run.gap or 0.0)
    if run.milestone is None:
        said = t.n("{name}{value}，低于全省{gap}，连续{n}个月", run.streak,
                   name=name, value=value, gap=gap)  # fmt: skip
    else:
        said = t.n("{name}{value}，落后节点{gap}，连续{n}个月", run.streak,
                   name=name, value=value, gap=gap)  # fmt: skip
    return light(run.light, said)


def _shortened(note: Note) -> str:
    text = " ".join(note.text.split())
    return text if len(text) <= _LETTERS else f"{text[:_LETTERS]}…"
