"""What is missing for the next milestone, what that asks per month, and when it will be met."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from board.months import month_end
from board.overview import PACE_MONTHS, Field, Standing, starts_again

_DAYS_A_MONTH = Decimal("30.4375")


@dataclass(frozen=True, slots=True)
class Distance:
    """How far one unit, or the city, is from the milestone; in 元 or whole counts.

    `pace` is the monthly mean of the last three months, None when they are not known; `met_on`
    is when that pace gets there, None when it never does or goes past the end of the year.
    """

    standing: Standing
    missing: Decimal
    per_month: Decimal
    pace: Decimal | None
    met_on: date | None
    in_time: bool


@dataclass(frozen=True, slots=True)
class Schedule:
    """The milestone ahead and everyone who has not reached it, worst first.

    `reached` counts the ranked units that are there already; the city's pace is the mean of the
    last `pace_months`: three, or those since 1 January where that is all there is.
    """

    due: date
    at_least: float
    city: Distance | None
    behind: tuple[Distance, ...]
    reached: int
    pace_months: int

    @property
    def late(self) -> int:
        """How many units will not be there in time at their present pace."""
        return sum(not each.in_time for each in self.behind)


def schedule(answer: Field) -> Schedule | None:
    """The way to the city's next milestone of the year; None when none is set."""
    city = answer.city
    if city is None or city.next_milestone is None or city.next_due is None:
        return None
    units = [distance(each, answer) for each in answer.ranked]
    behind = [each for each in units if each is not None]
    behind.sort(key=lambda each: (each.met_on is not None, _reverse(each.met_on), -each.missing))
    return Schedule(
        due=city.next_due,
        at_least=city.next_milestone,
        city=distance(city, answer),
        behind=tuple(behind),
        reached=len(units) - len(behind),
        pace_months=_pace_months(city, answer),
    )


def distance(standing: Standing, answer: Field) -> Distance | None:
    """What the unit's own next milestone still asks; None when it is there or has none."""
    if standing.next_milestone is None or standing.next_due is None:
        return None
    if standing.numerator is None or standing.denominator is None:
        return None
    asked = Decimal(str(standing.next_milestone)) * standing.denominator
    missing = asked - standing.numerator
    if missing <= 0:
        return None
    today = month_end(answer.period)
    months = max(1, _months(today, standing.next_due))
    per_month = missing / months
    if answer.indicator.quantity != "money":
        missing = missing.to_integral_value(ROUND_CEILING)
        per_month = per_month.to_integral_value(ROUND_CEILING)
    pace = _pace(standing, answer)
    met_on = _met_on(today, missing, pace)
    in_time = met_on is not None and met_on <= standing.next_due
    return Distance(standing, missing, per_month, pace, met_on, in_time)


def _pace(standing: Standing, answer: Field) -> Decimal | None:
    """Per month since the month the pace is measured from, or since 1 January."""
    if standing.numerator is None:
        return None
    if standing.earlier_numerator is None and not starts_again(answer.indicator):
        return None
    gained = standing.numerator - (standing.earlier_numerator or 0)
    return gained / _pace_months(standing, answer)


def _pace_months(standing: Standing, answer: Field) -> int:
    known = standing.earlier_numerator is not None or not starts_again(answer.indicator)
    return PACE_MONTHS if known else int(answer.period[5:])


def _met_on(today: date, missing: Decimal, pace: Decimal | None) -> date | None:
    if pace is None or pace <= 0:
        return None
    days = missing / pace * _DAYS_A_MONTH
    year_end = date(today.year, 12, 31)
    if days > (year_end - today).days:
        return None
    return today + timedelta(days=int(days.to_integral_value(ROUND_CEILING)))


def _months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month


def _reverse(day: date | None) -> int:
    return -day.toordinal() if day else 0
