"""One file at the door: read, recognised, cleaned, added up, compared; nothing is stored."""

from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any

import duckdb

from etl.again import same_before
from etl.cells import Named, bad_cells, blanks, extra_cells
from etl.clean import clean, connect
from etl.compare import comparisons
from etl.contract import Slot
from etl.examined import Examined
from etl.facts import make_facts, plain_number, unit_totals
from etl.figures import money_steps
from etl.indicators import indicator_words
from etl.land import Told, tell
from etl.percents import decide_percents
from etl.periods import find_period, still_to_come
from etl.problems import Problem, problem
from etl.rates import rate_problems
from etl.read import SentFile, read_sheets
from etl.recognise import recognise
from etl.recognised import Said
from etl.reference import Reference
from etl.rows import broken_rules, divided_households, repeated_keys
from etl.sheet import Sheet
from etl.shown import shown_otherwise
from etl.store import Store, in_force
from etl.totals import column_sums, kinds_of_rows, total_problems
from etl.values import Lookups, read_values


def examine(file: SentFile, store: Store, reference: Reference, said: Said) -> Examined:
    """Everything that can be said of a file without storing it; raises Unreadable."""
    found = Examined(file)
    sheets = read_sheets(file.content)
    found.sheets = [each.name for each in sheets if each.name and not each.hidden]
    with ThreadPoolExecutor(1) as beside:
        beside.submit(lambda: file.sha256)  # large files take a while
        _understand(found, sheets, store, reference, said)
    return found


def _understand(
    found: Examined, sheets: list[Sheet], store: Store, reference: Reference, said: Said
) -> None:
    """Recognise, read and add up, as far as it goes."""
    recognised = recognise(sheets, said)
    if isinstance(recognised, list):
        found.problems = recognised
        return
    found.recognised = recognised
    found.problems = list(recognised.problems)
    found.rows = rows = kinds_of_rows(recognised, reference.unit_codes(), reference.city_words())
    found.con = con = connect(len(rows.data))
    told = tell(recognised, rows.data)
    found.problems += decide_percents(recognised, told, found.file.content)
    found.problems += shown_otherwise(recognised, found.file.content)
    found.month, problems = find_period(con, recognised, told, found.file.name, said.period)
    found.problems += problems
    if found.month is None:
        return
    found.problems += still_to_come(found.month)
    found.problems += _read_rows(found, told, reference)
    found.problems += total_problems(con, recognised, rows)
    found.problems += rate_problems(
        con, recognised, rows.table, reference.settings.spend_rate.denominator
    )
    if recognised.contract.dataset == "reports":  # which are compared as finely as they are printed
        found.steps = money_steps(recognised, told)
    found.sums = column_sums(con, recognised)
    found.units = [code for (code,) in con.execute("FROM covered ORDER BY 1").fetchall()]
    if found.acceptable:
        _compare(found, store, reference)


def _compare(found: Examined, store: Store, reference: Reference) -> None:
    """Add up, and hold against what is in the store."""
    con, recognised, period = found.con, found.recognised, found.period
    assert con and recognised and period
    dataset, uploads = recognised.contract.dataset, store.uploads()
    found.totals = _add_up(con, dataset, period)
    found.replaces = in_force(uploads, dataset, period, found.units)
    found.same = same_before(found.file.sha256, dataset, period, uploads)
    if found.same:
        when = found.same.accepted_at.astimezone().strftime("%Y-%m-%d %H:%M")
        found.problems.append(problem("same_file", when=when, upload=found.same.upload_id))
    else:
        found.problems += comparisons(
            con, recognised, period, found.units, uploads, reference, found.steps
        )
    found.about = _units_of(con, found.problems) if found.units else [None] * len(found.problems)


def _read_rows(found: Examined, told: dict[Slot, Told], reference: Reference) -> list[Problem]:
    """Make the tables of etl.clean; what is wrong with cells and rows, in file order."""
    con, recognised = found.con, found.recognised
    assert con and recognised and found.rows and found.month
    places, contract = found.rows.data, recognised.contract
    lookups = Lookups(reference.unit_codes(), indicator_words())
    values = read_values(con, recognised, told, found.month.year, lookups)
    found.cleaned = clean(con, recognised, places, told, values, found.month.period)
    cells = Named(recognised, places, told)
    problems = chain(
        bad_cells(cells, values, lookups),
        blanks(con, cells),
        extra_cells(recognised, places),
        broken_rules(con, cells),
        repeated_keys(con, cells) if contract.key else (),
        divided_households(con, cells) if found.cleaned.person_rows else (),
    )
    order = {slot.name: at for slot, at in recognised.columns.items()}
    return sorted(
        problems, key=lambda each: (each.row or 0, order.get(each.column or "", -1), each.code)
    )


def _units_of(con: duckdb.DuckDBPyConnection, problems: list[Problem]) -> list[str | None]:
    """The unit that each problem is about, itself or a row of it."""
    rows = [each.row for each in problems if each.row is not None and each.about is None]
    counties = dict(
        con.execute(
            "SELECT row, county FROM typed WHERE list_contains(?, row) AND county IS NOT NULL",
            [rows],
        ).fetchall()
    )
    return [each.about or counties.get(each.row) for each in problems]


def _add_up(con: duckdb.DuckDBPyConnection, dataset: str, period: str) -> dict[str, Any]:
    """Make `facts` from `rows` and `covered`; the file's totals by measure."""
    make_facts(con, dataset, period)
    sums = con.execute(
        f"SELECT measure, sum(value) FROM ({unit_totals('facts')}) GROUP BY 1 ORDER BY 1"
    ).fetchall()
    return {measure: plain_number(value) for measure, value in sums}
