"""The household ledger: every monitored household, and its state at a month end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from random import Random

from etl.sample import stories
from etl.sample.city import MONTHS, Unit, day, dice, month_of, period, units
from etl.sample.places import townships, villages

RISKS = ("因病", "因残", "因学", "因自然灾害", "因意外事故", "因产业项目失败", "因务工就业不稳",
         "缺劳动力", "因安全住房", "其他")  # fmt: skip
RISK_WEIGHTS = (34, 14, 8, 4, 6, 5, 12, 11, 2, 4)
HELP = {
    "因病": ("健康帮扶", "综合保障"),
    "因残": ("综合保障", "社会帮扶"),
    "因学": ("教育帮扶",),
    "因自然灾害": ("基础设施建设", "社会帮扶"),
    "因意外事故": ("综合保障", "社会帮扶"),
    "因产业项目失败": ("产业帮扶", "金融帮扶"),
    "因务工就业不稳": ("就业帮扶", "公益岗位帮扶"),
    "缺劳动力": ("公益岗位帮扶", "综合保障"),
    "因安全住房": ("住房安全保障",),
    "其他": ("生产生活条件改善",),
}
# 39 of 100 households were already known when the first file came.
KNOWN_BEFORE_PERCENT = 39
FIRST_MONTH = -13


@dataclass(frozen=True)
class Household:
    """One monitored household's whole life; months are counted from 2021-01 = 0."""

    household_id: str
    unit: Unit
    township: str
    village: str
    kind: str
    monitor_type: str
    persons: int
    risks: tuple[str, ...]
    measures: tuple[str, ...]
    identified: int
    helped: int
    eliminated: int | None
    relapsed: int | None
    way: str
    no_labour: bool
    income: int
    name: str


def identified_in(number: int, count: int, draw: Random) -> int:
    """The month a household is identified in: the stock of 2020 first, then evenly."""
    known = count * KNOWN_BEFORE_PERCENT // 100
    if number < known:
        return draw.randint(FIRST_MONTH, -1)
    return (number - known) * MONTHS // (count - known)


def eliminated_in(unit: Unit, identified: int, draw: Random) -> int | None:
    """The month a household's risk is eliminated in, None for never; nobody is that fast."""
    wait = draw.randint(5, 20 if identified < 0 else 22) - unit.character.relief
    return identified + max(7, wait) if draw.randrange(100) < 90 else None


def relapsed_in(eliminated: int | None, draw: Random) -> int | None:
    """The month a risk comes back in, rarely; the planted month is left to the planted ones."""
    if eliminated is None or draw.randrange(250):
        return None
    month = eliminated + draw.randint(3, 9)
    return None if month == month_of(stories.RELAPSE_MONTH) else month


def income_of(draw: Random) -> int:
    """Income per person in 元; one household in sixty is below the line of 2023."""
    return draw.randint(7_400, 11_800) if draw.randrange(60) else draw.randint(6_200, 7_200)


def make(unit: Unit, number: int, count: int) -> Household:
    """One household of a unit."""
    draw = dice("household", unit.code, number)
    township = draw.choice(townships(unit))
    monitor_type = draw.choices(("脱贫不稳定户", "边缘易致贫户", "突发严重困难户"), (40, 42, 18))[0]
    kinds = {"脱贫不稳定户": "脱贫户", "边缘易致贫户": "一般农户"}
    risks = dict.fromkeys(
        draw.choices(RISKS, RISK_WEIGHTS, k=draw.choices((1, 2, 3), (70, 24, 6))[0])
    )
    measures = dict.fromkeys(measure for risk in risks for measure in HELP[risk])
    no_labour = draw.randrange(100) < 8
    identified = identified_in(number, count, draw)
    eliminated = None if no_labour else eliminated_in(unit, identified, draw)
    return Household(
        household_id=f"{unit.code}{number + 1:08d}",
        unit=unit,
        township=township,
        village=draw.choice(villages(unit, township)),
        kind=kinds.get(monitor_type) or draw.choice(("脱贫户", "一般农户")),
        monitor_type=monitor_type,
        persons=draw.choices((1, 2, 3, 4, 5, 6, 7), (8, 15, 23, 27, 17, 7, 3))[0],
        risks=tuple(risks),
        measures=() if draw.randrange(160) == 0 else tuple(measures),
        identified=identified,
        helped=identified + draw.randint(0, 1),
        eliminated=eliminated,
        relapsed=relapsed_in(eliminated, draw),
        way=draw.choices(("帮扶消除", "自然消除"), (91, 9))[0],
        no_labour=no_labour,
        income=income_of(draw),
        name=f"示例{number + 1:04d}",
    )


def plant(made: list[Household]) -> list[Household]:
    """The same households with the planted haste and relapse among them."""
    hasty = month_of(stories.HASTE_MONTH)
    back = month_of(stories.RELAPSE_MONTH)
    left = {"haste": stories.HASTE_HOUSEHOLDS, "relapse": stories.RELAPSE_HOUSEHOLDS}
    planted = []
    for one in made:
        if (
            left["haste"]
            and one.unit.short == stories.HASTE_UNIT
            and hasty - one.identified in (3, 4)
            and not one.no_labour
        ):
            left["haste"] -= 1
            one = replace(one, eliminated=hasty, relapsed=None, way="帮扶消除")
        elif (
            left["relapse"]
            and one.unit.short == stories.RELAPSE_UNIT
            and one.eliminated == back - 1
        ):
            left["relapse"] -= 1
            one = replace(one, relapsed=back)
        planted.append(one)
    return planted


@cache
def households() -> tuple[Household, ...]:
    """Every household that is ever monitored, by unit and number."""
    return tuple(
        plant(
            [
                make(unit, number, unit.character.households)
                for unit in units()
                for number in range(unit.character.households)
            ]
        )
    )


def row(one: Household, month: int) -> dict[str, object]:
    """A household at month end under the names of the contract's columns."""
    gone = one.eliminated is not None and one.eliminated <= month
    gone = gone and (one.relapsed is None or month < one.relapsed)
    return {
        "household_id": one.household_id,
        "county": one.unit,
        "township": one.township,
        "village": one.village,
        "household_kind": one.kind,
        "monitor_type": one.monitor_type,
        "persons": one.persons,
        "risks": one.risks,
        "identified_month": day(one.identified, 15),
        "eliminated": gone,
        "eliminated_month": day(one.eliminated, 28)
        if gone and one.eliminated is not None
        else None,
        "elimination_way": one.way if gone else None,
        "no_labour": one.no_labour,
        "income_per_person": one.income,
        "measures": one.measures if one.helped <= month else (),
        "name": one.name,
    }


# Ledger, report and benchmarks of a month ask for the same rows; a stale part for last month's.
@lru_cache(maxsize=2)
def rows(month: int) -> list[dict[str, object]]:
    """The city's household ledger at a month end; one unit stops sending its part."""
    silent = period(month) >= stories.SILENT_SINCE
    return [
        row(one, month)
        for one in households()
        if one.identified <= month and not (silent and one.unit.short == stories.SILENT_UNIT)
    ]
