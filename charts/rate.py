"""The city's rate in large figures, and where it stands: province, milestone, last month."""

from board.behind import Figure
from board.overview import Field
from board.sentences import against_milestone, against_province, place_in_province
from charts.markup import Markup, link, tag
from wording import Words


def rate(answer: Field, t: Words) -> Markup:
    """The city's rate in large figures, leading to what is behind it; else why there is none."""
    value = answer.city.value if answer.city else None
    if value is None:
        reason = answer.city.reason if answer.city else None
        return tag("strong", t.reason(reason) if reason else t("无数据"), class_="value words")
    number = link(t.percent(value)[:-1], tag("small", "%"), to=behind(answer))
    return tag("strong", number, class_="value")


def behind(answer: Field) -> str:
    """The address that opens what the rate is made of."""
    return Figure(answer.indicator.code, level=answer.level).link


def gaps(answer: Field, t: Words) -> Markup:
    """Against province and milestone, since last month, and the place among the cities."""
    city = answer.city
    lines = []
    if city and city.gap_province is not None:
        lines.append(_said(against_province(city.gap_province, t), city.gap_province))
    if city and city.gap_milestone is not None:
        lines.append(_said(against_milestone(city.gap_milestone, answer, t), city.gap_milestone))
    if answer.change is not None:
        lines.append(tag("li", t("较上月{gap}", gap=t.points(answer.change))))
    if city and city.province_rank:
        lines.append(tag("li", place_in_province(city.province_rank, city.province_of, t)))
    return tag("ul", *lines)


def _said(text: str, gap: float) -> Markup:
    return tag("li", text, class_="below" if gap < 0 else None)
