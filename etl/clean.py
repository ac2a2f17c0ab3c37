"""Values to typed rows, and to the rows that are kept.

On the connection, in this order:
    typed    one row per data row: each stored column, blanks with a meaning filled; `kept` is false
             for rows left out, month_end the month's last day, …_blank what a cell was before
    rows     what is kept: without rows left out, one row per household
    covered  one row per unit that the file speaks of
"""

import os
from calendar import monthrange
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.contract import Column, Contract, Slot, plural
from etl.land import Told
from etl.recognised import Recognised
from etl.sheet import Places, as_mask
from etl.values import cell_values, united

SQL = Path(__file__).with_name("sql")
MANY_ROWS = 100_000  # from here on a file is worth more than one thread
ROWS_A_THREAD = 1 << 17
ARROW_TYPES = {
    "money": pa.decimal128(18, 2),
    "number": pa.decimal128(18, 2),
    "percent": pa.decimal128(18, 8),
    "count": pa.int64(),
    "year": pa.int32(),
    "date": pa.date32(),
    "month": pa.date32(),
    "yes_no": pa.bool_(),
}


def make(con: duckdb.DuckDBPyConnection, table: str, select: str) -> None:
    """(Re)make a temporary table from a SELECT."""
    con.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS {select}")


@contextmanager
def at_once(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Many small statements as one transaction: each by itself would wait for the disk."""
    con.begin()
    try:
        yield
    except BaseException:
        con.rollback()
        raise
    con.commit()


@cache
def _database(threads: int) -> duckdb.DuckDBPyConnection:
    """A database in memory with the macros that read cells; tables on it are temporary."""
    con = duckdb.connect(config={"threads": threads})
    con.execute((SQL / "macros.sql").read_text(encoding="utf-8"))
    return con


def connect(rows: int) -> duckdb.DuckDBPyConnection:
    """A connection for a file of so many rows, with temporary tables of its own."""
    threads = (os.cpu_count() or 1) if rows >= MANY_ROWS else 1
    return _database(threads).cursor()


@dataclass(frozen=True)
class Cleaned:
    """The rows of a file as they are stored, and whether some are several persons' of one
    household."""

    rows: Any  # pa.Table
    person_rows: bool


def clean(
    con: duckdb.DuckDBPyConnection,
    recognised: Recognised,
    places: Places,
    told: dict[Slot, Told],
    values: dict[Slot, Any],
    period: str,
) -> Cleaned:
    """Make `typed`, `rows` and `covered`."""
    contract = recognised.contract
    household = next((slot for slot in told if slot.column == contract.household), None)
    with ThreadPoolExecutor(1) as beside:
        repeated = beside.submit(told[household].is_repeated) if household else None
        typed = _typed(con, contract, places, told, values, period)
    register(con, "typed", typed)
    person_rows = bool(repeated and repeated.result())
    if person_rows:
        rows = con.sql(_households(contract)).to_arrow_table()
    else:
        rows = _kept(contract, typed)
    register(con, "rows", rows)
    unit = "county" if "county" in contract.columns else "NULL::VARCHAR"
    make(
        con,
        "covered",
        f"SELECT DISTINCT {unit} AS unit_code FROM typed WHERE {unit} IS NOT NULL ORDER BY 1",
    )
    return Cleaned(rows, person_rows)


def register(con: duckdb.DuckDBPyConnection, name: str, table: Any) -> None:
    """Show a table to DuckDB, in pieces that its threads share among them."""
    con.register(name, pa.Table.from_batches(table.to_batches(ROWS_A_THREAD), table.schema))


def _typed(
    con: duckdb.DuckDBPyConnection,
    contract: Contract,
    places: Places,
    told: dict[Slot, Told],
    values: dict[Slot, Any],
    period: str,
) -> Any:
    """The table of values, blanks with a meaning filled."""
    first = {slot.column: slot for slot in reversed(told)}
    count = len(places)
    table = {"row": pa.array(places + 1, pa.int32())}
    for name, column in contract.columns.items():
        if not column.kept or column.printed:
            continue
        if column.many:
            slots = [slot for slot in told if slot.column == name]
            parts = [(told[slot].seen.codes, values[slot]) for slot in slots]
            kind = pa.list_(pa.string())
            table[plural(name)] = united(parts) if parts else pa.nulls(count, kind)
            continue
        if name in first:
            table[name] = cell_values(values[first[name]], told[first[name]].seen.codes)
        else:
            table[name] = pa.nulls(count, ARROW_TYPES.get(column.type, pa.string()))
        if column.blank_in_some:
            table[f"{name}_blank"] = pc.is_null(table[name])
        table[name] = _filled(table[name], column, table, period)
    keep = first.get(contract.keep_with)
    table["kept"] = pa.array(~told[keep].blank) if keep else pa.repeat(True, count)
    year, month = int(period[:4]), int(period[5:])
    table["month_end"] = pa.repeat(pa.scalar(date(year, month, monthrange(year, month)[1])), count)
    for name, column in contract.columns.items():
        if column.otherwise:
            table[name] = _otherwise(con, pa.table(table), name, column.otherwise)
    return pa.table(table)


def _filled(values: Any, column: Column, table: dict[str, Any], period: str) -> Any:
    """Defaults, and 0 where other rows of the unit are filled."""
    if column.blank_in_some:
        # Two spellings are one unit, and cells whose unit is unknown are together.
        counties = table["county"].cast(pa.string())
        units = pc.dictionary_encode(counties, null_encoding="encode").indices.to_numpy()
        given = np.bincount(units, weights=as_mask(pc.is_valid(values))) > 0
        return pc.if_else(pa.array(given[units]), pc.fill_null(values, 0), values)
    if column.default == "period":
        month = date(int(period[:4]), int(period[5:]), 1)
        return pc.fill_null(values, month if column.type == "month" else month.year)
    if column.also:
        return pc.fill_null(values, column.also[0])
    return values


def _otherwise(con: duckdb.DuckDBPyConnection, table: Any, name: str, formula: str) -> Any:
    """A column whose blanks the contract fills by a formula of the row's other cells."""
    con.register("filling", table)
    found = con.sql(f"SELECT coalesce({name}, {formula}) AS value FROM filling").to_arrow_table()
    con.unregister("filling")
    return found["value"].combine_chunks()


def _kept(contract: Contract, typed: Any) -> Any:
    """The rows kept, as typed; a household of one row is one person unless it says more."""
    rows = typed.select(["row", *contract.stored()])
    if contract.household:
        at = rows.schema.get_field_index("persons")
        rows = rows.set_column(at, "persons", pc.fill_null(rows["persons"], 1))
    if contract.keep_with and rows[contract.keep_with].null_count:
        rows = rows.filter(pc.is_valid(rows[contract.keep_with]))
    return rows


def _households(contract: Contract) -> str:
    """SQL of one row per household, its persons counted where their number is not given."""
    fields = {name: _of_household(contract, name) for name in contract.stored()}
    fields[contract.household] = contract.household
    fields["persons"] = "coalesce(max(persons), count(*))"
    chosen = ", ".join(f"{sql} AS {name}" for name, sql in fields.items())
    return (
        f"FROM (SELECT min(row) AS row, {chosen} FROM typed GROUP BY {contract.household})"
        f" WHERE {contract.keep_with} IS NOT NULL ORDER BY row"
    )


def _of_household(contract: Contract, name: str) -> str:
    """SQL of a household's value: what its first row with one says; a list may be empty."""
    some = says_something(contract, name)
    return f"coalesce(arg_min({name}, row) FILTER ({some}), first({name} ORDER BY row))"


def says_something(contract: Contract, name: str) -> str:
    """SQL: whether a stored column is filled."""
    return f"len({name}) > 0" if contract.stored()[name].endswith("[]") else f"{name} IS NOT NULL"
