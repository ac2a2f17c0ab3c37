"""Adds up the sample city's files: plain Python, nothing of etl but the files themselves."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

LEVELS = ("central", "provincial", "municipal", "county")
Amounts = dict[tuple[str, str, str, str], Fraction]  # (period, unit, level, measure)


def known_sum(rows: list[dict], name: str) -> Fraction | None:
    """The sum of a column, None when it is blank or absent in every row."""
    figures = [row[name] for row in rows if row.get(name) is not None]
    return sum(figures, Fraction(0)) if figures else None


def of_funds(rows: list[dict]) -> dict[tuple[str, str], Fraction]:
    """The fund ledger of a unit: sums by fund level, 0 at a level without lines, and over all."""
    sums: dict[tuple[str, str], Fraction] = {}
    for measure in ("allocated", "arrived", "spent"):
        if known_sum(rows, measure) is None:
            continue
        for level in LEVELS:
            at_level = [row for row in rows if row["fund_level"] == level]
            sums[level, measure] = known_sum(at_level, measure) or Fraction(0)
        sums["all", measure] = sum((sums[level, measure] for level in LEVELS), Fraction(0))
    for level, levels in (
        ("central", ("central",)),
        ("provincial", ("provincial",)),
        ("all", ("central", "provincial")),
    ):
        base = [row for row in rows if row["fund_level"] in levels]
        industry = [row for row in base if row["category"] == "产业发展"]
        sums[level, "industry_base"] = known_sum(base, "allocated") or Fraction(0)
        sums[level, "industry"] = known_sum(industry, "allocated") or Fraction(0)
    return sums


def of_projects(rows: list[dict], end: date) -> dict[tuple[str, str], Fraction]:
    """The project ledger of a unit: this year's projects that were not adjusted or cancelled."""
    for row in rows:
        by_dates = (
            ("已验收", row["accepted_on"]),
            ("完工", row["finished_on"]),
            ("在建", row["started_on"]),
        )
        row["stage"] = row.get("status") or next((one for one, on in by_dates if on), "未开工")
    own = [row for row in rows if row["year"] == end.year]
    own = [row for row in own if row["stage"] not in ("已调整", "终止")]
    due = [row for row in own if row["planned_start"] and row["planned_start"] <= end]

    def at(stages: str, among: list[dict]) -> Fraction:
        return Fraction(sum(row["stage"] in stages.split() for row in among))

    sums = {
        "projects_planned": Fraction(len(own)),
        "projects_started": at("在建 完工 已验收", own),
        "projects_due": Fraction(len(due)),
        "projects_due_started": at("在建 完工 已验收", due),
        "projects_completed": at("完工 已验收", own),
        "projects_accepted": at("已验收", own),
        "planned_investment": known_sum(own, "planned_investment"),
        "invested": known_sum(own, "invested"),
    }
    return {("all", name): figure for name, figure in sums.items() if figure is not None}


def of_households(rows: list[dict]) -> dict[tuple[str, str], Fraction]:
    """The household ledger of a unit; rows of one household are its persons."""
    together: dict[str, list[dict]] = defaultdict(list)
    for row in rows:
        if row["monitor_type"]:
            together[row["household_id"]].append(row)
    taken = set(rows[0]) - {"household_id", "county", "monitor_type", "persons", "eliminated"}
    monitored = eliminated = measured = Fraction(0)
    for members in together.values():
        one = members[0]
        persons = one.get("persons") or Fraction(len(members))
        monitored += persons
        eliminated += persons if one["eliminated"] else 0
        measured += any(one[name] for name in taken)
    return {
        ("all", "persons_monitored"): monitored,
        ("all", "persons_eliminated"): eliminated,
        ("all", "households_monitored"): Fraction(len(together)),
        ("all", "households_measured"): measured,
    }


def of_report(rows: list[dict]) -> dict[tuple[str, str], Fraction]:
    """A unit's report: the undivided row speaks for all levels, else the levels add up to it."""
    sums: dict[tuple[str, str], Fraction] = {}
    for row in rows:
        level = row.get("fund_level") or "all"
        for name, figure in row.items():
            if isinstance(figure, Fraction):
                sums[level, name] = figure
    for name in {name for _, name in sums}:
        parts = [sums[level, name] for level in LEVELS if (level, name) in sums]
        if ("all", name) not in sums:
            sums["all", name] = sum(parts, Fraction(0))
    return sums


def add_up(active: dict[tuple[str, str, str], list[dict]], ends: dict[str, date]) -> Amounts:
    """Every measure: from the ledger where it has it, else from the report.

    `active` holds the rows in force by dataset, period and unit.
    """
    ledger: Amounts = {}
    report: Amounts = {}
    for (dataset, period, unit), rows in active.items():
        if dataset == "funds":
            sums = of_funds(rows)
        elif dataset == "projects":
            sums = of_projects(rows, ends[period])
        elif dataset == "households":
            sums = of_households(rows)
        else:
            sums = of_report(rows)
        target = report if dataset == "reports" else ledger
        target.update({(period, unit, *key): figure for key, figure in sums.items()})
    in_ledger = {(period, unit, measure) for period, unit, _, measure in ledger}
    helping = {
        key: figure for key, figure in report.items() if (key[0], key[1], key[3]) not in in_ledger
    }
    return ledger | helping


def in_force(tables: Iterable[tuple[str, str, list[dict]]]) -> dict:
    """Rows by dataset, period and unit: a later file replaces what it has rows for."""
    active: dict[tuple[str, str, str], list[dict]] = {}
    for dataset, period, rows in tables:
        by_unit: dict[str, list[dict]] = defaultdict(list)
        for row in rows:
            by_unit[row["county"]].append(row)
        active.update({(dataset, period, unit): own for unit, own in by_unit.items()})
    return active
