"""Text to typed rows: DuckDB SQL compiled from the contract.

Temporary tables made on the connection, in this order:
    landed, told  made by etl.land
    spellings  codes, units and indicators by how they are spelled; days: dates by their text
    converted  one row per data row: each column typed, NULL when blank or unreadable
    typed      the stored columns and month_end, blanks with a meaning filled
    rows       what is kept: without rows left out, one row per household
    covered    one row per unit that the file speaks of
"""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from etl.codes import spellings
from etl.contract import Column, Contract, Slot, plural
from etl.land import make, make_from
from etl.recognise import Recognised

SQL = Path(__file__).with_name("sql")
LOOKUPS = ("unit", "indicator", "code")


@dataclass(frozen=True)
class Lookups:
    """Squeezed spelling → code for what the contract cannot know itself."""

    units: dict[str, str]
    indicators: dict[str, str]


MANY_ROWS = 100_000  # from here on a file is worth more than one thread


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
    con: duckdb.DuckDBPyConnection, recognised: Recognised, period: str, lookups: Lookups
) -> None:
    """Make `converted`, `typed`, `rows` and `covered` from `told`."""
    contract = recognised.contract
    _make_spellings(con, contract, lookups)
    _make_days(con, recognised, int(period[:4]))
    make(con, "converted", _converted(recognised))
    make(con, "typed", _typed(contract, period))
    make(con, "rows", _kept(contract))
    unit = "county" if "county" in contract.columns else "NULL::VARCHAR"
    make(
        con,
        "covered",
        f"SELECT DISTINCT {unit} AS unit_code FROM typed WHERE {unit} IS NOT NULL ORDER BY 1",
    )


def _make_spellings(con: duckdb.DuckDBPyConnection, contract: Contract, lookups: Lookups) -> None:
    """Make `spellings`: one row per list and squeezed spelling, with its code."""
    lists = {"unit": lookups.units, "indicator": lookups.indicators}
    for column in contract.columns.values():
        if column.type == "code":
            lists[column.list] = spellings(column.list, column.also)
    words = [(name, word, code) for name, each in lists.items() for word, code in each.items()]
    names = ("list", "word", "code")
    make_from(con, "spellings", dict(zip(names, map(list, zip(*words, strict=True)), strict=True)))


def _make_days(con: duckdb.DuckDBPyConnection, recognised: Recognised, year: int) -> None:
    """Make `days`: one row per different text in the columns of dates and months, with its day."""
    cells = [
        f'told."{slot.name}"'
        for slot in recognised.columns
        if recognised.contract.columns[slot.column].type in ("date", "month")
    ]
    texts = f"SELECT DISTINCT unnest([{', '.join(cells) or 'NULL::VARCHAR'}]) AS text FROM told"
    make(con, "days", f"SELECT text, as_date(text, {year}) AS day FROM ({texts})")


def list_of(column: Column) -> str:
    """The list in `spellings` that a lookup column is looked up in."""
    return column.list if column.type == "code" else column.type


def _converted(recognised: Recognised) -> str:
    contract = recognised.contract
    slots = {slot.column: slot for slot in reversed(recognised.columns)}
    fields, joins = ["told.row"], list[str]()
    for name, column in contract.columns.items():
        if column.many:
            value, stored = _codes(recognised, name, joins), plural(name)
        elif name in slots:
            value, stored = _value(slots[name], column, recognised, joins), name
        else:
            value, stored = f"NULL::{contract.sql_type(name)}", name
        fields.append(f"{value} AS {stored}")
    return f"SELECT {', '.join(fields)} FROM told {' '.join(joins)}"


def _value(slot: Slot, column: Column, recognised: Recognised, joins: list[str]) -> str:
    """SQL of one cell's value; a lookup adds a join."""
    cell = f'told."{slot.name}"'
    if column.type in ("date", "month"):
        joins.append(f'LEFT JOIN days AS "of_{slot.name}" ON "of_{slot.name}".text = {cell}')
        day = f'"of_{slot.name}".day'
        return day if column.type == "date" else f"CAST(date_trunc('month', {day}) AS DATE)"
    if column.type in LOOKUPS:
        joins.append(
            f'LEFT JOIN spellings AS "of_{slot.name}" ON "of_{slot.name}".list = '
            f"'{list_of(column)}' AND \"of_{slot.name}\".word = squeezed({cell})"
        )
        return f'"of_{slot.name}".code'
    return {
        "text": cell,
        "identifier": cell,
        "money": f"as_money({cell}, {recognised.scales.get(slot, 1)})",
        "number": f"as_number({cell})",
        "count": f"as_count({cell})",
        "percent": f"as_percent({cell}, {bool(recognised.percents.get(slot))})",
        "year": f"as_year({cell})",
        "yes_no": f"as_yes_no({cell})",
    }[column.type]


