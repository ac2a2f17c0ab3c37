"""What the reader asked the page of warnings for."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

import streamlit as st

from board.store import Board
from board.warning_rows import Which
from board.warning_sentences import status_word
from board.warnings import STATUSES, Rule, Tally, rules, tally
from briefing.cards.scope import Scope
from wording import Words


@dataclass(frozen=True)
class Asked(Scope):
    """A month, and the unit, rule and group of statuses it is narrowed to."""

    rule: Rule | None
    status: str
    page: int  # of the rows (?rows=), from 1

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """The rules in force that month."""
        return rules(self.board, self.period)

    @cached_property
    def tally(self) -> Tally:
        """The counts of the whole month."""
        return tally(self.board, self.period)

    @cached_property
    def narrowed(self) -> Tally:
        """The counts of the unit and the rule asked for."""
        return self.tally.of(*self.codes)

    @property
    def codes(self) -> tuple[str, str]:
        """The codes of unit and rule; '' for all."""
        return (self.unit.code if self.unit else "", self.rule.code if self.rule else "")

    @property
    def which(self) -> Which:
        """The warnings asked for."""
        unit, rule = self.codes
        return Which(self.period, unit, rule, self.status)

    @property
    def filters(self) -> dict[str, str]:
        """URL parameter → what it narrows the page to."""
        found = {}
        if self.unit:
            found["unit"] = self.unit.label(self.t)
        if self.rule:
            found["rule"] = self.rule.label(self.t)
        if self.status != "now":
            found["status"] = status_word(self.status, self.t)
        return found

    @property
    def subject(self) -> str:
        """What the rows are about."""
        t = self.t
        names = [each.label(t) for each in (self.unit, self.rule) if each]
        return " · ".join(names) or t("全部单位")

    def to(self, unit: str, rule: str, status: str = "") -> str:
        """The address that shows a unit and a rule, from the first page on; '' for all."""
        return "?" + urlencode({"unit": unit, "rule": rule, "status": status, "rows": ""})


def asked_for(board: Board, period: str, t: Words) -> Asked:
    """What the address says; a unit picked on another page is not meant here."""
    asked = st.query_params
    page = asked.get("rows", "")
    return Asked(
        board,
        t,
        period,
        unit=board.units.get(asked.get("unit", "")),
        rule=rules(board, period).get(asked.get("rule", "")),
        status=asked.get("status", "") if asked.get("status") in STATUSES else "now",
        page=int(page) if page.isdecimal() and page != "0" else 1,
    )
