"""What a definition says in words."""

from collections.abc import Sequence
from decimal import Decimal

from board.definitions import Benchmark, Definition, Milestone, Part
from board.reporting import settings
from board.store import Board, Indicator
from wording import Words
from wording.numbers import exact, plain


def reading(indicator: Indicator, board: Board, t: Words) -> str:
    """Which values are good, at which levels it exists, and how the city's is made."""
    levels = t.join(level_name(level, board, t) for level in indicator.levels)
    said = (
        t("越高越好") if indicator.better == "higher" else t("越低越好"),
        t("资金级次：{levels}", levels=levels),
        t("有台账的用台账，没有的用月报"),
        t("全市 = Σ分子 ÷ Σ分母，不用各单位的率平均"),
    )
    return " · ".join(said)


def milestones_in_words(found: Sequence[Milestone], t: Words) -> str:
    """The general milestones in a sentence."""
    general = [each for each in found if not each.fund_level and not each.unit_code]
    if not found:
        return t("没有设序时节点")
    if not general:
        return t("只有部分级次或单位设了序时节点")
    listed = t.join(
        t("{due}{least}", due=due(each, t), least=t.goal(each.at_least)) for each in general
    )
    return t("序时节点：{milestones}", milestones=listed)


def due(milestone: Milestone, t: Words) -> str:
    """The day of every year by which it is due, or that it is in force all year."""
    if (milestone.due_month, milestone.due_day) == (1, 1):
        return t("全年")
    return t.of(
        f"{milestone.due_month}月{milestone.due_day}日",
        f"{milestone.due_day} {t.month_name(milestone.due_month)}",
    )


def lights_in_words(board: Board, t: Words) -> str:
    """When a unit is green and when red, with the threshold in force."""
    points = plain(exact(Decimal(str(settings(board).get("lights.far_below_points", 10)))))
    return t(
        "达标：不低于节点和全省平均；滞后：两者都低，或落后节点超过{points}个百分点；其余为关注",
        points=points,
    )


def province_in_words(found: Sequence[Benchmark], board: Board, t: Words) -> str:
    """The province's newest average at every level it is known for."""
    known = [each for each in found if each.province is not None]
    if not known:
        return t("没有录入省级基准")
    listed = t.join(
        f"{level_name(each.fund_level, board, t)} {t.percent(each.province)}" for each in known
    )
    return t("省级基准（{month}全省平均）：{values}", month=t.month(known[0].period), values=listed)


def options_in_words(found: Definition, t: Words) -> str:
    """Whether settings change the indicator."""
    names = dict.fromkeys(option.setting for option in found.options)
    if not names:
        return t("没有设置会改变这项指标")
    return t.n("{n}项设置会改变这项指标", len(names))


def level_name(level: str, board: Board, t: Words) -> str:
    """A fund level's name, 全部级次 for all of them."""
    return board.levels[level].label(t) if level in board.levels else t("全部级次")


def columns_of(part: Part, dataset: str, t: Words) -> str:
    """The columns of one dataset that a measure is counted from; '' when there are none."""
    return t.join(each.label(t) for each in part.sources if each.dataset == dataset)


def headers_of(part: Part, dataset: str) -> str:
    """What files may head those columns; Chinese, as files are."""
    listed = (each.headers for each in part.sources if each.dataset == dataset)
    return "；".join("、".join(headers) for headers in listed)
