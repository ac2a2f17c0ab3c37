"""Contracts: what each monthly file must look like, read from contracts/*.yaml and checked."""

import re
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, NamedTuple

import duckdb
from pydantic import model_validator

from etl.bilingual import Bilingual, Lang
from etl.codes import code_lists
from etl.examples import check_notes
from etl.marked_yaml import Document, Strict
from etl.problems import Kind
from etl.spelling import header_key

LEDGERS = ("funds", "projects", "households")  # of rows; the others hold sums
SQL_TYPES = {
    "unit": "VARCHAR",
    "indicator": "VARCHAR",
    "code": "VARCHAR",
    "text": "VARCHAR",
    "identifier": "VARCHAR",
    "money": "DECIMAL(18, 2)",
    "number": "DECIMAL(18, 2)",
    "percent": "DECIMAL(18, 8)",
    "count": "BIGINT",
    "year": "INTEGER",
    "date": "DATE",
    "month": "DATE",
    "yes_no": "BOOLEAN",
}

SPEND_DENOMINATOR = "spend_denominator"  # in a printed rate: what the city measures against


class Printed(Strict):
    """The parts of a rate that a file prints."""

    numerator: str
    denominator: str


class Column(Strict):
    """One column: how files head it, what it holds, which cells of it are wrong."""

    label: Bilingual
    headers: list[str]
    type: Literal[
        "unit", "indicator", "code", "text", "identifier", "money", "number", "percent",
        "count", "year", "date", "month", "yes_no",
    ]  # fmt: skip
    required: bool = False  # the header must be there and every cell filled
    filled: bool = False  # where the header is there, every cell must be filled
    required_header: bool = False  # the header must be there; cells may be blank
    list: str = ""  # code list of a `code`
    also: tuple[str, ...] = ()  # codes allowed besides the list
    unknown: Literal["error", "warning"] = "error"
    at_least: int | None = None
    additive: bool = False  # a total row adds it up
    default: Literal["", "period"] = ""
    otherwise: str = ""  # SQL for blank cells
    blank_in_some: Bilingual | None = None  # blank = 0 when other rows of the unit are filled
    numbered: int = 0  # may come as several columns: header1, header2, …
    many: bool = False  # several codes a row, kept as a list
    marked: bool = False  # may come as one column per code, where anything filled in means yes
    printed: Printed | None = None  # a printed rate: checked, not kept
    ask: bool = False  # percents: ask when 0.8 could be either
    kept: bool = True  # stored with the rows
    note: Bilingual | None = None  # what belongs here, to whoever fills the column in
    example: str | Bilingual = ""  # a cell of it, codes as codes; all of a dataset are one good row

    def example_in(self, lang: Lang) -> str:
        """The example in one language; '' when there is none."""
        return self.example if isinstance(self.example, str) else self.example.of(lang)


PERIOD = {
    "label": {"zh": "报告期", "en": "Month"},
    "headers": ["报告期", "数据日期"],
    "note": {
        "zh": "报的是哪一个月；所有数字都是截至该月末的累计数",
        "en": "The month reported; all figures are positions at its end, added up since the start",
    },
    "example": "2023-04",
    "type": "month",
}


class Rule(Kind):
    """One rule across columns: rows where `when` holds are told, cells named in braces."""

    column: str
    when: str


class Slot(NamedTuple):
    """Where one file column lands: the contract's column, and its number or code when many."""

    name: str
    column: str
    code: str = ""


