"""How a slide's message says what it is about."""

from briefing.cards.ranking.figures import subject_of
from briefing.cards.scope import Scope
from briefing.notice.asked import Asked


def scope(asked: Asked) -> Scope:
    """The same month for the cards of pages."""
    return Scope(asked.board, asked.t, asked.period, None)


def about(asked: Asked, code: str, message: str) -> str:
    """资金支出率 · 中央：the message; the level where the rate is of one."""
    t, answer = asked.t, asked.fields[code]
    subject = subject_of(scope(asked), answer.indicator, answer.level)
    return t("{subject}：{message}", subject=subject, message=message)
