"""存在问题: who lags and by how much, for how long, what is suspected, and who has not reported."""

from collections.abc import Mapping, Sequence

from board.behind import Figure
from board.names import shorten
from board.reconciliation import reconciliation
from board.reconciliation_sentences import finding as differences
from board.streak_sentences import step_in_words
from board.streaks import Laggard, Run, laggards
from board.streaks import rules as escalation
from board.warning_sentences import only_suspected
from board.warnings import Rule, Tally, rules, worst
from briefing.asked import Asked
from briefing.notice.clauses import NAMED, in_row, sentence
from briefing.notice.leading import on_page
from briefing.notice.order import below, last
from briefing.notice.said import Line, Lines, figure, line
from wording import Words


def lag(asked: Asked) -> Lines:
    """For each indicator who misses its benchmark, worst first; of the headline ones who comes last
    where nobody does."""
    t, lines = asked.t, []
    for answer in asked.fields.values():
        clauses = below(answer, t)
        if not clauses and answer.indicator.headline:
            clauses = [last(answer, asked.last, asked.front, t)]
        lines.append(line(sentence([in_row(clauses, t)], t)))
    return tuple(each for each in lines if each)


def streaks(asked: Asked) -> Lines:
    """Who is behind for two months or more, and which step the bureau's own rules suggest."""
    t, board = asked.t, asked.board
    by = escalation(board)
    found = laggards(board, asked.period, asked.level, by)
    lines = [line(sentence([_runs(each, asked)], t)) for each in found[:NAMED]]
    more = [each for each in found[NAMED:] if any(run.streak > 1 for _, run in each.runs)]
    if more:
        names = shorten([each.unit.label(t) for each in more], NAMED, t)
        lines.append(line(sentence([t("另有连续落后的：{units}", units=names)], t)))
    kept = tuple(each for each in lines if each)
    if kept:
        kept += (line(t("以上为按规则提出的建议，由领导决定。")),)
    return kept


def suspected(asked: Asked) -> Lines:
    """How many suspected problems, new and gone; a line for each kind, the worst first."""
    t, board, found = asked.t, asked.board, asked.warnings
    by = rules(board, asked.period)
    if not found.number():
        return (line(t("本月没有发现疑似问题。")),)
    opening = _how_many(found, asked)
    kinds = [
        _kind(rule, number, found.of(rule=rule.code), asked) for rule, number in worst(found, by)
    ]
    return (
        opening,
        line(sentence([in_row(kinds, t)], t)),
        line(only_suspected(t)),
    )


def unreported(asked: Asked) -> Lines:
    """Who owes which file for the month, and where reports and ledgers differ."""
    t, names, lines = asked.t, asked.board.codes("dataset"), []
    owed = [
        t("{unit}缺{datasets}", unit=each.unit.label(t),
          datasets=t.join(t.inside(names[code].label(t)) for code in each.datasets)
          or t("全部台账"))
        for each in asked.reporting.silent
    ]  # fmt: skip
    month = t.month(asked.period)
    if owed:
        lines.append(sentence([_owed(owed, month, on_page("reporting", asked.period, t))], t))
    elif asked.reporting.expected:
        lines.append(t("{month}数据各单位全部报齐。", month=month))
    compared = reconciliation(asked.board, asked.period)
    if compared.differing:
        to_differences = on_page("reconciliation", asked.period, t)
        lines.append(sentence([differences(compared, asked.board, to_differences)], t))
    return tuple(line(each) for each in lines if each)


def _owed(owed: Sequence[str], month: str, t: Words) -> str:
    return t.n("{month}数据未报齐的有{n}个单位：{units}", len(owed), month=month,
               units=shorten(owed, NAMED, t))  # fmt: skip


def _runs(each: Laggard, asked: Asked) -> str:
    """石坪县支出率连续4个月落后（23.10%）、…，建议约谈; '' for one behind this month alone."""
    t = asked.t
    runs = [run for _, run in each.runs if run.streak > 1]
    if not runs:
        return ""
    said = t.join(_run(run, asked) for run in runs)
    step = step_in_words(each.step, t)
    text = t("{unit}{runs}", unit=each.unit.label(t), runs=said)
    return t("，").join([text, step]) if step else text


def _run(run: Run, asked: Asked) -> str:
    course = {"unit": run.unit_code, "indicator": run.indicator, "level": run.level}
    t = on_page("unit", asked.period, asked.t, **course)
    name = t.inside(asked.board.indicators[run.indicator].label(t))
    behind = Figure(run.indicator, run.unit_code, run.level)
    rate = figure(t.percent(run.value), behind.link)
    return t.n("{name}连续{n}个月落后（{rate}）", run.streak, name=name, rate=rate)


def _how_many(found: Tally, asked: Asked) -> Line:
    """How many there are, came and went."""
    t = on_page("warnings", asked.period, asked.t)
    new, gone = (
        on_page("warnings", asked.period, asked.t, status=status).whole(found.number(status))
        for status in ("new", "cleared")
    )
    said = t.n("共发现疑似问题{n}条，本月新增{new}条、消失{cleared}条。", found.number(), new=new,
               cleared=gone)  # fmt: skip
    return line(said)


def _kind(rule: Rule, number: int, own: Tally, asked: Asked) -> str:
    """资金下达后迟迟不开工26条，涉及5个单位，石坪县最多（12条）."""
    t, units = asked.t, own.by_unit()
    of_rule = on_page("warnings", asked.period, t, rule=rule.code)
    said = t("{rule}{n}条", rule=rule.label(t), n=of_rule.whole(number))
    if len(units) == 1:
        [unit] = units
        return t("{said}，在{unit}", said=said, unit=asked.unit(unit))
    return said + t("，") + _spread(units, asked, of_rule)


def _spread(units: Mapping[str, int], asked: Asked, t: Words) -> str:
    top = max(units.values())
    most = [asked.unit(code) for code, number in units.items() if number == top]
    said = t.n("涉及{n}个单位", len(units))
    if len(most) > 3:
        return said
    return said + t("，") + t("{units}最多（{n}条）", units=t.join(most), n=t.whole(top))
