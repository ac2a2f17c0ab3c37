"""Text to typed rows: DuckDB SQL compiled from the contract, and every bad cell named.

Tables made on the connection, in this order:
    landed  one row per data row: `row`, and the text of each slot of the contract ('' or NULL = blank)
    typed   one row per data row: `row`, month_end, and each stored column typed, blanks filled
    rows    what is kept: typed, without rows left out, one row per household
    covered one row per unit that the file speaks of
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from etl.codes import code_lists, spellings
from etl.contract import Column, Contract, Slot, plural
from etl.problems import Problem, masked, problem
from etl.recognise import Recognised, cell_at
from etl.spelling import squeezed

SQL = Path(__file__).with_name("sql")
LOOKUPS = ("unit", "indicator", "code")


@dataclass(frozen=True)
class Lookups:
    """Squeezed spelling → code for what the contract cannot know itself."""

    units: dict[str, str]
    indicators: dict[str, str]


def connect() -> duckdb.DuckDBPyConnection:
    """A connection in memory with the macros that read cells."""
    con = duckdb.connect()
    con.execute((SQL / "macros.sql").read_text(encoding="utf-8"))
    return con


def land(
    con: duckdb.DuckDBPyConnection,
    recognised: Recognised,
    body: list[tuple[int, list[str]]],
    table: str = "landed",
) -> None:
    """Make `landed` (or `table`) from rows; slots the file lacks are NULL throughout."""
    columns: dict[str, Any] = {"row": pa.array([number for number, _ in body], pa.int32())}
    for slot in _all_slots(recognised.contract):
        at = recognised.columns.get(slot)
        texts = [None if at is None else cell_at(row, at) for _, row in body]
        columns[slot.name] = pa.array(texts, pa.string())
    con.register("landing", pa.table(columns))
    con.execute(f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM landing")
    con.unregister("landing")


def clean(
    con: duckdb.DuckDBPyConnection, recognised: Recognised, period: str, lookups: Lookups
) -> list[Problem]:
    """Make `typed` and `rows` from `landed`; every problem of every cell, in file order."""
    contract = recognised.contract
    _make_spellings(con, contract, lookups)
    con.execute(_typed_sql(recognised, period))
    problems = [*_cell_problems(con, recognised), *_blank_problems(con, recognised)]
    problems += _rule_problems(con, recognised)
    problems += _key_problems(con, recognised) if contract.key else []
    problems += _household_problems(con, recognised) if contract.household else []
    keep = contract.keep_when or "true"
    con.execute(f"CREATE OR REPLACE TABLE rows AS SELECT * FROM ({_collapsed(contract)}) WHERE {keep}")
    unit = "county" if "county" in contract.columns else "NULL::VARCHAR"
    con.execute(
        f"CREATE OR REPLACE TABLE covered AS SELECT DISTINCT {unit} AS unit_code FROM typed"
        f" WHERE {unit} IS NOT NULL ORDER BY 1"
    )
    order = {slot.name: at for slot, at in recognised.columns.items()}
    return sorted(problems, key=lambda p: (p.row or 0, order.get(p.column or "", -1), p.code))


def _all_slots(contract: Contract) -> list[Slot]:
    return list(dict.fromkeys(contract.slots.values()))


def _slots_of(contract: Contract, name: str) -> list[Slot]:
    return [slot for slot in _all_slots(contract) if slot.column == name]


def _make_spellings(
    con: duckdb.DuckDBPyConnection, contract: Contract, lookups: Lookups
) -> None:
    """Make `spellings`: one row per list and squeezed spelling, with its code."""
    lists = {"unit": lookups.units, "indicator": lookups.indicators}
    for column in contract.columns.values():
        if column.type == "code":
            lists[column.list] = spellings(column.list)
    words = [(name, word, code) for name, each in lists.items() for word, code in each.items()]
    con.register("words", pa.table(dict(zip(("list", "word", "code"), zip(*words)))))
    con.execute("CREATE OR REPLACE TABLE spellings AS SELECT * FROM words")
    con.unregister("words")


def _typed_sql(recognised: Recognised, period: str) -> str:
    """SQL that makes `typed`: convert each column, then fill the blanks that have a meaning."""
    contract = recognised.contract
    year = int(period[:4])
    converted, filled, joins = ["landed.row"], ["row", f"last_day(DATE '{period}-01') AS month_end"], []
    for name, column in contract.columns.items():
        if column.many:
            converted.append(f"{_many_sql(recognised, name, joins)} AS {plural(name)}")
            filled.append(plural(name))
            continue
        slot = _slots_of(contract, name)[0]
        converted.append(f"{_value_sql(slot, column, recognised, year, joins)} AS {name}")
        if column.kept and not column.printed:
            filled.append(f"{_filled_sql(name, column, recognised, period)} AS {name}")
    return (
        f"CREATE OR REPLACE TABLE typed AS WITH converted AS ("
        f"SELECT {', '.join(converted)} FROM landed {' '.join(joins)}), "
        f"counted AS (SELECT *, {_given_in_unit(contract)} FROM converted) "
        f"SELECT {', '.join(filled)} FROM counted ORDER BY row"
    )


def _value_sql(
    slot: Slot, column: Column, recognised: Recognised, year: int, joins: list[str]
) -> str:
    """SQL of one cell's value, NULL when blank or unreadable; lookups add a join."""
    cell = f'landed."{slot.name}"'
    if column.type in LOOKUPS:
        joins.append(_lookup_join(slot.name, column))
        return f'"of_{slot.name}".code'
    return {
        "text": f"as_text({cell})",
        "identifier": f"as_text(folded({cell}))",
        "money": f"as_money({cell}, {recognised.scales.get(slot, 1)})",
        "number": f"as_number({cell})",
        "count": f"as_count({cell})",
        "percent": f"as_percent({cell}, {bare_percents(recognised, slot)})",
        "year": f"as_year({cell})",
        "date": f"as_date({cell}, {year})",
        "month": f"as_month({cell}, {year})",
        "yes_no": f"as_yes_no({cell})",
    }[column.type]


