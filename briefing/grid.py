"""A table as documents need it: exact values beside what is printed of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from wording import Words
from wording.numbers import MISSING, Number, exact, plain, rounded, signed

Kind = Literal[
    "text", "percent", "points", "money", "count", "change", "mean", "rank", "figure", "date"
]
Value = str | Number | date | None
MONEY_UNIT = {"zh": 10_000, "en": 1_000_000}  # 元 in the unit that column headers name


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, what its values are, and the unit its heading names.

    Values are fractions (percent), percentage points, 元 (money), whole numbers, changes of such
    (with a sign), means of counts, ranks, figures to the last digit in the unit that their row
    names, days or text. Where a number is missing, a text may say why; None says nothing. `ratio`
    are the places of numerator and denominator of a rate in the same row; `summed` says that the
    total is the sum of the rows, `detail` that a slide has no room for it.
    """

    label: str
    kind: Kind = "text"
    unit: str = ""
    ratio: tuple[int, int] | None = None
    summed: bool = False
    detail: bool = False

    def head(self, t: Words) -> str:
        """The heading on one line, its unit in brackets."""
        unit = self.unit or ("%" if self.kind == "percent" else "")
        return t("{label}（{unit}）", label=self.label, unit=unit) if unit else self.label


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of values under their columns; the last row is a total where `total` says so."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    total: bool = False

    def heads(self, t: Words) -> list[str]:
        """The headings, each with its unit."""
        return [column.head(t) for column in self.columns]

    def essential(self) -> "Grid":
        """The grid without the columns of detail, as a slide shows it."""
        kept = [place for place, column in enumerate(self.columns) if not column.detail]
        columns = tuple(replace(self.columns[place], ratio=None) for place in kept)
        rows = tuple(tuple(row[place] for place in kept) for row in self.rows)
        return Grid(columns, rows, self.total)

    def printed(self, t: Words) -> list[list[str]]:
        """Every row as people read it; — where there is nothing to say."""
        return [
            [shown(value, column, t) for value, column in zip(row, self.columns, strict=True)]
            for row in self.rows
        ]

    def plain(self, t: Words) -> list[list[str]]:
        """Every row for a text file: numbers without grouping marks, nothing where nothing is."""
        return [
            [_plain(value, column, t) for value, column in zip(row, self.columns, strict=True)]
            for row in self.rows
        ]


def grid(columns: Sequence[Column], rows: Sequence[Sequence[Value]], total: bool = False) -> Grid:
    """A grid of lists; `ValueError` for a row that has not one value for each column."""
    for row in rows:
        if len(row) != len(columns):
            raise ValueError(f"{len(row)} values for {len(columns)} columns: {row}")
    return Grid(tuple(columns), tuple(tuple(row) for row in rows), total)


def money_column(label: str, t: Words, *, summed: bool = False) -> Column:
    """A column of 元, printed in the unit its heading names."""
    return Column(label, "money", t.column_unit("money"), summed=summed)


def points_column(label: str, t: Words) -> Column:
    """A column of gaps and changes of rates."""
    return Column(label, "points", t("个百分点"))


def count_column(label: str, quantity: str, t: Words, *, summed: bool = False) -> Column:
    """A column of projects, households or persons, or of money when that is the quantity."""
    if quantity == "money":
        return money_column(label, t, summed=summed)
    return Column(label, "count", t.column_unit(quantity), summed=summed)


def in_unit(value: Number, kind: Kind, t: Words) -> Decimal:
    """The value in the unit its heading names: 元 as 万元 (million in English), the rest as is."""
    return exact(value) / MONEY_UNIT[t.language] if kind == "money" else exact(value)


def shown(value: Value, column: Column, t: Words) -> str:
    """One value as it is printed under its heading."""
    if isinstance(value, str):
        return value
    if value is None:
        return MISSING
    if isinstance(value, date):
        return t.date(value)
    if column.kind == "percent":
        # The heading names the unit, as in every other column.
        return t.percent(value).removesuffix("%")
    if column.kind == "points":
        return t.signed(value)
    if column.kind == "change":
        return signed(value, 0)
    if column.kind == "figure":
        return plain(value)
    if column.kind == "mean":
        return t.mean(value, "projects")
    return t.column(value, "money" if column.kind == "money" else "projects")


def _plain(value: Value, column: Column, t: Words) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if column.kind == "percent":
        return f"{rounded(exact(value) * 100, 2):f}"
    if column.kind in ("points", "mean"):
        return f"{rounded(value, 2):f}"
    return plain(rounded(in_unit(value, column.kind, t), 8)).replace(",", "").replace("−", "-")
