"""The city's rates, the units where they lie, and how they rank."""

from collections.abc import Iterable

from board.overview import Field
from board.sentences import field_title, headline_finding, tally, verdict, without_rank
from charts.bars import bars
from charts.markup import Markup, join, tag
from charts.rate import gaps, rate
from charts.theme import SIGNS
from charts.tiles import last_tiles, tiles
from ui.stage import Screen
from wording import Words

_WIDEST = 14  # columns of tiles without a place, on a screen that is wider than high
_MOST = 30  # tiles with names and ranks: more no longer read from the back row
_COLUMNS, _ROWS = 6, 4  # of large tiles, where there are more units


def cards_screen(answers: Iterable[Field], period: str, t: Words) -> Screen:
    """The city's headline rates: figure, verdict, gaps."""
    shown = list(answers)
    title = t("{month}：{message}", month=t.month(period), message=headline_finding(shown, t))
    cards = tag("div", *(_card(answer, t) for answer in shown), class_="cards")
    return Screen("cards", title, "", cards)


def map_screen(answer: Field, t: Words) -> Screen:
    """The tile map of the indicator asked for; of very many units those that rank last."""
    if len(answer.last_first) > _MOST:
        drawn = last_tiles(answer, _COLUMNS, _ROWS, t)
    else:
        drawn = tiles(answer, t, _WIDEST)
    body = join(drawn, _silent(answer, t))
    return Screen("map", tally(answer, t), answer.indicator.basis(t), body)


def ranking_screen(answer: Field, front: int, last: int, t: Words) -> Screen:
    """One indicator's ranking; its screen has the indicator's own code."""
    subject = answer.indicator.label(t)
    title = t.about(subject, field_title(answer, t))
    drawn = bars(answer, front, last, t) if answer.ranked else None
    body = join(drawn, _silent(answer, t))
    return Screen(answer.indicator.code, title, answer.indicator.basis(t), body)


def _card(answer: Field, t: Words) -> Markup:
    city = answer.city
    light = city.light if city else "grey"
    said = verdict(city, t) if city else t("无数据")
    return tag(
        "section",
        tag("h2", answer.indicator.label(t)),
        rate(answer, t),
        tag("p", tag("span", f"{SIGNS[light]} {said}", class_=f"chip {light}")),
        gaps(answer, t),
        class_="card",
    )


def _silent(answer: Field, t: Words) -> Markup | None:
    said = without_rank(answer, t)
    return tag("p", *said, class_="under") if said else None
