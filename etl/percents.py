"""Whether bare numbers in a percent column are percents: decided per column, never per cell."""

from decimal import Decimal, InvalidOperation

from etl.contract import Slot
from etl.land import Told
from etl.problems import Problem, problem
from etl.read import column_formats
from etl.recognised import Recognised

LARGEST_FRACTION = Decimal("1.5")  # a rate above it can only be written in percents


def decide_percents(
    recognised: Recognised, told: dict[Slot, Told], content: bytes
) -> list[Problem]:
    """Fill `recognised.percents`; a column that could be either is a problem where the contract
    asks. `content` is the file's, whose cell formats may say percent."""
    problems = []
    for slot, at in recognised.columns.items():
        column = recognised.contract.columns[slot.column]
        if column.type != "percent":
            continue
        words = told[slot].said()
        signs = any("%" in word for word in words)
        numbers = [number for word in words if (number := _number(word)) is not None]
        percents: bool | None = signs or any(each > LARGEST_FRACTION for each in numbers)
        sheet = recognised.sheet
        formats = column_formats(content, sheet.name, at, recognised.header_row)
        if numbers and not signs and any("%" in each for each in formats):
            percents = False
        elif numbers and not percents:
            percents = None
            if column.ask:
                header = recognised.header_of(slot)
                problems.append(problem("two_readings", column=slot.name, header=header))
        recognised.percents[slot] = percents
    return problems


def _number(word: str) -> Decimal | None:
    try:
        return Decimal(word.replace(",", ""))
    except InvalidOperation:
        return None
