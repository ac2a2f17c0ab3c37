"""Who sent a file and when, and which: a cell of the page's tables."""

from datetime import datetime

from board.matrix import local_day
from charts.markup import Markup, tag
from charts.table import as_sent, soft
from wording import Words


def sent(file: str | None, by: str | None, at: datetime | None, t: Words) -> Markup:
    """A dash where nothing was sent."""
    if not (file and by and at):
        return soft("—")
    who = tag("div", as_sent(by), f" · {t.day(local_day(at))}", class_="phrase")
    return tag("div", who, tag("small", as_sent(file), class_="wrap"))
