"""A slip as a value: one unit, its parts, and the step that is suggested."""

from dataclasses import dataclass
from datetime import date

from board.store import Unit
from briefing.grid import Grid
from briefing.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, the lines under it, and a table with its note where there is one."""

    code: str
    heading: str
    lines: tuple[str, ...]
    grid: Grid | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """One unit's slip in one language. `step` is the strongest suggested, `closing` says so;
    `dated` is when it was written."""

    unit: Unit
    period: str
    step: str
    title: str
    addressee: str
    opening: str
    parts: tuple[Part, ...]
    closing: str
    issuer: str
    dated: date
    provenance: Provenance
