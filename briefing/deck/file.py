"""A month's deck as a file: which slides there are, and each drawn on the master."""

import io
from datetime import datetime
from pathlib import Path

from board.store import Board
from briefing.asked import Asked
from briefing.deck import ends, lags, money, rates
from briefing.deck.model import Slide
from briefing.deck.pen import Pen
from briefing.notice.compose import CHARTS, TABLES, TOPICS
from briefing.notice.compose import notice as composed
from briefing.notice.model import Notice
from briefing.slides.master import open_master
from briefing.writable import as_property
from wording import Words

TEXTS = set(TOPICS) - {TABLES, CHARTS}  # a deck has tables and charts of its own


def deck_file(
    board: Board,
    period: str,
    level: str,
    t: Words,
    *,
    made: datetime,
    notice: Notice | None = None,
    template: Path | None = None,
) -> bytes:
    """The month's deck (.pptx), one message a slide, the notice's lines in the speaker's notes.

    `notice` is the one as edited, else it is composed; `template` is the bureau's own master, else
    the shipped one is taken. `made` is local time. Raises `TemplateError` for a master that lacks
    a layout or a placeholder.
    """
    master = open_master(template, t)
    told = notice or composed(board, period, level, t, made=made, topics=TEXTS)
    pen = Pen(master, told, t)
    asked = Asked(board, period, level, t)
    pen.cover(ends.cover(asked, told.issuer, told.provenance))
    for slide in story(asked, told, made):
        pen.draw(slide)
    properties = master.deck.core_properties
    properties.title, properties.author = as_property(told.title), as_property(told.issuer)
    properties.created = properties.modified = made
    content = io.BytesIO()
    master.deck.save(content)
    return content.getvalue()


def story(asked: Asked, told: Notice, made: datetime) -> list[Slide]:
    """The slides after the cover; those with nothing to say are left out."""
    slides = (
        rates.glance(asked),
        money.money(asked),
        rates.standing(asked, "spend_rate", made, ()),
        rates.standing(asked, "start_rate", made, ("projects",)),
        rates.standing(asked, "risk_elimination_rate", made, ("monitoring",)),
        rates.standing(asked, "industry_share", made, ()),
        money.year(asked),
        lags.streaks(asked),
        lags.ahead(asked),
        lags.suspected(asked),
        lags.unreported(asked),
        ends.next_steps(asked),
        ends.sources(asked, told.provenance),
    )
    return [each for each in slides if each]