class Contract(Strict):
    """What one dataset's monthly file must look like."""

    dataset: str
    name: Bilingual
    columns: dict[str, Column]
    key: tuple[str, ...] = ()  # one row per …
    repeated_key: Literal["error", "warning"] = "error"
    identical_row: Literal["error"] | None = None
    household: str = ""  # column that person rows of one household share
    keep_with: str = ""  # column without which a row is left out, unchecked
    falling: str = ""  # cumulative column that should not fall from month to month
    several_periods: bool = False
    at_least_one_of: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _with_period(cls, data: dict[str, Any]) -> dict[str, Any]:
        """Every file may say its month in a column; it is kept where a file has several."""
        if not isinstance(data, dict) or not isinstance(data.get("columns"), dict):
            return data
        several = bool(data.get("several_periods"))
        # Of several months in a file a blank cell says none of them.
        period = {**PERIOD, "kept": several, "default": "period", "filled": several}
        return {**data, "columns": {**data["columns"], "period": period}}

    @cached_property
    def slots(self) -> dict[str, Slot]:
        """Header key → where a file column so headed lands."""
        found: dict[str, Slot] = {}
        for name, column in self.columns.items():
            words = [*column.headers, column.label.zh, column.label.en, name]
            for word in words:
                key = header_key(word)
                found.setdefault(key, Slot(f"{name}_1" if column.numbered else name, name))
                for number in range(1, column.numbered + 1):
                    found.setdefault(f"{key}{number}", Slot(f"{name}_{number}", name))
                    found.setdefault(f"{key}_{number}", Slot(f"{name}_{number}", name))
            if column.marked:
                for code, entry in code_lists()[column.list].items():
                    for word in (code, entry.en, *entry.spellings):
                        found.setdefault(header_key(word), Slot(f"{name}:{code}", name, code))
        return found

    def blanks_counted(self) -> list[str]:
        """Columns where a blank counts as 0; rules see beside each whether it was blank."""
        return [name for name, column in self.columns.items() if column.blank_in_some]

    def sql_type(self, name: str) -> str:
        """SQL type of a column's values; columns with several codes are lists."""
        column = self.columns[name]
        return f"{SQL_TYPES[column.type]}{'[]' if column.many else ''}"

    def label(self, stored: str) -> Bilingual:
        """What a stored column is called; list columns have their name in plural."""
        return (self.columns.get(stored) or self.columns[stored.removesuffix("s")]).label

    def stored(self) -> dict[str, str]:
        """Stored column → SQL type, in order; list columns have their name in plural."""
        return {
            plural(name) if column.many else name: self.sql_type(name)
            for name, column in self.columns.items()
            if column.kept and not column.printed
        }


def plural(name: str) -> str:
    """Name of the stored list column: risk → risks."""
    return f"{name}s"


@cache
def contracts() -> dict[str, Contract]:
    """All contracts by dataset; raises BadEntry naming file and line of the first bad entry."""
    folder = Path(__file__).with_name("contracts")
    names = ("funds", "projects", "households", "reports", "benchmarks")
    return {name: load_contract(folder / f"{name}.yaml") for name in names}


def load_contract(path: Path) -> Contract:
    """One contract, checked: unknown keys, code lists, columns named by rules, and their SQL."""
    document = Document(path)
    contract = document.read(Contract)
    for name, column in contract.columns.items():
        if column.type == "code" and column.list not in code_lists():
            raise document.refuse(f"no code list {column.list!r}", "columns", name, "list")
    _check_names(document, contract)
    check_notes(document, contract.columns)
    for at, rule in enumerate(contract.rules):
        slot_names = {slot.name for slot in contract.slots.values()}
        for where, text in rule.texts():
            for word in re.findall(r"{(\w+)}", text):
                if word not in contract.columns:
                    raise document.refuse(f"no column {word!r}", "rules", at, *where)
        if rule.column not in contract.columns and rule.column not in slot_names:
            raise document.refuse(f"no column {rule.column!r}", "rules", at, "column")
    _check_sql(document, contract)
    return contract


def _check_names(document: Document, contract: Contract) -> None:
    """Every column that an entry names must be there."""
    for field in ("key", "at_least_one_of", "household", "keep_with", "falling"):
        named = getattr(contract, field)
        for name in (named,) if isinstance(named, str) else named:
            if name and name not in contract.columns:
                raise document.refuse(f"no column {name!r}", field)
    for name, column in contract.columns.items():
        parts = (column.printed.numerator, column.printed.denominator) if column.printed else ()
        for part in parts:
            if part not in contract.columns and part != SPEND_DENOMINATOR:
                raise document.refuse(f"no column {part!r}", "columns", name, "printed")


def _check_sql(document: Document, contract: Contract) -> None:
    """Every SQL expression of a contract must prepare against its own columns."""
    expressions: list[tuple[str, tuple[str | int, ...]]] = [
        (rule.when, ("rules", at, "when")) for at, rule in enumerate(contract.rules)
    ]
    expressions += [
        (column.otherwise, ("columns", name, "otherwise"))
        for name, column in contract.columns.items()
        if column.otherwise
    ]
    fields = [f'"{name}" {kind}' for name, kind in contract.stored().items()]
    fields += [f"{name}_blank BOOLEAN" for name in contract.blanks_counted()]
    with duckdb.connect() as con:
        con.execute(f"CREATE TABLE typed ({', '.join(fields)}, month_end DATE)")
        for expression, where in expressions:
            try:
                con.execute(f"SELECT {expression} FROM typed")
            except duckdb.Error as error:
                reason = str(error).splitlines()[0]
                raise document.refuse(reason, *where) from error
