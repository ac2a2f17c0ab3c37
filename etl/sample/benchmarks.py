"""The province's own figures, typed in from its monthly notice: around the city's, never equal."""

from __future__ import annotations

from typing import NamedTuple

from etl.sample import households, project_ledger
from etl.sample.city import MONTHS, period
from etl.sample.funds import Position, history
from etl.sample.reports import Row, people_of, projects_of, rate

CITIES = 14
# The province published nothing for this month.
SILENT_MONTH = "2022-01"


class Benchmark(NamedTuple):
    """One line of the notice: the city's lead in basis points at half way, first and last."""

    indicator: str
    name: str
    level: str | None
    first_lead: int
    last_lead: int


BENCHMARKS = (
    Benchmark("start_rate", "开工率", None, -1500, 2335),
    Benchmark("completion_rate", "完工率", None, -400, 900),
    Benchmark("investment_rate", "投资完成率", None, 200, 400),
    Benchmark("arrival_rate", "资金到位率", None, 400, 100),
    Benchmark("spend_rate", "资金支出率", None, -180, 282),
    Benchmark("spend_rate", "资金支出率", "中央", -100, 420),
    Benchmark("spend_rate", "资金支出率", "省级", -260, 90),
    Benchmark("industry_share", "产业占比", None, -100, 150),
    Benchmark("risk_elimination_rate", "风险消除率", None, 300, -118),
    Benchmark("measure_coverage", "帮扶措施落实率", None, -500, 900),
)


def money_parts(positions: tuple[Position, ...]) -> dict[tuple[str, str | None], tuple[int, int]]:
    """Numerator and denominator of the city's money rates, by indicator and fund level."""
    parts: dict[tuple[str, str | None], tuple[int, int]] = {}
    for level in (None, "中央", "省级"):
        chosen = [one for one in positions if level in (None, one.line.level)]
        allocated = sum(one.line.allocated for one in chosen)
        parts["spend_rate", level] = (sum(one.spent for one in chosen), allocated)
        parts["arrival_rate", level] = (sum(one.arrived for one in chosen), allocated)
    shared = [one.line for one in positions if one.line.level in ("中央", "省级")]
    industry = sum(line.allocated for line in shared if line.category == "产业发展")
    parts["industry_share", None] = (industry, sum(line.allocated for line in shared))
    return parts


def city_rates(month: int) -> dict[tuple[str, str | None], int]:
    """The city's own rates at a month end in basis points."""
    year = 2021 + month // 12
    listed = [one for one in project_ledger.rows(month) if one["year"] == year]
    counts = projects_of([one for one in listed if one["status"] not in ("已调整", "终止")])
    people = households.rows(month)
    sums = {name: int(str(value)) for name, value in (counts | people_of(people)).items()}
    helped = sum(1 for one in people if one["measures"])
    parts = money_parts(history()[month]) | {
        ("start_rate", None): (sums["projects_started"], sums["projects_planned"]),
        ("completion_rate", None): (sums["projects_completed"], sums["projects_planned"]),
        ("investment_rate", None): (sums["invested"], sums["planned_investment"]),
        ("risk_elimination_rate", None): (sums["persons_eliminated"], sums["persons_monitored"]),
        ("measure_coverage", None): (helped, len(people)),
    }
    return {key: rate(above, below) or 0 for key, (above, below) in parts.items()}


def rows(month: int) -> list[Row]:
    """The lines of the province's notice; gaps are narrow near 0 and 100 %, widest half way."""
    if period(month) == SILENT_MONTH:
        return []
    city = city_rates(month)
    lines: list[Row] = []
    for one in BENCHMARKS:
        lead = one.first_lead + (one.last_lead - one.first_lead) * month // (MONTHS - 1)
        own = city[one.indicator, one.level]
        gap = lead * min(own, 10_000 - own) // 4000
        place = max(1, min(CITIES, 7 - gap // 80))
        best = own if place == 1 else max(own, own - gap) + 60 + 25 * place
        lines.append(
            {
                "indicator": one.name if month % 3 else one.indicator,
                "fund_level": one.level,
                "province": own - gap,
                "best": min(10_000, best),
                "rank": place,
                "of": CITIES,
                "source": f"云省衔接通报〔{2021 + month // 12}〕{month % 12 + 1}期",
            }
        )
    return lines
