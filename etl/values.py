"""What the texts of cells mean: each text is read once, and every cell gets its value."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.codes import spellings
from etl.contract import Column, Slot
from etl.land import Told, split_items, unless
from etl.recognised import Recognised
from etl.sheet import Codes, Numbering, as_mask
from etl.spelling import squeezed

MANY_UNIONS = 1 << 12  # from here on it is worth looking which of them there are


@dataclass(frozen=True)
class Lookups:
    """Squeezed spelling → code for what the contract cannot know itself."""

    units: dict[str, str]
    indicators: dict[str, str]

    def of(self, column: Column) -> dict[str, str]:
        """The codes that a column's cells are looked up in, by their spellings."""
        if column.type == "unit":
            return self.units
        if column.type == "indicator":
            return self.indicators
        return spellings(column.list, column.also)


def read_values(
    con: duckdb.DuckDBPyConnection,
    recognised: Recognised,
    told: dict[Slot, Told],
    year: int | None = None,
    lookups: Lookups | None = None,
) -> dict[Slot, Any]:
    """For each slot the values of its texts, in their order; NULL where blank or unreadable.

    A slot of several codes has lists, a marked column the list of its own code. `year` is that of
    days without one; figures need neither it nor lookups."""
    lookups = lookups or Lookups({}, {})
    columns = recognised.contract.columns
    values: dict[Slot, Any] = {}
    by_formula: dict[str, list[Slot]] = {}
    for slot, each in told.items():
        column = columns[slot.column]
        if column.many:
            values[slot] = _lists(each, lookups.of(column))
        elif column.type in ("unit", "indicator", "code"):
            codes = lookups.of(column)
            found = [None if word is None else codes.get(squeezed(word)) for word in each.words]
            values[slot] = pa.array(found, pa.string())
        elif column.type in ("text", "identifier"):
            unusable = each.errors | each.formulas
            if column.type == "identifier":
                unusable = unusable | each.lost_digits
            values[slot] = unless(pa.array(unusable), each.texts)
        else:
            by_formula.setdefault(_formula(recognised, slot, year), []).append(slot)
    for formula, slots in by_formula.items():
        texts = pa.concat_arrays([told[slot].texts for slot in slots])
        results = _asked(con, formula, texts)
        for slot in slots:
            count = len(told[slot].texts)
            values[slot], results = results[:count], results[count:]
    return values


def _asked(con: duckdb.DuckDBPyConnection, formula: str, texts: Any) -> Any:
    con.register("texts", pa.table({"text": texts}))
    found = con.sql(f"SELECT {formula} AS value FROM texts").to_arrow_table()
    con.unregister("texts")
    return found["value"].combine_chunks()


def _formula(recognised: Recognised, slot: Slot, year: int | None) -> str:
    """SQL of a value from its text, by macros.sql."""
    day_in = "NULL" if year is None else year
    return {
        "money": f"as_money(text, {recognised.scales.get(slot)})",
        "number": f"as_money(text, {recognised.scales.get(slot, 1)})",
        "count": "as_count(text)",
        "percent": f"as_percent(text, {bool(recognised.percents.get(slot))})",
        "year": "as_year(text)",
        "yes_no": "as_yes_no(text)",
        "date": f"as_date(text, {day_in})",
        "month": f"as_month(text, {day_in})",
    }[recognised.contract.columns[slot.column].type]


def _lists(told: Told, codes: dict[str, str]) -> Any:
    if told.slot.code:
        found = [[told.slot.code] if word not in (None, "否") else [] for word in told.words]
    else:
        found = [
            sorted({codes[key] for item in split_items(word) if (key := squeezed(item)) in codes})
            for word in told.words
        ]
    return pa.array(found, pa.list_(pa.string()))


def cell_values(values: Any, codes: Codes) -> Any:
    """The values of cells: texts by dictionary, which takes little room, others one by one."""
    if not pa.types.is_string(values.type):
        return values.take(pa.array(codes))
    missing = as_mask(pc.is_null(values))
    known = pa.array(codes, mask=missing[codes] if missing.any() else None)
    return pa.DictionaryArray.from_arrays(known, pc.fill_null(values, ""))


def united(parts: Sequence[tuple[Codes, Any]]) -> Any:
    """For each row the sorted union of its lists in several columns, given as codes and lists."""
    found: list[frozenset[str]] = [frozenset()]
    rows = np.zeros(len(parts[0][0]), np.int32)
    for codes, lists in parts:
        # A row's number says which list it has in each column so far.
        numbers = Numbering()
        of_texts = np.array([numbers[tuple(words)] for words in lists.to_pylist()], np.int32)
        rows *= len(numbers)
        rows += of_texts.take(codes)
        found = [known.union(words) for known in found for words in numbers]
        if len(found) > MANY_UNIONS:
            used = np.bincount(rows, minlength=len(found)) > 0
            found = [each for each, is_used in zip(found, used, strict=True) if is_used]
            rows = (np.cumsum(used, dtype=np.int32) - 1).take(rows)
    return pa.array(map(sorted, found), pa.list_(pa.string())).take(pa.array(rows))
