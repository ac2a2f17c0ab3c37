"""What the way to the next milestone says in a sentence: what is missing, and who will be late."""

from board.overview import Field, pace_start
from board.schedule import Distance, Schedule
from wording import Words


def schedule_title(ahead: Schedule, quantity: str, t: Words) -> str:
    """下一节点:6月30日达到50%,全市还差1.82亿元."""
    if ahead.city is None or ahead.due is None or ahead.at_least is None:
        return t("各单位的节点不同，全市没有下一节点")
    due, goal = t.day(ahead.due), t.goal(ahead.at_least)
    if ahead.city.reached:
        return t("下一节点：{due}达到{goal}，全市已提前达到", due=due, goal=goal)
    missing = t.amount(ahead.city.missing, quantity)
    return t("下一节点：{due}达到{goal}，全市还差{missing}", due=due, goal=goal, missing=missing)


def schedule_under(ahead: Schedule, quantity: str, t: Words) -> str:
    """What that asks of the city a month, its pace, and how many units will be late."""
    late = lateness(ahead, t)
    if ahead.city is None or ahead.city.reached or ahead.city.pace is None:
        return late
    return t.n(
        "全市每月需{needed}，近{n}个月月均{pace} · {late}",
        ahead.pace_months,
        needed=t.amount(ahead.city.per_month, quantity),
        pace=t.amount(ahead.city.pace, quantity),
        late=late,
    )


def schedule_finding(ahead: Schedule, quantity: str, t: Words) -> str:
    """The milestone, what the city lacks, and who will be late, in one line."""
    if ahead.city is None or ahead.due is None or ahead.at_least is None:
        said = [t("各单位的节点不同，全市没有下一节点")]
    else:
        said = [t("{due}须达到{goal}", due=t.day(ahead.due), goal=t.goal(ahead.at_least))]
        if ahead.city.reached:
            said.append(t("全市已提前达到"))
        else:
            missing = t.amount(ahead.city.missing, quantity)
            said.append(t("全市还差{missing}", missing=missing))
    return t("，").join([*said, lateness(ahead, t)])


def lateness(ahead: Schedule, t: Words) -> str:
    """How many units will be late at their present pace."""
    if ahead.late:
        return t.n("按此进度，{n}个单位到期不能达到", ahead.late)
    if ahead.unknown:
        return t.n("{n}个单位的进度还不知道", ahead.unknown)
    if not ahead.behind:
        return t("各单位都已达到")
    return t("按此进度，各单位到期都能达到")


def how_it_is_reckoned(ahead: Schedule, basis: str, t: Words) -> str:
    """The formula in force, and what missing, pace and outlook are made of."""
    said = [basis, t("还差＝节点×分母−分子，分母按本月数")]
    if ahead.city and not ahead.city.reached and ahead.city.pace is not None:
        said.append(t.n("预计：照近{n}个月的月均推算", ahead.pace_months))
    if ahead.city and ahead.city.standing.units_missing:
        said.append(t.n("全市合计缺{n}个单位", ahead.city.standing.units_missing))
    return " · ".join(said)


def who_has_no_way(ahead: Schedule, answer: Field, t: Words) -> list[str]:
    """One sentence a reason, naming who is not in the table."""
    said = []

    def name(code: str) -> str:
        return answer.units[code].label(t)

    if ahead.idle:
        units = t.join(name(each.unit_code) for each in ahead.idle)
        said.append(t("今年没有待达的节点：{units}。", units=units))
    start = pace_start(answer.period, answer.indicator)
    if ahead.unpaced and start:
        units = t.join(name(each.unit_code) for each in ahead.unpaced)
        said.append(
            t("缺{month}的数，不计入全市月均：{units}。", month=t.month(start), units=units)
        )
    for reason in ("not_reported", "no_task"):
        codes = [
            each.unit_code
            for each in answer.unranked
            if each.reason == reason and answer.units[each.unit_code].ranked
        ]
        if codes:
            units = t.join(map(name, codes))
            said.append(t("{reason}：{units}。", reason=t.reason(reason), units=units))
    return said


def no_milestone(answer: Field, t: Words) -> tuple[str, str]:
    """That none is set or left this year, and where one is written."""
    name = answer.indicator.label(t)
    if answer.milestone is not None:
        return (
            t("{name}：今年的节点都已到期", name=name),
            t("落后单位见红绿灯；新的节点写在 reference/targets.csv"),
        )
    line = f"{answer.indicator.code},,,06-30,50,"
    return (
        t("{name}没有设定节点", name=name),
        t("在 reference/targets.csv 写一行即可设定，例如 {line}", line=line),
    )


def expected(distance: Distance, t: Words) -> str:
    """When the pace gets there, in thirds of a month: 7月上旬."""
    if distance.met_on is None:
        return never(distance, t)
    month = t.month_name(distance.met_on.month)
    if distance.met_on.day <= 10:
        return t("{month}上旬", month=month)
    return (
        t("{month}中旬", month=month)
        if distance.met_on.day <= 20
        else t("{month}下旬", month=month)
    )


def asked_of(distance: Distance, quantity: str, t: Words) -> list[str]:
    """每月需2,349.38万元, 近3个月月均753.87万元; that the pace is not known where it is not."""
    needed = t("每月需{amount}", amount=t.amount(distance.per_month, quantity))
    if distance.pace is None:
        return [needed, t("进度未知")]
    if quantity == "money":
        pace = t.money(distance.pace)
    else:
        mean, unit = t.mean(distance.pace, quantity), t.column_unit(quantity)
        pace = t("{mean}{unit}", mean=mean, unit=unit)
    return [needed, t.n("近{n}个月月均{pace}", distance.pace_months, pace=pace)]


def met_on(distance: Distance, t: Words) -> str:
    """The day on which the pace gets there: 约7月5日."""
    if distance.reached:
        return t("已达到")
    if distance.met_on is None:
        return never(distance, t)
    return t("约{day}", day=t.day(distance.met_on))


def never(distance: Distance, t: Words) -> str:
    """Why there is no day."""
    if distance.pace is None:
        return t("进度未知")
    return t("没有进展") if distance.pace <= 0 else t("年内难达到")


def in_time(distance: Distance, t: Words) -> str:
    """The light in words."""
    if distance.reached:
        return t("已达到")
    if distance.in_time:
        return t("能按时达到")
    return t("进度未知") if distance.pace is None else t("到期不能达到")
