"""Rows that are no data: totals, subtotals and notes; totals are checked, never loaded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

import duckdb
import numpy as np
import pyarrow.compute as pc

from etl.codes import spellings
from etl.contract import Contract, Slot
from etl.figures import read_figures
from etl.problems import Problem, problem
from etl.recognised import NOTHING, Recognised
from etl.sheet import Mask, Places, as_mask
from etl.spelling import squeezed
from etl.stored import quoted

_TOTAL = re.compile(
    r"(全[市州省区县盟]|本[市州]|自治州|地区)?(合计|总计|共计|总和|total)|全[市州省区盟]"
)
_MAY_BE_TOTAL = r"(?i)计\s*$|总和\s*$|total\s*$"  # for RE2
_SUBTOTAL = re.compile(r"(小计|subtotal)")
_ENDING = re.compile(r"(合计|总计|共计|小计)$")
_NOTE = re.compile(r"^(注|备注|说明|填报|填表|制表|审核|负责人|联系|单位负责|报送)")
_DAY = re.compile(r"20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?")
_COUNTED_SO = set("甲乙丙丁戊己庚辛壬癸abcdefgh") | {"栏次", "序号", "列号", "行次"}
LONGEST_NAME = 16  # of a unit, in characters


@dataclass(frozen=True)
class RowKinds:
    """The rows below a header, told apart; rows by their places in the sheet's columns."""

    data: Places
    totals: list[int]  # against all data rows
    subtotals: list[int]  # against the data rows since the last subtotal
    of_units: dict[int, str]  # with the unit against whose data rows each is

    @cached_property
    def table(self) -> Places:
        """The rows of the table, in order: data, totals and subtotals."""
        sums = np.array([*self.totals, *self.subtotals, *self.of_units], np.int64)
        return np.sort(np.concatenate([self.data, sums])) if len(sums) else self.data


def kinds_of_rows(recognised: Recognised, units: dict[str, str], city: set[str]) -> RowKinds:
    """Data rows, total rows and subtotal rows; notes below the table are dropped.

    `units` are codes by squeezed spelling, `city` squeezed spellings; a row headed by a unit's name
    is data, unless another of its cells says that it is a total of the unit."""
    body, sheet = recognised.body, recognised.sheet
    named = next((at for slot, at in recognised.columns.items() if slot.column == "county"), None)
    is_data = np.zeros(len(body), np.bool_)
    of_units: dict[int, str] = {}
    if named is not None:
        counties = sheet.columns[named].at(body)
        is_data = counties.which(squeezed(word) in units for word in counties.words)
        of_units = {
            int(body[at]): units[squeezed(counties.text(at))]
            for at in np.flatnonzero(is_data & _says_total(recognised))
        }
        is_data &= ~np.isin(body, list(of_units))
    known = sorted(recognised.columns.values())
    header = recognised.header.columns
    totals, subtotals = [], []
    for at in np.flatnonzero(~is_data):
        place = int(body[at])
        if place in of_units:
            continue
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
    data = body if is_data.all() else body[is_data]
    return RowKinds(data, totals, subtotals, of_units)


def _says_total(recognised: Recognised) -> Mask:
    """Whether in each row below the header some cell of words is 小计 or 合计, where that is not a
    word of its own list."""
    found = np.zeros(len(recognised.body), np.bool_)
    for slot, at in recognised.columns.items():
        column = recognised.contract.columns[slot.column]
        if column.type not in ("code", "text"):
            continue
        cells = recognised.sheet.columns[at].at(recognised.body)
        may_be = as_mask(pc.match_substring_regex(cells.texts, _MAY_BE_TOTAL))
        own = spellings(column.list, column.also) if column.list else {}
        for text in np.flatnonzero(may_be):
            word = squeezed(cells.texts[text].as_py())
            if (_TOTAL.fullmatch(word) or _SUBTOTAL.fullmatch(word)) and word not in own:
                found |= cells.codes == text
    return found


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
    [sums] = con.execute(_sums(recognised.contract, slots, "true")).fetchall()
    return {
        slot: None if total is None else Decimal(total) / recognised.scales.get(slot, 1)
        for slot, total in zip(slots, sums, strict=True)
    }


def total_problems(
    con: duckdb.DuckDBPyConnection, recognised: Recognised, rows: RowKinds
) -> Iterator[Problem]:
    """Total and subtotal rows whose figures are not the sums of their rows (reads `typed`)."""
    columns = recognised.contract.columns
    slots = [slot for slot in recognised.columns if columns[slot.column].additive]
    since = [0, *(place + 1 for place in rows.subtotals[:-1])]
    spans = dict.fromkeys([*rows.totals, *rows.of_units], (0, 1 << 30))
    spans |= {
        place: (first, place + 1) for first, place in zip(since, rows.subtotals, strict=False)
    }
    places = np.array(sorted(spans), np.int64)
    if not (spans and slots):
        return
    figures = read_figures(con, recognised, places, slots)
    levels = _levels(recognised, places)
    for at, (place, level) in enumerate(zip(places, levels, strict=True)):
        first, end = spans[int(place)]
        rows_of = f"row > {first} AND row < {end}"
        if level:
            rows_of += f" AND fund_level = '{level}'"
        if unit := rows.of_units.get(int(place)):
            rows_of += f" AND county = {quoted(unit)}"
        [sums] = con.execute(_sums(recognised.contract, slots, rows_of)).fetchall()
        for slot, total in zip(slots, sums, strict=True):
            value = figures[slot].value(at)
            if value is not None and total is not None and value != total:
                yield problem(
                    "total_differs",
                    row=int(place) + 1,
                    column=slot.name,
                    header=recognised.header_of(slot),
                    at=recognised.columns[slot],
                    about=unit,
                    value=figures[slot].told.seen.text(at).strip(),
                    sum=_as_printed(total, recognised.scales.get(slot, 1)),
                )


def _sums(contract: Contract, slots: list[Slot], rows: str) -> str:
    """SQL of the sums of columns over some rows of `typed`; where rows of all fund levels stand
    beside those of each, a unit counts once."""
    added = {slot: f"sum({slot.column})" for slot in slots}
    if "fund_level" not in contract.columns or "all" not in contract.columns["fund_level"].also:
        return f"SELECT {', '.join(added.values())} FROM typed WHERE {rows}"
    once = ", ".join(
        f"coalesce({total} FILTER (fund_level = 'all'), {total}) AS of_{at}"
        for at, total in enumerate(added.values())
    )
    sums = ", ".join(f"sum(of_{at})" for at in range(len(slots)))
    return f"SELECT {sums} FROM (SELECT {once} FROM typed WHERE {rows} GROUP BY county)"


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
