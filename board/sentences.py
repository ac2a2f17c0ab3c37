"""What the board says about its numbers: the titles of cards and charts, one line each."""

from collections.abc import Sequence
from datetime import date

from board.months import is_all_year
from board.names import shorten
from board.overview import Field, Standing
from wording import Words

_NAMED = 5  # units in a sentence before it only counts them
_WORST = ("red", "yellow", "green", "grey")


def verdict(standing: Standing, t: Words) -> str:
    """The light in two to four words: against the milestone, else against the province."""
    if standing.light == "grey":
        return t.reason(standing.reason) if standing.reason else t("暂无基准")
    if standing.milestone is None:
        return t("低于全省") if _below(standing.gap_province) else t("达到全省平均")
    if _below(standing.gap_milestone):
        return t("落后节点")
    return t("低于全省") if _below(standing.gap_province) else t("达到节点")


def tally(answer: Field, t: Words) -> str:
    """How many units meet the milestone, else the province's mean: 8个单位达到4月节点,4个未达。"""
    name = answer.indicator.label(t)
    if answer.milestone is not None and answer.ranked:
        gaps = [each.gap_milestone for each in answer.ranked]
        goal = _milestone_name(answer, t)
    elif answer.province is not None and answer.ranked:
        gaps = [each.gap_province for each in answer.ranked]
        goal = t("全省平均")
    else:
        return t.n("{name}：{n}个单位有数据", len(answer.ranked), name=name)
    below = sum(_below(gap) for gap in gaps)
    silent = sum(answer.units[each.unit_code].ranked for each in answer.unranked)
    if not below and silent:
        return t(
            "{name}：{met}个单位达到{goal}，{silent}个没有数据",
            name=name,
            met=len(gaps),
            silent=silent,
            goal=goal,
        )
    if not below:
        return t("{name}：全部单位达到{goal}", name=name, goal=goal)
    return t(
        "{name}：{met}个单位达到{goal}，{below}个未达",
        name=name,
        met=len(gaps) - below,
        below=below,
        goal=goal,
    )


def headline_finding(answers: Sequence[Field], t: Words) -> str:
    """Every headline rate by its verdict, the worst first: 资金支出率低于全省;开工率达到节点."""
    said: dict[tuple[int, str], list[str]] = {}
    for answer in answers:
        light = answer.city.light if answer.city else "grey"
        state = verdict(answer.city, t) if answer.city else t("无数据")
        said.setdefault((_WORST.index(light), state), []).append(answer.indicator.label(t))
    return t("；").join(
        t("{names}{state}", names=t.join(names), state=state)
        for (_, state), names in sorted(said.items())
    )


def without_rank(answer: Field, t: Words) -> list[str]:
    """One sentence a reason, naming the units that would be ranked if they had figures."""
    said = []
    for reason in ("not_reported", "no_task"):
        silent = [
            each
            for each in answer.unranked
            if each.reason == reason and answer.units[each.unit_code].ranked
        ]
        if silent:
            names = _names(silent, answer, t)
            said.append(t("{reason}：{units}。", reason=t.reason(reason), units=names))
    return said


def field_title(answer: Field, t: Words) -> str:
    """Who leads, who is last, and how far the last is behind."""
    if not answer.ranked:
        return t("本月没有可排名的单位")
    leaders = _leaders(answer, t)
    if not answer.laggards:
        return leaders
    last = answer.laggards[0]
    return t("{leaders}，{last}", leaders=leaders, last=_last(answer, t) + _behind(last, t))


def sentence(answer: Field, t: Words) -> str:
    """One indicator in one sentence: leader, last, and the city against province and schedule."""
    city = answer.city
    clauses = []
    if answer.ranked:
        clauses.append(_leaders(answer, t))
    if answer.laggards:
        clauses.append(_last(answer, t))
    if city and city.gap_province is not None:
        clauses.append(t("全市{gap}", gap=against_province(city.gap_province, t)))
    if city and city.gap_milestone is not None:
        clauses.append(against_milestone(city.gap_milestone, answer, t))
    if not clauses:
        return t("本月没有数据。")
    return t("{clauses}。", clauses=t.of("，", ", ").join(clauses))


def against_province(gap: float, t: Words) -> str:
    """高于全省2.55个百分点, 低于…, 与全省持平."""
    if t.is_level(gap):
        return t("与全省持平")
    if gap > 0:
        return t("高于全省{gap}", gap=t.distance(gap))
    return t("低于全省{gap}", gap=t.distance(gap))


def milestone_in_force(due: date, at_least: float, t: Words) -> str:
    """节点（4月30日）≥30%; 全年要求≥60% for a requirement of the whole year."""
    least = t.goal(at_least)
    if is_all_year(due):
        return t("全年要求≥{least}", least=least)
    return t("节点（{due}）≥{least}", due=t.day(due), least=least)


def place_in_province(rank: int, of: int | None, t: Words) -> str:
    """全省第4位/共14, the number of cities where it is known."""
    if of:
        return t("全省{place}/共{of}", place=t.rank(rank), of=of)
    return t("全省{place}", place=t.rank(rank))


def against_milestone(gap: float, answer: Field, t: Words) -> str:
    """超4月节点8.75个百分点, 落后…, 正好达到…: never called level when it is missed."""
    goal = _milestone_name(answer, t)
    if gap == 0:
        return t("正好达到{goal}", goal=goal)
    if gap > 0:
        return t("超{goal}{gap}", goal=goal, gap=t.distance(gap))
    return t("落后{goal}{gap}", goal=goal, gap=t.distance(gap))


def _leaders(answer: Field, t: Words) -> str:
    names = _names(answer.leaders, answer, t)
    value = t.percent(answer.leaders[0].value)
    if len(answer.leaders) > 1:
        return t("{names}并列第一（{value}）", names=names, value=value)
    return t("{names}领先（{value}）", names=names, value=value)


def _last(answer: Field, t: Words) -> str:
    names = _names(answer.laggards, answer, t)
    value = t.percent(answer.laggards[0].value)
    if len(answer.laggards) > 1:
        return t("{names}并列末位（{value}）", names=names, value=value)
    return t("{names}居末（{value}）", names=names, value=value)


def _names(found: Sequence[Standing], answer: Field, t: Words) -> str:
    return shorten([answer.units[each.unit_code].label(t) for each in found], _NAMED, t)


def _behind(last: Standing, t: Words) -> str:
    if last.gap_milestone is not None and last.gap_milestone < 0:
        return t("、落后节点{gap}", gap=t.distance(last.gap_milestone))
    if last.gap_province is not None and _below(last.gap_province):
        return t("、低于全省{gap}", gap=t.distance(last.gap_province))
    return ""


def _milestone_name(answer: Field, t: Words) -> str:
    due = answer.city.milestone_due if answer.city else None
    return t("{month}节点", month=t.month_name(due.month)) if due else t("节点")


def _below(gap: float | None) -> bool:
    return gap is not None and gap < 0
