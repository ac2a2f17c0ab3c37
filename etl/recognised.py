"""A sheet understood: its dataset, header, columns and unit of money, and by what that is known."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pyarrow.compute as pc

from etl.contract import Contract, Slot
from etl.headers import Header, slot_of
from etl.personal import masked
from etl.problems import Problem
from etl.sheet import Places, Sheet, as_mask

NOTHING = " \t\r\n\u3000\xa0-—–－/无"  # what cells of a row that says nothing hold
AMOUNTS = {"money", "number", "count", "percent"}


@dataclass(frozen=True)
class Said:
    """What a person says of a file; None to find it out."""

    dataset: str | None = None
    period: str | None = None  # YYYY-MM
    sheet: str | None = None
    unit: str | None = None  # of money, where the file names none


@dataclass(frozen=True)
class Recognised:
    """A sheet understood: where its header is and what each of its columns means."""

    sheet: Sheet
    contract: Contract
    header: Header
    columns: dict[Slot, int]  # slot → file column, from 0
    scales: dict[Slot, int]  # 元 per unit of money, money columns only
    scale_from: dict[Slot, str]  # by what it is known: header, title, said or default
    personal: tuple[int, ...]  # file columns that hold personal data
    problems: list[Problem] = field(default_factory=list)
    percents: dict[Slot, bool | None] = field(default_factory=dict)  # bare numbers; None: either

    @cached_property
    def headers(self) -> list[str]:
        """What each file column is called, as it may be shown."""
        return [masked(self.header.shown(at)) for at in range(len(self.sheet.columns))]

    @property
    def header_row(self) -> int:
        """The row right above the table."""
        return self.header.bottom

    @cached_property
    def ignored(self) -> list[str]:
        """Headers that match nothing."""
        taken = {*self.matched, *self.personal}
        return [name for at, name in enumerate(self.headers) if name and at not in taken]

    @cached_property
    def matched(self) -> set[int]:
        """File columns whose header is known to the contract."""
        levels = self.header.columns
        return {at for at, each in enumerate(levels) if each and slot_of(each, self.contract)}

    def header_of(self, slot: Slot) -> str:
        """The header of a slot as seen; '' when the file has no such column."""
        return self.headers[self.columns[slot]] if slot in self.columns else ""

    @cached_property
    def body(self) -> Places:
        """Places of the rows below the header that hold something."""
        below = np.arange(self.header_row, self.sheet.height)
        says = np.zeros(len(below), np.bool_)
        # The column with fewest texts first: it is the cheapest, and may be filled throughout.
        for column in sorted(self.sheet.columns, key=lambda each: len(each.texts)):
            cells = column.at(below)
            bare = pc.utf8_trim(cells.texts, characters=NOTHING)
            says |= cells.which(as_mask(pc.not_equal(bare, "")))
            if says.all():
                return below
        return below[says]

    def titles(self) -> list[str]:
        """The cells above the header that hold something."""
        above = self.sheet.head(self.header.top - 1)
        return [cell for row in above for cell in row if cell.strip()]
