"""Slides of the money: how much there is by level, and the way of the rate over the year."""

from datetime import date
from itertools import pairwise

from board.behind import CITY
from board.course import Milestone, course
from board.definition_sentences import level_name
from board.fund_sentences import against_schedule
from board.funds import WHOLE, added, basis, total, totals
from board.measures import measure_name
from board.months import month_end
from briefing.asked import Asked
from briefing.chart import Chart, Series
from briefing.deck.model import Slide

RATE = "spend_rate"
MEASURES = {"allocated": "pale", "arrived": "blue", "spent": "green"}


def money(asked: Asked) -> Slide | None:
    """Allocated, arrived and spent, by level; None where no money was reported."""
    t, board, found = asked.t, asked.board, totals(asked.board, asked.period)
    of = basis(board)
    levels = list(board.levels) if asked.whole else [asked.level]
    sums = {level: added((m for m in found if m.fund_level == level), of) for level in levels}
    whole = added((m for m in found if m.fund_level == asked.level), of)
    if whole.allocated is None:
        return None
    shown = {level: each for level, each in sums.items() if each.allocated is not None}
    if not shown:  # nobody divides its money
        shown = {WHOLE: whole}
    divided = total(each.allocated for each in shown.values())
    names = {level: level_name(level, board, t) for level in shown}
    series = tuple(
        Series(
            measure_name(board, measure, t),
            tuple(getattr(each, measure) for each in shown.values()),
            colour,
        )
        for measure, colour in MEASURES.items()
    )
    said = [
        t("{level}资金下达{amount}", level=_whose(asked), amount=t.money(whole.allocated)),
        t("到位{amount}", amount=t.money(whole.arrived)) if whole.arrived is not None else "",
        t("支出{amount}", amount=t.money(whole.spent)) if whole.spent is not None else "",
    ]
    return Slide(
        title=t("，").join(each for each in said if each),
        chart=Chart("bars", tuple(names.values()), series, "money", t.column_unit("money")),
        under=asked.scope.together(
            t("单位：{unit}", unit=t.column_unit("money")),
            board.indicators[RATE].basis(t),
            "" if divided == whole.allocated else t("没有分级次报送的资金不在图中"),
        ),
        topics=("money",),
    )


def year(asked: Asked) -> Slide | None:
    """The spend rate month by month beside province and milestones; None without any figure."""
    t, board = asked.t, asked.board
    level = asked.fields[RATE].level
    found = course(board, CITY, asked.period, RATE, level)
    if not any(each.value is not None for each in found.points):
        return None
    this = asked.period[:4]
    points = {each.day.month: each for each in found.points if each.period[:4] == this}
    guide = found.guide(int(this))
    ends = [month_end(f"{this}-{month:02d}") for month in range(1, 13)]
    series = [
        Series(t("全市"), tuple(p.value if (p := points.get(d.month)) else None for d in ends)),
        Series(
            t("全省均值"),
            tuple(p.province if (p := points.get(d.month)) else None for d in ends),
            "grey",
        ),
        Series(t("序时节点"), tuple(_along(guide, each) for each in ends), "yellow"),
    ]
    known = tuple(each for each in series if any(value is not None for value in each.values))
    return Slide(
        title=asked.about(RATE, against_schedule(found, t)),
        chart=Chart("lines", tuple(t.month_name(each.month) for each in ends), known),
        under=asked.scope.together(
            board.indicators[RATE].basis(t),
            t("序时节点之间以直线相连，仅供参照") if guide else "",
        ),
    )


def _whose(asked: Asked) -> str:
    """全市, or the name of the level that the deck is of."""
    t = asked.t
    return t("全市") if asked.whole else level_name(asked.level, asked.board, t)


def _along(guide: tuple[Milestone, ...], day: date) -> float | None:
    """Where the straight lines through the milestones are on a day; None past the last one."""
    for start, end in pairwise(guide):
        if start.due <= day <= end.due:
            share = (day - start.due).days / (end.due - start.due).days
            return start.at_least + share * (end.at_least - start.at_least)
    return None
