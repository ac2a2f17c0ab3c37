"""Notes and examples of the contracts: what a column is for, and one good cell of it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from etl.codes import code_lists
from etl.marked_yaml import Document

if TYPE_CHECKING:
    from etl.contract import Column

Value = str | int | Decimal | date | tuple[str, ...]
SEPARATOR = "、"


def check_notes(document: Document, columns: dict[str, Column]) -> None:
    """Notes must say something, and examples be what their columns take."""
    for name, column in columns.items():
        for text in (column.note.zh, column.note.en) if column.note else ():
            if not text.strip():
                raise document.refuse("an empty note", "columns", name, "note")
        for text in {column.example_in("zh"), column.example_in("en")} - {""}:
            try:
                example_value(column, text)
            except ValueError as error:
                raise document.refuse(str(error), "columns", name, "example") from error


def example_value(column: Column, text: str) -> Value:
    """An example as its column's type: codes as a tuple where a row may have several, a percent as
    a fraction, a month as its text; ValueError says why a text is none."""
    try:
        value = _read(column, text)
    except (ValueError, ArithmeticError) as error:
        raise ValueError(f"{text!r} is no example of {column.type}: {error}") from error
    least = column.at_least
    if least is not None and isinstance(value, int | Decimal) and value < least:
        raise ValueError(f"{text!r} is below {least}")
    return value


def _read(column: Column, text: str) -> Value:
    kind = column.type
    if kind == "code":
        known = {*code_lists()[column.list], *column.also}
        codes = tuple(text.split(SEPARATOR)) if column.many else (text,)
        if not known.issuperset(codes):
            raise ValueError(f"not in the list {column.list}")
        return codes if column.many else text
    if kind in ("money", "number"):
        return Decimal(text)
    if kind == "percent":
        return Decimal(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    if kind in ("count", "year"):
        return int(text)
    if kind == "date":
        return date.fromisoformat(text)
    if kind == "month":
        return datetime.strptime(text, "%Y-%m").strftime("%Y-%m")
    if kind == "yes_no" and text not in ("是", "否"):
        raise ValueError("neither 是 nor 否")
    return text
