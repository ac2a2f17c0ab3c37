"""Figures of rows that are checked and not loaded, as exact numbers and as printed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import duckdb

from etl.contract import Slot
from etl.land import Told, tell
from etl.recognised import Recognised
from etl.sheet import Places
from etl.values import read_values


@dataclass(frozen=True)
class Figures:
    """The figures of one slot in some rows."""

    told: Told
    values: list[Decimal | int | None]  # of the texts, in their order

    def value(self, place: int) -> Decimal | None:
        """The number in one row; None where there is none or none that can be read."""
        value = self.values[self.told.seen.codes[place]]
        return None if value is None else Decimal(value)

    def text(self, place: int) -> str:
        """The text in one row, as told."""
        return self.told.words[self.told.seen.codes[place]] or ""


def read_figures(
    con: duckdb.DuckDBPyConnection, recognised: Recognised, places: Places, slots: Iterable[Slot]
) -> dict[Slot, Figures]:
    """The figures of slots of money, counts and percents in the rows at these places."""
    told = tell(recognised, places, slots)
    values = read_values(con, recognised, told)
    return {slot: Figures(each, values[slot].to_pylist()) for slot, each in told.items()}


def decimals(text: str) -> int:
    """How many digits a printed number has behind its point."""
    found = re.search(r"\.(\d+)", text)
    return len(found[1]) if found else 0


def step(recognised: Recognised, slot: Slot, text: str) -> Decimal:
    """How far apart two values printed like this are: money is rounded, counts are exact."""
    scale = recognised.scales.get(slot)
    return Decimal(0) if scale is None else scale / Decimal(10) ** decimals(text)


def money_steps(recognised: Recognised, told: dict[Slot, Told]) -> dict[str, float]:
    """元 between two values that a money column could print, by column: the coarsest it does."""
    steps = {}
    for slot in recognised.scales:
        words = told[slot].said()
        if words:
            steps[slot.column] = float(max(step(recognised, slot, word) for word in words))
    return steps
