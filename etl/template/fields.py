"""The columns of a template: a contract's columns as a clerk meets them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from etl.bilingual import Bilingual, Lang
from etl.codes import Code, code_lists
from etl.contract import Column, Contract, Slot
from etl.examples import example_value
from etl.indicators import indicators
from etl.reference import Reference, Unit
from etl.spelling import header_key

Cell = str | float | date | None
YES_NO = {"zh": ("是", "否"), "en": ("yes", "no")}


@dataclass(frozen=True)
class Field:
    """One column of a template, in one language."""

    slot: Slot  # where the loader puts it
    column: Column
    heading: str
    spellings: tuple[str, ...]  # other headings that the loader knows, the file's language first
    choices: tuple[str, ...]  # of its drop-down; none where anything may be written
    example: Cell  # of the worked row

    @property
    def required(self) -> bool:
        """Whether the clerk has to fill it in: for the loader too, but for rows it leaves out."""
        return self.column.required or self.column.required_header


def fields(contract: Contract, lang: Lang, reference: Reference) -> list[Field]:
    """The columns of a template, in the contract's order.

    Without the column of months, which stands above the header, and without printed rates: the
    board works them out of their parts, and a rate typed in can only be at odds with them."""
    made = _Fields(contract, lang, reference)
    return [
        field
        for name, column in contract.columns.items()
        if name != "period" and not column.printed
        for field in made.of(name, column)
    ]


class _Fields:
    def __init__(self, contract: Contract, lang: Lang, reference: Reference) -> None:
        self.contract, self.lang = contract, lang
        self.units = sorted(reference.units, key=lambda unit: unit.order)

    def of(self, name: str, column: Column) -> Iterator[Field]:
        """One field of a column, or one for each of its numbers or codes."""
        if column.marked:
            yield from self._marked(name, column)
            return
        choices = tuple(self._choices(column))
        label, words = column.label.of(self.lang), [*column.headers, *_both(column.label)]
        if not column.numbered:
            example = self._example(column)
            yield self._field(Slot(name, name), column, label, words, choices, example)
            return
        examples = self._codes(column)
        for number in range(1, column.numbered + 1):
            yield self._field(
                Slot(f"{name}_{number}", name),
                column,
                f"{label}{number}" if self.lang == "zh" else f"{label} {number}",
                [f"{word}{number}" for word in words],
                choices,
                examples[number - 1] if number <= len(examples) else None,
            )

    def _marked(self, name: str, column: Column) -> Iterator[Field]:
        """A column per code with yes or blank in it. No is not offered: blank says it."""
        yes = YES_NO[self.lang][0]
        taken = self._codes(column)
        for code, entry in code_lists()[column.list].items():
            label = self._code(entry)
            words = [*entry.spellings, entry.zh, entry.en]
            example = yes if label in taken else None
            yield self._field(
                Slot(f"{name}:{code}", name, code), column, label, words, (yes,), example
            )

    def _field(
        self,
        slot: Slot,
        column: Column,
        heading: str,
        words: list[str],
        choices: tuple[str, ...],
        example: Cell,
    ) -> Field:
        assert self.contract.slots[header_key(heading)] == slot, f"{heading} would not be known"
        others = {header_key(word): word for word in reversed(words)}
        others.pop(header_key(heading), None)
        return Field(slot, column, heading, tuple(reversed(others.values())), choices, example)

    def _choices(self, column: Column) -> Iterator[str]:
        if column.type == "unit":
            yield from (self._unit(unit) for unit in self.units)
        elif column.type == "indicator":
            yield from (each.name.of(self.lang) for each in indicators().values())
        elif column.type == "yes_no":
            yield from YES_NO[self.lang]
        elif column.type == "code":
            if "all" in column.also:
                yield self._all()
            yield from (self._code(entry) for entry in code_lists()[column.list].values())

    def _example(self, column: Column) -> Cell:
        text = column.example_in(self.lang)
        if not text:
            return None
        value = example_value(column, text)
        if column.type == "unit":
            ranked = [unit for unit in self.units if unit.ranked] or self.units
            return self._unit(ranked[0]) if ranked else text
        if column.type == "indicator":
            return indicators()[text].name.of(self.lang)
        if column.type == "yes_no":
            return YES_NO[self.lang][text == "否"]
        if column.type == "code":
            return self._all() if text == "all" else self._code(code_lists()[column.list][text])
        return value if isinstance(value, str | int | date) else float(str(value))

    def _codes(self, column: Column) -> list[str]:
        """The names of the codes in the example of a column that takes several."""
        text = column.example_in(self.lang)
        codes = example_value(column, text) if text else ()
        assert isinstance(codes, tuple)
        return [self._code(code_lists()[column.list][code]) for code in codes]

    def _code(self, entry: Code) -> str:
        return entry.zh if self.lang == "zh" else entry.en

    def _unit(self, unit: Unit) -> str:
        return unit.name if self.lang == "zh" else unit.name_en

    def _all(self) -> str:
        return "全部" if self.lang == "zh" else "all"


def _both(label: Bilingual) -> tuple[str, str]:
    return label.zh, label.en
