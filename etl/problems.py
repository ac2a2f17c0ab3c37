"""What is wrong with a file or a cell: one value per place, which says in both languages what is
wrong and what to do about it; and the problems of a file by kind."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal

from pydantic import RootModel, model_validator

from etl.bilingual import Bilingual, Lang
from etl.marked_yaml import Document, Strict
from etl.personal import masked
from etl.spelling import column_letter

Severity = Literal["error", "warning"]
JOINT = Bilingual("；", ": ")  # between what is wrong and what to do about it


class Kind(Strict):
    """One kind of problem: its title, what is wrong at a cell, and what to do about it."""

    code: str
    severity: Severity
    title: Bilingual
    zh: str
    en: str
    mend: Bilingual
    on_page: Bilingual | None = None  # instead of mend, where a page asks what an option says
    reconciles: bool = False  # holds a printed figure against what the file's others make of it

    @cached_property
    def wrong(self) -> Bilingual:
        """What is wrong, with braces for the words of a cell."""
        return Bilingual(self.zh, self.en)

    def texts(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Every text that may have braces, with the keys that lead to it in the entry."""
        yield from ((("zh",), self.zh), (("en",), self.en))
        for name, text in (("mend", self.mend), ("on_page", self.on_page)):
            if text:
                yield from (((name, "zh"), text.zh), ((name, "en"), text.en))


class Kinds(RootModel[dict[str, Kind]]):
    """All kinds of problems by code."""

    @model_validator(mode="before")
    @classmethod
    def _with_codes(cls, data: Any) -> Any:
        """An entry's key is its code."""
        if not isinstance(data, dict):
            return data
        return {
            code: {**entry, "code": code} if isinstance(entry, dict) else entry
            for code, entry in data.items()
        }


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at one place; row as the spreadsheet numbers it, None for the whole file. Small,
    since a file may have as many as it has cells."""

    kind: Kind
    severity: Severity
    wrong: Bilingual  # at this place
    mend: Bilingual  # what to do about it
    mend_on_page: Bilingual  # the same where a page asks what on the command line an option says
    row: int | None = None
    column: str | None = None
    header: str | None = None
    value: str | None = None
    at: int | None = None  # the file's column, from 0
    about: str | None = None  # code of the unit, where it is about one as a whole

    @classmethod
    def of(
        cls,
        kind: Kind,
        words: Mapping[str, Any],
        words_en: Mapping[str, Any] | None = None,
        *,
        severity: Severity | None = None,
        **place: Any,
    ) -> "Problem":
        """A problem of a kind: words, masked, fill its texts, and `place` is the rest of it."""
        en = words if words_en is None else words_en
        mend = _shared(kind.mend.filled(words, en))
        return cls(
            kind=kind,
            severity=severity or kind.severity,
            wrong=kind.wrong.filled(words, en),
            mend=mend,
            mend_on_page=_shared(kind.on_page.filled(words, en)) if kind.on_page else mend,
            **place,
        )

    @property
    def code(self) -> str:
        """The code of its kind."""
        return self.kind.code

    @property
    def title(self) -> Bilingual:
        """What is wrong in a few words, the same for all of its kind."""
        return self.kind.title

    @property
    def zh(self) -> str:
        """What is wrong and what to do about it, as one Chinese sentence."""
        return self.sentence("zh")

    @property
    def en(self) -> str:
        """What is wrong and what to do about it, as one English sentence."""
        return self.sentence("en")

    def sentence(self, lang: Lang, joint: str | None = None) -> str:
        """What is wrong and what to do about it, joined as the language does or as said."""
        return f"{self.wrong.of(lang)}{joint or JOINT.of(lang)}{self.mend.of(lang)}"

    @property
    def cell(self) -> str | None:
        """The address of the cell as the spreadsheet has it: F12."""
        return (
            None if self.row is None or self.at is None else f"{column_letter(self.at)}{self.row}"
        )

    def as_json(self) -> dict[str, Any]:
        """The problem as the command line prints it."""
        return {
            "row": self.row,
            "column": self.column,
            "header": self.header,
            "value": self.value,
            "code": self.code,
            "severity": self.severity,
            "message": self.zh,
            "message_en": self.en,
        }


@dataclass(frozen=True, slots=True)
class Group:
    """The problems of one kind, in one column where they are about a column; at least one."""

    problems: list[Problem]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.problems)

    @property
    def code(self) -> str:
        """The code of their kind."""
        return self.problems[0].code

    @property
    def severity(self) -> Severity:
        """Whether they stand in the way."""
        return self.problems[0].severity

    @property
    def header(self) -> str | None:
        """The header of their column as seen."""
        return self.problems[0].header

    @property
    def title(self) -> Bilingual:
        """What is wrong in a few words."""
        return self.problems[0].title

    @property
    def mend(self) -> Bilingual:
        """What to do about all of them."""
        return self.problems[0].mend

    @property
    def mend_on_page(self) -> Bilingual:
        """The same where a page asks what on the command line an option says."""
        return self.problems[0].mend_on_page


@cache
def kinds() -> dict[str, Kind]:
    """The kinds of problems.yaml by code."""
    return Document(Path(__file__).with_name("problems.yaml")).read(Kinds).root


def problem(
    code: str,
    *,
    value: str | None = None,
    header: str | None = None,
    severity: Severity | None = None,
    row: int | None = None,
    column: str | None = None,
    at: int | None = None,
    about: str | None = None,
    en: dict[str, Any] | None = None,
    **words: Any,
) -> Problem:
    """A problem of a kind in problems.yaml; `words` fill its texts, `en` the English ones."""
    seen = None if value is None else masked(value)
    shown = {"value": seen or "", "header": header or "", **words}
    return Problem.of(
        kinds()[code],
        shown,
        {**shown, **en} if en else None,
        severity=severity,
        row=row,
        column=column,
        header=header,
        value=seen,
        at=at,
        about=about,
    )


@lru_cache(maxsize=1 << 10)
def _shared(text: Bilingual) -> Bilingual:
    """The first text that says the same: what to do is said alike of many cells."""
    return text


def blocking(problems: Iterable[Problem]) -> bool:
    """Whether any of them is an error."""
    return any(each.severity == "error" for each in problems)


def grouped(problems: Iterable[Problem]) -> list[Group]:
    """The problems by kind and column: errors before warnings, each the largest group first."""
    groups: dict[tuple[str | None, ...], list[Problem]] = {}
    for each in problems:
        about = (each.code, each.severity, each.column, each.header)
        groups.setdefault(about, []).append(each)
    return sorted(
        map(Group, groups.values()), key=lambda each: (each.severity != "error", -each.count)
    )
