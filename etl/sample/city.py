"""The fictional city: its units, its months, and the numbers that give each unit its character.

Money is a whole number of 分 (0.01 元), rates are basis points (1/10 000), months are counted
from 2021-01 = 0. Nothing here uses floating-point functions, so that every system gets the same
city from the same seed.
"""

from __future__ import annotations

import csv
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import NamedTuple

SEED = "云川市 2021–2023"
MONTHS = 28
REFERENCE = Path(__file__).parent / "reference"
YUAN = 100
WAN = 10_000 * YUAN


class Character(NamedTuple):
    """What makes a unit differ from the others.

    `money` and `projects` are shares of the city in ‰; `spend` is how far the spend rate runs
    ahead of the city's usual course at each of SPEND_MOMENTS, `start` the same for starts in
    April, both in basis points; `households` is the monitored stock at the end; `relief` by how
    many months earlier than usual risks are eliminated.
    """

    money: int
    spend: tuple[int, int, int, int, int]
    projects: int
    start: int
    households: int
    relief: int


SPEND_MOMENTS = (0, 11, 17, 23, 27)

CHARACTERS = {
    "云溪": Character(93, (-100, 600, 1500, 2500, 2840), 94, 700, 480, 6),
    "东岭": Character(80, (300, 900, 1480, 1700, 1910), 84, 690, 430, 4),
    "河湾": Character(85, (200, 500, 600, 900, 1102), 82, 260, 470, 2),
    "清泉": Character(80, (-300, 200, 500, 700, 818), 80, 300, 500, 1),
    "西屏": Character(85, (400, 300, 200, 300, 277), 84, 80, 520, 0),
    "平岗": Character(80, (-200, -100, 0, -100, -136), 86, -150, 540, 0),
    "青石": Character(98, (-600, -500, -400, -400, -420), 104, -350, 820, -4),
    "临湖": Character(93, (2400, 2500, 1200, -100, -810), 96, -520, 640, -2),
    "石坪": Character(88, (-900, -1200, -1300, -1500, -1558), 96, -1150, 780, -7),
    "南泽": Character(90, (800, 700, 900, 1300, 1435), 92, 520, 620, 3),
    "高新区": Character(50, (900, 700, 500, 600, 690), 38, 420, 200, 5),
    "北原": Character(30, (100, 0, -200, -400, -585), 24, -420, 130, -3),
    "市本级": Character(48, (500, 800, 1200, 2000, 2400), 5, 300, 0, 0),
}


@dataclass(frozen=True)
class Unit:
    """One reporting unit with its place in the order of the unit table."""

    code: str
    name: str
    short: str
    character: Character

    def spend_ahead(self, month: int) -> int:
        """How far its spend rate runs ahead of the usual course in a month, in basis points."""
        moments = tuple(zip(SPEND_MOMENTS, self.character.spend, strict=True))
        for (left, low), (right, high) in pairwise(moments):
            if month <= right:
                return low + (high - low) * (month - left) // (right - left)
        raise ValueError(f"month {month} is beyond the sample")


@cache
def units() -> tuple[Unit, ...]:
    """The units of units.csv in the order files list them."""
    with (REFERENCE / "units.csv").open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: int(row["order"]))
    return tuple(
        Unit(row["code"], row["name"], row["short_name"], CHARACTERS[row["short_name"]])
        for row in rows
    )


def period(month: int) -> str:
    """Month 0 as 2021-01, and so on."""
    return f"{2021 + month // 12}-{month % 12 + 1:02d}"


def month_of(name: str) -> int:
    """The number of a period: 2021-01 is 0."""
    return (int(name[:4]) - 2021) * 12 + int(name[5:]) - 1


def month_end(month: int) -> date:
    """The last day of a month."""
    return day(month, 31)


@cache
def day(month: int, number: int) -> date:
    """A day of a month; beyond the month's end its last day."""
    year, index = 2021 + month // 12, month % 12 + 1
    return date(year, index, min(number, monthrange(year, index)[1]))


def dice(*parts: object) -> Random:
    """Random numbers that depend on the seed and on these parts only, in whatever order asked."""
    return Random("/".join(map(str, (SEED, *parts))))


def split(total: int, weights: list[int], step: int = 1) -> list[int]:
    """Split a total by weights into whole multiples of step; the first part takes the rest."""
    whole = sum(weights)
    parts = [total * weight // whole // step * step for weight in weights]
    parts[0] += total - sum(parts)
    return parts
