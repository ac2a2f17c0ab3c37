"""What is wrong with a file or a cell: one value per place, with its sentence in both languages."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, RootModel

from etl.marked_yaml import Document
from etl.personal import masked
from etl.spelling import column_letter


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
    at: int | None = None  # the file's column, from 0

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
    at: int | None = None,
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
        at=at,
    )


def blocking(problems: list[Problem]) -> bool:
    """Whether any of them is an error."""
    return any(each.severity == "error" for each in problems)
