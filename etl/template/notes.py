"""What a template says of a column: the note on its heading, and its row in the table of notes."""

import re
from datetime import date

from etl.bilingual import Lang
from etl.contract import Column, Contract, Rule
from etl.spelling import header_scale
from etl.template.fields import Cell, Field
from etl.template.words import words

MOST_SPELLINGS = 6


def header_note(contract: Contract, field: Field, lang: Lang) -> str:
    """The note on a heading: what the column means, how to fill it in, what is checked."""
    say = words(lang)
    parts = {
        "note_type": kind(field, lang),
        "note_unit": measured_in(field.column, lang),
        "note_allowed": allowed(field, lang),
        "note_example": shown(field.example),
    }
    lines = [f"{field.heading}（{necessity(field, lang)}）"]
    if lang == "en":
        lines = [f"{field.heading} ({necessity(field, lang).lower()})"]
    lines.append(meaning(field.column, lang))
    lines += [say[key].format(text=text) for key, text in parts.items() if text]
    return "\n".join([*lines, *checks(contract, field, lang)])


def note_row(contract: Contract, field: Field, lang: Lang) -> list[str]:
    """A row of the table of notes: name, required, type, unit, allowed values, meaning, checks,
    example, other spellings."""
    return [
        field.heading,
        necessity(field, lang),
        kind(field, lang),
        measured_in(field.column, lang),
        allowed(field, lang),
        meaning(field.column, lang),
        "\n".join(checks(contract, field, lang)),
        shown(field.example),
        words(lang)["comma"].join(field.spellings[:MOST_SPELLINGS]),
    ]


def necessity(field: Field, lang: Lang) -> str:
    """Required or optional."""
    return words(lang)["required" if field.required else "optional"]


def meaning(column: Column, lang: Lang) -> str:
    """The contract's note."""
    return column.note.of(lang) if column.note else ""


def kind(field: Field, lang: Lang) -> str:
    """What the type is called."""
    return words(lang)["type_marked" if field.slot.code else f"type_{field.column.type}"]


def measured_in(column: Column, lang: Lang) -> str:
    """The unit of money, or the one that the label names."""
    if column.type == "money":
        return words(lang)["unit_money"]
    return words(lang)["unit_yuan"] if header_scale(column.label.zh) == 1 else ""


def allowed(field: Field, lang: Lang) -> str:
    """The choices, or the least that a number may be."""
    say, column = words(lang), field.column
    if column.type == "unit":
        key = "units_listed" if field.choices else "units_unlisted"
        return say[key].format(count=len(field.choices))
    if field.choices and not field.slot.code and column.type != "yes_no":
        return say["comma"].join(field.choices)
    return "" if column.at_least is None else say["at_least"].format(least=column.at_least)


def shown(example: Cell) -> str:
    """An example as its cell shows it."""
    if isinstance(example, float):
        return f"{example:g}" if example > 1 else f"{example:.2%}"
    if isinstance(example, date):
        return example.isoformat()
    return "" if example is None else str(example)


def checks(contract: Contract, field: Field, lang: Lang) -> list[str]:
    """The contract's rules that concern a column, a line each."""
    names = {field.slot.name, field.slot.column}
    return [
        words(lang)["refused" if rule.severity == "error" else "warned"].format(
            text=rule_words(rule, lang)
        )
        for rule in contract.rules
        if rule.column in names or f"{{{field.slot.column}}}" in rule.zh
    ]


def rule_words(rule: Rule, lang: Lang) -> str:
    """What a rule finds wrong, out of the sentence that tells it: without its figures."""
    found = re.sub(r"[“\"]?{\w+}[”\"]?", "", rule.wrong.of(lang))
    if lang == "zh":
        return re.sub(r"\s+", "", found)
    return re.sub(r"\s+(?=[,;)]|$)", "", re.sub(r"\s+", " ", found))
