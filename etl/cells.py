"""Every bad cell, named: row, column, header as seen, value, and one sentence how to mend it.

Reads the tables of etl.clean. Problems are rare and rows are many: each check is one scan that
returns the rows it finds, and the cells' texts are fetched for those rows alone."""

from collections.abc import Iterator
from itertools import chain

import duckdb

from etl.clean import LOOKUPS, items, list_of, says_something
from etl.codes import code_lists
from etl.contract import Column, Contract, Slot, plural
from etl.personal import holds_telephone, is_identity_number, masked
from etl.problems import Problem, problem
from etl.recognise import Recognised


def cell_problems(con: duckdb.DuckDBPyConnection, recognised: Recognised) -> list[Problem]:
    """All problems of all cells and rows, in file order."""
    contract = recognised.contract
    found = chain(
        _bad_cells(con, recognised),
        _bad_items(con, recognised),
        _blanks(con, recognised),
        _broken_rules(con, recognised),
        _repeated(con, recognised) if contract.key else (),
        _divided_households(con, recognised) if contract.household else (),
    )
    order = {slot.name: at for slot, at in recognised.columns.items()}
    return sorted(found, key=lambda p: (p.row or 0, order.get(p.column or "", -1), p.code))


def _bad_cells(con: duckdb.DuckDBPyConnection, recognised: Recognised) -> Iterator[Problem]:
    """Cells that are personal, blank but required, unreadable, too small or cut short."""
    contract, slots = recognised.contract, list(recognised.columns)
    checks = [(slot, *check) for slot in slots for check in _conditions(slot, contract)]
    flags = ", ".join(f"coalesce({condition}, false)" for _, _, condition in checks)
    wrong = " OR ".join(f"({condition})" for _, _, condition in checks)
    texts = ", ".join(f'landed."{slot.name}"' for slot in slots)
    # Looked for once a row, in all its cells: a search a cell cost more than all other checks.
    named = [slot for slot in slots if contract.columns[slot.column].type != "identifier"]
    joined = ", ".join(f'told."{slot.name}"' for slot in named)
    suspect = f"may_hold_personal(concat_ws('|', {joined or 'NULL'}))"
    rows = con.execute(
        f"SELECT landed.row, [{flags}], [{texts}] FROM landed JOIN told USING (row)"
        f" JOIN converted USING (row) WHERE {suspect} OR {wrong}"
    ).fetchall()
    for row, flagged, cells in rows:
        shown = dict(zip(slots, cells, strict=True))
        found = {slot: code for slot in named if (code := _personal(slot, contract, shown[slot]))}
        for (slot, code, _), is_wrong in zip(checks, flagged, strict=True):
            if is_wrong:
                found.setdefault(slot, code)  # one problem a cell: the gravest explains the rest
        for slot, code in found.items():
            yield _cell_problem(recognised, slot, code, row, shown[slot])


def _personal(slot: Slot, contract: Contract, text: str) -> str | None:
    """The code of what a cell holds that is personal, if anything."""
    if is_identity_number(text):
        return "identity_number"
    is_text = contract.columns[slot.column].type == "text"
    return "telephone" if is_text and holds_telephone(text) else None


def _cell_problem(recognised: Recognised, slot: Slot, code: str, row: int, text: str) -> Problem:
    column = recognised.contract.columns[slot.column]
    return problem(
        code,
        row=row,
        column=slot.column if slot.code else slot.name,
        header=recognised.header(slot),
        value=text,
        severity=column.unknown if code == "bad_code" else None,
        choices=_choices(column) if code == "bad_code" else "",
        least=column.at_least,
    )


def _conditions(slot: Slot, contract: Contract) -> Iterator[tuple[str, str]]:
    """(code, SQL over told and converted) of what can be wrong with a cell, gravest first."""
    column = contract.columns[slot.column]
    cell, value = f'told."{slot.name}"', f"converted.{slot.column}"
    if column.type == "identifier":
        yield "lost_digits", f"lost_digits({cell})"
    if column.required or column.filled:
        # A row that is left out need not be filled, but must say whose it is.
        own = column.type in ("identifier", "unit") or not contract.keep_with
        kept = "true" if own else f'told."{contract.keep_with}" IS NOT NULL'
        yield "missing_value", f"{cell} IS NULL AND {kept}"
    if column.many or column.type in ("text", "identifier"):
        return
    yield f"bad_{column.type}", f"{cell} IS NOT NULL AND {value} IS NULL"
    if column.at_least is not None:
        yield "below_least", f"{value} < {column.at_least}"


def _choices(column: Column) -> str:
    return "、".join(entry.zh for entry in code_lists()[column.list].values())


