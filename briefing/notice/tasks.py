"""近期重点工作: what each lagging unit has to do by the next milestone, verify, and send."""

from collections.abc import Sequence

from board.names import shorten
from board.overview import Field
from board.schedule import Distance, Schedule
from board.schedule_sentences import asked_of, in_time
from board.warnings import rules
from briefing.asked import Asked
from briefing.notice.clauses import NAMED, all_year, behind, milestone, sentence
from briefing.notice.leading import compared, on_page, on_the_way
from briefing.notice.said import Line, Lines, figure, line
from wording import Words

UNITS = 20  # units that get a line of their own for one indicator


def ahead(asked: Asked) -> Lines:
    """For each indicator with a milestone ahead: what the city lacks, then each unit behind."""
    t, lines = asked.t, list[Line]()
    for code, found in asked.schedules.items():
        answer = asked.fields[code]
        lines.append(line(sentence([_city(found, answer, t)], t)))
        late = [each for each in found.behind if _lags(each)]
        lines.extend(line(sentence([_unit(each, answer, t)], t)) for each in late[:UNITS])
        others = [each for each in found.behind if not _lags(each)] + late[UNITS:]
        lines.append(line(sentence([_others(others, answer, t)], t)))
    if not lines:
        lines = _after_the_last(asked)
    return tuple(each for each in lines if each)


def verify(asked: Asked) -> Lines:
    """How many suspected problems each unit has to look into, and of the worst kinds what to do."""
    t, found = asked.t, asked.warnings
    counts = found.by_unit()
    if not counts:
        return ()
    units = [
        t("{unit}{n}条", unit=asked.unit(code),
          n=on_page("warnings", asked.period, t, unit=code).whole(number))
        for code, number in counts.items()
    ]  # fmt: skip
    named = shorten(units, NAMED, on_page("warnings", asked.period, t))
    lines = [sentence([t("各单位逐条核实疑似问题：{units}", units=named)], t)]
    by = rules(asked.board, asked.period)
    severe = [by[code] for code in found.by_rule() if by[code].severity == "high"]
    for rule in severe[:NAMED]:
        lines.append(t("“{rule}”：{advice}。", rule=rule.label(t), advice=rule.advice(t)))
    return tuple(line(each) for each in lines)


def send(asked: Asked) -> Lines:
    """Who has to send what of this month, and by when next month's files are due."""
    t = asked.t
    monthly = t("每月{day}日前报送上月数据，逾期通报。", day=asked.reporting.cut_off.day)
    return tuple(line(each) for each in (catch_up(asked, NAMED), monthly) if each)


def catch_up(asked: Asked, most: int) -> str:
    """Who has still to send this month's files, `most` of them by name; '' for nobody."""
    t, silent = asked.t, asked.reporting.silent
    if not silent:
        return ""
    units = shorten([each.unit.label(t) for each in silent], most, t)
    return t("{units}尽快补报{month}数据。", units=units, month=t.month(asked.period))


def _city(found: Schedule, answer: Field, t: Words) -> str:
    """6月30日前资金支出率须达到50%，全市还差1.80亿元，每月需0.90亿元，近3个月月均1.45亿元."""
    name, quantity = answer.indicator.label(t), answer.indicator.quantity
    t = on_the_way(answer, t)
    if found.city is None or found.due is None or found.at_least is None:
        return t("{name}各单位的节点不同", name=name)
    said = [t("{due}前{name}须达到{goal}", due=t.day(found.due), name=name,
              goal=t.goal(found.at_least))]  # fmt: skip
    if found.city.reached:
        said.append(t("全市已提前达到"))
    else:
        said.append(t("全市还差{missing}", missing=t.amount(found.city.missing, quantity)))
        said += asked_of(found.city, quantity, t)
    if found.behind:
        said.append(t.n("还有{n}个单位未达到", len(found.behind)))
    return t("，").join(said)


def _lags(each: Distance) -> bool:
    """Whether a unit misses the last milestone, or will miss the next one at its present pace."""
    return not each.in_time or (each.standing.gap_milestone or 0) < 0


def _others(found: Sequence[Distance], answer: Field, t: Words) -> str:
    """其余还差：平岗县2,360.00万元、…."""
    if not found:
        return ""
    quantity, t = answer.indicator.quantity, on_the_way(answer, t)
    said = [
        t("{unit}{missing}", unit=answer.units[each.standing.unit_code].label(t),
          missing=t.amount(each.missing, quantity))
        for each in found
    ]  # fmt: skip
    return t("其余还差：{units}", units=shorten(said, NAMED, t))


def _unit(each: Distance, answer: Field, t: Words) -> str:
    """石坪县：现22.10%，还差1,234.56万元，每月需617.28万元，近3个月月均…，按此进度到期不能达到."""
    quantity, t = answer.indicator.quantity, on_the_way(answer, t)
    unit = each.standing.unit_code
    rate = figure(t.percent(each.standing.value), behind(answer, unit))
    said = [t("现{rate}", rate=rate)]
    if answer.city and (each.due, each.at_least) != (
        answer.city.next_due,
        answer.city.next_milestone,
    ):
        said.append(t("{due}前须达到{goal}", due=t.day(each.due), goal=t.goal(each.at_least)))
    said.append(t("还差{missing}", missing=t.amount(each.missing, quantity)))
    said += asked_of(each, quantity, t)
    said.append(t("按此进度{outlook}", outlook=in_time(each, t)) if each.pace is not None else "")
    return t("{unit}：{said}", unit=answer.units[unit].label(t),
             said=t("，").join(part for part in said if part))  # fmt: skip


def _after_the_last(asked: Asked) -> list[Line]:
    """With no milestone ahead any more: who still lacks the last; nothing where none was set."""
    t, lines = asked.t, list[Line]()
    past = [each for each in asked.fields.values() if _is_past(each)]
    for answer in past:
        late = [each for each in reversed(answer.ranked) if (each.gap_milestone or 0) < 0]
        if not late:
            continue
        units = [
            t("{unit}（{rate}）", unit=answer.units[each.unit_code].label(t),
              rate=figure(t.percent(each.value), behind(answer, each.unit_code)))
            for each in late
        ]  # fmt: skip
        said = t("今年的节点都已到期，{name}仍未达到{goal}的抓紧补上：{units}",
                 name=answer.indicator.label(t), goal=milestone(late[0], compared(answer, t)),
                 units=shorten(units, NAMED, t))  # fmt: skip
        lines.append(line(sentence([said], t)))
    if past and not lines:
        lines.append(line(t("今年的节点都已到期，各单位都已达到。")))
    return lines


def _is_past(answer: Field) -> bool:
    """Whether somebody had a milestone on the way, and none is ahead."""
    return any(
        each.milestone is not None and not all_year(each) and each.next_due is None
        for each in answer.ranked
    )
