"""The funds page's cards as documents."""

from briefing.cards.funds.issues import batches
from briefing.cards.funds.progress import denominators, units_course, year_course
from briefing.cards.funds.uses import uses
from briefing.cards.funds.years import key_counties, two_years

__all__ = [
    "batches",
    "denominators",
    "key_counties",
    "two_years",
    "units_course",
    "uses",
    "year_course",
]
