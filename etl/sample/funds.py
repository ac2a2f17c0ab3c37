"""The fund ledger: what each unit was issued, what arrived and what was spent, by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from etl.sample import stories
from etl.sample.city import MONTHS, WAN, Unit, day, dice, month_of, period, split, units

YEAR_WAN = {2021: 152_000, 2022: 161_000, 2023: 174_000}
LEVEL_PERMILLE = {"中央": 500, "省级": 280, "市级": 120, "县级": 100}
STEP = 100 * 100  # amounts are issued in whole hundreds of 元

MAIN_TASK = "巩固拓展脱贫攻坚成果和乡村振兴任务"
WORK_RELIEF_TASK = "以工代赈任务"
MINORITY_TASK = "少数民族发展任务"


class Batch(NamedTuple):
    """One batch of a fund level: its share of the level's year in ‰ and when it is issued."""

    level: str
    name: str
    permille: int
    month: int
    day: int


BATCHES = (
    Batch("中央", "提前下达", 620, 1, 6),
    Batch("中央", "第一批", 330, 3, 14),
    Batch("中央", "第二批", 50, 7, 11),
    Batch("省级", "提前下达", 560, 1, 10),
    Batch("省级", "第一批", 390, 4, 9),
    Batch("省级", "第二批", 50, 8, 13),
    Batch("市级", "第一批", 850, 3, 18),
    Batch("市级", "第二批", 150, 6, 8),
    Batch("县级", "第一批", 900, 2, 15),
    Batch("县级", "第二批", 100, 9, 16),
)

# The usual course of spending over a year, how much of a unit's lead shows in each month, and how
# soon each level's money arrives by age in months.
SPEND_COURSE = (400, 1250, 2450, 3300, 4250, 5400, 6600, 7600, 8750, 9250, 9550, 9800)
LEAD_PERCENT = (10, 30, 75, 100, 100, 100, 95, 85, 70, 50, 35, 20)
ARRIVED_PERCENT = {"中央": (70, 95, 100), "省级": (60, 90, 98, 100), "市级": (60, 85, 95, 100)}
ARRIVED_PERCENT["县级"] = (35, 55, 70, 80, 90)
SPENT_FIRST = {"中央": 5, "省级": 4, "市级": 3, "县级": 2}


@dataclass(frozen=True)
class Line:
    """One fund line as it was issued."""

    unit: Unit
    level: str
    task: str
    document: str
    batch: str
    category: str
    issued_on: date
    allocated: int


@dataclass(frozen=True)
class Position:
    """A fund line at a month end, cumulative."""

    line: Line
    arrived: int
    spent: int


@cache
def year_total(unit: Unit, year: int) -> int:
    """What a unit gets in a year over all levels."""
    return YEAR_WAN[year] * unit.character.money // 1000 * WAN


def industry_permille(unit: Unit, year: int) -> int:
    """The share of central and provincial money that a unit gives to industry."""
    if (unit.short, year) == (stories.LOW_INDUSTRY_UNIT, stories.LOW_INDUSTRY_YEAR):
        return stories.LOW_INDUSTRY_PERMILLE
    return dice("industry", unit.code, year).randint(612, 684)