def _lookup_join(slot_name: str, column: Column) -> str:
    listed = column.list if column.type == "code" else column.type
    return (
        f'LEFT JOIN spellings AS "of_{slot_name}" ON "of_{slot_name}".list = \'{listed}\''
        f' AND "of_{slot_name}".word = squeezed(given(landed."{slot_name}"))'
    )


def _many_sql(recognised: Recognised, name: str, joins: list[str]) -> str:
    """SQL of a list of codes: split cells, or columns marked one per code; NULL without a column."""
    slots = [slot for slot in recognised.columns if slot.column == name]
    split = [slot for slot in slots if not slot.code]
    marked = [slot for slot in slots if slot.code]
    if not slots:
        return "NULL::VARCHAR[]"
    parts = []
    if split:
        joins.append(f"LEFT JOIN ({_split_sql(recognised, name, split)}) AS of_{name} USING (row)")
        parts.append(f"coalesce(of_{name}.codes, []::VARCHAR[])")
    parts += [
        f"CASE WHEN given(landed.\"{slot.name}\") IS NULL OR folded(landed.\"{slot.name}\") = '否'"
        f" THEN []::VARCHAR[] ELSE ['{slot.code}'] END"
        for slot in marked
    ]
    return f"list_distinct(list_concat({', '.join([*parts, '[]::VARCHAR[]'])}))"


def _split_sql(recognised: Recognised, name: str, slots: list[Slot]) -> str:
    """SQL: row → list of codes out of cells split on 、,; ."""
    listed = recognised.contract.columns[name].list
    return (
        f"SELECT row, list(DISTINCT code ORDER BY code) AS codes FROM ({_items_sql(slots)})"
        f" JOIN spellings ON list = '{listed}' AND word = squeezed(item) GROUP BY row"
    )


def _items_sql(slots: list[Slot]) -> str:
    """SQL: one row per row, slot and item of a cell split on 、,; ."""
    return " UNION ALL ".join(
        f"SELECT row, '{slot.name}' AS slot, cell, item FROM (SELECT row, \"{slot.name}\" AS cell,"
        f" unnest(regexp_split_to_array(given(\"{slot.name}\"), '[、,，;；]')) AS item FROM landed)"
        f" WHERE given(item) IS NOT NULL"
        for slot in slots
    )


def _given_in_unit(contract: Contract) -> str:
    """SQL: for columns where a blank among filled cells of a unit means 0, how many are filled."""
    names = [name for name, column in contract.columns.items() if column.blank_in_some]
    counts = [f"count({name}) OVER (PARTITION BY county) AS given_{name}" for name in names]
    return ", ".join([*counts, "true AS counted"])


