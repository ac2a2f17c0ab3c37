"""The sentences of a slip; each is about one unit, and a step is always a suggestion."""

from board.schedule import Distance
from board.schedule_sentences import asked_of, in_time
from board.store import Indicator, Unit
from board.streak_sentences import against, against_before, step_in_words
from board.streaks import NONE, Laggard, Run
from board.warnings import Tally
from wording import Words


def title(unit: Unit, period: str, t: Words) -> str:
    """What the slip is, whom it is for, and the month it tells of."""
    return t("{unit}{month}重点工作提醒单", unit=unit.label(t), month=t.month(period))


def opening(each: Laggard, day: str, level: str, t: Words) -> str:
    """In how many indicators the unit is behind; `level` names the money where it is not all."""
    said = t.n("截至{day}，你单位有{n}项指标落后，现提醒如下。", len(each.runs), day=day)
    return said + t("资金情况为{level}衔接资金。", level=level) if level else said


def behind(run: Run, step: str, indicator: Indicator, t: Words) -> str:
    """资金支出率17.11%，对照节点（4月30日）≥30%，差12.89个百分点，居第12位，已连续落后4个月
    （自2023年1月）；建议约谈。"""
    said = [
        t("{name}{value}", name=indicator.label(t), value=t.percent(run.value)),
        _gap(run, t),
        t("居{rank}", rank=t.rank(run.rank, run.tied)),
        _length(run, t),
    ]
    text = t("，").join(said)
    suggested = step_in_words(step, t)
    return t("{clauses}。", clauses=t("；").join([text, suggested] if suggested else [text]))


def ahead(each: Distance, indicator: Indicator, t: Words) -> str:
    """6月30日前资金支出率须达到50%，还差4,698.75万元，每月需2,349.38万元，近3个月月均753.87万元，
    按此进度到期不能达到。"""
    quantity = indicator.quantity
    due, goal = t.day(each.due), t.goal(each.at_least)
    said = [
        t("{due}前{name}须达到{goal}", due=due, name=indicator.label(t), goal=goal),
        t("还差{missing}", missing=t.amount(each.missing, quantity)),
        *asked_of(each, quantity, t),
    ]
    if each.pace is not None:
        said.append(t("按此进度{outlook}", outlook=in_time(each, t)))
    return t("{clauses}。", clauses=t("，").join(said))


def suspected(own: Tally, t: Words) -> str:
    """How many suspected problems the unit has to look into, and how many of them are new."""
    said = [t.n("系统发现疑似问题{n}条", own.number())]
    if new := own.number("new"):
        said.append(t.n("本月新增{n}条", new))
    return t("{clauses}。", clauses=t("，").join(said))


def suggestion(step: str, rules: str, t: Words) -> str:
    """What is suggested for the unit, and by which rules."""
    said = t("综合以上情况，{step}。", step=step_in_words(step, t)) if step != NONE else ""
    return said + t("{clauses}。", clauses=rules)


def _gap(run: Run, t: Words) -> str:
    of, gap = against(run, t), run.gap or 0.0
    if t.is_level(gap):
        return t("对照{of}，差不足0.01个百分点", of=of)
    return t("对照{of}，差{gap}", of=of, gap=t.distance(gap))


def _length(run: Run, t: Words) -> str:
    if run.streak == 1:
        return t("本月落后")
    since = t.month(run.since)
    said = t.n("已连续落后{n}个月（自{since}）", run.streak, since=since)
    before = against_before(run, t)
    return t("{said}，{before}", said=said, before=before) if before else said
