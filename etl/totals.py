"""Rows that are no data: totals, subtotals and notes; totals are checked, never loaded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

import duckdb
import numpy as np

from etl.codes import spellings
from etl.contract import Slot
from etl.figures import read_figures
from etl.problems import Problem, problem
from etl.recognise import NOTHING, Recognised
from etl.sheet import Places
from etl.spelling import squeezed

_TOTAL = re.compile(
    r"(全[市州省区县盟]|本[市州]|自治州|地区)?(合计|总计|共计|总和|total)|全[市州省区盟]"
)
_SUBTOTAL = re.compile(r"(小计|subtotal)")
_ENDING = re.compile(r"(合计|总计|共计|小计)$")
_NOTE = re.compile(r"^(注|备注|说明|填报|填表|制表|审核|负责人|联系|单位负责|报送)")
_DAY = re.compile(r"20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?")
_COUNTED_SO = set("甲乙丙丁戊己庚辛壬癸abcdefgh") | {"栏次", "序号", "列号", "行次"}
LONGEST_NAME = 16  # of a unit, in characters


@dataclass(frozen=True)
class Sorted:
    """The rows below a header, told apart; rows by their places in the sheet's columns."""

    data: Places
    totals: list[int]  # against all data rows
    subtotals: list[int]  # against the data rows since the last subtotal

    @cached_property
    def table(self) -> Places:
        """The rows of the table, in order: data, totals and subtotals."""
        sums = np.array([*self.totals, *self.subtotals], np.int64)
        return np.sort(np.concatenate([self.data, sums])) if len(sums) else self.data


def sort_rows(recognised: Recognised, units: set[str], city: set[str]) -> Sorted:
    """Data rows, total rows and subtotal rows; notes below the table are dropped.

    units and city are squeezed spellings; a row headed by a unit's name is always data."""
    body, sheet = recognised.body, recognised.sheet
    named = next((at for slot, at in recognised.columns.items() if slot.column == "county"), None)
    is_data = np.zeros(len(body), np.bool_)
    if named is not None:
        counties = sheet.columns[named].at(body)
        is_data = counties.which(squeezed(word) in units for word in counties.words)
    known = sorted(recognised.columns.values())
    header = recognised.header.columns
    totals, subtotals = [], []
    for at in np.flatnonzero(~is_data):
        place = int(body[at])
        row = sheet.row(place + 1)
        first = next(squeezed(cell) for cell in row if cell.strip(NOTHING))
        heads = {first, squeezed(row[named]) if named is not None else ""} - {""}
        if any(_SUBTOTAL.fullmatch(head) or _ENDING.sub("", head) in units for head in heads):
            subtotals.append(place)
        elif any(
            _TOTAL.fullmatch(head) or (named is not None and _ENDING.sub("", head) in city)
            for head in heads
        ):
            totals.append(place)
        elif not any(row[column].strip(NOTHING) for column in known):
            continue  # numbered beforehand, or something written beside the table
        elif all(cell == (levels or ("",))[-1] for cell, levels in zip(row, header, strict=True)):
            continue  # the header again, at the top of a page
        elif place == recognised.header_row and _numbers_columns(row):
            continue
        else:
            is_data[at] = not _is_note(first, row)
    return Sorted(body[is_data] if not is_data.all() else body, totals, subtotals)


def _numbers_columns(row: list[str]) -> bool:
    """Whether a row below the header numbers its columns: 栏次 1 2 3, 甲 乙 1 2, 5=4/3."""
    filled = [squeezed(cell).strip("()") for cell in row if cell.strip()]
    numbers = [int(found[1]) for cell in filled if (found := re.match(r"(\d{1,2})(=.*)?$", cell))]
    others = len(filled) - len(numbers) - sum(cell in _COUNTED_SO for cell in filled)
    return len(numbers) > 1 and not others and all(b == a + 1 for a, b in pairwise(numbers))


def _is_note(first: str, row: list[str]) -> bool:
    filled = sum(bool(cell.strip(NOTHING)) for cell in row)
    if _NOTE.match(first) and filled <= 4:
        return ":" in first or filled == 1
    # No dataset can say anything in one cell: alone in its row, a sentence is a note, a date or a
    # stamp in brackets belongs to who signed.
    signed = first.startswith("(") or "盖章" in first or _DAY.fullmatch(first)
    return filled == 1 and bool(signed or ":" in first or len(first) > LONGEST_NAME)


def column_sums(
    con: duckdb.DuckDBPyConnection, recognised: Recognised
) -> dict[Slot, Decimal | None]:
    """What each column of amounts and counts adds up to, in the column's own unit: the figure that
    whoever filled it in can compare (reads `typed`)."""
    columns = recognised.contract.columns
    slots = [slot for slot in recognised.columns if columns[slot.column].additive]
    if not slots:
        return {}
    added = ", ".join(f"sum({slot.column})" for slot in slots)
    [sums] = con.execute(f"SELECT {added} FROM typed").fetchall()
    return {
        slot: None if total is None else Decimal(total) / recognised.scales.get(slot, 1)
        for slot, total in zip(slots, sums, strict=True)
    }


def total_problems(
    con: duckdb.DuckDBPyConnection, recognised: Recognised, rows: Sorted
) -> Iterator[Problem]:
    """Total and subtotal rows whose figures are not the sums of their rows (reads `typed`)."""
    columns = recognised.contract.columns
    slots = [slot for slot in recognised.columns if columns[slot.column].additive]
    since = [0, *(place + 1 for place in rows.subtotals[:-1])]
    spans = dict.fromkeys(rows.totals, (0, 1 << 30))
    spans |= {
        place: (first, place + 1) for first, place in zip(since, rows.subtotals, strict=False)
    }
    places = np.array(sorted(spans), np.int64)
    if not (spans and slots):
        return
    figures = read_figures(con, recognised, places, slots)
    added = ", ".join(f"sum({slot.column})" for slot in slots)
    levels = _levels(recognised, places)
    for at, (place, level) in enumerate(zip(places, levels, strict=True)):
        of_level = f" AND fund_level = '{level}'" if level else ""
        sums = con.execute(
            f"SELECT {added} FROM typed WHERE row > ? AND row < ?{of_level}", spans[int(place)]
        ).fetchall()[0]
        for slot, total in zip(slots, sums, strict=True):
            value = figures[slot].value(at)
            if value is not None and total is not None and value != total:
                yield problem(
                    "total_differs",
                    row=int(place) + 1,
                    column=slot.name,
                    header=recognised.header_of(slot),
                    at=recognised.columns[slot],
                    value=figures[slot].told.seen.text(at).strip(),
                    sum=_as_printed(total, recognised.scales.get(slot, 1)),
                )


def _levels(recognised: Recognised, places: Places) -> list[str | None]:
    """The fund level that each row of totals is of; None for one of all levels."""
    at = next((at for slot, at in recognised.columns.items() if slot.column == "fund_level"), None)
    if at is None:
        return [None] * len(places)
    codes = spellings("fund_level")
    cells = recognised.sheet.columns[at].at(places)
    return [codes.get(squeezed(cells.text(place))) for place in range(len(places))]


def _as_printed(value: Decimal | int, scale: int) -> str:
    """A sum in the unit of its column, without trailing zeros."""
    text = f"{Decimal(value) / scale:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
