"""The next milestone: what it asks, and who will not be there in time."""

from collections.abc import Iterable

from board.overview import Field
from board.schedule import Schedule, schedule
from board.schedule_sentences import no_milestone, schedule_title, schedule_under
from charts.way_ahead import way_ahead
from ui.stage import Screen
from wording import Words

_UNITS = 8  # what reads from the back row


def ahead_screen(shown: Field, answers: Iterable[Field], t: Words) -> Screen:
    """The way of the indicator asked for; of the first other one where it has none ahead."""
    for answer in (shown, *answers):
        if ahead := schedule(answer):
            return _screen(ahead, answer, t)
    title, _ = no_milestone(shown, t)  # where one is written is no matter for a meeting
    return Screen("next", title, "", None)


def _screen(ahead: Schedule, answer: Field, t: Words) -> Screen:
    quantity = answer.indicator.quantity
    title = t.about(answer.indicator.label(t), schedule_title(ahead, quantity, t))
    body = way_ahead(ahead, answer, _UNITS, t) if ahead.behind else None
    return Screen("next", title, schedule_under(ahead, quantity, t), body)
