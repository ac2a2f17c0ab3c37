"""The monthly report each unit signs, summed from its ledgers."""

from __future__ import annotations

from etl.sample import households, project_ledger, stories
from etl.sample.city import WAN, Unit, period, units
from etl.sample.funds import Position, history

Row = dict[str, object]
PRINTED = 100 * 100  # reports print 万元 with two decimals


def rate(numerator: int | None, denominator: int | None) -> int | None:
    """A printed rate in basis points, half up; None where a part is missing or there is no task."""
    if numerator is None or not denominator:
        return None
    return (20_000 * numerator + denominator) // (2 * denominator)


def printed(amount: int) -> int:
    """An amount as a report prints it."""
    return (amount + PRINTED // 2) // PRINTED * PRINTED


def sum_of(rows: list[Row], name: str) -> int:
    """The sum of a column of whole numbers."""
    return sum(value for row in rows if isinstance(value := row[name], int))


def money_of(positions: list[Position]) -> Row:
    """Issued, arrived and spent of some fund lines."""
    return {
        "allocated": printed(sum(one.line.allocated for one in positions)),
        "arrived": printed(sum(one.arrived for one in positions)),
        "spent": printed(sum(one.spent for one in positions)),
    }


def projects_of(rows: list[Row]) -> Row:
    """Counts and investment of a unit's own projects of the year."""
    statuses = [row["status"] for row in rows]
    return {
        "projects_planned": len(rows),
        "projects_started": len(rows) - statuses.count("未开工"),
        "projects_not_started": statuses.count("未开工"),
        "projects_completed": statuses.count("完工") + statuses.count("已验收"),
        "projects_accepted": statuses.count("已验收"),
        "planned_investment": printed(sum_of(rows, "planned_investment")),
        "invested": printed(sum_of(rows, "invested")),
    }


def people_of(rows: list[Row]) -> Row:
    """Households and persons monitored, and those whose risk is eliminated."""
    eliminated = [row for row in rows if row["eliminated"]]
    return {
        "households_monitored": len(rows),
        "persons_monitored": sum_of(rows, "persons"),
        "households_eliminated": len(eliminated),
        "persons_eliminated": sum_of(eliminated, "persons"),
    }


def with_rates(row: Row) -> Row:
    """The same row with its printed rates."""
    parts = {
        "start_rate": ("projects_started", "projects_planned"),
        "completion_rate": ("projects_completed", "projects_planned"),
        "spend_rate": ("spent", "allocated"),
        "risk_elimination_rate": ("persons_eliminated", "persons_monitored"),
    }
    whole = {name: value for name, value in row.items() if isinstance(value, int)}
    return row | {
        name: rate(whole.get(above), whole.get(below)) for name, (above, below) in parts.items()
    }


def plant(unit: Unit, month: int, row: Row) -> Row:
    """The row with what is planted in it: dashes, blanks, and sums that no ledger adds up to."""
    changed: Row = {}
    if unit.short == stories.SILENT_UNIT and period(month) >= stories.SILENT_SINCE:
        changed = dict.fromkeys(people_of([]), None)
    if (unit.short, period(month)) == (stories.BLANK_UNIT, stories.BLANK_MONTH):
        changed["spent"] = None
    if (unit.short, period(month)) == (stories.MISMATCH_UNIT, stories.MISMATCH_MONTH):
        changed["projects_started"] = int(str(row["projects_started"])) + stories.MISMATCH_STARTED
        changed["projects_not_started"] = (
            int(str(row["projects_not_started"])) - stories.MISMATCH_STARTED
        )
        changed["spent"] = int(str(row["spent"])) + stories.MISMATCH_SPENT_WAN * WAN
    return row | changed


def rows(month: int) -> list[Row]:
    """The report of every unit at a month end."""
    own = [
        row
        for row in project_ledger.rows(month)
        if row["year"] == 2021 + month // 12 and row["status"] not in ("已调整", "终止")
    ]
    people = households.rows(month)
    signed = []
    for unit in units():
        row: Row = {"county": unit}
        row |= projects_of([one for one in own if one["county"] is unit])
        row |= money_of([one for one in history()[month] if one.line.unit is unit])
        row |= people_of([one for one in people if one["county"] is unit])
        signed.append(with_rates(plant(unit, month, row)))
    return signed


def rows_by_level(month: int, unit: Unit) -> list[Row]:
    """A unit's report of its money alone, one row per fund level."""
    levels = dict.fromkeys(one.line.level for one in history()[month])
    return [
        with_rates(
            {"county": unit, "fund_level": level}
            | money_of(
                [
                    one
                    for one in history()[month]
                    if one.line.unit is unit and one.line.level == level
                ]
            )
        )
        for level in levels
    ]
