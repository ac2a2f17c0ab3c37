"""The units on their way to the next milestone: what is missing, what it asks, and the outlook."""

from board.behind import Figure
from board.overview import Field
from board.schedule import Distance, Schedule
from board.schedule_sentences import expected
from charts.markup import Markup, join, link, tag
from charts.theme import SIGNS
from wording import Words


def way_ahead(ahead: Schedule, answer: Field, most: int, t: Words) -> Markup:
    """One row a unit that is not there yet, the worst first, `most` of them and how many more."""
    unit = t.column_unit(answer.indicator.quantity)
    headers = (
        t("单位"),
        t("现值"),
        t("还差（{unit}）", unit=unit),
        t("每月需（{unit}）", unit=unit),
        t.n("近{n}个月月均（{unit}）", ahead.pace_months, unit=unit),
        t("预计达到"),
    )
    more = len(ahead.behind) - most
    return join(
        tag(
            "table",
            tag("thead", tag("tr", *(tag("th", header, scope="col") for header in headers))),
            tag("tbody", *(_row(each, answer, t) for each in ahead.behind[:most])),
        ),
        tag("p", t.n("另有{n}个单位未达", more), class_="under") if more > 0 else None,
    )


def _row(each: Distance, answer: Field, t: Words) -> Markup:
    unit = answer.units[each.standing.unit_code]
    quantity = answer.indicator.quantity
    behind = Figure(answer.indicator.code, unit.code, answer.level)
    return tag(
        "tr",
        tag(
            "th",
            link(unit.label(t), to=f"unit?unit={unit.code}&month={answer.period}"),
            scope="row",
        ),
        tag("td", link(t.percent(each.standing.value), to=behind.link)),
        tag("td", t.column(each.missing, quantity)),
        tag("td", t.column(each.per_month, quantity)),
        tag("td", t.mean(each.pace, quantity)),
        tag("td", f"{SIGNS[each.light]} {expected(each, t)}", class_=each.light),
    )
