"""The project ledger: every project's life from plan to acceptance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from etl.sample import stories
from etl.sample.city import YUAN, Unit, day, dice, split, units
from etl.sample.funds import year_total
from etl.sample.places import townships, villages
from etl.sample.project_kinds import Kind, kinds

PROJECTS = {2021: 1190, 2022: 1290, 2023: 1430}

# Shares of a year's projects planned to start, started and finished by each month end, in basis
# points; finishing runs on into the next year. A unit's lead shows most around April.
PLANNED_COURSE = (1000, 3000, 6800, 9300, 9800, 10_000)
START_COURSE = (600, 2300, 6200, 9270, 9700, 9880, 9950, 10_000)
FINISH_COURSE = (0, 40, 170, 520, 1100, 1900, 2900, 4100, 5500, 6900, 8100, 9000,
                 9300, 9550, 9700, 9800, 9900, 9950, 10_000)  # fmt: skip
START_LEAD_PERCENT = (30, 60, 100, 100, 60, 35, 20, 0)
FINISH_LEAD_PERCENT = (0, 5, 15, 25, 40, 60, 90, 100, 100, 80, 60, 40) + (0,) * 7


@dataclass(frozen=True)
class Project:
    """One project's whole life; a file shows the part that had happened by its month end."""

    project_id: str
    unit: Unit
    year: int
    name: str
    township: str
    village: str
    kind: Kind
    nature: str
    content: str
    work_relief: bool
    households: int
    leader: str
    phone: str
    planned_investment: int
    allocated: int
    final_permille: int
    issued_on: date
    planned_start: date
    started_on: date | None
    planned_finish: date
    finished_on: date | None
    accepted_on: date | None
    dropped_on: date | None
    dropped_as: str


def reached(share: int, course: tuple[int, ...], lead: int, lead_percent: tuple[int, ...]) -> int:
    """The first month in which the course, shifted by a unit's lead, has come to a share."""
    for month, (usual, percent) in enumerate(zip(course, lead_percent, strict=True)):
        if share <= usual + lead * percent // 100:
            return month
    return len(course) - 1


@dataclass(frozen=True)
class Schedule:
    """The dates of one project."""

    issued_on: date
    planned_start: date
    started_on: date | None
    planned_finish: date
    finished_on: date | None
    accepted_on: date | None
    dropped_on: date | None


def schedule(unit: Unit, year: int, place: int, count: int, draw: Random) -> Schedule:
    """When the project that starts as number `place` of `count` is planned, started, finished."""
    january = (year - 2021) * 12
    share = (2 * place + 1) * 5000 // count
    wish = min(9999, max(0, share + draw.randint(-1200, 900)))
    planned_month = reached(wish, PLANNED_COURSE, 0, (0,) * len(PLANNED_COURSE))
    planned_start = day(january + planned_month, draw.randint(3, 25))
    planned_finish = planned_start + timedelta(days=draw.randint(100, 215))
    issued_on = planned_start - timedelta(days=draw.randint(8, 36))
    if share > 9300 and draw.randrange(7) == 0:
        dropped_on = day(january + draw.randint(3, 8), 20)
        return Schedule(issued_on, planned_start, None, planned_finish, None, None, dropped_on)
    start_month = reached(share, START_COURSE, unit.character.start, START_LEAD_PERCENT)
    finish_month = reached(share, FINISH_COURSE, unit.character.start, FINISH_LEAD_PERCENT)
    started_on = day(january + start_month, draw.randint(2, 28))
    finished_on = day(january + finish_month, draw.randint(4, 28))
    finished_on = max(finished_on, started_on + timedelta(days=draw.randint(24, 60)))
    accepted_on = finished_on + timedelta(days=draw.randint(15, 125))
    return Schedule(
        issued_on, planned_start, started_on, planned_finish, finished_on, accepted_on, None
    )


def make(unit: Unit, year: int, place: int, count: int, number: int, money: int) -> Project:
    """One project of a unit's year; `place` is its turn to start, `number` its number on paper."""
    draw = dice("project", unit.code, year, place)
    kind = draw.choices(kinds(), [one.frequency for one in kinds()])[0]
    township = draw.choice(townships(unit))
    village = draw.choice(villages(unit, township))
    thing, content = kind.thing, kind.content.format(draw.randint(kind.smallest, kind.largest))
    forbidden = [found for found in stories.FORBIDDEN_PROJECTS if found.unit == unit.short]
    if year == 2023 and 5 <= place < 5 + len(forbidden):
        kind = next(other for other in kinds() if other.subcategory == "人居环境整治")
        thing, content = forbidden[place - 5].thing, forbidden[place - 5].content
    overrun = (unit.short, year) == (stories.OVERRUN_UNIT, stories.OVERRUN_YEAR)
    dates = schedule(unit, year, place, count, draw)
    return Project(
        project_id=f"{unit.code}{year}{number:04d}",
        unit=unit,
        year=year,
        name=f"{year}年{township}{village}{thing}",
        township=township,
        village=village,
        kind=kind,
        nature=draw.choices(("新建", "续建", "改扩建"), (70, 12, 18))[0],
        content=content,
        work_relief=kind.category == "乡村建设行动" and draw.randrange(3) == 0,
        households=draw.randint(12, 320),
        leader=draw.choice(("县级领导甲", "县级领导乙", "县级领导丙", "局领导甲", "局领导乙")),
        phone=f"000-0000-{number:04d}",
        planned_investment=money * draw.choice((100, 100, 100, 105, 110, 120)) // 100,
        allocated=money,
        final_permille=stories.OVERRUN_PERMILLE if overrun else draw.choice((1000, 1000, 995, 985)),
        dropped_as=draw.choice(("已调整", "已调整", "终止")),
        **vars(dates),
    )


@cache
def projects() -> tuple[Project, ...]:
    """Every project of the three years, by unit, year and number."""
    made: list[Project] = []
    for unit in units():
        for year, total in PROJECTS.items():
            count = total * unit.character.projects // 1000
            draw = dice("projects", unit.code, year)
            numbers = list(range(1, count + 1))
            draw.shuffle(numbers)
            weights = [draw.randint(3, 30) for _ in numbers]
            shares = split(year_total(unit, year) * 96 // 100, weights, 1000 * YUAN)
            year_made = [
                make(unit, year, place, count, number, money)
                for place, (number, money) in enumerate(zip(numbers, shares, strict=True))
            ]
            made += sorted(year_made, key=lambda project: project.project_id)
    return tuple(made)
