"""The projects page's cards as documents."""

from briefing.cards.projects.apart import carried, relief
from briefing.cards.projects.days import spread, unit_days, waited
from briefing.cards.projects.late import late, late_list
from briefing.cards.projects.stages import category_stages, stage_figures, unit_stages
from briefing.cards.projects.townships import first_and_last

__all__ = [
    "carried",
    "category_stages",
    "first_and_last",
    "late",
    "late_list",
    "relief",
    "spread",
    "stage_figures",
    "unit_days",
    "unit_stages",
    "waited",
]
