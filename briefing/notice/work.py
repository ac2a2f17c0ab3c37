"""项目实施 and 监测帮扶: how many, how far, who leads."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from board.behind import Figure
from board.household_flow import flow
from board.monitoring import Split, split, whole
from board.names import code_name
from board.projects import projects
from briefing.asked import Asked
from briefing.notice.clauses import halves, in_row, rate_clauses, sentence
from briefing.notice.order import front, not_ranked
from briefing.notice.said import Lines, figure, line


def project_work(asked: Asked) -> Lines:
    """Projects planned, by category in brackets, started, completed; the rates; who leads."""
    t = asked.t
    lines = [
        halves(_projects(asked), rate_clauses(asked.fields["start_rate"], t), t),
        sentence(_rates(asked, ("start_rate_due", "completion_rate", "acceptance_rate")), t),
        sentence(_investment(asked), t),
        sentence([front(asked.fields["start_rate"], asked.front, t)], t),
        sentence([not_ranked(asked.fields["start_rate"], t)], t),
    ]
    return tuple(line(each) for each in lines if each)


def monitoring_work(asked: Asked) -> Lines:
    """Households monitored, by type in brackets, new ones, the rates, the safety net, who leads."""
    t = asked.t
    lines = [
        halves(_households(asked), rate_clauses(asked.fields["risk_elimination_rate"], t), t),
        sentence([_safety_net(whole(asked.board, asked.period), asked)], t),
        sentence(_rates(asked, ("measure_coverage",)), t),
        sentence([front(asked.fields["risk_elimination_rate"], asked.front, t)], t),
        sentence([not_ranked(asked.fields["risk_elimination_rate"], t)], t),
    ]
    return tuple(line(each) for each in lines if each)


def _projects(asked: Asked) -> list[str]:
    t, found = asked.t, projects(asked.board, asked.period)
    planned = found.whole.total("projects_planned")
    if planned is None:
        return []
    sums = {group.code: group.total("projects_planned") for group in found.by_category}
    kinds = _kinds("projects_planned", "category", sums, "projects", asked)
    said = [
        t(
            "全市计划实施项目{n}{kinds}",
            n=_counted(planned, "projects", Figure("projects_planned"), asked),
            kinds="" if found.without_categories else kinds,
        )
    ]
    steps: dict[str, Callable[[str], str]] = {
        "projects_started": lambda n: t("已开工{n}", n=n),
        "projects_completed": lambda n: t("已完工{n}", n=n),
        "projects_accepted": lambda n: t("已验收{n}", n=n),
    }
    for measure, say in steps.items():
        value = found.whole.total(measure)
        if value is not None:
            said.append(say(_counted(value, "projects", Figure(measure), asked)))
    return said


def _investment(asked: Asked) -> list[str]:
    """Planned and done, and the rate."""
    t, answer = asked.t, asked.fields.get("investment_rate")
    city = answer.city if answer else None
    if answer is None or city is None or city.value is None:
        return []
    behind = Figure("investment_rate")
    planned = figure(t.money(city.denominator), behind.part("denominator"))
    done = figure(t.money(city.numerator), behind.part("numerator"))
    sums = [t("计划投资{amount}", amount=planned), t("完成投资{amount}", amount=done)]
    return [in_row([t("，").join(sums), t("，").join(rate_clauses(answer, t))], t)]


def _households(asked: Asked) -> list[str]:
    t, all_ = asked.t, whole(asked.board, asked.period)
    if all_ is None:
        return []
    found = split(asked.board, asked.period, "monitor_type")
    sums = {each.member: each.households for each in found}
    said = [
        t(
            "全市纳入监测对象{households}{persons}{types}",
            households=_counted(
                all_.households, "households", Figure("households_monitored"), asked
            ),
            persons=_counted(all_.persons, "persons", Figure("persons_monitored"), asked),
            types=_kinds("households_monitored", "monitor_type", sums, "households", asked),
        )
    ]
    months = flow(asked.board, asked.period, "households")
    if months and months[-1].total is not None:
        behind = Figure("households_monitored", dimension="flow", member="new")
        new = _counted(months[-1].total.new, "households", behind, asked)
        said.append(t("本月新增{households}", households=new))
    if all_.persons_eliminated is not None:
        persons = _counted(all_.persons_eliminated, "persons", Figure("persons_eliminated"), asked)
        said.append(t("风险已消除{persons}", persons=persons))
    return said


def _safety_net(all_: Split | None, asked: Asked) -> str:
    if all_ is None or not all_.persons_no_labour:
        return ""
    t = asked.t
    persons = _counted(all_.persons_no_labour, "persons", Figure("persons_no_labour"), asked)
    return t("监测对象中兜底保障{persons}，按规定不标注风险消除", persons=persons)


def _rates(asked: Asked, codes: Sequence[str]) -> list[str]:
    """The rates that are known, each with its gaps."""
    t = asked.t
    said = [
        t("，").join(rate_clauses(answer, t))
        for code in codes
        if (answer := asked.fields.get(code)) and answer.city and answer.city.value is not None
    ]
    return [in_row(said, t)] if said else []


def _kinds(
    measure: str, dimension: str, sums: Mapping[str, Decimal | None], quantity: str, asked: Asked
) -> str:
    """（产业发展812个、…）, largest first; '' where nothing is divided. `sums` by member."""
    t = asked.t
    known = sorted(((n, member) for member, n in sums.items() if n), key=lambda each: -each[0])
    if len(known) < 2:
        return ""
    said = [
        t("{kind}{n}", kind=t.inside(code_name(asked.board, dimension, member, t)),
          n=_counted(n, quantity, Figure(measure, dimension=dimension, member=member), asked))
        for n, member in known
    ]  # fmt: skip
    return t("（{parts}）", parts=t.join(said))


def _counted(n: Decimal | None, quantity: str, behind: Figure, asked: Asked) -> str:
    return figure(asked.t.count(n, quantity), behind.link)
