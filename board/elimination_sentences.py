"""What is said of risks eliminated: raw and standardised, by cohort, and how long it took."""

from collections.abc import Sequence

from board.monitoring import Split
from board.monitoring_sentences import percent
from board.ranking import Place
from board.standardised import Standardisation, Standardised
from board.store import Board
from board.waits import Eliminated, FirstMeasures, at_once, faster_than, how_many, median
from wording import Words
from wording.numbers import fixed

_NAMED = 3  # movers that a title names


def who_moves(answer: Standardisation, board: Board, t: Words) -> str:
    """Whose rank changes when the mix of types is taken out."""
    if not answer.ranked:
        return t("本月没有可以排名的单位")
    movers = answer.movers
    if not movers:
        return t("扣除类别构成的影响后，名次都不变")
    said = [
        t(
            "{unit}由第{before}位变为第{after}位",
            unit=board.units[each.unit_code].label(t),
            before=each.rate_rank,
            after=each.rank,
        )
        for each in movers[:_NAMED]
    ]
    text = t("扣除类别构成的影响后，{moves}", moves=t("，").join(said))
    if len(movers) > _NAMED:
        text += t.n("，共{n}个单位变动", len(movers))
    return text


def safety_net(all_: Split | None, t: Words) -> str:
    """Who is not to be marked eliminated, so that nobody takes 100 % for the goal."""
    if all_ is None or all_.persons_no_labour is None:
        return ""
    count = t.count(all_.persons_no_labour, "persons")
    return t("其中兜底保障{count}，按规定不标注消除，所以100%达不到，也不该追求", count=count)


def cohort(years: Sequence[Split], year: str, all_: Split | None, t: Words) -> str:
    """This year's identified against the whole stock."""
    if all_ is None:
        return t("本月没有数据")
    own = next((each for each in years if each.member == year), None)
    if own is None or not own.persons:
        return t("{year}年还没有新识别的监测对象", year=year)
    return t(
        "{year}年识别的已消除{rate}，全部存量{all}",
        year=year,
        rate=percent(own.rate, t),
        all=percent(all_.rate, t),
    )


def coverage(place: Place | None, t: Words) -> str:
    """The share of monitored households with a measure, and how many have none."""
    if place is None or place.value is None:
        return t("帮扶措施落实情况未报送")
    without = (place.denominator or 0) - (place.numerator or 0)
    text = t("帮扶措施落实率{rate}", rate=t.percent(place.value))
    if not without:
        return text
    return text + t("，") + t("{count}没有措施", count=t.count(without, "households"))


def first_measure(found: Sequence[FirstMeasures], in_time: int, year: str, t: Words) -> str:
    """How many got a first measure this year, and how many waited more than `in_time` months."""
    total = how_many(found)
    if not total:
        return t("{year}年没有首次落实措施的户", year=year)
    text = t(
        "{year}年{count}首次落实措施，识别当月落实的占{share}",
        year=year,
        count=t.count(total, "households"),
        share=percent(at_once(found), t),
    )
    late = total - how_many(found, in_time)
    if not late:
        return text
    tardy = t.n("{count}超过{n}个月", in_time, count=t.count(late, "households"))
    return text + t("，") + tardy


def elimination_time(found: Sequence[Eliminated], fast: int, t: Words) -> str:
    """The median months to elimination, and how many were suspiciously fast."""
    middle = median(found)
    if middle is None:
        return t("还没有消除风险的户")
    months = fixed(float(middle), 0 if middle.denominator == 1 else 1)
    text = t("从识别到消除，中位数为{months}个月", months=months)
    quick = faster_than(found, fast)
    if not quick:
        return text
    hasty = t.n("{count}不到{n}个月，疑似过快", fast, count=t.count(quick, "households"))
    return t("{first}；{second}", first=text, second=hasty)


def wait_name(waited: int, t: Words) -> str:
    """How long after identification a first measure came, in words."""
    return t("识别当月") if waited == 0 else t.n("{n}个月后", waited)


def best_and_worst_type(city: Standardised, names: dict[str, str], t: Words) -> str:
    """Which type's rate is highest and which lowest; `names` are the types' by code."""
    known = [(rate, each.member) for each in city.types if (rate := each.rate) is not None]
    if not known:
        return t("本月没有数据")
    (best, first), (worst, last) = max(known), min(known)
    if best == worst:
        return t("各类消除率都是{rate}", rate=percent(best, t))
    return t(
        "{best}消除率最高（{rate}），{worst}最低（{other}）",
        best=names.get(first, first),
        rate=percent(best, t),
        worst=names.get(last, last),
        other=percent(worst, t),
    )


def works_out(own: Standardised | None, t: Words) -> str:
    """What a unit would have eliminated at the city's rates of its types, and what it did."""
    if own is None or not own.types:
        return t("本月没有数据")
    return t(
        "按全市同类消除率应消除{expected}人，实际{eliminated}人",
        expected=fixed(float(own.expected), 1),
        eliminated=t.column(own.eliminated, "persons"),
    )


def reckoned(own: Standardised, city: Standardised, t: Words) -> str:
    """The reckoning of a unit's standardised rate in figures; nothing where it has none."""
    if own.standardised is None:
        return ""
    return t(
        "标准化消除率 = {eliminated} ÷ {expected} × {city} = {rate}（原始消除率{raw}）",
        eliminated=t.column(own.eliminated, "persons"),
        expected=fixed(float(own.expected), 1),
        city=percent(city.rate, t),
        rate=percent(own.standardised, t),
        raw=percent(own.rate, t),
    )