def _bad_items(con: duckdb.DuckDBPyConnection, recognised: Recognised) -> Iterator[Problem]:
    """Cells of several codes, split on 、,; , with one that is in no list."""
    for slot in recognised.columns:
        column = recognised.contract.columns[slot.column]
        if not column.many or slot.code or column.type not in LOOKUPS:
            continue
        found = con.execute(
            f'SELECT row, any_value("{slot.name}") FROM ({items([slot])}) AS split'
            f" JOIN landed USING (row) WHERE squeezed(item) NOT IN (SELECT word FROM spellings"
            f" WHERE list = '{list_of(column)}') GROUP BY row"
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


def _blanks(con: duckdb.DuckDBPyConnection, recognised: Recognised) -> Iterator[Problem]:
    """Blank cells that count as 0 because other rows of the unit are filled."""
    for slot in recognised.columns:
        note = recognised.contract.columns[slot.column].blank_in_some
        if not note:
            continue
        found = con.execute(
            f'SELECT row FROM told JOIN typed USING (row) WHERE told."{slot.name}" IS NULL'
            f" AND typed.{slot.column} IS NOT NULL"
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


def _broken_rules(con: duckdb.DuckDBPyConnection, recognised: Recognised) -> Iterator[Problem]:
    """Rows that break a rule of the contract; its sentence names the cells as seen."""
    contract = recognised.contract
    if not contract.rules:
        return
    shown = {slot.column: slot for slot in reversed(recognised.columns) if not slot.code}
    flags = ", ".join(f"coalesce({rule.when}, false)" for rule in contract.rules)
    texts = ", ".join(f'landed."{slot.name}"' for slot in shown.values())
    kept = f'row IN (FROM told SELECT row WHERE "{contract.keep_with}" IS NOT NULL)'
    kept = kept if contract.keep_with else "true"
    rows = con.execute(
        f"SELECT row, flags, [{texts}] FROM landed JOIN (SELECT row, [{flags}] AS flags FROM typed"
        f" WHERE {kept} AND list_contains([{flags}], true)) USING (row)"
    ).fetchall()
    for row, found, cells in rows:
        words = dict.fromkeys(contract.columns, "—")
        words |= {name: masked(text) or "—" for name, text in zip(shown, cells, strict=True)}
        for rule, flagged in zip(contract.rules, found, strict=True):
            if not flagged:
                continue
            name = rule.column if rule.column in contract.columns else rule.column.split("_")[0]
            yield Problem(
                code=rule.code,
                severity=rule.severity,
                zh=rule.zh.format_map(words),
                en=rule.en.format_map(words),
                row=row,
                column=rule.column,
                header=recognised.header(shown[name]) if name in shown else None,
                value=words[name],
            )


def _repeated(con: duckdb.DuckDBPyConnection, recognised: Recognised) -> Iterator[Problem]:
    """Rows that share their key with an earlier row; identical rows where the contract says so."""
    contract = recognised.contract
    slot = next(
        slot
        for slot in recognised.columns
        if slot.column in contract.key and contract.columns[slot.column].required
    )
    labels = [contract.columns[name].label for name in contract.key]
    identical = _groups(con, slot, tuple(contract.stored())) if contract.identical_row else []
    told = {row for rows, _ in identical for row in rows}
    repeated = [each for each in _groups(con, slot, contract.key) if not told.issuperset(each[0])]
    for code, groups in (("identical_row", identical), ("repeated_key", repeated)):
        for first, other, text in (
            (first, other, text) for (first, *others), text in groups for other in others
        ):
            yield problem(
                code,
                row=other,
                column=slot.name,
                header=recognised.header(slot),
                value=text,
                severity="error" if code == "identical_row" else contract.repeated_key,
                other=first,
                key="、".join(label.zh for label in labels),
                en={"key": ", ".join(label.en for label in labels)},
            )


def _groups(
    con: duckdb.DuckDBPyConnection, slot: Slot, columns: tuple[str, ...]
) -> list[tuple[list[int], str]]:
    """(rows, the first one's text of a slot) of rows alike in `columns`."""
    return con.execute(
        f"SELECT list(typed.row ORDER BY typed.row) AS found,"
        f' arg_min(landed."{slot.name}", landed.row)'
        f" FROM typed JOIN landed USING (row) WHERE typed.{slot.column} IS NOT NULL"
        f" GROUP BY {', '.join(f'typed.{each}' for each in columns)} HAVING count(*) > 1"
    ).fetchall()


def _divided_households(
    con: duckdb.DuckDBPyConnection, recognised: Recognised
) -> Iterator[Problem]:
    """Person rows of one household that disagree about the household."""
    contract = recognised.contract
    key = contract.household
    [(person_rows,)] = con.execute(
        f"SELECT count({key}) > count(DISTINCT {key}) FROM typed"
    ).fetchall()
    if not person_rows:
        return
    for slot, name in _household_slots(contract, recognised):
        # A blank says nothing, except where it says that the household is not monitored.
        said = "true" if slot.column == contract.keep_with else says_something(contract, name)
        found = con.execute(
            f"SELECT min(row), arg_min(row, {name}::VARCHAR IS NOT DISTINCT FROM was) FROM"
            f" (SELECT row, {key}, {name},"
            f" first({name}::VARCHAR) OVER (PARTITION BY {key} ORDER BY row) AS was"
            f" FROM typed WHERE {key} IS NOT NULL AND {said}) GROUP BY {key}"
            f" HAVING bool_or({name}::VARCHAR IS DISTINCT FROM was)"
        ).fetchall()
        for first, other in found:
            yield problem(
                "household_differs",
                row=other,
                column=slot.column if slot.code else slot.name,
                header=recognised.header(slot),
                other=first,
            )


def _household_slots(contract: Contract, recognised: Recognised) -> Iterator[tuple[Slot, str]]:
    """Each column that must agree within a household, once, with its stored name."""
    for name, slot in {slot.column: slot for slot in reversed(recognised.columns)}.items():
        column = contract.columns[name]
        if name != contract.household and column.kept:
            yield slot, plural(name) if column.many else name