def _filled_sql(name: str, column: Column, recognised: Recognised, period: str) -> str:
    if column.blank_in_some:
        return f"coalesce({name}, CASE WHEN given_{name} > 0 THEN 0 END)"
    if column.default == "period":
        value = f"DATE '{period}-01'" if column.type == "month" else period[:4]
        return f"coalesce({name}, {value})"
    if column.also and column.type == "code":
        return f"coalesce({name}, '{column.also[0]}')"
    if column.otherwise:
        return f"coalesce({name}, {column.otherwise})"
    return name


def bare_percents(recognised: Recognised, slot: Slot) -> bool:
    """Whether the bare numbers of a percent column are percents: decided for the whole column."""
    return recognised.percents.get(slot, False)


def _cell_problems(con: duckdb.DuckDBPyConnection, recognised: Recognised) -> Iterator[Problem]:
    """Cells that are blank but required, unreadable, too small, cut short or personal."""
    contract = recognised.contract
    for slot in recognised.columns:
        column = contract.columns[slot.column]
        header = recognised.header(slot)
        for code, condition in _cell_conditions(slot, column):
            found = con.execute(
                f'SELECT landed.row, landed."{slot.name}" FROM landed JOIN typed USING (row)'
                f" WHERE {condition} ORDER BY 1"
            ).fetchall()
            choices = _choices(column) if code == "bad_code" else ""
            for row, cell in found:
                yield problem(
                    code,
                    row=row,
                    column=slot.name.split(":")[0],
                    header=header,
                    value=cell,
                    severity=column.unknown if code == "bad_code" else None,
                    choices=choices,
                    least=column.at_least,
                )
        if column.many and not slot.code:
            yield from _item_problems(con, recognised, slot)


def _cell_conditions(slot: Slot, column: Column) -> Iterator[tuple[str, str]]:
    cell, value = f'landed."{slot.name}"', f"typed.{slot.column}"
    if column.required:
        yield "missing_value", f"{'as_text' if column.type == 'text' else 'given'}({cell}) IS NULL"
    if column.type == "identifier":
        yield "lost_digits", f"lost_digits({cell})"
    else:
        yield "identity_number", f"holds_identity_number({cell})"
    if column.many or column.printed or not column.kept or column.type in ("text", "identifier"):
        return
    blank = "given_date" if column.type in ("date", "month") else "given"
    if column.type == "yes_no":
        blank = "as_text"  # 无 is an answer here
    unread = f"{blank}({cell}) IS NOT NULL AND NOT holds_identity_number({cell})"
    if column.type in LOOKUPS:
        listed = column.list if column.type == "code" else column.type
        known = f"SELECT word FROM spellings WHERE list = '{listed}'"
        yield f"bad_{column.type}", f"{unread} AND squeezed(given({cell})) NOT IN ({known})"
    else:
        # A blank that was filled with a default is not unreadable, an unreadable cell is.
        read = f"as_{column.type}({cell}{', 1' if column.type == 'money' else ''}"
        read += {"percent": ", true", "date": ", 2000", "month": ", 2000"}.get(column.type, "") + ")"
        yield f"bad_{column.type}", f"{unread} AND {read} IS NULL"
    if column.at_least is not None:
        yield "below_least", f"{value} < {column.at_least}"


def _choices(column: Column) -> str:
    return "、".join(entry.zh for entry in code_lists()[column.list].values())


def _item_problems(
    con: duckdb.DuckDBPyConnection, recognised: Recognised, slot: Slot
) -> Iterator[Problem]:
    column = recognised.contract.columns[slot.column]
    found = con.execute(
        f"SELECT row, cell FROM ({_items_sql([slot])}) WHERE squeezed(item) NOT IN"
        f" (SELECT word FROM spellings WHERE list = '{column.list}') ORDER BY 1"
    ).fetchall()
    for row, cell in found:
        yield problem(
            "bad_code",
            row=row,
            column=slot.name,
            header=recognised.header(slot),
            value=cell,
            severity=column.unknown,
            choices=_choices(column),
        )


def _blank_problems(con: duckdb.DuckDBPyConnection, recognised: Recognised) -> Iterator[Problem]:
    for slot in recognised.columns:
        note = recognised.contract.columns[slot.column].blank_in_some
        if not note:
            continue
        found = con.execute(
            f'SELECT row FROM landed JOIN typed USING (row) WHERE given(landed."{slot.name}") IS NULL'
            f" AND typed.{slot.column} IS NOT NULL ORDER BY 1"
        ).fetchall()
        for (row,) in found:
            yield problem(
                "blank_in_some",
                row=row,
                column=slot.name,
                header=recognised.header(slot),
                value="",
                note=note.zh,
                en={"note": note.en},
            )


