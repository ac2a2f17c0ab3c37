"""The sheets of an annex: one for each indicator, one for each kind of suspected problem."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from board.ranking import Ranking, ranking
from board.ranking_sentences import cautions, in_force, leader_and_laggard, who_is_not_ranked
from board.store import Board, Indicator
from board.warning_rows import Warned, Which, every
from board.warning_sentences import group_finding, only_suspected, status_word
from board.warning_words import WarningWords
from board.warnings import Rule, rules, worst
from briefing.annex.model import Sheet
from briefing.asked import Asked
from briefing.cards.ranking.standings import standings
from briefing.chart import SEVERITIES
from briefing.grid import Column, Grid, Value, grid
from wording import Words

MOST = 100_000  # rows of one kind of problem: a workbook with more is no longer opened by people


def indicator_sheets(asked: Asked, made: datetime) -> Iterator[Sheet]:
    """The ranking in each indicator that anybody has a standing in."""
    for code, field in asked.fields.items():
        answer = ranking(asked.board, asked.period, code, field.level)
        if answer.places or answer.unranked:
            yield _indicator(asked, answer, field.indicator, made)


def warning_sheets(asked: Asked) -> Iterator[Sheet]:
    """Every warning of each rule that suspects anything now, the severe rules first."""
    board, period, t, found = asked.board, asked.period, asked.t, asked.warnings
    words = WarningWords(board, t)
    for rule, number in worst(found, rules(board, period)):
        said = [rule.in_words(t), t("怎么核实：{advice}", advice=rule.advice(t))]
        if number > MOST:
            said.append(t.n("只列前{n}条。", MOST))
        yield Sheet(
            rule.label(t),
            group_finding(found.of(rule=rule.code), "now", rule.label(t), t),
            _warned(board, Which(period, rule=rule.code), rule, words, t),
            (*said, only_suspected(t)),
            SEVERITIES[rule.severity],
        )


def _indicator(asked: Asked, answer: Ranking, indicator: Indicator, made: datetime) -> Sheet:
    t = asked.t
    title = asked.about(indicator.code, leader_and_laggard(answer, t))
    card = standings(asked.scope, answer, title, made)
    said = [in_force(answer, indicator.basis(t), t), indicator.definition(t)]
    if caution := indicator.caution(t):
        said.append(caution)
    said += [asked.apart(indicator.code), *who_is_not_ranked(answer, t), *cautions(answer, t)]
    said.append(_total(answer, t))
    # The table has the ranked units first; what they are held against is in no row of it.
    chart = card.chart.kept(range(len(answer.places))) if card.chart else None
    rate = next(place for place, each in enumerate(card.grid.columns) if each.ratio)
    return Sheet(
        indicator.label(t),
        title,
        card.grid,
        tuple(each for each in said if each),
        "blue",
        chart,
        names=1,
        values=rate,
    )


def _total(answer: Ranking, t: Words) -> str:
    """Where units with one part of the rate only stand above, the total is less than their sum."""
    half = [
        place
        for place in (*answer.places, *answer.unranked)
        if (place.numerator is None) != (place.denominator is None)
    ]
    if not half:
        return ""
    units = t.join(place.label(t) for place in half)
    return t("只有分子或分母的单位不计入全市：{units}。", units=units)


def _warned(board: Board, which: Which, rule: Rule, words: WarningWords, t: Words) -> Grid:
    columns = (
        Column(t("单位")),
        Column(t("疑似问题")),
        Column(t("项目或户")),
        Column(t("编号")),
        Column(t("乡镇")),
        Column(t("状态")),
        Column(t("自哪个月")),
        Column(t("持续月数"), "count"),
        Column(t("文件")),
        Column(t("原表行"), "rank"),
    )
    found = islice(every(board, which), MOST)
    return grid(columns, [_row(board, each, rule, words, t) for each in found])


def _row(
    board: Board, each: Warned, rule: Rule, words: WarningWords, t: Words
) -> tuple[Value, ...]:
    return (
        board.units[each.unit_code].label(t),
        words.sentence(rule, each.figures),
        each.title if each.title != each.subject else None,  # a household has a number alone
        each.subject if each.title else None,
        each.township,
        status_word(each.status, t),
        each.since,
        each.lasted,
        each.file_name,
        each.source_row,
    )
