"""Sheets to the one that is the table, understood: which dataset it is and where its header is."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import groupby

import numpy as np

from etl.contract import Contract, Slot, contracts
from etl.headers import Header, headers, slot_of, whole
from etl.personal import is_personal, is_personal_header, masked, may_be_personal
from etl.problems import Problem, problem
from etl.recognised import AMOUNTS, Recognised, Said
from etl.scales import find_scales
from etl.sheet import Cells, Sheet
from etl.spelling import column_letter, squeezed

NEVER_THE_TABLE = {"填写示例", "填写说明", "问题清单", "example", "notes", "problems"}


@dataclass(frozen=True)
class _Candidate:
    sheet: Sheet
    contract: Contract
    header: Header
    found: frozenset[str]  # columns of the contract

    @property
    def missing(self) -> list[str]:
        return [
            name
            for name, column in self.contract.columns.items()
            if (column.required or column.required_header) and name not in self.found
        ]

    @property
    def score(self) -> tuple[int, bool]:
        return len(self.found), not self.missing


def recognise(sheets: list[Sheet], said: Said) -> Recognised | list[Problem]:
    """The sheet and contract that match most headers, or the problems that stand in the way."""
    tables = [each for each in sheets if squeezed(each.name or "") not in NEVER_THE_TABLE]
    if said.sheet is not None:
        tables = [each for each in sheets if each.name == said.sheet]
        if not tables:
            there = "、".join(masked(each.name or "") for each in sheets)
            return [problem("no_sheet", said=masked(said.sheet), names=there)]
    known = contracts()
    asked = [known[said.dataset]] if said.dataset else list(known.values())
    shown = [each for each in tables if not each.hidden]
    candidates = _candidates(shown, asked) or _candidates(tables, asked)
    if not candidates:
        return [problem("unknown_dataset")]
    best = max(candidates, key=lambda each: each.score)
    alike = [each for each in candidates if each.score == best.score]
    rival = next((each for each in alike if each.contract is not best.contract), None)
    if rival:
        return [_two_datasets(best.contract, rival.contract)]
    if best.missing:
        return [_missing(best.contract, name) for name in best.missing]
    # The first header of each sheet: further down it may be repeated at the top of a page.
    firsts = [next(own) for _, own in groupby(_by_sheet(alike), key=lambda each: id(each.sheet))]
    understood = [_understood(each, said) for each in firsts]
    filled = [each for each in understood if len(each.body)]
    if len(filled) > 1:
        names = [masked(each.sheet.name or "") for each in filled]
        return [problem("two_sheets", first=names[0], second=names[1])]
    return filled[0] if filled else understood[0]


def _candidates(sheets: Iterable[Sheet], asked: list[Contract]) -> list[_Candidate]:
    """Every reading of every block of rows that finds at least two columns, the first of each."""
    candidates = []
    for sheet in sheets:
        for header in headers(sheet):
            for contract in asked:
                found = _found(header, contract)
                if len(found) > 1:
                    candidates.append(_Candidate(sheet, contract, header, found))
    return candidates


def _found(header: Header, contract: Contract) -> frozenset[str]:
    slots = (slot_of(levels, contract) for levels in header.columns if levels)
    return frozenset(slot.column for slot in slots if slot)


def _by_sheet(candidates: list[_Candidate]) -> list[_Candidate]:
    """Sorted by sheet; within each the smallest header and then the first stays in front."""
    order = {id(each.sheet): at for at, each in reversed(list(enumerate(candidates)))}
    return sorted(candidates, key=lambda each: order[id(each.sheet)])


def _two_datasets(first: Contract, second: Contract) -> Problem:
    return problem(
        "two_datasets",
        first=first.name.zh,
        second=second.name.zh,
        first_code=first.dataset,
        second_code=second.dataset,
        en={"first": first.name.en, "second": second.name.en},
    )


def _missing(contract: Contract, name: str) -> Problem:
    column = contract.columns[name]
    return problem(
        "missing_column",
        column=name,
        label=column.label.zh,
        spellings="、".join(column.headers),
        en={"label": column.label.en, "spellings": ", ".join(column.headers)},
    )


def _understood(best: _Candidate, said: Said) -> Recognised:
    sheet, contract = best.sheet, best.contract
    header = whole(sheet, best.header)
    if not best.found <= _found(header, contract):  # what was added says that a column is another
        header = best.header
    places: dict[Slot, list[int]] = {}
    personal = []
    for at, levels in enumerate(header.columns):
        if levels and (slot := slot_of(levels, contract)):
            places.setdefault(slot, []).append(at)
        elif levels and _is_personal("".join(levels), sheet.columns[at], header.bottom):
            personal.append(at)
    recognised = Recognised(
        sheet=_merged_down(sheet, header, contract),
        contract=contract,
        header=header,
        columns={slot: at[0] for slot, at in places.items()},
        scales={},
        scale_from={},
        personal=tuple(personal),
    )
    find_scales(recognised, said)
    recognised.problems.extend(_duplicates(recognised, places))
    recognised.problems.extend(_emptiness(recognised))
    return recognised


def _merged_down(sheet: Sheet, header: Header, contract: Contract) -> Sheet:
    """The sheet with what is merged over several rows in each of them: a county over its lines. An
    amount so merged is theirs together, and stays where it is."""
    texts: dict[tuple[int, int], str] = {}
    for merged in {each for each in sheet.merged if each.top <= sheet.height}:
        at = merged.left
        slot = slot_of(header.columns[at], contract) if at < len(header.columns) else None
        if slot is None or merged.top <= header.bottom or merged.left < merged.right:
            continue
        if contract.columns[slot.column].type not in AMOUNTS:
            text = sheet.columns[at].text(merged.top - 1)
            below = range(merged.top + 1, min(merged.bottom, sheet.height) + 1)
            texts |= dict.fromkeys(((row, at) for row in below), text)
    return sheet.with_texts(texts)


def _is_personal(header: str, column: Cells, header_row: int) -> bool:
    if is_personal_header(header):
        return True
    texts = column.at(np.arange(header_row, len(column))).own()
    return any(map(is_personal, texts.take(may_be_personal(texts)).to_pylist()))


def _emptiness(recognised: Recognised) -> Iterable[Problem]:
    figures = recognised.contract.at_least_one_of
    if figures and not {slot.column for slot in recognised.columns} & set(figures):
        labels = [recognised.contract.columns[name].label for name in figures[:6]]
        yield problem(
            "no_figures",
            spellings="、".join(label.zh for label in labels),
            en={"spellings": ", ".join(label.en for label in labels)},
        )
    if not len(recognised.body):
        yield problem("no_rows")


def _duplicates(recognised: Recognised, places: dict[Slot, list[int]]) -> Iterable[Problem]:
    """Columns that mean the same: an error when they differ, else the first one is used."""
    for slot, at in places.items():
        if len(at) < 2:
            continue
        columns = [recognised.sheet.columns[each].at(recognised.body) for each in at]
        contents = {
            tuple(_compared(column.text(place)) for place in range(len(column)))
            for column in columns
        }
        label = recognised.contract.columns[slot.column].label
        yield problem(
            "duplicate_header" if len(contents) > 1 else "duplicate_header_same",
            row=recognised.header_row,
            column=slot.name,
            header=recognised.headers[at[0]],
            at=at[0],
            columns="、".join(map(column_letter, at)),
            label=label.zh,
            en={"columns": ", ".join(map(column_letter, at)), "label": label.en},
        )


def _compared(text: str) -> str | Decimal:
    """A cell as it is compared with another: 1,850.00 is 1850."""
    try:
        return Decimal(squeezed(text).replace(",", ""))
    except InvalidOperation:
        return squeezed(text)
