"""What a unit's figures say in a sentence."""

from collections.abc import Sequence
from decimal import Decimal

from board.course import Course
from board.parts import Part, Parts
from board.ranking import ratio
from board.ranking_sentences import group_name, tally
from board.reporting import Silence
from board.sentences import against_province
from board.store import Board, Unit
from board.unit import Portrait, Reading
from wording import Words


def who(unit: Unit, board: Board, t: Words) -> str:
    """The unit's group, and whether it is a key county or not ranked."""
    said = [group_name(unit.group, board, t)] if unit.group else []
    if unit.key_county and t("重点帮扶县") not in said:
        said.append(t("重点帮扶县"))
    if not unit.ranked:
        said.append(t("计入全市合计，不参加排名"))
    return " · ".join(said)


def lights(portrait: Portrait, t: Words) -> str:
    """How many of the unit's indicators are in each state."""
    states = tally([(reading.light, reading.reason) for reading in portrait.readings], t)
    total = t.n("{n}项指标", len(portrait.readings))
    return t("{total}：{states}", total=total, states=states)


def owes(silence: Silence, board: Board, period: str, t: Words) -> str:
    """What a unit has not sent for the month, and since when."""
    names = board.codes("dataset")
    datasets = t.join(names[one].label(t) if one in names else one for one in silence.datasets)
    if silence.last_period is None:
        return t("从未报送过数据。")
    return t(
        "{month}未报送{datasets}，最近一次是{last}。",
        month=t.month(period), datasets=datasets, last=t.month(silence.last_period),
    )  # fmt: skip


def course_in_words(answer: Course, t: Words) -> str:
    """The last value of a course against the milestone and the province."""
    if not answer.points or answer.points[-1].value is None:
        return t("本月没有数据")
    last = answer.points[-1]
    said = [t.percent(last.value)]
    if last.gap_milestone is not None:
        said.append(_to_milestone(last.gap_milestone, t))
    if last.gap_province is not None:
        said.append(against_province(last.gap_province, t))
    return t("，").join(said)


def best_and_worst(portrait: Portrait, names: dict[str, str], t: Words) -> str:
    """The indicators with the unit's best and worst place; `names` are theirs by code."""
    ranked = [reading for reading in portrait.readings if reading.rank is not None]
    if len(ranked) < 2:
        return ""
    best, worst = min(ranked, key=_share), max(ranked, key=_share)
    if _share(best) == _share(worst):
        return ""
    return t(
        "最好：{best}{best_rank}；最差：{worst}{worst_rank}",
        best=names[best.indicator], best_rank=_place(best, t),
        worst=names[worst.indicator], worst_rank=_place(worst, t),
    )  # fmt: skip


def money(parts: Parts, t: Words) -> str:
    """How much was allocated and how much of it is spent."""
    allocated, spent = parts.total("allocated"), parts.total("spent")
    if spent is None:
        return t("资金下达{allocated}", allocated=t.money(allocated))
    return t("资金下达{allocated}，支出{spent}", allocated=t.money(allocated), spent=t.money(spent))


def largest(split: Sequence[Part], names: Sequence[str], t: Words) -> str:
    """Which member has most of the whole (a part's second value), and its share."""
    wholes = [part.values[1] or Decimal() for part in split]
    if not any(wholes):
        return t("没有下达资金")
    most = max(wholes)
    share = ratio(most, sum(wholes, Decimal()))
    name = names[wholes.index(most)]
    return t("{name}最多，占{share}", name=name, share=t.percent(float(share or 0)))


def projects(parts: Parts, t: Words) -> str:
    """How many projects are planned and have been started, completed and accepted."""

    def count(measure: str) -> str:
        return t.column(parts.total(measure), "projects")

    said = [
        t("项目计划{count}个", count=count("projects_planned")),
        t("开工{count}个", count=count("projects_started")),
        t("完工{count}个", count=count("projects_completed")),
        t("验收{count}个", count=count("projects_accepted")),
    ]
    return t("，").join(said)


def households(parts: Parts, t: Words) -> str:
    """How many households and persons are monitored, and how many are out of risk."""
    said = [
        t.count(parts.total("households_monitored"), "households"),
        t.count(parts.total("persons_monitored"), "persons"),
    ]
    text = t("监测{counts}", counts=t.join(said))
    eliminated = parts.total("persons_eliminated")
    if eliminated is not None:
        text += t("，") + t("风险消除{count}", count=t.count(eliminated, "persons"))
    return text


def _to_milestone(gap: float, t: Words) -> str:
    if t.is_level(gap):
        return t("与节点持平")
    if gap > 0:
        return t("高于节点{gap}", gap=t.distance(gap))
    return t("低于节点{gap}", gap=t.distance(gap))


def _share(reading: Reading) -> float:
    return (reading.rank or 0) / reading.ranked_units


def _place(reading: Reading, t: Words) -> str:
    return t.rank(reading.rank or 0, reading.tied)
