"""What documents are asked for, and the answers that several of their parts read."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from board.elimination_sentences import safety_net
from board.monitoring import whole
from board.months import month_end
from board.overview import ALL, Field, field
from board.reporting import Reporting, reporting, settings
from board.schedule import Schedule, schedule
from board.store import Board
from board.warnings import Tally, tally
from briefing.cards.ranking.figures import subject_of
from briefing.cards.scope import Scope
from wording import Words


@dataclass(frozen=True)
class Asked:
    """A month and a fund level of a board, told in one language."""

    board: Board
    period: str
    level: str
    t: Words

    @cached_property
    def fields(self) -> dict[str, Field]:
        """Every indicator's standings by code, at the level asked for where it is split by it."""
        indicators = self.board.indicators.values()
        return {each.code: field(self.board, self.period, each, self.level) for each in indicators}

    @cached_property
    def schedules(self) -> dict[str, Schedule]:
        """The way to the next milestone, of the indicators that have one ahead."""
        found = {code: schedule(answer) for code, answer in self.fields.items()}
        return {code: ahead for code, ahead in found.items() if ahead}

    @cached_property
    def settings(self) -> dict[str, Any]:
        """The settings in force by dotted name."""
        return settings(self.board)

    @cached_property
    def reporting(self) -> Reporting:
        """Who sent what for the month."""
        return reporting(self.board, self.period)

    @cached_property
    def warnings(self) -> Tally:
        """What is suspected in the month."""
        return tally(self.board, self.period)

    @property
    def scope(self) -> Scope:
        """The same month for the cards of pages."""
        return Scope(self.board, self.t, self.period, None)

    @property
    def issuer(self) -> str:
        """Who signs."""
        t = self.t
        return self.written("issuer", t("{city}巩固衔接办", city=self.board.publication.city(t)))

    @property
    def day(self) -> date:
        """The day whose position is told."""
        return month_end(self.period)

    @property
    def front(self) -> int:
        """How many units are named as first."""
        return int(self.settings.get("standing.front", 3))

    @property
    def last(self) -> int:
        """How many units are named as last."""
        return int(self.settings.get("standing.last", 3))

    @property
    def whole(self) -> bool:
        """Whether the money of all levels is told of."""
        return self.level == ALL

    def subject(self, code: str) -> str:
        """资金支出率 · 中央: an indicator's name, the level where the rate is of one."""
        answer = self.fields[code]
        return subject_of(self.scope, answer.indicator, answer.level)

    def about(self, code: str, message: str) -> str:
        """The message after what it is about: 资金支出率 · 中央：…."""
        return self.t.about(self.subject(code), message)

    def apart(self, code: str) -> str:
        """Beside the elimination rate who is not to be marked eliminated; '' beside others."""
        if code != "risk_elimination_rate":
            return ""
        return safety_net(whole(self.board, self.period), self.t)

    def unit(self, code: str) -> str:
        """A unit's full name."""
        return self.board.units[code].label(self.t)

    def written(self, what: str, default: str) -> str:
        """What the bureau wrote in its settings, in the language asked for; else `default`."""
        ending = self.t.of("", "_en")
        return str(self.settings.get(f"briefing.{what}{ending}") or default)
