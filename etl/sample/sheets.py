"""Rows to the bytes of a spreadsheet, in the many ways in which offices fill them in."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

import xlsxwriter

from etl.sample.city import Unit
from etl.sample.columns import Column

Row = dict[str, object]
Cell = str | float | date
LONG_LEVELS = {"中央": "中央资金", "省级": "省", "市级": "市", "县级": "县"}
LONG_AGO = datetime(1980, 1, 1)


@dataclass(frozen=True)
class Style:
    """How one sender's file looks. Amounts are said to be in `unit` in the header or the title."""

    encoding: str = "gb18030"  # or xlsx
    unit: str = "万元"
    unit_in_title: bool = False
    dates: str = "iso"  # iso, slash, compact, han; cell: a workbook's own dates
    thousands: bool = False
    titled: bool = False
    total: str = ""  # what the row of totals is called, if there is one
    spelling: int = 0
    missing: str = ""
    percent_sign: bool = False
    without: tuple[str, ...] = ()

    @property
    def ending(self) -> str:
        """The ending of the file name."""
        return "xlsx" if self.encoding == "xlsx" else "csv"


def number(amount: int, places: int, thousands: bool = False) -> str:
    """A whole number of the smallest unit as a decimal without trailing zeros."""
    whole, part = divmod(amount, 10**places)
    digits = f"{part:0{places}d}".rstrip("0")
    return (f"{whole:,}" if thousands else str(whole)) + ("." + digits if digits else "")


@cache
def dated(moment: date, form: str) -> str:
    """A date as people type it."""
    if form == "slash":
        return f"{moment.year}/{moment.month}/{moment.day}"
    if form == "compact":
        return f"{moment:%Y%m%d}"
    return f"{moment.year}年{moment.month}月{moment.day}日" if form == "han" else moment.isoformat()


@cache
def monthly(moment: date, form: str) -> str:
    """A month as people type it, sometimes with a day."""
    if form in ("compact", "cell"):
        return f"{moment:%Y%m}"
    return f"{moment.year}年{moment.month}月" if form == "han" else dated(moment, form)


def figures(kind: str, style: Style) -> Callable[[object], Cell]:
    """How this sender writes money, counts and percents: numbers in a workbook, text elsewhere."""
    in_book = style.ending == "xlsx"
    places = {"money": 6 if style.unit == "万元" else 2, "percent": 2}.get(kind, 0)
    thousands = style.thousands and kind == "money" and not in_book

    def write(value: object) -> Cell:
        if not isinstance(value, int):
            return style.missing
        if kind == "percent":
            text = f"{value // 100}.{value % 100:02d}"
            return text + "%" if style.percent_sign else float(text) if in_book else text
        text = number(value, places, thousands) if places else str(value)
        return float(text) if in_book else text

    return write


def words(kind: str, style: Style) -> Callable[[object], Cell]:
    """How this sender writes everything that is not a figure."""
    yes, no = "是", "否"
    if kind == "eliminated" and style.spelling % 3 == 1:
        yes, no = "风险已消除", "风险未消除"
    long_levels = kind == "level" and style.spelling % 3 == 1

    def write(value: object) -> Cell:
        if isinstance(value, str):
            return LONG_LEVELS.get(value, value) if long_levels else value
        if value is None:
            return ""
        if isinstance(value, bool):
            return yes if value else no
        if isinstance(value, date):
            if kind == "month":
                return monthly(value, style.dates)
            return value if style.dates == "cell" else dated(value, style.dates)
        if isinstance(value, Unit):
            return value.short if style.spelling % 2 else value.name
        if isinstance(value, tuple):
            return "、".join(value)
        raise TypeError(f"no way to write {value!r}")

    return write


def writer(column: Column, style: Style) -> Callable[[object], Cell]:
    """How this sender writes the values of a column."""
    if column.kind in ("money", "count", "percent", "number"):
        return figures(column.kind, style)
    return words(column.kind, style)


def header(column: Column, style: Style) -> str:
    """The column's name in this sender's spelling, with the unit unless the title says it."""
    spelled = column.spellings[style.spelling % len(column.spellings)]
    if column.kind == "money" and not style.unit_in_title:
        return f"{spelled}（{style.unit}）" if style.spelling % 2 else f"{spelled}({style.unit})"
    return spelled


def total_row(rows: Sequence[Row], columns: Sequence[Column], name: str) -> Row:
    """The sender's own row of totals, over what it printed."""
    total: Row = {"county": name}
    for column in columns:
        if column.summed:
            total[column.name] = sum(
                value for row in rows if isinstance(value := row.get(column.name), int)
            )
    return total


def grid(
    rows: Sequence[Row], columns: Sequence[Column], style: Style, title: str, end: date
) -> list[list[Cell]]:
    """Title lines, header, rows and totals as a sheet shows them."""
    shown = [column for column in columns if column.name not in style.without]
    lines: list[list[Cell]] = []
    if style.titled:
        said = [dated(end, "han"), *[""] * (len(shown) - 2)]
        said[0] = f"截至{said[0]}"
        if style.unit_in_title and any(column.kind == "money" for column in shown):
            said.append(f"单位:{style.unit}")
        lines += [[title], list(said)]
    lines.append([header(column, style) for column in shown])
    body = [{"number": at, **row} for at, row in enumerate(rows, 1)]
    if style.total:
        body.append(total_row(rows, shown, style.total))
    # By column, because a sender writes a column in one way: millions of cells are written.
    written = [list(map(writer(one, style), [row.get(one.name) for row in body])) for one in shown]
    lines += map(list, zip(*written, strict=True))
    return lines


def csv_bytes(lines: Sequence[Sequence[Cell]], encoding: str) -> bytes:
    """A CSV file as Excel saves it."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(lines)
    return text.getvalue().encode(encoding)


def xlsx_bytes(lines: Sequence[Sequence[Cell]]) -> bytes:
    """A workbook with the same bytes everywhere.

    Its parts are stored, not deflated: zlib's output differs between builds of Python.
    """
    deflated = io.BytesIO()
    with xlsxwriter.Workbook(
        deflated, {"in_memory": True, "default_date_format": "yyyy/m/d"}
    ) as book:
        book.set_properties({"created": LONG_AGO})
        sheet = book.add_worksheet("Sheet1")
        for at, line in enumerate(lines):
            sheet.write_row(at, 0, line)
    stored = io.BytesIO()
    with zipfile.ZipFile(deflated) as parts, zipfile.ZipFile(stored, "w") as again:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name)
            part.create_system = 3  # else it names the system it was written on
            again.writestr(part, parts.read(name))
    return stored.getvalue()


def write(lines: Sequence[Sequence[Cell]], style: Style) -> bytes:
    """The file in the sender's format and encoding."""
    return xlsx_bytes(lines) if style.ending == "xlsx" else csv_bytes(lines, style.encoding)
