"""settings.toml of a home: every setting has a default."""

import re
import tomllib
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)


class BadReference(Exception):
    """A reference table is wrong; the text names file, line and what to mend."""


class _Settings(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SpendRate(_Settings):
    """What the spend rate is measured against."""

    denominator: Literal["allocated", "arrived"] = "allocated"
    leave_out_batches_younger_than_days: int = Field(default=0, ge=0)


class IndustryShare(_Settings):
    """What the industry share is measured against."""

    base: Literal["all", "consolidation"] = "all"


class Lights(_Settings):
    """When a light is red."""

    far_below_points: Decimal = Field(default=Decimal(10), ge=0)


class Standing(_Settings):
    """How many units are named as first and last."""

    front: int = Field(default=3, ge=1)
    last: int = Field(default=3, ge=1)


class Reporting(_Settings):
    """When a month's files are due in the month after."""

    cut_off_day: int = Field(default=12, ge=1, le=28)


class WarningChanges(BaseModel):
    """What the bureau changes of one rule of etl/warnings; every other name is a threshold."""

    model_config = ConfigDict(extra="allow")
    on: bool = True
    severity: Literal["high", "medium", "low"] | None = None
    first: str | None = Field(default=None, alias="from", pattern=r"^\d{4}-\d\d$")
    last: str | None = Field(default=None, alias="until", pattern=r"^\d{4}-\d\d$")


class Escalation(_Settings):
    """After how many months behind a reminder (提醒单) or an interview (约谈) is suggested."""

    reminder_after: int = Field(default=2, ge=1)
    interview_after: int = Field(default=3, ge=1)
    remind_last: bool = True  # the last of the field as soon as they are behind: standing.last
    indicators: list[str] = []  # only these lead to a suggestion; none named: all

    @field_validator("indicators")
    @classmethod
    def _known(cls, names: list[str], info: ValidationInfo) -> list[str]:
        unknown = set(names) - (info.context or set(names))
        if unknown:
            raise ValueError(f"no indicator {', '.join(sorted(unknown))}")
        return names

    @model_validator(mode="after")
    def _in_order(self) -> "Escalation":
        if self.interview_after < self.reminder_after:
            raise ValueError("interview_after comes before reminder_after")
        return self


class Briefing(_Settings):
    """Who a notice is from and to, in both languages; nothing: the city's office, its counties."""

    issuer: str = ""
    issuer_en: str = ""
    addressee: str = ""
    addressee_en: str = ""


class Settings(_Settings):
    """settings.toml with its defaults."""

    city: str = ""
    city_en: str = ""
    sample: bool = False
    spend_rate: SpendRate = SpendRate()
    industry_share: IndustryShare = IndustryShare()
    lights: Lights = Lights()
    standing: Standing = Standing()
    reporting: Reporting = Reporting()
    escalation: Escalation = Escalation()
    briefing: Briefing = Briefing()
    warnings: dict[str, WarningChanges] = {}

    def dotted(self) -> dict[str, Any]:
        """Every setting by dotted name."""
        flat: dict[str, Any] = {}
        for name, value in self.model_dump(mode="json").items():
            if isinstance(value, dict):
                flat.update({f"{name}.{inner}": each for inner, each in value.items()})
            else:
                flat[name] = value
        return flat


def load_settings(path: Path, *, indicators: set[str] | None = None) -> Settings:
    """The settings of a home, the defaults where the file is not there; raises BadReference, also
    where other indicators are named than these."""
    if not path.exists():
        return Settings()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise BadReference(f"{path.name}:{line}: not UTF-8: save it as UTF-8") from error
    try:
        return Settings.model_validate(tomllib.loads(text), context=indicators)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else len(text.splitlines())
        raise BadReference(f"{path.name}:{line}: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        line = _line_of(text, first["loc"])
        raise BadReference(f"{path.name}:{line}: {name}: {first['msg']}") from error


def _line_of(text: str, keys: Sequence[str | int]) -> int:
    """Line of a dotted name in TOML: its own entry, in its table where it is in one."""
    *tables, name = map(str, keys)
    inside = not tables
    at = 1
    for line, entry in enumerate(text.splitlines(), start=1):
        if entry.strip().startswith("["):
            table = entry.strip().strip("[]").strip()
            inside = table == ".".join(tables)
            at = line if inside or table == name else at
        elif inside and re.match(rf"\s*[\"']?{re.escape(name)}[\"']?\s*=", entry):
            return line
    return at
