"""The rules of etl/warnings: each one SQL file whose rows are the warnings, headed by what it says.

The head is YAML in a comment:
    name        what the list calls it, in both languages
    rule        the rule in words; {thresholds} are filled in as they are in force
    says        the sentence about one row; {figures} are columns of the query, {day:date},
                {spent:money}, {share:percent}, {persons:persons}, {words:words}, {kind:category} …
                as board/warning_words.py writes them; what stands in […] is left out where one
                of its figures is missing
    advice      what to check or to do
    severity    high, medium or low
    reads       the datasets by which a unit's warnings are known; without one they always are
    from, until the first and last month it applies to
    thresholds  a number, a list of words, a number by year (the latest year counts), or the name
                of a setting

The query reads now.funds, now.projects, now.households, now.facts, now.standings and now.coverage
of one month, the same of the month before as before.…, what else the published file holds of that
month and earlier ones, and the parameters $period, $month_end and its thresholds; of one by year
$…_by_year is the whole list of {year, value}. It gives unit_code, subject (which tells the warning
apart within rule and unit), title (none where the unit itself is meant), township, upload_id,
source_row, maybe due (it does not count before the day after), maybe unknown (true: whether the
warning is still there cannot be said; of all the unit's warnings where there is no subject), and
its figures.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, Literal

from pydantic import Field

from etl.bilingual import Bilingual
from etl.marked_yaml import BadEntry, Document, Strict
from etl.settings import BadReference, Settings, WarningChanges

FOLDER = Path(__file__).with_name("warnings")
_HEAD = re.compile(r"\A/\*\n(.*?)\n\*/\n", re.DOTALL)
Severity = Literal["high", "medium", "low"]
Dataset = Literal["funds", "projects", "households", "reports"]
Threshold = int | float | str | list[str] | dict[int, int | float]


class Head(Strict):
    """What the head of a rule's file says."""

    name: Bilingual
    rule: Bilingual
    says: Bilingual
    advice: Bilingual
    severity: Severity
    reads: tuple[Dataset, ...] = ()
    first: str = Field(default="", alias="from", pattern=r"^(\d{4}-\d\d)?$")
    last: str = Field(default="", alias="until", pattern=r"^(\d{4}-\d\d)?$")
    thresholds: dict[str, Threshold] = Field(default_factory=dict)


@dataclass(frozen=True)
class WarningRule:
    """One rule as it is in force: its code, its head, and the query."""

    code: str
    order: int
    head: Head
    sql: str

    def applies(self, period: str) -> bool:
        """Whether it is in force in a month, YYYY-MM."""
        return self.head.first <= period and (not self.head.last or period <= self.head.last)

    def parameters(self, period: str) -> dict[str, Any]:
        """The thresholds of one month; one that is set by year is that of the latest year."""
        found: dict[str, Any] = {}
        for name, value in self.head.thresholds.items():
            if isinstance(value, dict):
                found[f"{name}_by_year"] = [{"year": y, "value": v} for y, v in value.items()]
                years = [year for year in value if year <= int(period[:4])]
                value = value[max(years)] if years else None  # type: ignore[assignment]
            found[name] = value
        return found

    def in_words(self) -> Bilingual:
        """The rule with its thresholds filled in."""
        words = {name: _spoken(value) for name, value in self.head.thresholds.items()}
        return self.head.rule.filled(words, words)


def _spoken(value: Threshold) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{year}: {amount:g}" for year, amount in sorted(value.items()))
    if isinstance(value, list):
        return "、".join(value)
    return f"{value:g}" if isinstance(value, int | float) else value


@cache
def warning_rules() -> tuple[WarningRule, ...]:
    """Every rule with its defaults, in the order of their files; raises BadEntry."""
    paths = sorted(FOLDER.glob("*.sql"))
    return tuple(load_rule(path, order) for order, path in enumerate(paths, start=1))


def load_rule(path: Path, order: int = 1) -> WarningRule:
    """The rule of one file named 03_code.sql or code.sql; raises BadEntry naming file and line."""
    text = path.read_text(encoding="utf-8")
    head = _HEAD.match(text)
    if head is None:
        raise BadEntry(f"{path.name}:1: no head: a comment /* … */ with name, rule, says, …")
    document = Document(path, "\n" + head[1])  # so that lines count as in the file
    found = document.read(Head)
    for lang, words in (("zh", found.rule.zh), ("en", found.rule.en)):
        for name in named(words):
            if name not in found.thresholds:
                raise document.refuse(f"no threshold {name!r}", "rule", lang)
    code = path.stem.split("_", 1)[1] if path.stem[0].isdigit() else path.stem
    return WarningRule(code, order, found, text[head.end() :])


def named(text: str) -> list[str]:
    """The names in the braces of a text."""
    return [name for _, name, _, _ in Formatter().parse(text) if name]


def rules_in_force(settings: Settings) -> tuple[WarningRule, ...]:
    """The rules as the settings change them, without those that are off; raises BadReference for a
    rule or threshold that does not exist."""
    off = {code for code, changes in settings.warnings.items() if not changes.on}
    return tuple(rule for rule in rules_as_set(settings) if rule.code not in off)


def rules_as_set(settings: Settings) -> tuple[WarningRule, ...]:
    """The same with those that are off: what else reads their thresholds goes on."""
    codes = [rule.code for rule in warning_rules()]
    for code in settings.warnings:
        if code not in codes:
            raise BadReference(f"settings.toml: warnings.{code}: no such rule; there are {codes}")
    changes = {code: settings.warnings.get(code, WarningChanges()) for code in codes}
    values = settings.dotted()
    return tuple(_changed(rule, changes[rule.code], values) for rule in warning_rules())


def _changed(rule: WarningRule, changes: WarningChanges, values: dict[str, Any]) -> WarningRule:
    thresholds = {
        name: values[value] if isinstance(value, str) else value
        for name, value in rule.head.thresholds.items()
    }
    for name, value in (changes.model_extra or {}).items():
        where = f"settings.toml: warnings.{rule.code}.{name}"
        if name not in thresholds:
            raise BadReference(f"{where}: no such threshold; there are {[*thresholds]}")
        if isinstance(value, dict) and all(year.isdigit() for year in value):
            value = {int(year): amount for year, amount in value.items()}
        if _kind(value) != _kind(thresholds[name]):
            raise BadReference(f"{where}: {value!r} is not given like {thresholds[name]!r}")
        thresholds[name] = value
    given = {
        name: value
        for name in ("severity", "first", "last")
        if (value := getattr(changes, name)) is not None
    }
    return replace(rule, head=rule.head.model_copy(update={**given, "thresholds": thresholds}))


def _kind(value: object) -> str:
    if isinstance(value, dict):
        return f"by year: {sorted({_kind(each) for each in value.values()})}"
    if isinstance(value, list):
        return f"list: {sorted({_kind(each) for each in value})}"
    return "number" if isinstance(value, int | float) else type(value).__name__
