"""What a ranking says in a sentence, and what has to be said with it."""

from collections import Counter
from collections.abc import Sequence

from board.history import History
from board.names import shorten
from board.ranking import Group, Place, Ranking, Step
from board.sentences import milestone_in_force, place_in_province
from board.store import Board
from wording import Words
from wording.numbers import is_level

_MOST = 20  # units that a sentence below a ranking names
_NAMED = 3  # units that a title names


def leader_and_laggard(answer: Ranking, t: Words) -> str:
    """Who leads, and who is farthest behind the milestone, or else behind the province."""
    places = answer.places
    if not places:
        return t("本月没有可以排名的单位")
    first = [place for place in places if place.rank == 1]
    value = t.percent(first[0].value)
    names = _title(first, t)
    if len(first) > 1:
        lead = t("{units}并列第一（{value}）", units=names, value=value)
    else:
        lead = t("{unit}以{value}领先", unit=names, value=value)
    tail = _laggard(places, t)
    return f"{lead}{t('，')}{tail}" if tail else lead


def in_force(answer: Ranking, basis: str, t: Words) -> str:
    """The formula, the benchmarks and the city's own rate that the ranking is read against."""
    said = [basis]
    city = answer.city
    if city and city.milestone is not None and city.milestone_due:
        said.append(milestone_in_force(city.milestone_due, city.milestone, t))
    if answer.province is not None:
        said.append(t("全省平均 {value}", value=t.percent(answer.province)))
    if city and city.value is not None:
        said.append(t("全市 {value}", value=t.percent(city.value)))
        if city.province_rank:
            said.append(place_in_province(city.province_rank, city.province_of, t))
        if city.units_missing:
            said.append(t.n("全市合计缺{n}个单位", city.units_missing))
    return " · ".join(said)


def who_is_not_ranked(answer: Ranking, t: Words) -> list[str]:
    """One sentence a reason, naming every unit without a rank."""
    by_reason: dict[str | None, list[Place]] = {}
    for place in answer.unranked:
        by_reason.setdefault(place.reason, []).append(place)
    said = []
    if missing := by_reason.get("not_reported"):
        said.append(t("未报送，不参加排名：{units}。", units=_names(missing, t)))
    if idle := by_reason.get("no_task"):
        said.append(t("无任务（分母为零），不参加排名：{units}。", units=_names(idle, t)))
    if counted := by_reason.get(None):
        units = t.join(f"{place.label(t)} {t.percent(place.value)}" for place in counted)
        said.append(t("计入全市合计，不参加排名：{units}。", units=units))
    return said


def cautions(answer: Ranking, t: Words) -> list[str]:
    """What the printed figures alone would get wrong."""
    said = []
    if alike := [place for place in answer.places if place.alike]:
        units = shorten([place.label(t) for place in alike], _MOST, t)
        said.append(t("因四舍五入显示相同：{units}。排名按未舍入的数。", units=units))
    if over := [place for place in answer.places if place.value is not None and place.value > 1]:
        rates = [f"{place.label(t)} {t.percent(place.value)}" for place in over]
        units = shorten(rates, _MOST, t)
        said.append(t("超过100%：{units}。按原数显示，请核对。", units=units))
    return said


def most_improved(steps: Sequence[Step], t: Words) -> str:
    """Who gained most since last month, and who least."""
    if not steps:
        return t("没有上月的数据，还不能比较进步")
    first, last = steps[0], steps[-1]
    if first.points < 0:
        return t(
            "各单位都比上月低，{unit}降幅最小，{gap}",
            unit=first.place.label(t),
            gap=t.points(first.points),
        )
    text = t("{unit}进步最大，较上月{gap}", unit=first.place.label(t), gap=t.points(first.points))
    if len(steps) == 1:
        return text
    text += t("，")
    return text + t("{unit}最慢，{gap}", unit=last.place.label(t), gap=t.points(last.points))


