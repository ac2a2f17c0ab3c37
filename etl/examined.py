"""What is known of one file before it is accepted."""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import duckdb

from etl.clean import Cleaned
from etl.contract import Slot
from etl.periods import Month
from etl.personal import masked
from etl.problems import Problem, blocking
from etl.read import SentFile
from etl.recognised import Recognised
from etl.store import Upload
from etl.totals import RowKinds


@dataclass
class Examined:
    """Everything known of one file before it is accepted; its rows and facts are on `con`."""

    file: SentFile
    sheets: list[str] = field(default_factory=list)  # names of a workbook's sheets
    problems: list[Problem] = field(default_factory=list)
    recognised: Recognised | None = None
    month: Month | None = None
    rows: RowKinds | None = None
    cleaned: Cleaned | None = None
    units: list[str] = field(default_factory=list)
    sums: dict[Slot, Decimal | None] = field(default_factory=dict)  # of columns, in their own unit
    totals: dict[str, Any] = field(default_factory=dict)  # by measure, money in 元
    steps: dict[str, float] = field(default_factory=dict)  # how finely money is printed, 元
    about: list[str | None] = field(default_factory=list)  # the unit of each problem, if any
    replaces: dict[str, Upload] = field(default_factory=dict)  # unit → what counts for it now
    same: Upload | None = None  # the very same file, accepted before and still counting
    con: duckdb.DuckDBPyConnection | None = None
    upload_id: str | None = None  # once accepted; the same file's when that was before
    is_new: bool = False  # whether accepting it stored anything

    @classmethod
    def unread(cls, name: str) -> "Examined":
        """A file that could not be read at all."""
        return cls(SentFile(name, b""))

    @property
    def name(self) -> str:
        """Name of the file as it may be shown."""
        return masked(self.file.name)

    @property
    def period(self) -> str | None:
        """The month, YYYY-MM."""
        return self.month.period if self.month else None

    @property
    def rows_read(self) -> int:
        """How many rows of data the file has."""
        return len(self.rows.data) if self.rows else 0

    @property
    def rows_kept(self) -> int:
        """How many rows would be stored."""
        return len(self.cleaned.rows) if self.cleaned else 0

    @property
    def unit_warnings(self) -> dict[str, int]:
        """How many problems are about each unit; of a file in which nothing blocks, warnings."""
        return dict(sorted(Counter(unit for unit in self.about if unit).items()))

    @property
    def accepted(self) -> bool:
        """Whether the file is stored."""
        return self.upload_id is not None

    @property
    def acceptable(self) -> bool:
        """Whether nothing blocks it."""
        return not blocking(self.problems)

    def as_json(self) -> dict[str, Any]:
        """The file as check and load print it."""
        found = self.recognised
        return {
            "file": self.name,
            "dataset": found and found.contract.dataset,
            "period": self.period,
            "encoding": found and found.sheet.encoding,
            "sheet": found and found.sheet.name and masked(found.sheet.name),
            "header_row": found and found.header_row,
            "rows_read": self.rows_read,
            "rows_kept": self.rows_kept,
            "units": self.units,
            "ignored_columns": found.ignored if found else [],
            "personal_columns": [found.headers[at] for at in found.personal] if found else [],
            "totals": self.totals,
            "problems": [each.as_json() for each in self.problems],
            "accepted": self.accepted,
            "upload_id": self.upload_id,
        }
