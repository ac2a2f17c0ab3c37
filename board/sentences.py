"""What the board says about its numbers: the titles of cards and charts, one line each."""

from board.overview import Field, Standing
from board.schedule import Distance, Schedule
from wording import Words


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


def against_milestone(gap: float, answer: Field, t: Words) -> str:
    """超4月节点8.75个百分点, 落后…, 正好达到…: never called level when it is missed."""
    goal = _milestone_name(answer, t)
    if gap == 0:
        return t("正好达到{goal}", goal=goal)
    if gap > 0:
        return t("超{goal}{gap}", goal=goal, gap=t.distance(gap))
    return t("落后{goal}{gap}", goal=goal, gap=t.distance(gap))


def schedule_title(ahead: Schedule, quantity: str, t: Words) -> str:
    """下一节点:6月30日达到50%,全市还差1.82亿元."""
    due, goal = t.day(ahead.due), t.goal(ahead.at_least)
    if ahead.city is None:
        return t("下一节点：{due}达到{goal}，全市已提前达到", due=due, goal=goal)
    missing = t.amount(ahead.city.missing, quantity)
    return t("下一节点：{due}达到{goal}，全市还差{missing}", due=due, goal=goal, missing=missing)


def schedule_under(ahead: Schedule, quantity: str, t: Words) -> str:
    """What that asks of the city a month, its pace, and how many units will be late."""
    late = (
        t.n("按此进度，{n}个单位到期不能达到", ahead.late)
        if ahead.late
        else t("按此进度，各单位到期都能达到")
    )
    if ahead.city is None or ahead.city.pace is None:
        return late
    return t(
        "全市每月需{needed}，近{months}个月月均{pace} · {late}",
        months=ahead.pace_months,
        needed=t.amount(ahead.city.per_month, quantity),
        pace=t.amount(ahead.city.pace, quantity),
        late=late,
    )


def expected(distance: Distance, t: Words) -> str:
    """When the pace gets there, in thirds of a month: 7月上旬."""
    if distance.pace is None:
        return t("进度未知")
    if distance.pace <= 0:
        return t("没有进展")
    if distance.met_on is None:
        return t("年内难达到")
    month = t.month_name(distance.met_on.month)
    if distance.met_on.day <= 10:
        return t("{month}上旬", month=month)
    return (
        t("{month}中旬", month=month)
        if distance.met_on.day <= 20
        else t("{month}下旬", month=month)
    )


def _leaders(answer: Field, t: Words) -> str:
    names = t.join(answer.units[each.unit_code].label(t) for each in answer.leaders)
    value = t.percent(answer.leaders[0].value)
    if len(answer.leaders) > 1:
        return t("{names}并列第一（{value}）", names=names, value=value)
    return t("{names}领先（{value}）", names=names, value=value)


def _last(answer: Field, t: Words) -> str:
    names = t.join(answer.units[each.unit_code].label(t) for each in answer.laggards)
    value = t.percent(answer.laggards[0].value)
    if len(answer.laggards) > 1:
        return t("{names}并列末位（{value}）", names=names, value=value)
    return t("{names}居末（{value}）", names=names, value=value)


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
