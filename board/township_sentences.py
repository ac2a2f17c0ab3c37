"""What the ranking of townships says, and what has to be said with it."""

from collections.abc import Sequence

from board.store import Board
from board.townships import Township, Townships
from wording import Words


def townships_finding(answer: Townships, board: Board, t: Words) -> str:
    """石坪县8个乡镇：前沟乡以94.44%领先，龙田乡最低（63.64%）."""
    unit = board.units[answer.unit_code].label(t)
    if not answer.reported:
        return t("{unit}本月没有台账，不能按乡镇排名", unit=unit)
    if not answer.named:
        return t("{unit}的台账没有填乡镇，不能按乡镇排名", unit=unit)
    if not answer.places:
        return t("{unit}的乡镇都没有任务", unit=unit)
    first, last = answer.places[0], answer.places[-1]
    leaders = t.join(each.name for each in answer.places if each.rank == 1)
    value = t.percent(first.value)
    if first.tied:
        who = t("{units}并列第一（{value}）", units=leaders, value=value)
    else:
        who = t("{unit}以{value}领先", unit=leaders, value=value)
    if last.rank > 1:
        names = [each.name for each in answer.places if each.rank == last.rank]
        value = t.percent(last.value)
        who += t("，")
        who += t.n("{units}最低（{value}）", len(names), units=t.join(names), value=value)
    return t.n("{unit}{n}个乡镇：{who}", len(answer.places), unit=unit, who=who)


def township_cautions(answer: Townships, t: Words) -> list[str]:
    """Who is not ranked, and what the printed figures alone would get wrong."""
    said = []
    quantity = answer.indicator.quantity
    if answer.idle:
        names = t.join(each.name for each in answer.idle)
        said.append(t("无任务（分母为零），不参加排名：{units}。", units=names))
    if answer.unnamed and answer.named:
        amount = t.amount(answer.unnamed.denominator, quantity)
        said.append(t("另有{amount}没有填乡镇，不参加排名，计入合计。", amount=amount))
    if alike := [each.name for each in answer.places if each.alike]:
        said.append(t("因四舍五入显示相同：{units}。排名按未舍入的数。", units=t.join(alike)))
    return said


def widest_finding(answers: Sequence[Townships], board: Board, t: Words) -> str:
    """Which unit's townships lie farthest apart, among those whose rows name them."""
    spread = [(gap, each) for each in answers if (gap := each.spread)]
    if not spread:
        return t("没有可以比较的乡镇")
    gap, widest = max(spread, key=lambda pair: pair[0])
    return t(
        "{unit}的乡镇相差最大：{first}与{last}差{gap}",
        unit=board.units[widest.unit_code].label(t),
        first=widest.places[0].name,
        last=widest.places[-1].name,
        gap=t.distance(gap),
    )


def who_shares(place: Township, answer: Townships, t: Words) -> str:
    """Who has this rank; of more than two the first, and how many they are."""
    alike = [each.name for each in answer.places if each.rank == place.rank]
    if len(alike) < 3:
        return t.join(alike)
    return t.n("{first}等{n}个", len(alike), first=alike[0])


def silent_about_townships(answers: Sequence[Townships], board: Board, t: Words) -> list[str]:
    """Which units have no ranking of townships, and why."""

    def names(units: Sequence[Townships]) -> str:
        return t.join(board.units[each.unit_code].label(t) for each in units)

    said = []
    if missing := [each for each in answers if not each.reported]:
        said.append(t("本月没有台账，不能按乡镇排名：{units}。", units=names(missing)))
    if unnamed := [each for each in answers if each.reported and not each.named]:
        said.append(t("台账没有填乡镇：{units}。", units=names(unnamed)))
    return said
