"""The sentence about one warning, its figures written as their kinds ask: {spent:money} …"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from string import Formatter
from typing import Any

from board.measures import measure_name
from board.store import Board
from board.warnings import Rule
from wording import Words
from wording.numbers import plain

_OPTIONAL = re.compile(r"\[(.*?)\]")  # left out where one of its figures is missing
_ENDS = "；; "


class AsSent(str):
    """A piece of a sentence that stands as in a file, in whatever language the rest is."""

    __slots__ = ()


class WarningWords:
    """The sentences of warnings in one language; the names of codes are looked up once."""

    def __init__(self, board: Board, t: Words) -> None:
        self._board, self._t = board, t
        self._names: dict[str, dict[str, str]] = {}
        self._kinds: dict[str, Callable[[Any], str]] = {
            "date": lambda day: t.date(date.fromisoformat(day)),
            "day": lambda day: t.day(date.fromisoformat(day)),
            "month": lambda day: t.month(day[:7]),
            "money": t.money,
            "yuan": lambda amount: t("{amount}元", amount=plain(amount)),
            "percent": t.percent,
            "goal": t.goal,
            "days": lambda n: t.n("{n}天", int(n)),
            "months": lambda n: months(n, t),
            "persons": lambda n: t.count(n, "persons"),
            "words": lambda words: AsSent(t.join(words)),
            "measure": lambda code: measure_name(board, code, t),
        }

    def sentence(self, rule: Rule, figures: str) -> str:
        """What the rule says of one warning, whose figures are given as JSON."""
        return "".join(self.pieces(rule, figures))

    def pieces(self, rule: Rule, figures: str) -> list[str]:
        """The same in pieces, so that those of a file can be told apart."""
        found = json.loads(figures, parse_float=Decimal)
        parts = _OPTIONAL.split(rule.says(self._t))
        said: list[str] = []
        for place, part in enumerate(parts):
            if place % 2 and any(found.get(name) is None for name in _named(part)):
                continue
            said += self._filled(part, found)
        if said and not isinstance(said[-1], AsSent):
            said[-1] = said[-1].rstrip(_ENDS)
        return said

    def _filled(self, text: str, figures: Mapping[str, Any]) -> list[str]:
        said = []
        for literal, name, kind, _ in Formatter().parse(text):
            said.append(literal)
            if name:
                said.append(self._written(figures[name], kind or "", figures))
        return [each for each in said if each]

    def _written(self, value: Any, kind: str, figures: Mapping[str, Any]) -> str:
        if value is None:
            return "—"
        if kind == "amount":  # in the quantity that the warning's measure counts
            return self._t.amount(value, figures["quantity"])
        if kind in self._kinds:
            return self._kinds[kind](value)
        if not kind:
            return AsSent(value)
        if isinstance(value, list):
            return self._t.join(self._name(kind, code) for code in value)
        return self._name(kind, value)

    def _name(self, codes: str, code: str) -> str:
        """A code of the list that a kind names."""
        if codes not in self._names:
            found = self._board.codes(codes)
            self._names[codes] = {each: name.label(self._t) for each, name in found.items()}
        return self._names[codes].get(code, code)


def months(n: int, t: Words) -> str:
    """A length of time in a sentence; tables have no room for the whole word."""
    return t.of(f"{n}个月", f"{n} month" if n == 1 else f"{n} months")


def _named(text: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(text) if name]
