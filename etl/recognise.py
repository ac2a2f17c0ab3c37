"""What a sheet is: its dataset, header row, columns, unit of money and month."""

import re
from dataclasses import dataclass, field

from etl.contract import Contract, Slot, contracts
from etl.personal import is_personal, is_personal_header, masked
from etl.problems import Problem, problem
from etl.read import Sheet
from etl.spelling import MONEY_UNITS, header_key, header_scale, squeezed
from etl.titles import money_unit_in

HEADER_WITHIN = 20  # rows; national exports have it on the third
DEFAULT_SCALE = MONEY_UNITS["万元"]
NOTHING = " \t\r\n\u3000\xa0-—–－/无"  # what cells of a row that says nothing hold


@dataclass(frozen=True)
class Recognised:
    """A sheet understood: where its header is and what each of its columns means."""

    sheet: Sheet
    contract: Contract
    header_row: int
    headers: list[str]
    columns: dict[Slot, int]  # slot → file column, from 0
    scales: dict[Slot, int]  # 元 per unit of money, money columns only
    ignored: list[str]
    personal: list[int]  # file columns that hold personal data
    problems: list[Problem] = field(default_factory=list)
    percents: dict[Slot, bool | None] = field(default_factory=dict)  # bare numbers; None: either

    def header(self, slot: Slot) -> str:
        """The header of a slot as seen; '' when the file has no such column."""
        return self.headers[self.columns[slot]] if slot in self.columns else ""

    @property
    def body(self) -> list[tuple[int, list[str]]]:
        """Rows below the header that hold something, with their numbers."""
        rows = enumerate(self.sheet.rows[self.header_row :], start=self.header_row + 1)
        return [(number, row) for number, row in rows if any(cell.strip(NOTHING) for cell in row)]


@dataclass(frozen=True)
class _Candidate:
    sheet: Sheet
    contract: Contract
    row: int
    matched: int
    missing: tuple[str, ...]

    @property
    def score(self) -> tuple[int, bool]:
        return self.matched, not self.missing


def recognise(sheets: list[Sheet], dataset: str | None) -> Recognised | list[Problem]:
    """The sheet and contract that match most headers, or the problems that stand in the way."""
    known = contracts()
    asked = [known[dataset]] if dataset else list(known.values())
    candidates = [
        candidate
        for sheet in sheets
        for row, cells in enumerate(sheet.rows[:HEADER_WITHIN], start=1)
        if (keys := [header_key(cell) for cell in cells if cell])
        for contract in asked
        if (candidate := _candidate(sheet, contract, row, keys)).matched >= 2
    ]
    if not candidates:
        return [problem("unknown_dataset")]
    best = max(candidates, key=lambda each: each.score)
    rival = next(
        (c for c in candidates if c.score == best.score and c.contract is not best.contract), None
    )
    if rival:
        first, second = best.contract, rival.contract
        return [
            problem(
                "two_datasets",
                first=first.name.zh,
                second=second.name.zh,
                first_code=first.dataset,
                second_code=second.dataset,
                en={"first": first.name.en, "second": second.name.en},
            )
        ]
    if best.missing:
        return [_missing(best.contract, name) for name in best.missing]
    # The first header of each sheet: further down it may be repeated at the top of a page.
    alike = {each.sheet.name: each for each in reversed(candidates) if each.score == best.score}
    understood = [_understood(each) for each in reversed(alike.values())]
    filled = [each for each in understood if each.body]
    if len(filled) > 1:
        names = [each.sheet.name for each in filled]
        return [problem("two_sheets", first=names[0], second=names[1])]
    return filled[0] if filled else understood[0]


def _candidate(sheet: Sheet, contract: Contract, row: int, keys: list[str]) -> _Candidate:
    found = {contract.slots[key].column for key in keys if key in contract.slots}
    missing = tuple(
        name
        for name, column in contract.columns.items()
        if (column.required or column.required_header) and name not in found
    )
    return _Candidate(sheet, contract, row, len(found), missing)


def _missing(contract: Contract, name: str) -> Problem:
    column = contract.columns[name]
    return problem(
        "missing_column",
        column=name,
        label=column.label.zh,
        spellings="、".join(column.headers),
        en={"label": column.label.en, "spellings": ", ".join(column.headers)},
    )


def _understood(best: _Candidate) -> Recognised:
    sheet, contract = best.sheet, best.contract
    typed = sheet.rows[best.row - 1]
    headers = [masked(re.sub(r"\s*\n\s*", " / ", cell.strip())) for cell in typed]
    below = sheet.rows[best.row :]
    slots = contract.slots
    places: dict[Slot, list[int]] = {}
    ignored: list[str] = []
    personal: list[int] = []
    for at, (cell, header) in enumerate(zip(typed, headers, strict=True)):
        # Compared as typed: a line break inside a header is no more than a blank.
        slot = slots.get(header_key(cell))
        if slot:
            places.setdefault(slot, []).append(at)
        elif is_personal_header(cell) or (
            header and any(is_personal(cell_at(row, at)) for row in below)
        ):
            personal.append(at)
        elif header:
            ignored.append(header)
    titles = [cell for row in sheet.rows[: best.row - 1] for cell in row]
    in_title = money_unit_in(titles)
    columns = {slot: at[0] for slot, at in places.items()}
    recognised = Recognised(
        sheet=sheet,
        contract=contract,
        header_row=best.row,
        headers=headers,
        columns=columns,
        scales={
            slot: header_scale(headers[at]) or in_title or DEFAULT_SCALE
            for slot, at in columns.items()
            if contract.columns[slot.column].type == "money"
        },
        ignored=ignored,
        personal=personal,
    )
    recognised.problems.extend(_duplicates(recognised, places))
    figures = contract.at_least_one_of
    if figures and not {slot.column for slot in columns} & set(figures):
        labels = [contract.columns[name].label for name in figures[:6]]
        recognised.problems.append(
            problem(
                "no_figures",
                spellings="、".join(label.zh for label in labels),
                en={"spellings": ", ".join(label.en for label in labels)},
            )
        )
    if not recognised.body:
        recognised.problems.append(problem("no_rows"))
    return recognised


def _duplicates(recognised: Recognised, places: dict[Slot, list[int]]) -> list[Problem]:
    """Columns that mean the same: an error when they differ, else the first one is used."""
    problems = []
    for slot, at in places.items():
        if len(at) < 2:
            continue
        contents = {
            tuple(squeezed(cell_at(row, each)) for _, row in recognised.body) for each in at
        }
        problems.append(
            problem(
                "duplicate_header" if len(contents) > 1 else "duplicate_header_same",
                row=recognised.header_row,
                column=slot.name,
                header=recognised.headers[at[0]],
                columns="、".join(column_letter(each) for each in at),
                label=recognised.contract.columns[slot.column].label.zh,
                en={
                    "columns": ", ".join(column_letter(each) for each in at),
                    "label": recognised.contract.columns[slot.column].label.en,
                },
            )
        )
    return problems


def cell_at(row: list[str], at: int) -> str:
    """A cell of a row that may be short."""
    return row[at] if at < len(row) else ""


def column_letter(at: int) -> str:
    """A column as the spreadsheet letters it: 0 is A, 26 is AA."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def titles_of(recognised: Recognised) -> list[str]:
    """The cells above the header that hold something."""
    above = recognised.sheet.rows[: recognised.header_row - 1]
    return [cell for row in above for cell in row if cell.strip()]
