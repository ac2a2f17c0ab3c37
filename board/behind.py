"""What is behind a number: its parts by unit, the rows that add up to it, and who sent them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from urllib.parse import quote

from board.splits import is_split
from board.store import Board
from wording import Words

CITY = "city"
GROUP = "group."
KEY = "key"  # the key counties
_MARK = "~"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the board: an indicator or a measure (`code`), of a unit, a group of units
    (`group.` and its name, or KEY) or the city, at a fund level, whole or one member of a split."""

    code: str
    unit: str = CITY
    level: str = "all"
    dimension: str = ""
    member: str = ""

    @property
    def text(self) -> str:
        """The figure as the address of a page holds it; `parsed` reads it back."""
        parts = (self.code, self.unit, self.level, self.dimension, self.member)
        return _MARK.join(parts).rstrip(_MARK)

    @property
    def link(self) -> str:
        """The address that opens what is behind it on whatever page it stands."""
        return f"?behind={quote(self.text)}"

    def part(self, part: str) -> str:
        """The address that opens the rows of its `numerator` or `denominator`."""
        return f"{self.link}&part={part}"

    def of(self, unit: str) -> "Figure":
        """The same figure of one unit."""
        return Figure(self.code, unit, self.level, self.dimension, self.member)


@dataclass(frozen=True, slots=True)
class Shares:
    """Both parts of an indicator of one unit, and the uploads they are from; no parts with a
    reason."""

    unit_code: str
    numerator: Decimal | None
    denominator: Decimal | None
    value: float | None
    rank: int | None
    tied: bool
    reason: str | None
    numerator_source: str | None
    denominator_source: str | None
    numerator_upload: str | None
    denominator_upload: str | None


@dataclass(frozen=True, slots=True)
class Amount:
    """One measure of one unit, and the upload it is from."""

    unit_code: str
    value: Decimal | None
    source: str
    upload_id: str


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted, and the dataset whose rows add up to it."""

    code: str
    name_zh: str
    name_en: str
    quantity: str
    dataset: str

    def label(self, t: Words) -> str:
        return t.of(self.name_zh, self.name_en)


@dataclass(frozen=True, slots=True)
class Sent:
    """An upload: which file, who sent it, when (UTC)."""

    upload_id: str
    dataset: str
    file_name: str
    accepted_by: str
    accepted_at: datetime


def parsed(text: str, board: Board) -> Figure | None:
    """The figure that an address names; None when there is none of that name, or no such split."""
    given = text.split(_MARK, 4)
    code, unit, level, dimension, member = (*given, *("", CITY, "all", "", "")[len(given) :])
    counted = measures(board)
    if code not in board.indicators and code not in counted:
        return None
    if not members(board, unit) or level not in {"all", *board.levels}:
        return None
    # A rate is never split: only what it is made of is.
    dataset = "" if code in board.indicators else counted[code].dataset
    if not is_split(dataset, dimension, member):
        return None
    return Figure(code, unit, level, dimension, member)


def members(board: Board, unit: str) -> tuple[str, ...]:
    """The codes of the units that a unit's code, a group or the city stands for."""
    return tuple(
        code
        for code, each in board.units.items()
        if unit in (CITY, code)
        or (unit == KEY and each.key_county)
        or (each.group and unit == f"{GROUP}{each.group}")
    )


def measures(board: Board) -> dict[str, Measure]:
    """Every measure by its code."""
    return {each.code: each for each in board.ask("behind_measures", Measure)}


def shares(board: Board, period: str, figure: Figure) -> tuple[Shares, ...]:
    """Both parts of an indicator, of every unit that the figure stands for."""
    units = members(board, figure.unit)
    found = board.ask(
        "behind_standing",
        Shares,
        period=period,
        indicator=figure.code,
        level=figure.level,
        unit=figure.unit if figure.unit in board.units else CITY,
    )
    return tuple(each for each in found if each.unit_code in units)


def amounts(board: Board, period: str, figure: Figure) -> tuple[Amount, ...]:
    """One measure, of every unit that the figure stands for and that has it."""
    units = members(board, figure.unit)
    found = board.ask(
        "behind_measure",
        Amount,
        period=period,
        measure=figure.code,
        level=figure.level,
        dimension=figure.dimension,
        member=figure.member,
        unit=figure.unit if figure.unit in board.units else CITY,
    )
    return tuple(each for each in found if each.unit_code in units)


def summed(found: Sequence[Shares]) -> tuple[Decimal, Decimal, Fraction | None]:
    """Both parts of an indicator over the units that have them, and the exact rate of that."""
    both = [
        (each.numerator, each.denominator)
        for each in found
        if each.numerator is not None and each.denominator is not None
    ]
    above = sum((part for part, _ in both), Decimal())
    below = sum((part for _, part in both), Decimal())
    return above, below, Fraction(above) / Fraction(below) if below else None


def total(found: Sequence[Amount]) -> Decimal:
    """One measure over the units that have it."""
    return sum((each.value for each in found if each.value is not None), Decimal())


def files(board: Board, uploads: Sequence[str | None]) -> dict[str, Sent]:
    """The uploads of these numbers."""
    numbers = ",".join(sorted({number for number in uploads if number}))
    return {each.upload_id: each for each in board.ask("sent_files", Sent, uploads=numbers)}
