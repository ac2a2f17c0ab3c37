"""The units in the chosen rate: where they lie, and how they rank."""

from board.overview import Field
from board.sentences import field_title, tally
from charts.bars import bars
from charts.markup import Markup, tag
from charts.tiles import tiles
from ui import export_spot
from wording import Words


def tiles_card(answer: Field, t: Words) -> Markup:
    """The tile map under its tally."""
    return tag(
        "section",
        tag("h2", tally(answer, t)),
        export_spot("tiles", t),
        tag("p", t("颜色与符号为红绿灯，数字为名次与数值；点击进入县区画像"), class_="under"),
        tiles(answer, t),
        class_="card",
    )


def bars_card(answer: Field, front: int, last: int, t: Words) -> Markup:
    """The bars under their message and the formula in force."""
    return tag(
        "section",
        tag("h2", field_title(answer, t)),
        export_spot("bars", t),
        tag("p", answer.indicator.basis(t), class_="under"),
        bars(answer, front, last, t) if answer.ranked else None,
        class_="card",
    )
