"""What is wrong with a file or a cell: one value per place, with its sentence in both languages."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, RootModel

from etl.marked_yaml import Document

# Digits as long as an identity number, a bank card or a mobile telephone, and numbers that a
# spreadsheet shortened from such: never shown.
_PERSONAL = re.compile(
    r"(?<!\d)(\d{6}[ -]?\d{8}[ -]?\d{3}[\dXxＸｘ]|\d{15,19}|[1１][3-9３-９]\d([- ]?\d{4}){2}"
    r"|\d\.\d{8,}[eE]\+1\d)(?!\d)"
)


class Kind(BaseModel):
    """One kind of problem: its severity and its sentence."""

    model_config = ConfigDict(extra="forbid")
    severity: Literal["error", "warning"]
    zh: str
    en: str


class Kinds(RootModel[dict[str, Kind]]):
    """All kinds of problems by code."""


@dataclass(frozen=True)
class Problem:
    """One problem at one place; row as the spreadsheet numbers it, None for the whole file."""

    code: str
    severity: str
    zh: str
    en: str
    row: int | None = None
    column: str | None = None
    header: str | None = None
    value: str | None = None

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


@cache
def kinds() -> dict[str, Kind]:
    """The kinds of problems.yaml by code."""
    return Document(Path(__file__).with_name("problems.yaml")).read(Kinds).root


def problem(
    code: str,
    *,
    row: int | None = None,
    column: str | None = None,
    header: str | None = None,
    value: str | None = None,
    severity: str | None = None,
    en: dict[str, Any] | None = None,
    **words: Any,
) -> Problem:
    """A problem of a kind in problems.yaml; `words` fill its sentence, `en` the English one."""
    kind = kinds()[code]
    shown = {"value": masked(value or ""), "header": header or "", **words}
    return Problem(
        code=code,
        severity=severity or kind.severity,
        zh=kind.zh.format_map(shown),
        en=kind.en.format_map({**shown, **(en or {})}),
        row=row,
        column=column,
        header=header,
        value=None if value is None else masked(value),
    )


def masked(text: str) -> str:
    """Text in which digits that could be a person's are stars."""
    return _PERSONAL.sub(lambda found: found[0][:3] + "*" * (len(found[0]) - 3), text)


def is_personal(text: str) -> bool:
    """Whether a text holds digits that could be a person's."""
    return bool(_PERSONAL.search(text))


def blocking(problems: list[Problem]) -> bool:
    """Whether any of them is an error."""
    return any(each.severity == "error" for each in problems)
