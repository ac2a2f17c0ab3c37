"""What the project page says: the titles of its cards, one line each."""

from collections.abc import Sequence
from fractions import Fraction

from board.days_to_start import ONE_MONTH, Days, slowest
from board.names import shorten
from board.project_rows import KINDS, LateCounts
from board.projects import Group, Projects, most, together
from board.ranking import Ranking, ratio
from board.store import Board
from wording import Words
from wording.numbers import plain

_NAMED = 3  # units that a title names


def stages_finding(found: Projects, board: Board, t: Words) -> str:
    """开工率92.94%：97个未开工，其中应开工未开工43个，石坪县最多（26个）."""
    whole = found.whole
    rate = whole.start_rate
    subject = _subject(found, board, t)
    if rate is None:
        if whole.both("projects_started", "projects_planned"):
            return t("{subject}没有计划项目", subject=subject)
        return t("{subject}没有项目数据", subject=subject)
    lead = t("{subject}开工率{rate}", subject=subject, rate=t.percent(rate))
    if not whole.not_started:
        return t("{lead}：全部开工", lead=lead)
    said = [t.n("{lead}：{n}个未开工", int(whole.not_started), lead=lead)]
    if whole.overdue:
        said.append(t.n("其中应开工未开工{n}个", int(whole.overdue)))
    elif whole.overdue is not None:
        said.append(t("都未到计划开工时间"))
    if found.unit is None:
        leaders, top = most(found.by_unit, "not_started")
        said.append(_most([board.units[each.code].label(t) for each in leaders], int(top), t))
    return t("，").join(filter(None, said))


def place_of_unit(answer: Ranking, unit: str, t: Words) -> str:
    """在12个单位中居第12位; nothing for one without a rank."""
    own = next((place for place in answer.places if place.unit_code == unit), None)
    if own is None or own.rank is None:
        return ""
    return t("在{n}个单位中居{rank}", n=len(answer.places), rank=t.rank(own.rank, own.tied))


def category_finding(found: Projects, board: Board, t: Words) -> str:
    """产业发展最多，占计划投资55.21%；易地搬迁后扶开工率最低（82.22%）."""
    groups, names = found.by_category, board.codes("category")

    def name(group: Group) -> str:
        return names[group.code].label(t) if group.code in names else group.code

    if not groups:
        return t("没有分类别的数据")
    by_money = found.in_ledgers.total("planned_investment") is not None
    measure = "planned_investment" if by_money else "projects_planned"
    largest = max(groups, key=lambda each: each.total(measure) or 0)
    share = ratio(largest.total(measure), found.in_ledgers.total(measure))
    lead = t(
        "{category}最多，占{of}{share}",
        category=name(largest),
        of=t("计划投资") if by_money else t("项目数"),
        share=t.percent(share),
    )
    rates = {each.code: rate for each in groups if (rate := each.start_rate) is not None}
    if len(set(rates.values())) < 2:
        return lead
    least = min(rates.values())
    lowest = t.join(name(each) for each in groups if rates.get(each.code) == least)
    rate_said = t.percent(least)
    return t("{lead}；{category}开工率最低（{rate}）", lead=lead, category=lowest, rate=rate_said)


def carried_finding(found: Projects, board: Board, t: Words) -> str:
    """结转项目107个，完工86个，完工率80.37%，北原示范区最低（66.67%）."""
    parts = together(found.carried).both("carried_completed", "carried_planned")
    if parts is None:
        return t("没有以前年度结转的项目")
    done, planned = (int(part) for part in parts)
    rate = t.percent(ratio(*parts))
    said = t.n("结转项目{n}个，完工{done}个，完工率{rate}", planned, done=done, rate=rate)
    worst = {
        group.code: value
        for group in found.carried
        if (value := group.rate("carried_completed", "carried_planned")) is not None
    }
    least = min(worst.values())
    if least == max(worst.values()):
        return said
    last = [board.units[code].label(t) for code, value in worst.items() if value == least]
    units, lowest = shorten(last, _NAMED, t), t.percent(least)
    return said + t("，") + t.n("{units}最低（{value}）", len(last), units=units, value=lowest)