def _rule_problems(con: duckdb.DuckDBPyConnection, recognised: Recognised) -> Iterator[Problem]:
    """Rows that break a rule of the contract; its sentence names the cells as seen."""
    contract = recognised.contract
    seen = {slot.column: slot for slot in reversed(recognised.columns)}
    shown = [slot for slot in seen.values() if not contract.columns[slot.column].many]
    for rule in contract.rules:
        cells = ", ".join(f'landed."{slot.name}"' for slot in shown)
        found = con.execute(
            f"SELECT row, {cells} FROM landed SEMI JOIN (FROM typed WHERE {rule.when}) USING (row) ORDER BY 1"
        ).fetchall()
        column = rule.column if rule.column in contract.columns else rule.column.rpartition("_")[0]
        slot = seen.get(column)
        for row, *texts in found:
            words = dict.fromkeys(contract.columns, "—")
            words |= {s.column: masked(text or "") or "—" for s, text in zip(shown, texts)}
            yield Problem(
                code=rule.code,
                severity=rule.severity,
                zh=rule.zh.format_map(words),
                en=rule.en.format_map(words),
                row=row,
                column=rule.column,
                header=recognised.header(slot) if slot else None,
                value=words.get(rule.column, ""),
            )


def _key_problems(con: duckdb.DuckDBPyConnection, recognised: Recognised) -> Iterator[Problem]:
    """Rows that share their key with an earlier row; identical rows where the contract says so."""
    contract = recognised.contract
    key = ", ".join(contract.key)
    whole = ", ".join(contract.stored())
    told: set[int] = set()
    for code, columns in (("identical_row", whole), ("repeated_key", key)):
        if code == "identical_row" and not contract.identical_row:
            continue
        found = con.execute(
            f"SELECT list(row ORDER BY row) AS found, any_value({contract.key[0]}) FROM typed"
            f" WHERE {contract.key[0]} IS NOT NULL GROUP BY {columns} HAVING count(*) > 1 ORDER BY found[1]"
        ).fetchall()
        for (first, *others), value in found:
            if told.issuperset(others):
                continue
            told.update(others)
            labels = [contract.columns[name].label for name in contract.key]
            slot = next(s for s in recognised.columns if s.column == contract.key[0])
            yield problem(
                code,
                row=others[0],
                column=contract.key[0],
                header=recognised.header(slot),
                value=str(value),
                severity=contract.repeated_key if code == "repeated_key" else "error",
                other=first,
                key="、".join(label.zh for label in labels),
                en={"key": ", ".join(label.en for label in labels)},
            )


def _household_columns(contract: Contract) -> list[str]:
    return [name for name in contract.stored() if name not in (contract.household, "persons")]


def _household_problems(con: duckdb.DuckDBPyConnection, recognised: Recognised) -> Iterator[Problem]:
    """Person rows of one household that disagree about the household."""
    contract = recognised.contract
    for slot in recognised.columns:
        column = contract.columns[slot.column]
        name = plural(slot.column) if column.many else slot.column
        if name == contract.household or not column.kept:
            continue
        found = con.execute(
            f"SELECT first(row ORDER BY row), arg_max(row, (row)) FROM typed GROUP BY {contract.household}"
            f" HAVING count(DISTINCT coalesce({name}::VARCHAR, '')) > 1 ORDER BY 1"
        ).fetchall()
        for first, last in found:
            yield problem(
                "household_differs",
                row=last,
                column=slot.name.split(":")[0],
                header=recognised.header(slot),
                other=first,
            )


def _collapsed(contract: Contract) -> str:
    """SQL of the rows kept: as typed, or one per household with its persons counted."""
    if not contract.household:
        return f"SELECT row, {', '.join(contract.stored())} FROM typed ORDER BY row"
    fields = [
        f"count(*) AS {name}"
        if name == "persons"
        else f"first({name} ORDER BY row) AS {name}"
        if name != contract.household
        else name
        for name in contract.stored()
    ]
    fields[list(contract.stored()).index("persons")] = (
        "coalesce(max(persons), count(*))::BIGINT AS persons"
    )
    return (
        f"SELECT min(row) AS row, {', '.join(fields)} FROM typed GROUP BY {contract.household}"
        f" ORDER BY row"
    )


__all__ = ["Lookups", "bare_percents", "clean", "connect", "land", "replace", "squeezed"]