def _codes(recognised: Recognised, name: str, joins: list[str]) -> str:
    """SQL of a list of codes: split cells, or one marked column per code; NULL without either."""
    slots = [slot for slot in recognised.columns if slot.column == name]
    split = [slot for slot in slots if not slot.code]
    parts = [
        f"CASE WHEN told.\"{slot.name}\" <> '否' THEN ['{slot.code}'] ELSE []::VARCHAR[] END"
        for slot in slots
        if slot.code
    ]
    if not slots:
        return "NULL::VARCHAR[]"
    if split:
        listed = recognised.contract.columns[name].list
        joins.append(
            f"LEFT JOIN (SELECT row, list(DISTINCT code ORDER BY code) AS codes"
            f" FROM ({items(split)}) JOIN spellings ON list = '{listed}' AND word = squeezed(item)"
            f" GROUP BY row) AS of_{name} ON of_{name}.row = told.row"
        )
        parts.append(f"coalesce(of_{name}.codes, []::VARCHAR[])")
    return f"list_sort(list_concat({', '.join([*parts, '[]::VARCHAR[]'])}))"


def items(slots: list[Slot]) -> str:
    """SQL: one row per row, slot and item of a cell split on 、,; ."""
    return " UNION ALL ".join(
        f"SELECT row, '{slot.name}' AS slot, item FROM (SELECT row,"
        f" unnest(regexp_split_to_array(\"{slot.name}\", '[、,，;；]')) AS item FROM told)"
        f" WHERE item_of(item) IS NOT NULL"
        for slot in slots
    )


def _typed(contract: Contract, period: str) -> str:
    """Fill blanks that have a meaning: defaults, and 0 where the unit's other rows are filled."""
    counts = [
        f"count({name}) OVER (PARTITION BY county) AS given_{name}"
        for name in contract.blanks_counted()
    ]
    fields = [
        plural(name) if column.many else f"{_filled(name, column, period)} AS {name}"
        for name, column in contract.columns.items()
        if column.kept and not column.printed
    ]
    fields += [f"{name} IS NULL AS {name}_blank" for name in contract.blanks_counted()]
    return (
        f"SELECT row, last_day(DATE '{period}-01') AS month_end, {', '.join(fields)}"
        f" FROM (SELECT {', '.join(['*', *counts])} FROM converted) ORDER BY row"
    )


def _filled(name: str, column: Column, period: str) -> str:
    if column.blank_in_some:
        return f"coalesce({name}, CASE WHEN given_{name} > 0 THEN 0 END)"
    if column.default == "period":
        value = f"DATE '{period}-01'" if column.type == "month" else period[:4]
        return f"coalesce({name}, {value})"
    if column.otherwise or column.also:
        return f"coalesce({name}, {column.otherwise or repr(column.also[0])})"
    return name


def _kept(contract: Contract) -> str:
    """SQL of the rows kept: as typed, or one per household with its persons counted."""
    stored = list(contract.stored())
    keep = f" WHERE {contract.keep_with} IS NOT NULL" if contract.keep_with else ""
    if not contract.household:
        return f"SELECT row, {', '.join(stored)} FROM typed{keep} ORDER BY row"
    fields = {name: _of_household(contract, name) for name in stored}
    fields[contract.household] = contract.household
    fields["persons"] = "coalesce(max(persons), count(*))"
    chosen = ", ".join(f"{sql} AS {name}" for name, sql in fields.items())
    return (
        f"FROM (SELECT min(row) AS row, {chosen} FROM typed GROUP BY {contract.household}){keep}"
        f" ORDER BY row"
    )


def _of_household(contract: Contract, name: str) -> str:
    """SQL of a household's value: what its first row with one says; a list may be empty."""
    some = says_something(contract, name)
    return f"coalesce(arg_min({name}, row) FILTER ({some}), first({name} ORDER BY row))"


def says_something(contract: Contract, name: str) -> str:
    """SQL: whether a stored column is filled."""
    return f"len({name}) > 0" if contract.stored()[name].endswith("[]") else f"{name} IS NOT NULL"