def relief_finding(found: Projects, t: Words) -> str:
    """以工代赈项目111个，占8.08%，开工104个，完成投资3866万元."""
    whole = together(found.relief)
    planned, started = whole.total("projects_planned"), whole.total("projects_started")
    if not planned:
        return t("没有填报以工代赈项目")
    share = found.share_of_relief(whole)
    said = t.n(
        "以工代赈项目{n}个，占全部项目{share}，开工{started}个",
        int(planned),
        share=t.percent(share),
        started=int(started or 0),
    )
    invested = whole.total("invested")
    if invested is None:
        return said
    return said + t("，") + t("完成投资{amount}", amount=t.money(invested))


def days_finding(found: Sequence[Days], whole: Days, board: Board, t: Words) -> str:
    """资金下达到开工的中位数28天，54.43%在一个月内开工，石坪县最慢（39天）."""
    if whole.median is None or whole.in_a_month is None:
        return t("没有既填资金下达日期、又填开工日期的已开工项目")
    said = t(
        "资金下达到开工的中位数{days}，{share}在一个月内开工",
        days=days_in_words(whole.median, t),
        share=t.percent(whole.in_a_month),
    )
    last = slowest(found)
    if not last or last[0].median is None:
        return said
    names = t.join(board.units[each.code].label(t) for each in last)
    days = days_in_words(last[0].median, t)
    return said + t("，") + t("{units}最慢（{days}）", units=names, days=days)


def month_finding(units: Sequence[Days], board: Board, t: Words) -> str:
    """7个单位中位数在一个月内，5个超过：石坪县、临湖县…; who they are, where few."""
    known = [each for each in units if each.median is not None]
    late = [each for each in known if (each.median or 0) > ONE_MONTH]
    if not known:
        return t("没有可以比较的单位")
    if not late:
        return t.n("{n}个单位的中位数都在一个月内", len(known))
    names = t.join(board.units[each.code].label(t) for each in late[:3])
    tail = t("等") if len(late) > 3 else ""
    return t.n("{n}个单位的中位数超过一个月：{units}{tail}", len(late), units=names, tail=tail)


def days_in_words(days: Fraction, t: Words) -> str:
    """28天, 32.5天: a median may lie between two days."""
    if days.denominator == 1:
        return t.n("{n}天", int(days))
    return t("{days}天", days=plain(float(days)))


def late_finding(counts: LateCounts, days: int, unit: str | None, board: Board, t: Words) -> str:
    """全市67个项目落后：应开工未开工43个、资金下达超过30天未开工34个、应完工未完工24个."""
    whole, subject = counts.whole, t("全市") if unit is None else board.units[unit].label(t)
    if not whole.any_kind:
        return t("{subject}没有落后的项目", subject=subject)
    kinds = t.join(
        t("{kind}{n}个", kind=kind_name(kind, days, t), n=f"{whole.of(kind):,}")
        for kind in KINDS[1:]
        if whole.of(kind)
    )
    said = t.n("{subject}{n}个项目落后：{kinds}", whole.any_kind, subject=subject, kinds=kinds)
    by_unit = counts.by("unit", "any_kind")
    if len(by_unit) < 2:
        return said
    first = [each for each in by_unit if each.any_kind == by_unit[0].any_kind]
    names = [board.units[each.member].label(t) for each in first if each.member in board.units]
    return t("，").join(filter(None, (said, _most(names, by_unit[0].any_kind, t))))


def kind_name(kind: str, days: int, t: Words) -> str:
    """A way of being late, in words."""
    return {
        "any_kind": t("全部"),
        "start": t("应开工未开工"),
        "money": t("资金下达超过{days}天未开工", days=days),
        "finish": t("应完工未完工"),
    }[kind]


def _subject(found: Projects, board: Board, t: Words) -> str:
    """What the page was narrowed to; nothing for the whole city."""
    said = []
    if found.unit is not None:
        said.append(board.units[found.unit].label(t))
    if found.category is not None:
        names = board.codes("category")
        said.append(names[found.category].label(t) if found.category in names else found.category)
    return t("全市") if not said else t.of("", " · ").join(said)


def _most(names: Sequence[str], top: int, t: Words) -> str:
    """Who has most of them; nothing where too many share it."""
    if not names or len(names) > 3:
        return ""
    return t.n("{units}最多（{n}个）", top, units=t.join(names))
