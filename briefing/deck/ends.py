"""The slides at the ends of a deck: its cover, what is to be done next, and the sources."""

from board.definition_sentences import level_name
from board.schedule_sentences import schedule_finding
from board.store import Indicator
from board.streak_sentences import streaks_finding
from board.streaks import laggards
from board.streaks import rules as escalation
from board.warnings import rules, worst
from briefing.asked import Asked
from briefing.deck.model import Slide
from briefing.grid import Column, grid
from briefing.notice.tasks import catch_up
from briefing.provenance import Provenance
from wording import Words

KINDS = 3  # of suspected problems that are named as the first to look into
_NAMED = 6  # units that have still to send


def cover(asked: Asked, issuer: str, source: Provenance) -> Slide:
    """City, month, level and who issues it; a sample or a past board says so."""
    t, city = asked.t, asked.board.publication.city(asked.t)
    said = [
        t(
            "截至{day} · {level}",
            day=t.date(asked.day),
            level=level_name(asked.level, asked.board, t),
        ),
        issuer,
        *(remark for _, remark in source.remarks),
    ]
    return Slide(t("{city}巩固衔接重点工作情况", city=city), points=tuple(said))


def next_steps(asked: Asked) -> Slide | None:
    """What each milestone, the laggards, suspected problems and missing files ask for."""
    t = asked.t
    points = [
        *_milestones(asked),
        _steps(asked),
        _verify(asked),
        catch_up(asked, _NAMED).rstrip("。."),
    ]
    kept = tuple(each for each in points if each)
    if not kept:
        return None
    return Slide(
        t.n("下一步：{n}件事要抓紧", len(kept)),
        points=kept,
        topics=("verify", "send"),
    )


def sources(asked: Asked, source: Provenance) -> Slide:
    """How each rate is counted, and which data the deck was made of."""
    t = asked.t
    shown = [answer.indicator for answer in asked.fields.values() if answer.city]
    columns = (Column(t("指标")), Column(t("分子与分母")))
    rows = [(each.label(t), _formula(each.basis(t))) for each in shown]
    return Slide(
        t("各项率都是Σ分子÷Σ分母，口径如下"),
        grid=grid(columns, rows) if rows else None,
        notes=tuple(_definition(each, t) for each in shown),
        under=source.in_one(t),
    )


def _milestones(asked: Asked) -> list[str]:
    said = []
    for code, found in asked.schedules.items():
        quantity = asked.fields[code].indicator.quantity
        if found.behind:
            said.append(asked.about(code, schedule_finding(found, quantity, asked.t)))
    return said


def _steps(asked: Asked) -> str:
    found = laggards(asked.board, asked.period, asked.level, escalation(asked.board))
    return streaks_finding(found, asked.t) if found else ""


def _verify(asked: Asked) -> str:
    t, found = asked.t, asked.warnings
    kinds = worst(found, rules(asked.board, asked.period))
    if not kinds:
        return ""
    named = t.join(
        t("{rule}{n}条", rule=t.inside(rule.label(t)), n=t.whole(n)) for rule, n in kinds[:KINDS]
    )
    return t.n("逐条核实疑似问题{n}条，先查：{kinds}", found.number(), kinds=named)


def _definition(indicator: Indicator, t: Words) -> str:
    said = t("{label}：{value}", label=indicator.label(t), value=indicator.definition(t))
    return f"{said} {indicator.caution(t) or ''}".strip()


def _formula(basis: str) -> str:
    """The formula without the name that stands before it in the table."""
    return basis.partition(" = ")[2] or basis
