"""The clauses of a notice about the city's rate in one indicator, and what sentences are made with.

Everything here takes a Field, the standings of one indicator, so that a gap in it (no benchmark, no
milestone, no figure) is a clause less or a word said, never an empty bracket.
"""

from collections.abc import Sequence
from fractions import Fraction

from board.behind import Figure
from board.months import is_all_year, shift
from board.overview import Field, Standing
from briefing.notice.leading import Leading, compared, on_page
from briefing.notice.said import figure
from wording import Words

NAMED = 10  # units that a sentence names; all of them stand in the tables


def rate_clauses(
    answer: Field, t: Words, *, name: str | None = None, linear: bool = False
) -> list[str]:
    """开工率96.55%、较上月提高…、高于全省平均（…）…、居全省第5位、超4月节点（30%）…; a text for
    each that is known, and one that says so where there is no rate at all. `name` is said instead
    of the indicator's own; `linear` adds the gap to the months of the year that are gone."""
    city, name = answer.city, name or answer.indicator.label(t)
    if city is None or city.value is None:
        reason = t.reason(city.reason) if city and city.reason else t("没有数据")
        return [t("{name}：{reason}", name=name, reason=reason)]
    said = [t("{name}{rate}", name=name, rate=percent(city, answer, t))]
    beside = compared(answer, t)
    if answer.change is not None:
        said.append(_change(answer.change, Leading(t, _month_before(answer))))
    if city.gap_province is not None and city.province is not None:
        said.append(to_province(city.gap_province, city.province, beside))
    if city.province_rank:
        said.append(_place_in_province(city, beside))
    if city.gap_milestone is not None:
        said.append(to_milestone(city, beside))
    if linear:
        funds = on_page("funds", answer.period, t, view="progress")
        said.append(_to_linear(city.value, int(answer.period[5:]), funds))
    if city.units_missing:
        said.append(_missing(city.units_missing, beside))
    return said


def to_province(gap: float, province: float, t: Words) -> str:
    """高于全省平均（39.47%）2.55个百分点, 低于…, 与…持平."""
    of = t("全省平均（{value}）", value=t.percent(province))
    if t.is_level(gap):
        return t("与{of}持平", of=of)
    size = t.distance(gap)
    return t("高于{of}{gap}", of=of, gap=size) if gap > 0 else t("低于{of}{gap}", of=of, gap=size)


def to_milestone(standing: Standing, t: Words) -> str:
    """超4月节点（30%）12.02个百分点, 落后…, 正好达到…: what is missed is never called level."""
    gap, goal = standing.gap_milestone or 0.0, milestone(standing, t)
    if gap == 0:
        return t("正好达到{goal}", goal=goal)
    if t.is_level(gap):
        return (
            t("略超{goal}，不足0.01个百分点", goal=goal)
            if gap > 0
            else t("略低于{goal}，差不足0.01个百分点", goal=goal)
        )
    size = t.distance(gap)
    if all_year(standing):
        return (
            t("高于{of}{gap}", of=goal, gap=size)
            if gap > 0
            else t("低于{of}{gap}", of=goal, gap=size)
        )
    if gap > 0:
        return t("超{goal}{gap}", goal=goal, gap=size)
    return t("落后{goal}{gap}", goal=goal, gap=size)


def all_year(standing: Standing) -> bool:
    """Whether its milestone is a requirement of the whole year, not a step on the way."""
    return standing.milestone_due is None or is_all_year(standing.milestone_due)


def milestone(standing: Standing, t: Words) -> str:
    """4月节点（30%）; 60%的要求 for one that is in force all year."""
    if standing.milestone is None:
        return t("节点")
    goal = t.goal(standing.milestone)
    if standing.milestone_due is None or all_year(standing):
        return t("{goal}的要求", goal=goal)
    month = t.month_name(standing.milestone_due.month)
    return t("{month}节点（{goal}）", month=month, goal=goal)


def sentence(clauses: Sequence[str], t: Words) -> str:
    """Clauses as one sentence; '' for none."""
    said = [each for each in clauses if each]
    return t("{clauses}。", clauses=t("，").join(said)) if said else ""


def halves(sums: Sequence[str], rates: Sequence[str], t: Words) -> str:
    """What there is, then how far it is, as one sentence."""
    return sentence([in_row([t("，").join(half) for half in (sums, rates) if half], t)], t)


def in_row(said: Sequence[str], t: Words) -> str:
    """Statements one after the other, each beginning with what it is about."""
    return t("；").join([*said[:1], *map(t.inside, said[1:])])


def behind(answer: Field, unit: str = "city") -> str:
    """The address of the indicator's rows, of a unit or the city."""
    return Figure(answer.indicator.code, unit, answer.level).link


def percent(standing: Standing, answer: Field, t: Words) -> str:
    """A unit's rate, leading to its rows."""
    return figure(t.percent(standing.value), behind(answer, standing.unit_code))


def _month_before(answer: Field) -> str:
    return f"{behind(answer)}&at={shift(answer.period, -1)}"


def _change(points: float, t: Words) -> str:
    if t.is_level(points):
        return t("与上月持平")
    if points > 0:
        return t("较上月提高{gap}", gap=t.distance(points))
    return t("较上月下降{gap}", gap=t.distance(points))


def _place_in_province(city: Standing, t: Words) -> str:
    place = t.rank(city.province_rank or 0)
    if city.province_of:
        return t("居全省{place}（共{of}个市）", place=place, of=t.whole(city.province_of))
    return t("居全省{place}", place=place)


def _missing(units: int, t: Words) -> str:
    return t.n("缺{n}个单位的数", units)


def _to_linear(value: float, month: int, t: Words) -> str:
    share = Fraction(month, 12)
    of = t("序时进度（{value}）", value=t.percent(share))
    gap = float((Fraction(str(value)) - share) * 100)
    if t.is_level(gap):
        return t("与{of}持平", of=of)
    size = t.distance(gap)
    return t("超{of}{gap}", of=of, gap=size) if gap > 0 else t("落后{of}{gap}", of=of, gap=size)
