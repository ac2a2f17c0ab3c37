"""Suspected problems of a month: how many by rule and unit, and what is new or gone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from board.matrix import today
from board.months import span
from board.store import Board, Unit
from wording import Words

Key = TypeVar("Key")

SEVERITIES = ("high", "medium", "low")
NOW = ("new", "continuing")
MANY = 16  # units that stand beside each other on a laptop
STATUSES: dict[str, tuple[str, ...]] = {
    "now": NOW,
    "new": ("new",),
    "continuing": ("continuing",),
    "cleared": ("cleared",),
    "unverified": ("unverified",),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule in force: its name, the rule in words, its sentence with figures, and advice."""

    code: str
    name_zh: str
    name_en: str
    rule_zh: str
    rule_en: str
    says_zh: str
    says_en: str
    advice_zh: str
    advice_en: str
    severity: str

    def label(self, t: Words) -> str:
        return t.of(self.name_zh, self.name_en)

    def in_words(self, t: Words) -> str:
        """The rule with its thresholds."""
        return t.of(self.rule_zh, self.rule_en)

    def says(self, t: Words) -> str:
        """The sentence about one warning, for board.warning_words to fill in."""
        return t.of(self.says_zh, self.says_en)

    def advice(self, t: Words) -> str:
        return t.of(self.advice_zh, self.advice_en)


@dataclass(frozen=True, slots=True)
class Count:
    """How many warnings of a rule and unit have one status; the oldest is there since when."""

    rule: str
    unit_code: str
    status: str
    since: str
    warnings: int


@dataclass(frozen=True, slots=True)
class Known:
    """A rule and a unit of which what was sent tells whether anything is suspected."""

    rule: str
    unit_code: str


@dataclass(frozen=True, slots=True)
class Line:
    """A rule against the units: how many are suspected in each, None where it is not known."""

    rule: Rule
    cells: tuple[int | None, ...]
    now: int
    new: int
    cleared: int


@dataclass(frozen=True)
class Tally:
    """The counts of one month that count today, of everything or of one unit or rule."""

    period: str
    counts: tuple[Count, ...]

    def of(self, unit: str = "", rule: str = "") -> "Tally":
        """The part of one unit, of one rule, or of both; '' for all."""
        if not unit and not rule:
            return self
        kept = (each for each in self.counts if not unit or each.unit_code == unit)
        return Tally(self.period, tuple(each for each in kept if not rule or each.rule == rule))

    @cached_property
    def _by_status(self) -> Counter[str]:
        return _summed((each.status, each.warnings) for each in self.counts)

    def number(self, status: str = "now") -> int:
        """How many there are of one of STATUSES."""
        return sum(self._by_status[each] for each in STATUSES[status])

    def oldest(self) -> int:
        """For how many months the oldest of those that are there now is; 0 when there is none."""
        since = [each.since for each in self.counts if each.status in NOW]
        return len(span(min(since), self.period)) if since else 0

    def by_unit(self) -> dict[str, int]:
        """Unit → how many are suspected now, the most first."""
        return self._most("unit_code")

    def by_rule(self) -> dict[str, int]:
        """Rule → how many are suspected now, the most first."""
        return self._most("rule")

    def _most(self, name: str) -> dict[str, int]:
        now = (each for each in self.counts if each.status in NOW)
        return dict(_summed((getattr(each, name), each.warnings) for each in now).most_common())


def rules(board: Board, period: str) -> dict[str, Rule]:
    """The rules in force in a month by code, in the order of lists."""
    return {rule.code: rule for rule in board.ask("warning_rules", Rule, period=period)}


def tally(board: Board, period: str) -> Tally:
    """The counts of a month; what is not due yet today does not count."""
    day = today(board).isoformat()
    return Tally(period, board.ask("warning_counts", Count, period=period, today=day))


def worst(found: Tally, by: dict[str, Rule]) -> list[tuple[Rule, int]]:
    """The rules that suspect anything now and how much: by severity, then the most."""
    numbers = [(by[code], number) for code, number in found.by_rule().items()]
    return sorted(numbers, key=lambda pair: SEVERITIES.index(pair[0].severity))


def lines(
    board: Board, found: Tally, by: dict[str, Rule]
) -> tuple[tuple[Line, ...], tuple[Unit, ...]]:
    """A line for each rule that suspects anything now, and the units of its cells: those that are
    warned of or have sent something, more than MANY with the most warned first."""
    known = _known(board, found.period)
    suspected = _summed(
        ((each.rule, each.unit_code), each.warnings) for each in found.counts if each.status in NOW
    )
    warned, sent = found.by_unit(), {unit for _, unit in known}
    units = tuple(unit for code, unit in board.units.items() if code in warned or code in sent)
    if len(units) > MANY:
        units = tuple(sorted(units, key=lambda unit: -warned.get(unit.code, 0)))
    made = []
    for code, rule in by.items():
        own = found.of(rule=code)
        if not own.number():
            continue
        cells = tuple(
            suspected[code, unit.code] or (0 if (code, unit.code) in known else None)
            for unit in units
        )
        made.append(Line(rule, cells, own.number(), own.number("new"), own.number("cleared")))
    return tuple(made), units


def unseen(board: Board, period: str, unit: str = "") -> frozenset[str]:
    """The rules in force in a month of which nothing is known: of a unit, or of any ('')."""
    seen = {rule for rule, code in _known(board, period) if not unit or code == unit}
    return frozenset(rules(board, period)) - seen


def _known(board: Board, period: str) -> set[tuple[str, str]]:
    found = board.ask("warning_known", Known, period=period)
    return {(each.rule, each.unit_code) for each in found}


def _summed(pairs: Iterable[tuple[Key, int]]) -> Counter[Key]:
    found: Counter[Key] = Counter()
    for key, number in pairs:
        found[key] += number
    return found
