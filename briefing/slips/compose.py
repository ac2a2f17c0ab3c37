"""The slips of a month put together: one for each unit for which the rules suggest a step."""

from collections.abc import Collection
from datetime import datetime

from board.schedule import Distance
from board.store import Board
from board.streak_sentences import rules_in_words
from board.streaks import INTERVIEW, REMINDER, Laggard, laggards
from board.streaks import rules as escalation
from board.unit_sentences import owes
from board.warnings import rules, worst
from briefing.asked import Asked
from briefing.grid import Column, Value, grid
from briefing.provenance import provenance
from briefing.slips import sentences
from briefing.slips.model import Part, Slip
from wording import Words


def slips(
    board: Board,
    period: str,
    level: str,
    t: Words,
    *,
    made: datetime,
    steps: Collection[str] = (INTERVIEW, REMINDER),
) -> tuple[Slip, ...]:
    """A slip for each unit that lags and for which one of `steps` is suggested, the strongest step
    first. `made` is local time."""
    asked, by = Asked(board, period, level, t), escalation(board)
    found = laggards(board, period, level, by)
    said = rules_in_words(by, board, t)
    return tuple(_slip(each, asked, said, made) for each in found if each.step in steps)


def _slip(each: Laggard, asked: Asked, said: str, made: datetime) -> Slip:
    t, unit = asked.t, each.unit
    parts = (
        Part("behind", t("落后指标"), _behind(each, asked)),
        Part("ahead", t("下一节点要求"), _ahead(each, asked)),
        _suspected(each, asked),
        Part("unsent", t("尚未报送"), _unsent(each, asked)),
    )
    return Slip(
        unit=unit,
        period=asked.period,
        step=each.step,
        title=sentences.title(unit, asked.period, t),
        addressee=t("{unit}：", unit=unit.label(t)),
        opening=sentences.opening(each, t.date(asked.day), _level(asked), t),
        parts=tuple(part for part in parts if part.lines),
        closing=sentences.suggestion(each.step, said, t),
        issuer=asked.issuer,
        dated=made.date(),
        provenance=provenance(asked.board, asked.period, t, made=made, level=asked.level),
    )


def _behind(each: Laggard, asked: Asked) -> tuple[str, ...]:
    indicators = asked.board.indicators
    return tuple(
        sentences.behind(run, step, indicators[run.indicator], asked.t) for step, run in each.runs
    )


def _ahead(each: Laggard, asked: Asked) -> tuple[str, ...]:
    """What the next milestones ask of a unit that will be late, or is behind already."""
    behind = {run.indicator for _, run in each.runs}
    said = []
    for code, ahead in asked.schedules.items():
        for distance in ahead.behind:
            if distance.standing.unit_code == each.unit.code and _asks(distance, code in behind):
                said.append(sentences.ahead(distance, asked.board.indicators[code], asked.t))
    return tuple(said)


def _asks(distance: Distance, behind: bool) -> bool:
    return behind or not distance.in_time


def _suspected(each: Laggard, asked: Asked) -> Part:
    """The rules that suspect something in the unit, how much, and what is to be verified."""
    t, own = asked.t, asked.warnings.of(unit=each.unit.code)
    heading = t("疑似问题预警")
    if not own.number():
        return Part("suspected", heading, ())
    columns = (
        Column(t("疑似问题")),
        Column(t("现有"), "count", t("条")),
        Column(t("其中新增"), "count", t("条")),
        Column(t("怎样核实")),
    )
    rows: list[list[Value]] = []
    for rule, number in worst(own, rules(asked.board, asked.period)):
        new = own.of(rule=rule.code).number("new")
        rows.append([rule.label(t), number, new, rule.advice(t)])
    said = (sentences.suspected(own, t),)
    return Part("suspected", heading, said, grid(columns, rows), t("均为疑似，请逐条核实。"))


def _unsent(each: Laggard, asked: Asked) -> tuple[str, ...]:
    return tuple(
        owes(silence, asked.board, asked.period, asked.t)
        for silence in asked.reporting.silent
        if silence.unit.code == each.unit.code
    )


def _level(asked: Asked) -> str:
    """The fund level where it is not all of them."""
    return "" if asked.whole else asked.board.levels[asked.level].label(asked.t)
