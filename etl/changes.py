"""What accepting a file would change: its rows against those it replaces, its sums against last
month's, and the rates and ranks before and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import duckdb

from etl.compare import month_before
from etl.contract import Contract
from etl.examined import Examined
from etl.facts import unit_totals
from etl.rate_changes import Rate, rate_changes
from etl.reference import Reference
from etl.store import Store, Upload, in_force
from etl.stored import facts_of, newest_benchmarks, rows_of

MOST_ROWS = 1_000  # of changed rows that are told one by one; all are counted


@dataclass(frozen=True)
class Cell:
    """One value of a row, before and after; None where there is none."""

    column: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Row:
    """A row that is added, removed or changed: its key, and the values that differ."""

    kind: str
    key: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Rows:
    """The rows against those they replace."""

    added: int
    removed: int = 0
    changed: int = 0
    same: int = 0
    told: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Sum:
    """A measure of the units of the file: last month, what it replaces, and now."""

    measure: str
    last: Decimal | None
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True)
class Changes:
    """All that accepting a file would change."""

    replaced: tuple[Upload, ...]
    rows: Rows
    sums: tuple[Sum, ...]
    gone: tuple[str, ...]  # names of last month's projects that are not there now
    rates: tuple[Rate, ...]  # of every unit, the city too


def changes(found: Examined, store: Store, reference: Reference) -> Changes:
    """Compare an acceptable file with the store; nothing is written."""
    assert found.con and found.recognised and found.period
    contract, uploads = found.recognised.contract, store.uploads()
    last = in_force(uploads, contract.dataset, month_before(found.period), found.units)
    was, replaced = _was(found, contract, uploads)
    return Changes(
        replaced=replaced,
        rows=_rows(found.con, contract, was),
        sums=tuple(_sums(found.con, found.replaces, last)),
        gone=tuple(_gone(found.con, contract, last)),
        rates=rate_changes(found, uploads, reference),
    )


def _key(contract: Contract) -> list[str]:
    return [contract.household] if contract.household else list(contract.key)


def _was(
    found: Examined, contract: Contract, uploads: list[Upload]
) -> tuple[str | None, tuple[Upload, ...]]:
    """(SQL of the rows that the file's replace, the uploads they are in). A benchmark replaces the
    one of its month, indicator and level alone."""
    if contract.dataset == "benchmarks":
        newest = newest_benchmarks(uploads)
        keys = ", ".join(contract.key)
        return newest and f"SELECT * FROM ({newest}) SEMI JOIN rows USING ({keys})", ()
    if not found.replaces:
        return None, ()
    replaced = {each.upload_id: each for each in found.replaces.values()}
    return rows_of(found.replaces, contract), tuple(replaced[each] for each in sorted(replaced))


def _rows(con: duckdb.DuckDBPyConnection, contract: Contract, was: str | None) -> Rows:
    if was is None:
        [(count,)] = con.execute("SELECT count(*) FROM rows").fetchall()
        return Rows(added=count)
    key = _key(contract)
    others = [name for name in contract.stored() if name not in key]
    line = "1"
    if (
        contract.repeated_key == "warning"
    ):  # lines that share their key are told apart by their order
        line = f"row_number() OVER (PARTITION BY {', '.join(key)} ORDER BY {', '.join(others)})"
    numbered = f"SELECT *, {line} AS line FROM"
    alike = " AND ".join(f"now.{name} IS NOT DISTINCT FROM was.{name}" for name in [*key, "line"])
    cells = ", ".join(
        f"{{'name': '{name}', 'was': was.{name}::VARCHAR, 'now': now.{name}::VARCHAR}}"
        for name in others
    )
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE changed AS"
        f" WITH now AS ({numbered} (SELECT {', '.join(contract.stored())} FROM rows)),"
        f" was AS ({numbered} ({was}))"
        f" SELECT CASE WHEN was.line IS NULL THEN 'added' WHEN now.line IS NULL THEN 'removed'"
        f" ELSE 'changed' END AS kind,"
        f" [{', '.join(f'coalesce(now.{name}, was.{name})::VARCHAR' for name in key)}] AS key,"
        f" list_filter([{cells}], lambda each: each.was IS DISTINCT FROM each.now) AS cells"
        f" FROM now FULL JOIN was ON {alike}"
    )
    counts: dict[str, int] = dict(
        con.execute(
            "SELECT CASE WHEN kind = 'changed' AND len(cells) = 0 THEN 'same' ELSE kind END,"
            " count(*) FROM changed GROUP BY ALL"
        ).fetchall()
    )
    told = con.execute(
        f"SELECT kind, key, cells FROM changed WHERE len(cells) > 0 OR kind <> 'changed'"
        f" ORDER BY kind = 'added', kind = 'removed', key LIMIT {MOST_ROWS}"
    ).fetchall()
    con.execute("DROP TABLE changed")
    return Rows(
        added=counts.get("added", 0),
        removed=counts.get("removed", 0),
        changed=counts.get("changed", 0),
        same=counts.get("same", 0),
        told=tuple(
            Row(kind, tuple(word or "" for word in key),
                tuple(Cell(each["name"], each["was"], each["now"]) for each in cells))
            for kind, key, cells in told
        ),
    )  # fmt: skip


def _sums(
    con: duckdb.DuckDBPyConnection, before: dict[str, Upload], last: dict[str, Upload]
) -> Iterator[Sum]:
    after = _totals(con, "facts")
    totals = {name: _totals(con, facts_of(force)) if force else {}
              for name, force in (("last", last), ("before", before))}  # fmt: skip
    for measure in after | totals["before"] | totals["last"]:
        last_value, before_value = totals["last"].get(measure), totals["before"].get(measure)
        yield Sum(measure, last_value, before_value, after.get(measure))


def _totals(con: duckdb.DuckDBPyConnection, facts: str) -> dict[str, Decimal]:
    sums = con.execute(f"SELECT measure, sum(value) FROM ({unit_totals(facts)}) GROUP BY 1")
    return dict(sums.fetchall())


def _gone(
    con: duckdb.DuckDBPyConnection, contract: Contract, last: dict[str, Upload]
) -> Iterator[str]:
    """Last month's projects that are no longer there."""
    if contract.dataset != "projects" or not last:
        return
    found = con.execute(
        f"SELECT any_value(was.name) FROM ({rows_of(last, contract)}) AS was"
        f" ANTI JOIN rows USING (project_id) GROUP BY was.project_id ORDER BY was.project_id"
    )
    for (name,) in found.fetchall():
        yield name