def purposes(unit: Unit, year: int, batch: Batch) -> list[tuple[str, str, int]]:
    """Task, category and weight of the lines that a batch is split into for a unit."""
    if batch.level in ("市级", "县级"):
        return [(MAIN_TASK, "产业发展", 500), (MAIN_TASK, "乡村建设行动", 350),
                (MAIN_TASK, "就业项目", 150)]  # fmt: skip
    industry = industry_permille(unit, year)
    rest = 1000 - industry
    lines = [(MAIN_TASK, "产业发展", industry), (MAIN_TASK, "乡村建设行动", rest * 45 // 100),
             (MAIN_TASK, "就业项目", rest * 20 // 100),
             (MAIN_TASK, "项目管理费", 10)]  # fmt: skip
    special = WORK_RELIEF_TASK if batch.level == "中央" else MINORITY_TASK
    if special == WORK_RELIEF_TASK or unit.short in ("青石", "石坪"):
        lines.append((special, "乡村建设行动", rest * 15 // 100))
    others = 1000 - sum(weight for *_, weight in lines)
    lines += [
        (MAIN_TASK, "巩固三保障成果", others * 6 // 10),
        (MAIN_TASK, "易地搬迁后扶", others * 4 // 10),
    ]
    return lines


def issue(unit: Unit, place: int, year: int, batch: Batch) -> list[Line]:
    """The lines of one batch for one unit; the city passes a batch on within a few days."""
    amount = year_total(unit, year) * LEVEL_PERMILLE[batch.level] // 1000 * batch.permille // 1000
    month = (year - 2021) * 12 + batch.month - 1
    issued_on = day(month, batch.day + place % 5)
    number = 10 * batch.month + batch.day + BATCHES.index(batch)
    document = f"云{'财农' if batch.level != '县级' else '县财农'}〔{year}〕{number}号"
    wanted = purposes(unit, year, batch)
    parts = split(amount // STEP * STEP, [weight for *_, weight in wanted], STEP)
    return [
        Line(unit, batch.level, task, document, batch.name, category, issued_on, part)
        for (task, category, _), part in zip(wanted, parts, strict=True)
    ]


def late_batch(unit: Unit) -> list[Line]:
    """The planted batch that is issued days before a milestone."""
    issued_on = day(month_of(stories.LATE_MONTH), stories.LATE_DAY)
    parts = {"产业发展": 650, "乡村建设行动": 350}
    return [
        Line(unit, "中央", MAIN_TASK, "云财农〔2022〕96号", "追加", category, issued_on,
             stories.LATE_WAN * WAN * permille // 1000)
        for category, permille in parts.items()
    ]  # fmt: skip


@cache
def lines_of(unit: Unit, year: int) -> tuple[Line, ...]:
    """All lines a unit gets in a year, in the order they are issued."""
    place = units().index(unit)
    batches = [one for one in BATCHES if (unit.short, one.level) != ("市本级", "县级")]
    lines = [line for batch in batches for line in issue(unit, place, year, batch)]
    if unit.short == stories.LATE_UNIT and stories.LATE_MONTH.startswith(str(year)):
        lines += late_batch(unit)
    return tuple(sorted(lines, key=lambda line: line.issued_on))


def spend_rate(unit: Unit, month: int) -> int:
    """The share of its money that a unit wants to have spent by month end, in basis points."""
    lead = LEAD_PERCENT[month % 12]
    noise = dice("spending", unit.code, month).randint(-60, 60)
    rate = SPEND_COURSE[month % 12] + (unit.spend_ahead(month) + noise) * lead // 100
    # The last few percent come slowly to everybody: retention money, final accounts.
    return max(0, rate if rate <= 9600 else 9600 + (rate - 9600) // 3)


def spending_goal(unit: Unit, month: int, lines: list[Line]) -> int:
    """The sum a unit wants to have spent by month end; money just issued does not count yet."""
    if period(month) == stories.TIE_MONTH and unit.short in stories.TIE_UNITS:
        total = sum(line.allocated for line in lines)
        return total * stories.TIE_RATE.numerator // stories.TIE_RATE.denominator
    base = sum(line.allocated for line in lines if line.issued_on < day(month, 26))
    return base * spend_rate(unit, month) // 10_000 + dice("cents", unit.code, month).randrange(
        2_000_000
    )


def spend_more(lines: list[Line], spent: list[int], goal: int, month: int) -> None:
    """Raise what is spent on the lines to the goal, older money and higher levels first."""
    more = goal - sum(spent)
    if more <= 0:
        return
    room = [line.allocated - done for line, done in zip(lines, spent, strict=True)]
    weights = [
        left * SPENT_FIRST[line.level] * min(4, 1 + month % 12 + 1 - line.issued_on.month)
        for line, left in zip(lines, room, strict=True)
    ]
    for at, part in enumerate(split(more, weights)):
        spent[at] += min(part, room[at])
    for at, line in enumerate(lines):
        spent[at] += min(goal - sum(spent), line.allocated - spent[at])


def arrived_by(line: Line, month: int, spent: int) -> int:
    """What has arrived of a line by month end: never less than was spent from it."""
    course = ARRIVED_PERCENT[line.level]
    age = min(month % 12 + 1 - line.issued_on.month, len(course) - 1)
    return max(spent, line.allocated // 100 * course[age])


@cache
def history() -> tuple[tuple[Position, ...], ...]:
    """The ledger of every month, units in order; a new budget year starts from nothing."""
    months: list[list[Position]] = [[] for _ in range(MONTHS)]
    for unit in units():
        spent: list[int] = []
        for month in range(MONTHS):
            if month % 12 == 0:
                spent = []
            issued = [
                line
                for line in lines_of(unit, 2021 + month // 12)
                if line.issued_on <= day(month, 31)
            ]
            spent += [0] * (len(issued) - len(spent))
            spend_more(issued, spent, spending_goal(unit, month, issued), month)
            months[month] += [
                Position(line, arrived_by(line, month, done), done)
                for line, done in zip(issued, spent, strict=True)
            ]
    return tuple(map(tuple, months))
