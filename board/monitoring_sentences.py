"""What the stock of monitored households and its movements say in a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from board.household_flow import FlowMonth, Movement, sent_neither
from board.monitoring import Quantity, Split, UnitSplit, most_first, share, shares_sum
from board.names import shorten
from board.store import Board, Unit
from wording import Words

_NAMED = 3  # units that a title names


def percent(rate: Fraction | None, t: Words) -> str:
    """An exact rate as it prints; — for none."""
    return t.percent(rate)


def stock(all_: Split | None, t: Words) -> str:
    """How many households and persons are monitored."""
    if all_ is None:
        return t("本月没有监测对象台账")
    counts = [t.count(all_.households, "households"), t.count(all_.persons, "persons")]
    return t("监测{counts}", counts=t.join(counts))


def largest_member(
    found: Sequence[Split], names: dict[str, str], of: Split | None, quantity: Quantity, t: Words
) -> str:
    """Which member has most, and its share; `names` are the members' by code."""
    if not found or not any(each.monitored(quantity) for each in found):
        return t("本月没有数据")
    most = most_first(found, quantity)[0]
    name = names.get(most.member, most.member)
    return t("{name}最多，占{share}", name=name, share=percent(share(most, of, quantity), t))


def overlapping(found: Sequence[Split], of: Split | None, quantity: Quantity, t: Words) -> str:
    """That a household may have several, and what the shares then add up to."""
    total = percent(shares_sum(found, of, quantity), t)
    return t("一户可有多项，各项占比相加为{total}，可以超过100%", total=total)


def most_of_units(
    found: Sequence[UnitSplit], board: Board, of: Split | None, quantity: Quantity, t: Words
) -> str:
    """Which unit has most, and its share in the city's."""
    if not any(each.monitored(quantity) for each in found):
        return t("本月没有数据")
    most = max(found, key=lambda each: each.monitored(quantity) or 0)
    return t(
        "{unit}最多，{count}，占全市{share}",
        unit=board.units[most.unit_code].label(t),
        count=t.count(most.monitored(quantity), quantity),
        share=percent(share(most, of, quantity), t),
    )


def no_ledger(units: Iterable[Unit], t: Words) -> str:
    """Who is not in the numbers; nothing when everybody is."""
    names = t.join(unit.label(t) for unit in units)
    return t("没有报送监测对象台账，未计入：{units}。", units=names) if names else ""


def month_in_flow(month: FlowMonth, board: Board, quantity: Quantity, t: Words) -> str:
    """Who is new, the stock it came to, and the relapses of one month."""
    if month.total is None:
        return t("没有相连两个月的台账，还不能计算增减")
    text = t(
        "{month}新增{new}，期末{closing}",
        month=t.month(month.period),
        new=t.count(month.total.new, quantity),
        closing=t.count(month.total.closing, quantity),
    )
    back = relapses(month, board, quantity, t)
    return t("{first}；{second}", first=text, second=back)


def flow_parts(t: Words) -> dict[str, str]:
    """The parts of a month's movement by code; the last two stay in the stock."""
    return {
        "opening": t("期初"),
        "new": t("本月新增"),
        "left": t("自然减少"),
        "changed": t("变动"),
        "closing": t("期末"),
        "eliminated": t("本月消除"),
        "relapsed": t("风险回退"),
    }


def relapses(month: FlowMonth, board: Board, quantity: Quantity, t: Words) -> str:
    """How many were eliminated last month and are not in this one, and where."""
    back = [each for each in month.units if each.relapsed]
    if not back or month.total is None:
        return t("无风险回退")
    text = t("风险回退{count}", count=t.count(month.total.relapsed, quantity))
    most = sorted(back, key=lambda each: -each.relapsed)
    names = shorten([board.units[each.unit_code].label(t) for each in most], _NAMED, t)
    return t("{said}（{names}）", said=text, names=names)


def left_out(month: FlowMonth, board: Board, t: Words) -> list[str]:
    """Who cannot be followed from last month to this one, and why."""

    def names(movements: Iterable[Movement]) -> str:
        return t.join(board.units[each.unit_code].label(t) for each in movements)

    said = []
    if silent := [each for each in month.left_out if not each.has_ledger]:
        said.append(t("没有报送本月台账，未计入增减：{units}。", units=names(silent)))
    if late := [each for each in month.left_out if each.has_ledger]:
        said.append(t("缺上月台账，未计入增减：{units}。", units=names(late)))
    if never := sent_neither(month, board):
        units = t.join(unit.label(t) for unit in never)
        said.append(t("近一年没有报送监测对象台账：{units}。", units=units))
    return said


def most_exposed(
    found: Sequence[UnitSplit],
    wholes: Mapping[str, Split | None],
    of: Split | None,
    city: Split | None,
    board: Board,
    quantity: Quantity,
    t: Words,
) -> str:
    """In which unit a type or risk has the largest share of the monitored, against the city's;
    `wholes` are all the monitored of each unit."""
    shares = [
        (own, each.unit_code)
        for each in found
        if (own := share(each, wholes.get(each.unit_code), quantity)) is not None
    ]
    if not shares or of is None:
        return t("本月没有数据")
    most, code = max(shares)
    return t(
        "{unit}占比最高（{share}），全市{city}",
        unit=board.units[code].label(t),
        share=percent(most, t),
        city=percent(share(of, city, quantity), t),
    )
