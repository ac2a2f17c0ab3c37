"""What the money says in a sentence."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from board.course import Course
from board.fund_issues import Issues
from board.fund_readings import Readings
from board.fund_years import Years
from board.funds import Sum, basis
from board.ranking import Ranking, ratio
from board.store import Board
from board.unit_sentences import course_in_words
from wording import Words


def against_schedule(answer: Course, t: Words) -> str:
    """The rate now against milestone, province, and the months of the year that are gone."""
    said = course_in_words(answer, t)
    last = answer.points[-1] if answer.points else None
    if last is None or last.value is None:
        return said
    linear = Fraction(last.day.month, 12)
    gap = (Fraction(str(last.value)) - linear) * 100
    shown = t.percent(float(linear))
    if t.is_level(float(gap)):
        return said + t("，") + t("与序时进度（{linear}）持平", linear=shown)
    size = t.distance(float(gap))
    if gap > 0:
        return said + t("，") + t("超序时进度（{linear}）{gap}", linear=shown, gap=size)
    return said + t("，") + t("落后序时进度（{linear}）{gap}", linear=shown, gap=size)


def by_denominator(found: Sequence[Readings], t: Words) -> str:
    """The city's spend rate by each denominator."""
    city = found[-1]
    return t(
        "按下达{allocated}，按到位{arrived}，不含未满30天的批次{older}",
        allocated=_percent(city.by_allocated, t),
        arrived=_percent(city.by_arrived, t),
        older=_percent(city.without_young, t),
    )


def where_it_goes(uses: Mapping[str, Sum], names: Mapping[str, str], t: Words) -> str:
    """What most of the money is for, and where least of it is spent."""
    known = {code: each for code, each in uses.items() if each.allocated}
    if not known:
        return t("没有下达资金")
    total = sum((each.allocated or Decimal() for each in known.values()), Decimal())
    most = max(known, key=lambda code: known[code].allocated or 0)
    share = t.percent(_float(ratio(known[most].allocated, total)))
    said = t("{name}最多，占{share}", name=names[most], share=share)
    spent = {code: each.rate for code, each in known.items() if each.rate is not None}
    if len(spent) > 1:
        slow = min(spent, key=lambda code: spent[code])
        rate = t.percent(float(spent[slow]))
        said += t("，") + t("{name}支出最慢，{rate}", name=names[slow], rate=rate)
    return said


def below_share(answer: Ranking, t: Words) -> str:
    """Who keeps less for industry than is asked, worst first."""
    least = answer.milestone
    if least is None or not answer.places:
        return t("本月没有可以排名的单位") if not answer.places else t("没有设定要求")
    low = [place for place in reversed(answer.places) if (place.gap_milestone or 0) < 0]
    if not low:
        return t("各单位都不低于{least}", least=t.goal(least))
    units = t.join(f"{place.label(t)}（{t.percent(place.value)}）" for place in low)
    return t("低于{least}的有：{units}", least=t.goal(least), units=units)


def lying_still(found: Issues, names: Mapping[str, str], t: Words) -> str:
    """Which batch has the largest balance, and for how long it has been there."""
    known = [each for each in found.lines if each.balance]
    if not found.lines:
        return t("没有分批次的台账")
    if found.whole.balance is None:
        return t("没有报支出，不知道结余多少")
    if not known:
        return t("各批次没有结余")
    most = max(known, key=lambda each: each.balance or 0)
    age = most.age(found.period)
    said = [
        t("结余{balance}", balance=t.money(found.whole.balance)),
        t(
            "最多的是{level}{batch}：{money}",
            level=names[most.fund_level],
            batch=most.batch,
            money=t.money(most.balance),
        ),
    ]
    if age is not None:
        said.append(t("下达已{days}", days=t.n("{n}天", age)))
    return t("，").join(said)


def growth(found: Years, t: Words) -> str:
    """How much more is allocated than a year before."""
    whole = found.whole
    if whole.growth is None:
        return t("下达{money}，没有上年同期的数", money=t.money(whole.now.allocated))
    said = t("下达{money}", money=t.money(whole.now.allocated))
    return f"{said}{t('，')}{than_last_year(whole.growth, t)}"


def left_out(found: Years, board: Board, t: Words) -> list[str]:
    """Who has one of the two years only, and is in neither sum."""
    said = []
    for units, message in (
        (found.only_now, t("上年同期没有数，两年都不计入：{units}。", units="{units}")),
        (found.only_before, t("本月没有数，两年都不计入：{units}。", units="{units}")),
    ):
        if units:
            names = t.join(board.units[code].label(t) for code in units)
            said.append(message.replace("{units}", names))
    return said


def than_last_year(rate: Fraction, t: Words) -> str:
    """A growth as a fraction of the year before, in percent."""
    shown = t.percent(float(abs(rate)))
    if shown == t.percent(0):
        return t("与上年同期持平")
    return (
        t("较上年同期增长{share}", share=shown)
        if rate > 0
        else t("较上年同期下降{share}", share=shown)
    )


def key_share(
    key: Sum,
    whole: Sum,
    board: Board,
    t: Words,
    written: Callable[[str], str] = lambda amount: amount,
) -> str:
    """How much of the money the key counties have, and how they spend it beside all; `written`
    makes of the sum what stands in the text."""
    share = ratio(key.allocated, whole.allocated)
    if not any(unit.key_county for unit in board.units.values()):
        return t("单位表没有标出重点帮扶县")
    if share is None or key.allocated is None:
        return t("重点帮扶县没有报送资金")
    money, part = written(t.money(key.allocated)), t.percent(float(share))
    said = t("重点帮扶县{money}，占{share}", money=money, share=part)
    if key.rate is None or whole.rate is None:
        return said
    rate, of_all = t.percent(float(key.rate)), t.percent(float(whole.rate))
    return said + t("，") + t("支出率{rate}，全市{all}", rate=rate, all=of_all)


def spent_of(board: Board, t: Words) -> str:
    """The denominator that rates of parts are measured against, as the spend rate in force."""
    return t("支出 ÷ 到位") if basis(board) == "arrived" else t("支出 ÷ 下达")


def level_names(board: Board, t: Words) -> dict[str, str]:
    """Fund level → its name, the undivided whole among them."""
    return {code: name.label(t) for code, name in board.levels.items()} | {"all": t("合计")}


def _percent(rate: Fraction | None, t: Words) -> str:
    return t.percent(_float(rate))


def _float(rate: Fraction | None) -> float | None:
    return None if rate is None else float(rate)
