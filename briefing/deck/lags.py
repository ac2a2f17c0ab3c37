"""Slides of what lags: who and for how long, what is missing by the next milestone, what is
suspected, and who has not reported."""

from board.names import shorten
from board.overview import Field
from board.schedule import Distance, Schedule
from board.schedule_sentences import how_it_is_reckoned, in_time, met_on, schedule_finding
from board.streak_sentences import not_behind, rules_in_words, step_in_words, streaks_finding
from board.streaks import INTERVIEW, REMINDER, Laggard, laggards
from board.streaks import rules as escalation
from board.unit_sentences import owes
from board.warning_sentences import finding, only_suspected, severity_word
from board.warnings import rules, worst
from briefing.asked import Asked
from briefing.chart import SEVERITIES, Chart, Series
from briefing.deck.model import Slide
from briefing.grid import Column, Value, count_column, grid, money_column, points_column
from wording import Words

ROWS = 10  # of a table that are read from the far end of a table
_NAMED = 6  # units that a cell names
_STEPS = {INTERVIEW: "red", REMINDER: "yellow"}


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
        Column(t("落后指标数"), "count"),
        Column(t("连续最久的指标")),
        Column(t("连续落后"), "count", t("个月")),
        points_column(t("差距"), t),
        Column(t("建议")),
    )
    return Slide(
        title=streaks_finding(found, t),
        grid=grid(columns, [_laggard(each, asked) for each in shown]),
        lights=tuple(_STEPS.get(each.step, "grey") for each in shown),
        under=asked.scope.together(
            rules_in_words(by, board, t), not_behind(found, board, t), _others(len(found), t)
        ),
        topics=("lag", "streaks"),
    )


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
    return Slide(
        title=asked.about(code, schedule_finding(found, quantity, t)),
        grid=grid(columns, [_distance(each, answer, t) for each in shown]),
        lights=tuple(each.light for each in shown),
        under=asked.scope.together(
            how_it_is_reckoned(found, answer.indicator.basis(t), t), _others(len(found.rows), t)
        ),
        topics=("schedule",),
    )


def suspected(asked: Asked) -> Slide | None:
    """How many problems of each kind are suspected, the severe kinds first; None for none."""
    t, found = asked.t, asked.warnings
    kinds = worst(found, rules(asked.board, asked.period))
    if not kinds:
        return None
    names = tuple(f"{rule.label(t)} · {severity_word(rule.severity, t)}" for rule, _ in kinds)
    lights = tuple(SEVERITIES[rule.severity] for rule, _ in kinds)
    numbers = Series(t("疑似问题"), tuple(number for _, number in kinds), "red", lights)
    return Slide(
        title=finding(found, asked.board, t),
        chart=Chart("bars", names, (numbers,), "count", t("条")),
        under=only_suspected(t),
        topics=("warnings",),
    )


def unreported(asked: Asked) -> Slide | None:
    """How many sent each file of the month, and who owes it; None when all are there."""
    t, state, names = asked.t, asked.reporting, asked.board.codes("dataset")
    if not state.silent:
        return None
    columns = (
        Column(t("报表")),
        Column(t("应报"), "count"),
        Column(t("已报"), "count"),
        Column(t("未报送的单位")),
    )
    rows: list[tuple[Value, ...]] = [
        (
            names[each.dataset].label(t) if each.dataset in names else each.dataset,
            each.expected,
            each.sent,
            _owing(each.dataset, asked) or None,
        )
        for each in state.tallies
    ]
    if never := [each.unit.label(t) for each in state.silent if each.last_period is None]:
        rows.append((t("从未报送"), None, None, shorten(never, _NAMED, t)))
    return Slide(
        title=t.n(
            "报送{sent}/{expected}，{n}个单位未报齐",
            len(state.silent),
            sent=state.sent,
            expected=state.expected,
        ),
        grid=grid(columns, rows),
        notes=tuple(
            f"{each.unit.label(t)}{t('：')}{owes(each, asked.board, asked.period, t)}"
            for each in state.silent[:ROWS]
        ),
        under=t(
            "数据截至{day}，报送截止{cut_off}", day=t.date(asked.day), cut_off=t.day(state.cut_off)
        ),
        topics=("reporting",),
    )


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
    label = t.n("近{n}个月月均", found.pace_months)
    if quantity == "money":
        return money_column(label, t)
    return Column(label, "mean", t.column_unit(quantity))


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


def _owing(dataset: str, asked: Asked) -> str:
    owing = [
        each.unit.label(asked.t) for each in asked.reporting.silent if dataset in each.datasets
    ]
    return shorten(owing, _NAMED, asked.t)


def _others(count: int, t: Words) -> str:
    return t.n("另有{n}个单位，见通报", count - ROWS) if count > ROWS else ""
