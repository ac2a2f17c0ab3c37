"""What is missing for the next milestone, what that asks per month and week, and when it is met."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil

from board.months import month_end, shift
from board.overview import PACE_MONTHS, Field, Standing, starts_again

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Distance:
    """How far one unit, or the city, is from its own next milestone; in 元 or whole counts.

    `pace` is the monthly mean of the last `pace_months`, None when it is not known; `by_due` the
    rate, a fraction, to which it leads by the due day, where nobody is taken past the whole;
    `met_on` is when it gets there, None when it never does or goes past the end of the year.
    """

    standing: Standing
    due: date
    at_least: float
    missing: Decimal
    per_month: Decimal
    per_week: Decimal
    pace: Decimal | None
    pace_months: int
    by_due: float | None
    met_on: date | None

    @property
    def reached(self) -> bool:
        """Whether the unit is there already."""
        return self.missing == 0

    @property
    def in_time(self) -> bool:
        """Whether it is there, or will be on the due day at its present pace."""
        return self.reached or (self.met_on is not None and self.met_on <= self.due)

    @property
    def light(self) -> str:
        """Green in time, red too late, grey where no pace is known."""
        if self.in_time:
            return "green"
        return "grey" if self.pace is None else "red"


@dataclass(frozen=True, slots=True)
class Schedule:
    """The milestone ahead: who has not reached it, worst first, and who has, best first.

    `due` and `at_least` are the city's, None where only units have a milestone ahead; `apart` are
    those that count in the city without a rank. `idle` have figures and no milestone any more;
    `unpaced` have figures and none of the month that the city's pace is measured from.
    """

    due: date | None
    at_least: float | None
    city: Distance | None
    behind: tuple[Distance, ...]
    reached: tuple[Distance, ...]
    apart: tuple[Distance, ...]
    idle: tuple[Standing, ...]
    unpaced: tuple[Standing, ...]

    @property
    def late(self) -> int:
        """How many units will not be there in time at their present pace."""
        return sum(each.light == "red" for each in self.behind)

    @property
    def unknown(self) -> int:
        """How many units are not there and have no known pace."""
        return sum(each.light == "grey" for each in self.behind)

    @property
    def rows(self) -> tuple[Distance, ...]:
        """The ranked units, those farthest from being in time first."""
        return (*self.behind, *self.reached)

    @property
    def pace_months(self) -> int:
        """Over how many months most paces are measured."""
        spans = [each.pace_months for each in ((self.city,) if self.city else self.rows)]
        return max(spans, key=spans.count)


def schedule(answer: Field) -> Schedule | None:
    """The way to the next milestone of the year; None when nobody has one ahead."""
    ranked = [(each, distance(each, answer)) for each in answer.ranked]
    apart = [distance(each, answer) for each in answer.unranked]
    city = distance(answer.city, answer) if answer.city else None
    known = [found for _, found in ranked if found]
    if city is None and not known:
        return None
    behind = [each for each in known if not each.reached]
    behind.sort(key=lambda each: (each.met_on is not None, _reverse(each.met_on), -each.missing))
    return Schedule(
        due=city.due if city else None,
        at_least=city.at_least if city else None,
        city=city,
        behind=tuple(behind),
        reached=tuple(each for each in known if each.reached),
        apart=tuple(each for each in apart if each),
        idle=tuple(each for each, found in ranked if found is None),
        unpaced=_unpaced(answer) if city and city.standing.gained is not None else (),
    )


def _unpaced(answer: Field) -> tuple[Standing, ...]:
    every = (*answer.ranked, *answer.unranked)
    return tuple(each for each in every if each.denominator is not None and each.gained is None)


def distance(standing: Standing, answer: Field) -> Distance | None:
    """What the unit's own next milestone still asks; None without a milestone or figures."""
    if standing.next_milestone is None or standing.next_due is None:
        return None
    if standing.numerator is None or not standing.denominator:
        return None
    today, due = month_end(answer.period), standing.next_due
    lower = -1 if answer.indicator.better == "lower" else 1
    whole = Fraction(standing.denominator)
    asked = Fraction(str(standing.next_milestone)) * whole
    rounded: Callable[[Fraction], Fraction] = (
        Fraction if answer.indicator.quantity == "money" else lambda part: Fraction(ceil(part))
    )
    missing = max(Fraction(), rounded(lower * (asked - Fraction(standing.numerator))))
    months = _months(today, due)
    pace = _pace(standing, answer, lower)
    return Distance(
        standing=standing,
        due=due,
        at_least=standing.next_milestone,
        missing=_decimal(missing),
        per_month=_decimal(rounded(missing / max(Fraction(1), months))),
        per_week=_decimal(rounded(missing / max(Fraction(1), Fraction((due - today).days, _WEEK)))),
        pace=None if pace is None else _decimal(pace),
        pace_months=_pace_months(standing, answer),
        by_due=_by_due(Fraction(standing.numerator), whole, pace, lower, months),
        met_on=_met_on(answer.period, missing, pace) if missing else None,
    )


def _pace(standing: Standing, answer: Field, lower: int) -> Fraction | None:
    """Per month since the month the pace is measured from, or since 1 January."""
    gained = standing.gained
    if gained is None:
        if not starts_again(answer.indicator):
            return None
        gained = standing.numerator or Decimal()
    return lower * Fraction(gained) / _pace_months(standing, answer)


def _pace_months(standing: Standing, answer: Field) -> int:
    known = standing.gained is not None or not starts_again(answer.indicator)
    return PACE_MONTHS if known else int(answer.period[5:])


def _by_due(
    now: Fraction, whole: Fraction, pace: Fraction | None, lower: int, months: Fraction
) -> float | None:
    if pace is None:
        return None
    reached = (now + lower * pace * months) / whole
    return float(min(max(reached, Fraction()), max(now / whole, Fraction(1))))


def _met_on(period: str, missing: Fraction, pace: Fraction | None) -> date | None:
    """Months are the calendar's, as in what is asked per month: who keeps to it is in time."""
    if pace is None or pace <= 0:
        return None
    whole, part = divmod(missing / pace, 1)
    if int(period[5:]) + whole > 12:
        return None
    start = month_end(shift(period, int(whole)))
    days = (month_end(shift(period, int(whole) + 1)) - start).days
    met_on = start + timedelta(days=ceil(part * days))
    return met_on if met_on.year == start.year else None


def _months(start: date, end: date) -> Fraction:
    """Calendar months from a month's end to a day, the last one in part."""
    days = Fraction(end.day, month_end(f"{end.year:04d}-{end.month:02d}").day)
    return (end.year - start.year) * 12 + end.month - start.month - 1 + days


def _decimal(exact: Fraction) -> Decimal:
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _reverse(day: date | None) -> int:
    return -day.toordinal() if day else 0