def best_group(groups: Sequence[Group], names: Sequence[str], t: Words) -> str:
    """Which group is ahead and by how much; `names` are the groups' own, in their order."""
    known = [
        (name, group.value)
        for name, group in zip(names, groups, strict=True)
        if group.value is not None
    ]
    if not known:
        return t("没有分组数据")
    (name, value), *others = known
    if not others:
        return t("{unit}：{value}", unit=name, value=t.percent(value))
    best, worst = max(known, key=lambda one: one[1]), min(known, key=lambda one: one[1])
    gap = (best[1] - worst[1]) * 100
    if is_level(gap):
        return t("各组持平")
    return t("{unit}最高，高于{other}{gap}", unit=best[0], other=worst[0], gap=t.distance(gap))


def group_name(name: str | None, board: Board, t: Words) -> str:
    """A group as the unit table names it, in English where known; the key counties have no name."""
    if name is None:
        return t("重点帮扶县")
    known = board.codes("unit_group")
    return known[name].label(t) if name in known else name


def biggest_climb(answer: History, t: Words) -> str:
    """Who gained and who lost most places between the first month shown and the last."""
    moves = []
    for line in answer.lines:
        ranks = [cell.rank for cell in (line.cells[0], line.cells[-1]) if cell and cell.rank]
        if len(ranks) == 2:
            moves.append((ranks[0] - ranks[1], line.label(t)))
    if len(answer.months) < 2 or not moves:
        return t("只有一个月的排名，还看不出走势")
    (up, riser), (down, faller) = max(moves), min(moves)
    said = []
    if up > 0:
        said.append(t.n("{unit}上升{n}位", up, unit=riser))
    if down < 0:
        said.append(t.n("{unit}下降{n}位", -down, unit=faller))
    months = t("{first}至{last}", first=t.month(answer.months[0]), last=t.month(answer.months[-1]))
    return months + t("：") + (t("，").join(said) or t("首尾两月名次相同"))


def state(light: str, reason: str | None, t: Words) -> str:
    """A light in a word; grey says why: not reported, no task, or no benchmark to hold it to."""
    if reason:
        return t.reason(reason)
    return t("暂无基准") if light == "grey" else t.light(light)


def tally(found: Sequence[tuple[str, str | None]], t: Words) -> str:
    """How many of these (light, reason) are in each state, the best first."""
    order = ("green", "yellow", "red", "grey")
    ordered = sorted(found, key=lambda one: (order.index(one[0]), one[1] or ""))
    counts = Counter(state(light, reason, t) for light, reason in ordered)
    return t.join(t.n("{n}个{state}", n, state=word) for word, n in counts.items())


def lights_now(answer: History, t: Words) -> str:
    """How many units show each light in the last month."""
    if not answer.months:
        return t("本月没有可以排名的单位")
    last = [cell for line in answer.lines if (cell := line.cells[-1])]
    said = tally([(cell.light, cell.reason) for cell in last], t)
    return t("{month}{states}", month=t.month(answer.months[-1]), states=said)


def _laggard(places: Sequence[Place], t: Words) -> str:
    to_milestone = [place.gap_milestone for place in places if place.gap_milestone is not None]
    if to_milestone:
        gap = min(to_milestone)
        if gap >= 0:
            return t("全部达到节点")
        last = [place for place in places if place.gap_milestone == gap]
        return t.n("{units}落后节点{gap}", len(last), units=_title(last, t), gap=t.distance(gap))
    to_province = [place.gap_province for place in places if place.gap_province is not None]
    if to_province:
        gap = min(to_province)
        if gap >= 0 or is_level(gap):
            return t("全部不低于全省平均")
        last = [place for place in places if place.gap_province == gap]
        return t.n("{units}低于全省{gap}", len(last), units=_title(last, t), gap=t.distance(gap))
    if places[-1].rank == 1:
        return ""
    last = [place for place in places if place.rank == places[-1].rank]
    value = t.percent(last[0].value)
    return t.n("{units}最低（{value}）", len(last), units=_title(last, t), value=value)


def _title(places: Sequence[Place], t: Words) -> str:
    return shorten([place.label(t) for place in places], _NAMED, t)


def _names(places: Sequence[Place], t: Words) -> str:
    return t.join(place.label(t) for place in places)
