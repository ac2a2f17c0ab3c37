"""What streaks say in a sentence: who, against what, and which step is suggested."""

from collections.abc import Sequence

from board.names import shorten
from board.sentences import milestone_in_force
from board.store import Board
from board.streaks import INTERVIEW, NONE, REMINDER, Laggard, Rules, Run, at_step
from wording import Words

_NAMED = 3  # units in a title before it says 等
_MOST = 20  # units below a table


def streaks_finding(found: Sequence[Laggard], t: Words) -> str:
    """How many units which step is suggested for, the longest streaks named."""
    if not found:
        return t("本月没有落后的单位")
    said = []
    if interviewed := at_step(found, INTERVIEW):
        names = _names(interviewed, t)
        said.append(t.n("建议约谈{n}个单位（{names}）", len(interviewed), names=names))
    if reminded := at_step(found, REMINDER):
        names = _names(reminded, t)
        said.append(t.n("建议提醒{n}个单位（{names}）", len(reminded), names=names))
    if not said:
        return t.n("{n}个单位落后，都还不到提醒的程度", len(found))
    return t("，").join(said)


def rules_in_words(by: Rules, board: Board, t: Words) -> str:
    """The bureau's rules, and that they only suggest."""
    reminder = t.n("连续落后{n}个月", by.reminder_after)
    if by.last:
        reminder = t.n("{reminder}或落后且居末{n}位", by.last, reminder=reminder)
    said = [
        t("{when}，建议发提醒单", when=reminder),
        t("{when}，建议约谈", when=t.n("连续落后{n}个月", by.interview_after)),
    ]
    if by.indicators:
        names = (board.indicators[code].label(t) for code in by.indicators)
        said.append(t("只看{names}", names=t.join(names)))
    text = t("；").join([*said, t("均为建议，由领导决定")])
    return t("规则：{rules}", rules=text)


def step_in_words(step: str, t: Words) -> str:
    """A step is always a suggestion."""
    if step == NONE:
        return ""
    return t("建议约谈") if step == INTERVIEW else t("建议发提醒单")


def against(run: Run, t: Words) -> str:
    """What it is behind this month."""
    if run.milestone is None:
        return t("全省平均 {value}", value=t.percent(run.province))
    if run.milestone_due is None:
        return t("节点 {value}", value=t.goal(run.milestone))
    return milestone_in_force(run.milestone_due, run.milestone, t)


def against_before(run: Run, t: Words) -> str:
    """How many months of the streak were against something else than this one; '' for none."""
    other = run.months_milestone if run.milestone is None else run.streak - run.months_milestone
    if not other:
        return ""
    if run.milestone is None:
        return t.n("其中{n}个月对照节点", other)
    return t.n("其中{n}个月对照全省平均", other)


def not_behind(found: Sequence[Laggard], board: Board, t: Words) -> str:
    """The ranked units that are behind in nothing; '' when there is none."""
    codes = {each.unit.code for each in found}
    units = [unit for unit in board.units.values() if unit.ranked and unit.code not in codes]
    if not units:
        return ""
    names = shorten([unit.label(t) for unit in units], _MOST, t)
    return t("没有落后的指标：{units}。", units=names)


def _names(found: Sequence[Laggard], t: Words) -> str:
    names = t.join(each.unit.label(t) for each in found[:_NAMED])
    return t("{names}等", names=names) if len(found) > _NAMED else names
