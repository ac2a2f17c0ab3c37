"""The project ledger as it stood at a month end, one row per project."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from etl.sample.city import YUAN, day, month_end
from etl.sample.projects import Project, projects

STEP = 100 * YUAN


def happened(moment: date | None, end: date) -> date | None:
    """A date that had come by month end, else None."""
    return moment if moment is not None and moment <= end else None


def status(project: Project, end: date) -> str:
    """The state of a project at month end."""
    if happened(project.dropped_on, end):
        return project.dropped_as
    if happened(project.accepted_on, end):
        return "已验收"
    if happened(project.finished_on, end):
        return "完工"
    return "在建" if happened(project.started_on, end) else "未开工"


def progress_percent(project: Project, end: date) -> int:
    """How far the works are, from the dates: 0 before the start, 100 when finished."""
    if project.started_on is None or project.finished_on is None or project.started_on > end:
        return 0
    if project.finished_on <= end:
        return 100
    days = (project.finished_on - project.started_on).days
    return 5 + (end - project.started_on).days * 90 // days


def row(project: Project, end: date) -> dict[str, object]:
    """A project at month end under the names of the contract's columns."""
    done = progress_percent(project, end)
    final = project.final_permille if done == 100 else 1000
    invested = project.planned_investment * done * final // 100_000
    allocated = project.allocated if project.issued_on <= end else 0
    paid = 97 if happened(project.accepted_on, end) else max(0, done - 15)
    return {
        "project_id": project.project_id,
        "year": project.year,
        "name": project.name,
        "county": project.unit,
        "township": project.township,
        "village": project.village,
        "category": project.kind.category,
        "subcategory": project.kind.subcategory,
        "nature": project.nature,
        "content": project.content,
        "planned_investment": project.planned_investment,
        "invested": invested // STEP * STEP,
        "allocated": allocated,
        "spent": allocated * paid // 100 // STEP * STEP,
        "issued_on": happened(project.issued_on, end),
        "planned_start": project.planned_start,
        "started_on": happened(project.started_on, end),
        "planned_finish": project.planned_finish,
        "finished_on": happened(project.finished_on, end),
        "accepted_on": happened(project.accepted_on, end),
        "status": status(project, end),
        "work_relief": project.work_relief,
        "households_benefiting": project.households,
        "linkage": project.kind.linkage,
        "department": project.kind.department,
        "leader": project.leader,
        "phone": project.phone,
    }


def is_listed(project: Project, month: int) -> bool:
    """Whether a ledger lists a project: in its own year, later until the month it is accepted."""
    year = 2021 + month // 12
    if project.year == year:
        return True
    if project.year > year or project.dropped_on is not None or project.accepted_on is None:
        return False
    return project.accepted_on >= day(month, 1)


# Ledger, report and benchmarks of a month ask for the same rows; a stale part for last month's.
@lru_cache(maxsize=2)
def rows(month: int) -> list[dict[str, object]]:
    """The city's project ledger at a month end."""
    end = month_end(month)
    return [row(project, end) for project in projects() if is_listed(project, month)]
