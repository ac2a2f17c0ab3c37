"""Slides of what lags: who and for how long, what is missing by the next milestone, what is
suspected, and who has not reported."""

from board.overview import Field
from board.reporting import Silence
from board.schedule import Distance, Schedule
from board.schedule_sentences import how_it_is_reckoned, in_time, met_on, schedule_finding
from board.streak_sentences import not_behind, rules_in_words, step_in_words, streaks_finding
from board.streaks import INTERVIEW, REMINDER, Laggard, laggards
from board.streaks import rules as escalation
from board.unit_sentences import owes
from board.warning_sentences import finding, severity_word
from board.warnings import rules, worst
from briefing.chart import Chart, Series
from briefing.deck.model import Slide
from briefing.grid import Column, Value, count_column, grid
from briefing.notice.asked import Asked
from wording import Words

ROWS = 10  # of a table that are read from the far end of a table
_STEPS = {INTERVIEW: "red", REMINDER: "yellow"}
_SEVERITIES = {"high": "red", "medium": "yellow", "low": "grey"}


def streaks(asked: Asked) -> Slide | None:
    """Who is behind, in what and for how long, and the step that is suggested; None for nobody."""
    t, board = asked.t, asked.board
    by = escalation(board)
    found = laggards(board, asked.period, asked.level, by)
    if not found:
        return None
    shown = found[:ROWS]
    columns = (
        Column(t("单位")),
        Column(t("落后指标"), "count", t("项")),
        Column(t("其中连续最久")),
        Column(t("连续落后"), "count", t("个月")),
        Column(t("差距"), "points", t("个百分点")),
        Column(t("建议")),
    )
    return Slide(
        title=streaks_finding(found, t),
        grid=grid(columns, [_laggard(each, asked) for each in shown]),
        lights=tuple(_STEPS.get(each.step, "grey") for each in shown),
        under=_together(rules_in_words(by, board, t), not_behind(found, board, t),
                        _others(len(found), t), t=t),
        topics=("lag", "streaks"),
    )  # fmt: skip


def ahead(asked: Asked) -> Slide | None:
    """What each unit lacks of the next milestone, of the indicator in which most will be late; None
    where no milestone is ahead."""
    t = asked.t
    if not asked.schedules:
        return None
    code = max(asked.schedules, key=lambda each: _urgency(asked.schedules[each]))
    found, answer = asked.schedules[code], asked.fields[code]
    quantity = answer.indicator.quantity
    shown = found.rows[:ROWS]
    columns = (
        Column(t("单位")),
        Column(t("现值"), "percent"),
        count_column(t("还差"), quantity, t),
        count_column(t("每月需"), quantity, t),
        _pace_column(found, quantity, t),
        Column(t("预计达到")),
        Column(t("判断")),
    )
    name = answer.indicator.label(t)
    return Slide(
        title=t("{subject}：{message}", subject=name, message=schedule_finding(found, quantity, t)),
        grid=grid(columns, [_distance(each, answer, t) for each in shown]),
        lights=tuple(each.light for each in shown),
        under=_together(how_it_is_reckoned(found, answer.indicator.basis(t), t),
                        _others(len(found.rows), t), t=t),
        topics=("schedule",),
    )  # fmt: skip


def suspected(asked: Asked) -> Slide | None:
    """How many problems of each kind are suspected, the severe kinds first; None for none."""
    t, found = asked.t, asked.warnings
    kinds = worst(found, rules(asked.board, asked.period))
    if not kinds:
        return None
    names = tuple(
        t("{rule}（{severity}）", rule=rule.label(t), severity=severity_word(rule.severity, t))
        for rule, _ in kinds
    )
    lights = tuple(_SEVERITIES[rule.severity] for rule, _ in kinds)
    numbers = Series(t("疑似问题"), tuple(number for _, number in kinds), "red", lights)
    return Slide(
        title=finding(found, asked.board, t),
        chart=Chart("bars", names, (numbers,), "count", t("条")),
        under=t("以上由系统比对得出，均为疑似，须逐条核实。"),
        topics=("warnings",),
    )


def unreported(asked: Asked) -> Slide | None:
    """Who owes which file of the month; None when all are there."""
    t, state = asked.t, asked.reporting
    if not state.silent:
        return None
    shown = state.silent[:ROWS]
    columns = (Column(t("单位")), Column(t("未报送")), Column(t("最近一次")))
    return Slide(
        title=t.n("报送{sent}/{expected}，{n}个单位未报齐", len(state.silent),
                  sent=state.sent, expected=state.expected),
        grid=grid(columns, [_silent(each, asked) for each in shown]),
        notes=tuple(f"{each.unit.label(t)}{t('：')}{owes(each, asked.board, asked.period, t)}"
                    for each in shown),
        under=_together(t("数据截至{day}，报送截止{cut_off}", day=t.date(asked.day),
                          cut_off=t.day(state.cut_off)),
                        _others(len(state.silent), t), t=t),
        topics=("reporting",),
    )  # fmt: skip


def _laggard(each: Laggard, asked: Asked) -> tuple[Value, ...]:
    longest = max((run for _, run in each.runs), key=lambda run: run.streak)
    return (
        each.unit.label(asked.t),
        len(each.runs),
        asked.board.indicators[longest.indicator].label(asked.t),
        longest.streak,
        longest.gap,
        step_in_words(each.step, asked.t) or None,
    )


def _urgency(found: Schedule) -> tuple[int, int]:
    return found.late, len(found.behind)


def _pace_column(found: Schedule, quantity: str, t: Words) -> Column:
    label = t("近{months}个月月均", months=found.pace_months)
    kind = "money" if quantity == "money" else "mean"
    return Column(label, kind, t.column_unit(quantity))


def _distance(each: Distance, answer: Field, t: Words) -> tuple[Value, ...]:
    return (
        answer.units[each.standing.unit_code].label(t),
        each.standing.value,
        each.missing,
        each.per_month,
        each.pace,
        met_on(each, t),
        in_time(each, t),
    )


def _silent(each: Silence, asked: Asked) -> tuple[Value, ...]:
    t, names = asked.t, asked.board.codes("dataset")
    owed = t.join(names[code].label(t) if code in names else code for code in each.datasets)
    last = t.month(each.last_period) if each.last_period else t("从未报送")
    return each.unit.label(t), owed or t("全部台账"), last


def _others(count: int, t: Words) -> str:
    return t.n("另有{n}个单位，见通报", count - ROWS) if count > ROWS else ""


def _together(*said: str, t: Words) -> str:
    return t("；").join(each.rstrip("。.") for each in said if each)
