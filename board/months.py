"""Months as the text YYYY-MM: stepping through them and finding their last day."""

from calendar import monthrange
from datetime import date


def shift(period: str, months: int) -> str:
    """The month that lies `months` later (earlier when negative)."""
    year, month = divmod(int(period[:4]) * 12 + int(period[5:]) - 1 + months, 12)
    return f"{year:04d}-{month + 1:02d}"


def span(first: str, last: str) -> tuple[str, ...]:
    """Every month from `first` to `last`, both included."""
    count = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:]) + 1
    return tuple(shift(first, step) for step in range(count))


def month_end(period: str) -> date:
    """The day a month's position is taken."""
    year, month = int(period[:4]), int(period[5:])
    return date(year, month, monthrange(year, month)[1])


def is_all_year(due: date) -> bool:
    """Whether a milestone of that day is a requirement of the whole year, no step on the way."""
    return (due.month, due.day) == (1, 1)


def january(period: str) -> int:
    """The place of January, from 0, among the twelve months that end with `period`."""
    return 12 - int(period[5:])
