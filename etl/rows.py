"""What is wrong with rows: broken rules, keys that are there twice, households that contradict
themselves. Reads the tables of etl.clean."""

from collections.abc import Iterator

import duckdb

from etl.cells import Named
from etl.clean import says_something
from etl.contract import Slot, plural
from etl.personal import masked
from etl.problems import Problem, problem


def broken_rules(con: duckdb.DuckDBPyConnection, cells: Named) -> Iterator[Problem]:
    """Rows that break a rule of the contract; its sentence names the cells as seen."""
    contract = cells.contract
    if not contract.rules:
        return
    flags = ", ".join(f"coalesce({rule.when}, false)" for rule in contract.rules)
    rows = con.execute(
        f"SELECT row, flags FROM (SELECT row, [{flags}] AS flags FROM typed WHERE kept)"
        f" WHERE list_contains(flags, true)"
    ).fetchall()
    for row, found in rows:
        words = dict.fromkeys(contract.columns, "—")
        words |= {name: masked(cells.text(slot, row)) or "—" for name, slot in cells.first.items()}
        for rule, flagged in zip(contract.rules, found, strict=True):
            if not flagged:
                continue
            name = rule.column if rule.column in contract.columns else rule.column.split("_")[0]
            slot = cells.first.get(name)
            yield Problem.of(
                rule,
                words,
                row=row,
                column=rule.column,
                header=cells.recognised.header_of(slot) if slot else None,
                value=words[name],
                at=cells.recognised.columns[slot] if slot else None,
            )


def repeated_keys(con: duckdb.DuckDBPyConnection, cells: Named) -> Iterator[Problem]:
    """Rows that share their key with an earlier row; identical rows where the contract says so."""
    contract = cells.contract
    slot = next(
        slot
        for slot in cells.told
        if slot.column in contract.key and contract.columns[slot.column].required
    )
    labels = [contract.columns[name].label for name in contract.key]
    identical = _groups(con, slot, tuple(contract.stored())) if contract.identical_row else []
    told = {row for rows in identical for row in rows}
    repeated = [each for each in _groups(con, slot, contract.key) if not told.issuperset(each)]
    for code, groups in (("identical_row", identical), ("repeated_key", repeated)):
        for first, other in ((first, other) for first, *others in groups for other in others):
            yield problem(
                code,
                **cells.words(slot, other),
                value=cells.text(slot, first),
                severity="error" if code == "identical_row" else contract.repeated_key,
                other=first,
                key="、".join(label.zh for label in labels),
                en={"key": ", ".join(label.en for label in labels)},
            )


def _groups(
    con: duckdb.DuckDBPyConnection, slot: Slot, columns: tuple[str, ...]
) -> list[list[int]]:
    """Row numbers of rows alike in `columns`, for those where the slot says something."""
    found = con.execute(
        f"SELECT list(row ORDER BY row) FROM typed WHERE {slot.column} IS NOT NULL"
        f" GROUP BY {', '.join(columns)} HAVING count(*) > 1"
    ).fetchall()
    return [rows for (rows,) in found]


def divided_households(con: duckdb.DuckDBPyConnection, cells: Named) -> Iterator[Problem]:
    """Person rows of one household that disagree about the household."""
    contract, key = cells.contract, cells.contract.household
    for slot, name in _household_slots(cells):
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
            yield problem("household_differs", **cells.words(slot, other), other=first)


def _household_slots(cells: Named) -> Iterator[tuple[Slot, str]]:
    """Each column that must agree within a household, once, with its stored name."""
    for name, slot in {slot.column: slot for slot in reversed(cells.told)}.items():
        column = cells.contract.columns[name]
        if name != cells.contract.household and column.kept:
            yield slot, plural(name) if column.many else name
