"""The sections of the overview as documents; behind each is a card of another page."""

from datetime import datetime

from board.behind import CITY
from board.course import course
from board.matrix import matrix, title
from board.overview import Field
from board.ranking import ranking
from board.schedule import schedule
from board.schedule_sentences import schedule_title
from board.sentences import field_title, sentence, tally
from briefing.cards import ranking as rankings
from briefing.cards.course import course as course_of
from briefing.cards.ranking.figures import subject_of
from briefing.cards.reporting import reporting
from briefing.cards.scope import Scope
from briefing.export import Export


def headline(scope: Scope, answer: Field, made: datetime) -> Export:
    """The city's rate in each month of the year."""
    t, indicator, level = scope.t, answer.indicator, answer.level
    subject = subject_of(scope, indicator, level)
    said = t.about(subject, sentence(answer, t))
    found = course(scope.board, CITY, answer.period, indicator.code, level)
    january = f"{answer.period[:4]}-01"
    basis = indicator.basis(t)
    return course_of(scope, found, indicator, level, january, said, basis, made)


def tiles(scope: Scope, answer: Field, made: datetime) -> Export:
    """The ranking under how many units meet the milestone."""
    return _ranking(scope, answer, tally(answer, scope.t), made)


def bars(scope: Scope, answer: Field, made: datetime) -> Export:
    """The ranking under who leads and who is last."""
    return _ranking(scope, answer, field_title(answer, scope.t), made)


def way_ahead(scope: Scope, answer: Field, made: datetime) -> Export:
    """What every unit lacks for the next milestone; `ValueError` when none is ahead."""
    ahead = schedule(answer)
    if ahead is None:
        raise ValueError(f"no milestone ahead: {answer.indicator.code} in {answer.period}")
    said = schedule_title(ahead, answer.indicator.quantity, scope.t)
    return rankings.next_milestone(scope, ahead, answer, said, made)


def awaited(scope: Scope, made: datetime) -> Export:
    """Units against datasets: when each came, and what is owed."""
    t, answer = scope.t, matrix(scope.board, scope.period)
    cut_off = t("报送截止{cut_off}", cut_off=t.date(answer.cut_off))
    return reporting(scope, title(answer, scope.period, t), cut_off, made)


def _ranking(scope: Scope, answer: Field, said: str, made: datetime) -> Export:
    found = ranking(scope.board, answer.period, answer.indicator.code, answer.level)
    return rankings.standings(scope, found, said, made)
