"""The clauses of a notice about the units in one indicator: who is first, last, and below what."""

from collections.abc import Sequence

from board.names import shorten
from board.overview import Field, Standing
from briefing.notice.clauses import NAMED, in_row, milestone, percent
from briefing.notice.leading import compared
from wording import Words


def front(answer: Field, most: int, t: Words) -> str:
    """居前3位的是：…, ties marked; '' where fewer than two units are ranked."""
    first = [each for each in answer.ranked if (each.rank or 0) <= most]
    if len(answer.ranked) < 2:
        return ""
    if len(first) == len(answer.ranked) and len({each.rank for each in first}) == 1:
        return t(
            "{name}各单位并列第1位（{value}）",
            name=answer.indicator.label(t),
            value=compared(answer, t).percent(first[0].value),
        )
    units = shorten([_with_rank(each, answer, t) for each in first], NAMED, t)
    said = t(
        "{name}居前{most}位的是：{units}", name=answer.indicator.label(t), most=most, units=units
    )
    return said + _alike(first, t)


def last(answer: Field, most: int, front_of: int, t: Words) -> str:
    """居后3位的是：…, worst first, nobody who is among the first; '' where nobody is left."""
    count = min(most, len(answer.ranked) - front_of)
    if count < 1:
        return ""
    edge = answer.ranked[-count].rank or 0
    tail = [each for each in reversed(answer.ranked) if (each.rank or 0) >= edge]
    if edge <= front_of:
        return ""
    units = shorten([_with_rank(each, answer, t) for each in tail], NAMED, t)
    name = answer.indicator.label(t)
    if count == 1:
        said = t("{name}居末位的是：{units}", name=name, units=units)
    else:
        said = t("{name}居后{n}位的是：{units}", name=name, n=count, units=units)
    return said + _alike(tail, t)


def below(answer: Field, t: Words) -> list[str]:
    """Who misses the milestone and who is below the province, worst first, each with its gap."""
    said = []
    late = _worst_first(answer, [each.gap_milestone for each in answer.ranked])
    if late:
        units = shorten([_behind(each, answer, t) for each in late], NAMED, t)
        goal = _common_goal(late, compared(answer, t))
        said.append(t("{name}未达到{goal}的有：{units}", name=answer.indicator.label(t), goal=goal,
                      units=units))  # fmt: skip
    low = _worst_first(answer, [each.gap_province for each in answer.ranked])
    if low and answer.province is not None:
        units = shorten([_under(each, answer, t) for each in low], NAMED, t)
        of = t("全省平均（{value}）", value=compared(answer, t).percent(answer.province))
        said.append(t("{name}低于{of}的有：{units}", name=answer.indicator.label(t), of=of,
                      units=units))  # fmt: skip
    return said


def not_ranked(answer: Field, t: Words) -> str:
    """Who has no rank and why; '' when everybody has one, or nobody, for the reason that the city
    has no rate."""
    units: dict[str | None, list[str]] = {}
    for each in answer.unranked:
        if answer.units[each.unit_code].ranked:
            units.setdefault(each.reason, []).append(answer.units[each.unit_code].label(t))
    if not answer.ranked and answer.city and units.keys() == {answer.city.reason}:
        return ""
    name, said = answer.indicator.label(t), list[str]()
    if silent := units.get("not_reported"):
        said.append(t("{name}未报送，未参加排名的有：{units}", name=name, units=t.join(silent)))
    if idle := units.get("no_task"):
        said.append(t("{name}无任务，未参加排名的有：{units}", name=name, units=t.join(idle)))
    return in_row(said, t)


def _with_rank(each: Standing, answer: Field, t: Words) -> str:
    name, rate = answer.units[each.unit_code].label(t), percent(each, answer, t)
    if each.tied:
        rank = compared(answer, t).rank(each.rank or 0, True)
        return t("{name}（{rate}，{rank}）", name=name, rate=rate, rank=rank)
    return t("{name}（{rate}）", name=name, rate=rate)


def _behind(each: Standing, answer: Field, t: Words) -> str:
    name, rate = answer.units[each.unit_code].label(t), percent(each, answer, t)
    gap = each.gap_milestone or 0.0
    if t.is_level(gap):
        return t("{name}（{rate}，差不足0.01个百分点）", name=name, rate=rate)
    distance = compared(answer, t).distance(gap)
    return t("{name}（{rate}，差{gap}）", name=name, rate=rate, gap=distance)


def _under(each: Standing, answer: Field, t: Words) -> str:
    name, rate = answer.units[each.unit_code].label(t), percent(each, answer, t)
    return t("{name}（{rate}）", name=name, rate=rate)


def _worst_first(answer: Field, gaps: Sequence[float | None]) -> list[Standing]:
    found = [(gap, each) for gap, each in zip(gaps, answer.ranked, strict=True)
             if gap is not None and gap < 0]  # fmt: skip
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def _common_goal(late: Sequence[Standing], t: Words) -> str:
    """The milestone where they all have the same, else just that they have one."""
    goals = {(each.milestone, each.milestone_due) for each in late}
    return milestone(late[0], t) if len(goals) == 1 else t("各自的节点")


def _alike(found: Sequence[Standing], t: Words) -> str:
    return t("（因四舍五入显示相同的，按未舍入的数排名）") if any(e.alike for e in found) else ""
