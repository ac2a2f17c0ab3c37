"""Every standing of the sample city, calculated a second time: plain Python over the files.

Shares no code with etl: the files' bytes and the reference tables are all it takes from there.
"""

import csv
import io
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from etl.sample import MonthlyFile, reference_files
from tests.sample.measures import LEVELS, Amounts, add_up, in_force
from tests.sample.reading import read

ALL = ("all",)
INDICATORS = {
    "start_rate": ("projects_started", "projects_planned", ALL),
    "start_rate_due": ("projects_due_started", "projects_due", ALL),
    "completion_rate": ("projects_completed", "projects_planned", ALL),
    "acceptance_rate": ("projects_accepted", "projects_completed", ALL),
    "investment_rate": ("invested", "planned_investment", ALL),
    "arrival_rate": ("arrived", "allocated", ("all", *LEVELS)),
    "spend_rate": ("spent", "allocated", ("all", *LEVELS)),
    "industry_share": ("industry", "industry_base", ("all", "central", "provincial")),
    "risk_elimination_rate": ("persons_eliminated", "persons_monitored", ALL),
    "measure_coverage": ("households_measured", "households_monitored", ALL),
}
NAMES = {
    "开工率": "start_rate",
    "完工率": "completion_rate",
    "投资完成率": "investment_rate",
    "资金到位率": "arrival_rate",
    "资金支出率": "spend_rate",
    "产业占比": "industry_share",
    "风险消除率": "risk_elimination_rate",
    "帮扶措施落实率": "measure_coverage",
}
CITY = "city"


@dataclass
class Standing:
    """One unit, month, level and indicator, in the words of the command line."""

    numerator: Fraction | None = None
    denominator: Fraction | None = None
    value: Fraction | None = None
    rank: int | None = None
    tied: bool = False
    ranked: bool = False
    reason: str | None = None
    milestone: Fraction | None = None
    province: Fraction | None = None
    gap_milestone: Fraction | None = None
    gap_province: Fraction | None = None
    previous_rank: int | None = None
    light: str = "grey"
    streak: int = 0


Key = tuple[str, str, str, str]  # (period, level, indicator, unit)


def rows_of(name: str) -> list[dict]:
    """A reference table."""
    return list(csv.DictReader(io.StringIO(reference_files()[name])))


def milestone(indicator: str, end: date) -> Fraction | None:
    """The last milestone of the year due on or before a month end; none is for one unit only."""
    due = [
        (row["due"], Fraction(row["at_least"]) / 100)
        for row in rows_of("targets.csv")
        if row["indicator"] == indicator and row["due"] <= f"{end:%m-%d}"
    ]
    return max(due)[1] if due else None


def parts(amounts: Amounts, key: Key) -> tuple[Fraction, Fraction] | None:
    """Numerator and denominator of one unit, None when either is missing."""
    period, level, indicator, unit = key
    above, below, _ = INDICATORS[indicator]
    found = amounts.get((period, unit, level, above)), amounts.get((period, unit, level, below))
    return None if found[0] is None or found[1] is None else (found[0], found[1])


def with_parts(both: tuple[Fraction, Fraction] | None) -> Standing:
    """A standing with its value, or the reason why it has none."""
    if both is None:
        return Standing(reason="not_reported")
    above, below = both
    if not below:
        return Standing(above, below, reason="no_task")
    return Standing(above, below, value=above / below)


def rank(among: list[Standing]) -> None:
    """1-2-2-4 on the exact value, higher is better."""
    values = [one.value for one in among if one.value is not None]
    for one in among:
        if one.value is not None:
            one.ranked = True
            one.rank = 1 + sum(other > one.value for other in values)
            one.tied = values.count(one.value) > 1


def judge(one: Standing) -> bool | None:
    """Set gaps and light; say whether it is behind, None when that cannot be said."""
    if one.value is None:
        return None
    goals = [goal for goal in (one.milestone, one.province) if goal is not None]
    met = [one.value >= goal for goal in goals]
    if one.milestone is not None:
        one.gap_milestone = (one.value - one.milestone) * 100
    if one.province is not None:
        one.gap_province = (one.value - one.province) * 100
    far = one.gap_milestone is not None and one.gap_milestone < -10
    if met:
        below_both = len(met) == 2 and not any(met)
        one.light = "green" if all(met) else "red" if far or below_both else "yellow"
    return not met[0] if met else None


def count_streaks(months: list[Standing], behind: list[bool | None]) -> None:
    """Months running behind, over year ends; a month not reported neither counts nor breaks."""
    running = 0
    for one, is_behind in zip(months, behind, strict=True):
        if one.reason == "not_reported":
            continue
        running = running + 1 if is_behind else 0
        one.streak = running


def standings(files: Iterable[MonthlyFile]) -> dict[Key, Standing]:
    """Every standing by period, level, indicator and unit code or `city`."""
    units = rows_of("units.csv")
    codes = {
        name: row["code"]
        for row in units
        for name in (row["name"], row["short_name"], *row["aliases"].split("|"))
    }
    tables, province = [], {}
    for file in files:
        table = read(file.dataset, file.name, file.content)
        for row in table.rows:
            if file.dataset == "benchmarks":
                indicator = NAMES.get(row["indicator"], row["indicator"])
                province[table.period, row["fund_level"], indicator] = row["province"]
            else:
                row["county"] = codes[row["county"]]
        if file.dataset != "benchmarks":
            tables.append((file.dataset, table.period, table.rows))
    periods = sorted({period for _, period, _ in tables} | {period for period, *_ in province})
    ends = {one: date(y, m, monthrange(y, m)[1]) for one in periods for y, m in [year_month(one)]}
    amounts = add_up(in_force(tables), ends)
    return calculate(amounts, province, ends, units)


def year_month(period: str) -> tuple[int, int]:
    """2023-04 as numbers."""
    return int(period[:4]), int(period[5:])


def calculate(
    amounts: Amounts,
    province: dict[tuple[str, str, str], Fraction],
    ends: dict[str, date],
    units: list[dict],
) -> dict[Key, Standing]:
    """Standings from measures, benchmarks, month ends in order and the unit table."""
    codes = [row["code"] for row in units]
    compared = [row["code"] for row in units if row["ranked"] != "否"]
    found: dict[Key, Standing] = {}
    for indicator, (_, _, levels) in INDICATORS.items():
        for level in levels:
            behind: dict[str, list[bool | None]] = {code: [] for code in (*codes, CITY)}
            before: dict[str, Standing] = {}
            for period, end in ends.items():
                both = {code: parts(amounts, (period, level, indicator, code)) for code in codes}
                month = {code: with_parts(one) for code, one in both.items()}
                complete = [one for one in both.values() if one is not None]
                total = tuple(sum(side, Fraction(0)) for side in zip(*complete, strict=True))
                month[CITY] = with_parts((total[0], total[1]) if total else None)
                rank([month[code] for code in compared])
                for code, one in month.items():
                    one.milestone = milestone(indicator, end)
                    one.province = province.get((period, level, indicator))
                    one.previous_rank = before[code].rank if before else None
                    behind[code].append(judge(one))
                    found[period, level, indicator, code] = one
                before = month
            for code, judged in behind.items():
                months = [found[period, level, indicator, code] for period in ends]
                count_streaks(months, judged)
    return found
