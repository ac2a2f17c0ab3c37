"""The stages of projects, from accepted to not yet due, as parts of what is planned."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from board.projects import Group
from wording import Words

STAGES = ("accepted", "completed", "under_way", "overdue", "not_due")  # the farthest first


def stage_shares(group: Group) -> tuple[Fraction, ...]:
    """Each stage's own part of what is planned, in the order of STAGES; a stage not reported has
    none. They pass the whole where more was started than planned."""
    found = group.both("projects_started", "projects_planned")
    if found is None or not found[1]:
        return (Fraction(),) * len(STAGES)
    started, planned = found
    accepted = group.total("projects_accepted") or Decimal()
    completed = max(group.total("projects_completed") or Decimal(), accepted)
    started = max(started, completed)
    overdue = min(group.overdue or Decimal(), max(planned - started, Decimal()))
    edges = (Decimal(), accepted, completed, started, started + overdue, max(planned, started))
    return tuple(Fraction(right - left) / Fraction(planned) for left, right in pairwise(edges))


def stage_names(t: Words) -> tuple[str, ...]:
    """What the stages are called, in the order of STAGES."""
    return t("已验收"), t("已完工"), t("在建"), t("应开工未开工"), t("其他未开工")
