"""The card of one headline rate: value, gaps, the year's line, and its sentence."""

from board.definition_sentences import level_name
from board.overview import ALL, Field, safety_net_persons, year_line
from board.sentences import sentence, verdict
from board.store import Board
from charts.markup import Markup, join, link, tag
from charts.rate import behind, gaps, rate
from charts.sparkline import sparkline
from charts.theme import SIGNS
from ui import export_spot
from wording import Words


def headline_card(board: Board, answer: Field, level: str, chosen: bool, t: Words) -> Markup:
    """A click on the card shows its units below. `level` is the one that was asked for."""
    city = answer.city
    light = city.light if city else "grey"
    said = verdict(city, t) if city else t("无数据")
    return tag(
        "section",
        tag(
            "header",
            tag(
                "h2",
                link(
                    answer.indicator.label(t),
                    to=f"?indicator={answer.indicator.code}",
                    aria_current="true" if chosen else None,
                ),
            ),
            tag("span", f"{SIGNS[light]} {said}", class_=f"chip {light}"),
        ),
        tag("div", rate(answer, t), gaps(answer, t), class_="now"),
        _line(board, answer, t),
        tag("p", sentence(answer, t)),
        tag("footer", link(_parts(board, answer, level, t), to=behind(answer))),
        export_spot(answer.indicator.code, t),
        class_="card chosen" if chosen else "card",
    )


def _line(board: Board, answer: Field, t: Words) -> Markup:
    known = [
        (int(each.month[5:]), each.value)
        for each in year_line(board, answer)
        if each.value is not None
    ]
    spoken = t("{name}今年以来的走势", name=answer.indicator.label(t))
    return tag(
        "div",
        sparkline(known, answer.city.light if answer.city else "grey", spoken),
        tag("span", t.month_name(12)),
        class_="year",
    )


def _parts(board: Board, answer: Field, level: str, t: Words) -> Markup:
    """Numerator / denominator, and what a reader has to know about them."""
    city = answer.city
    if city is None or city.numerator is None:
        return join(answer.indicator.basis(t))
    said = [t.parts(city.numerator, city.denominator, answer.indicator.quantity)]
    if answer.indicator.code == "risk_elimination_rate":
        said.extend(_safety_net(board, answer, t))
    if city.units_missing:
        said.append(t.n("缺{n}个单位", city.units_missing))
    if level != ALL:  # not every rate is split by level
        said.append(level_name(answer.level, board, t))
    return join(" · ".join(said))


def _safety_net(board: Board, answer: Field, t: Words) -> list[str]:
    """Who is not to be marked eliminated, so that nobody reads 100 % as the goal."""
    persons = safety_net_persons(board, answer.period)
    return (
        [] if persons is None else [t("其中兜底保障{persons}", persons=t.count(persons, "persons"))]
    )
