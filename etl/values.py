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
from etl.land import Told, split_items
from etl.recognise import Recognised
from etl.sheet import Codes, as_mask
from etl.spelling import squeezed


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
            values[slot] = each.texts
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
        "number": "as_number(text)",
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
    return pa.DictionaryArray.from_arrays(known, values.fill_null(""))


def united(parts: Sequence[tuple[Codes, Any]]) -> Any:
    """For each row the sorted union of its lists in several columns, given as codes and lists."""
    found: list[tuple[str, ...]] = [()]
    rows: Any = np.zeros(len(parts[0][0]), np.int64)
    for codes, lists in parts:
        words = [tuple(each) for each in lists.to_pylist()]
        pairs = rows * len(words) + codes
        there, rows = _renumbered(pairs, len(found) * len(words))
        found = [
            tuple(sorted({*found[pair // len(words)], *words[pair % len(words)]})) for pair in there
        ]
    return pa.array(found, pa.list_(pa.string())).take(pa.array(rows))


def _renumbered(numbers: Any, below: int) -> tuple[list[int], Any]:
    """(the numbers that are there, each row's place among them)."""
    if below <= len(numbers):
        used = np.bincount(numbers, minlength=below) > 0
        return np.flatnonzero(used).tolist(), (np.cumsum(used) - 1)[numbers]
    coded = pa.array(numbers).dictionary_encode()
    return coded.dictionary.to_pylist(), coded.indices.to_numpy().astype(np.int64)
