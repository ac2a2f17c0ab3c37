"""Values to typed rows: DuckDB SQL compiled from the contract.

On the connection, in this order:
    converted  one row per data row: each column typed, NULL when blank or unreadable
    typed      the stored columns and month_end, blanks with a meaning filled; whether it is kept
    rows       what is kept: without rows left out, one row per household
    covered    one row per unit that the file speaks of
"""

import os
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from etl.contract import Column, Contract, Slot, plural
from etl.land import Told
from etl.recognise import Recognised
from etl.sheet import Places
from etl.values import cell_values, united

SQL = Path(__file__).with_name("sql")
MANY_ROWS = 100_000  # from here on a file is worth more than one thread


def make(con: duckdb.DuckDBPyConnection, table: str, select: str, kind: str = "TABLE") -> None:
    """(Re)make a temporary table, or view, from a SELECT."""
    con.execute(f"CREATE OR REPLACE TEMP {kind} {table} AS {select}")


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


def clean(
    con: duckdb.DuckDBPyConnection,
    recognised: Recognised,
    places: Places,
    told: dict[Slot, Told],
    values: dict[Slot, Any],
    period: str,
) -> bool:
    """Make `converted`, `typed`, `rows` and `covered`; whether several rows are one household."""
    contract = recognised.contract
    con.register("converted", _converted(contract, places, told, values))
    # A view costs nothing, but a window in it would be looked through again at every question.
    kind = "TABLE" if contract.blanks_counted() else "VIEW"
    make(con, "typed", _typed(contract, period), kind)
    person_rows = bool(contract.household) and _is_repeated(con, contract.household)
    if person_rows:
        make(con, "rows", _households(contract))
    else:
        make(con, "rows", _kept(contract), "VIEW")
    unit = "county" if "county" in contract.columns else "NULL::VARCHAR"
    make(
        con,
        "covered",
        f"SELECT DISTINCT {unit} AS unit_code FROM typed WHERE {unit} IS NOT NULL ORDER BY 1",
    )
    return person_rows


def _is_repeated(con: duckdb.DuckDBPyConnection, key: str) -> bool:
    [(rows, keys)] = con.execute(
        f"SELECT count({key}), count(DISTINCT {key}) FROM typed"
    ).fetchall()
    return bool(rows > keys)


def _converted(
    contract: Contract, places: Places, told: dict[Slot, Told], values: dict[Slot, Any]
) -> Any:
    """The values, a column for each of the contract's; `kept` is false where a row is left out."""
    first = {slot.column: slot for slot in reversed(told)}
    table = {"row": pa.array(places + 1, pa.int32())}
    for name, column in contract.columns.items():
        if column.many:
            slots = [slot for slot in told if slot.column == name]
            parts = [(told[slot].seen.codes, values[slot]) for slot in slots]
            table[plural(name)] = united(parts) if parts else pa.nulls(len(places))
        elif name in first:
            slot = first[name]
            table[name] = cell_values(values[slot], told[slot].seen.codes)
        else:
            table[name] = pa.nulls(len(places))
    keep = first.get(contract.keep_with)
    table["kept"] = pa.array(~told[keep].blank) if keep else pa.repeat(True, len(places))
    return pa.table(table)


def _typed(contract: Contract, period: str) -> str:
    """Fill blanks that have a meaning: defaults, and 0 where the unit's other rows are filled."""
    counts = [
        f"count({name}) OVER (PARTITION BY county) AS given_{name}"
        for name in contract.blanks_counted()
    ]
    fields = [
        f"{_filled(name, column, period)}::{contract.sql_type(name)} AS"
        f" {plural(name) if column.many else name}"
        for name, column in contract.columns.items()
        if column.kept and not column.printed
    ]
    fields += [f"{name} IS NULL AS {name}_blank" for name in contract.blanks_counted()]
    return (
        f"SELECT row, kept, last_day(DATE '{period}-01') AS month_end, {', '.join(fields)}"
        f" FROM (SELECT {', '.join(['*', *counts])} FROM converted)"
        f"{' ORDER BY row' if counts else ''}"
    )


def _filled(name: str, column: Column, period: str) -> str:
    if column.many:
        return plural(name)
    if column.blank_in_some:
        return f"coalesce({name}, CASE WHEN given_{name} > 0 THEN 0 END)"
    if column.default == "period":
        value = f"DATE '{period}-01'" if column.type == "month" else period[:4]
        return f"coalesce({name}, {value})"
    if column.otherwise or column.also:
        return f"coalesce({name}, {column.otherwise or repr(column.also[0])})"
    return name


def _kept(contract: Contract) -> str:
    """SQL of the rows kept, as typed; a household of one row is one person unless it says more."""
    stored = dict.fromkeys(contract.stored())
    fields = {name: name for name in stored}
    if contract.household:
        fields["persons"] = "coalesce(persons, 1)"
    chosen = ", ".join(f"{sql} AS {name}" for name, sql in fields.items())
    keep = f" WHERE {contract.keep_with} IS NOT NULL" if contract.keep_with else ""
    return f"SELECT row, {chosen} FROM typed{keep}"


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
