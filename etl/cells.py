"""Every bad cell, named: row, column, header as seen, value, and one sentence how to mend it."""

from collections.abc import Iterator
from typing import Any

import duckdb
import numpy as np
import pyarrow.compute as pc

from etl.codes import code_lists
from etl.contract import Column, Slot
from etl.land import Told, split_items
from etl.personal import holds_telephone, is_identity_number, may_be_personal
from etl.problems import Problem, problem
from etl.recognised import NOTHING, Recognised
from etl.sheet import Mask, Places, as_mask
from etl.spelling import squeezed
from etl.values import Lookups


class Named:
    """Names cells of a file: (row number, slot) → the words that every problem of it needs."""

    def __init__(self, recognised: Recognised, places: Places, told: dict[Slot, Told]) -> None:
        self.recognised, self.places, self.told = recognised, places, told
        self.contract = recognised.contract
        self.first = {slot.column: slot for slot in reversed(told) if not slot.code}

    def text(self, slot: Slot, row: int) -> str:
        """The text of a cell as seen."""
        return self.told[slot].seen.text(int(np.searchsorted(self.places, row - 1)))

    def words(self, slot: Slot, row: int) -> dict[str, Any]:
        """Keywords of `problem` for a cell."""
        return {
            "row": row,
            "column": slot.column if slot.code else slot.name,
            "header": self.recognised.header_of(slot),
            "at": self.recognised.columns[slot],
        }


def bad_cells(cells: Named, values: dict[Slot, Any], lookups: Lookups) -> Iterator[Problem]:
    """Cells that are personal, errors of a formula, blank but required, cut short, unreadable or
    too small: one problem a cell, since the gravest explains the rest."""
    for slot, told in cells.told.items():
        column = cells.contract.columns[slot.column]
        codes = lookups.of(column) if column.list else {}
        entries = [*code_lists()[column.list].values()] if column.list else []
        choices = "、".join(entry.zh for entry in entries)
        choices_en = ", ".join(f"{entry.en} ({entry.zh})" for entry in entries)
        named = np.zeros(len(cells.places), np.bool_)
        for code, wrong in _conditions(slot, cells, values[slot], codes):
            for place in np.flatnonzero(wrong & ~named):
                row = int(cells.places[place]) + 1
                yield problem(
                    code,
                    **cells.words(slot, row),
                    value=told.seen.text(place),
                    severity=column.unknown if code == "bad_code" else None,
                    choices=choices,
                    en={"choices": choices_en},
                    least=column.at_least,
                )
            named |= wrong


def _conditions(
    slot: Slot, cells: Named, values: Any, codes: dict[str, str]
) -> Iterator[tuple[str, Mask]]:
    """(code, which cells) of what can be wrong with the cells of a slot, gravest first."""
    contract, told = cells.contract, cells.told[slot]
    column, which = contract.columns[slot.column], told.seen.which
    if column.type == "identifier":
        yield "lost_digits", which(told.lost_digits)
    else:
        personal = {
            at: code
            for at in may_be_personal(told.seen.texts).to_pylist()
            if (code := _personal(column, told.seen.texts[at].as_py()))
        }
        for code in {*personal.values()}:
            texts = [at for at, each in personal.items() if each == code]
            yield code, np.isin(told.seen.codes, texts)
    yield "error_cell", which(told.errors)
    yield "no_result", which(told.formulas)
    if column.required or column.filled:
        # A row that is left out need not be filled, but must say whose it is.
        own = column.type in ("identifier", "unit") or not contract.keep_with
        keep = None if own else cells.first[contract.keep_with]
        yield "missing_value", told.blank & ~cells.told[keep].blank if keep else told.blank
    if column.many and not slot.code:
        unknown = (
            any(squeezed(item) not in codes for item in split_items(word)) for word in told.words
        )
        yield "bad_code", which(unknown)
    if column.many or column.type in ("text", "identifier"):
        return
    yield f"bad_{column.type}", which(told.says & as_mask(pc.is_null(values)))
    if column.at_least is not None:
        yield "below_least", which(as_mask(pc.less(values, column.at_least)))


def extra_cells(recognised: Recognised, places: Places) -> Iterator[Problem]:
    """Rows of a text file with more filled cells than the header has: a comma inside a number may
    have made two cells of one. What they hold is not told: nothing says that it is no person's."""
    sheet = recognised.sheet
    width = max(at for at, header in enumerate(recognised.headers) if header) + 1
    beyond = sheet.columns[width:] if sheet.encoding else ()
    filled = [
        each.which(word.strip(NOTHING) != "" for word in each.words)
        for each in (column.at(places) for column in beyond)
    ]
    for place in np.flatnonzero(np.logical_or.reduce(filled)) if filled else ():
        own = [at for at, is_filled in enumerate(filled, start=width) if is_filled[place]]
        yield problem("extra_cells", row=int(places[place]) + 1, at=own[0], count=len(own))


def _personal(column: Column, text: str) -> str | None:
    """The code of what a cell holds that is personal, if anything."""
    if is_identity_number(text):
        return "identity_number"
    return "telephone" if column.type == "text" and holds_telephone(text) else None


def blanks(con: duckdb.DuckDBPyConnection, cells: Named) -> Iterator[Problem]:
    """Blank cells that count as 0 because other rows of the unit are filled."""
    for name in cells.contract.blanks_counted():
        note, slot = cells.contract.columns[name].blank_in_some, cells.first.get(name)
        if not (note and slot):
            continue
        told = cells.told[slot]
        rows = con.execute(f"SELECT row FROM typed WHERE {name}_blank AND {name} IS NOT NULL")
        for (row,) in rows.fetchall():
            if told.blank[np.searchsorted(cells.places, row - 1)]:
                words = cells.words(slot, row)
                yield problem(
                    "blank_in_some", **words, value="", note=note.zh, en={"note": note.en}
                )
