"""How many days after their money projects started: the city's and each unit's distribution."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from board.project_rows import Filters
from board.store import Board
from wording import Words

ONE_MONTH = 30  # days: 忠县 2025 asks for a start within one month of the document
ALWAYS = 100_000  # days: further than any date


@dataclass(frozen=True, slots=True)
class Span:
    """A span of days from money to start, both ends included; `code` stands in addresses."""

    code: str
    least: int
    most: int

    @property
    def in_time(self) -> bool:
        """Whether it ends within one month."""
        return self.most <= ONE_MONTH


# Before the money, the weeks of the first month, then month by month.
SPANS = (
    Span("before", -ALWAYS, -1),
    Span("week1", 0, 7),
    Span("week2", 8, 14),
    Span("week3", 15, 21),
    Span("week4", 22, 30),
    Span("month2", 31, 60),
    Span("month3", 61, 90),
    Span("later", 91, ALWAYS),
)
EVER = Span("", -ALWAYS, ALWAYS)


@dataclass(frozen=True, slots=True)
class UnitDays:
    """Of one unit: each number of days that occurs, fewest first, and how many projects took it."""

    unit_code: str
    days: tuple[int, ...]
    projects: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """A distribution of days: each number that occurs, fewest first, with how many projects."""

    code: str
    counts: tuple[tuple[int, int], ...]

    @property
    def projects(self) -> int:
        return sum(count for _, count in self.counts)

    @property
    def median(self) -> Fraction | None:
        """The middle one, between two of them halfway; None for no project."""
        total = self.projects
        if not total:
            return None
        return Fraction(self._at((total + 1) // 2) + self._at(total // 2 + 1), 2)

    @property
    def middle_half(self) -> tuple[int, int] | None:
        """From which to which day the middle half started: the least number of days that at least
        a quarter, and at least three quarters, did not exceed."""
        total = self.projects
        if not total:
            return None
        return self._at(-(-total // 4)), self._at(-(-3 * total // 4))

    def within(self, span: Span) -> int:
        """How many projects took no fewer and no more days than that."""
        return sum(count for days, count in self.counts if span.least <= days <= span.most)

    @property
    def in_a_month(self) -> Fraction | None:
        """The share that started no later than one month after the money; None for no project."""
        total = self.projects
        return Fraction(self.within(Span("", -ALWAYS, ONE_MONTH)), total) if total else None

    def _at(self, place: int) -> int:
        """The days of the project at a place, from 1, the quickest first."""
        passed = accumulate(count for _, count in self.counts)
        return next(
            days for (days, _), up_to in zip(self.counts, passed, strict=True) if up_to >= place
        )


def days_to_start(board: Board, period: str, filters: Filters) -> tuple[Days, ...]:
    """Each unit's distribution, slowest median first, of the year's started projects that have
    both dates."""
    if filters.beyond_sums:
        rows = board.ask("days_to_start_of", UnitDays, period=period, **filters.of_started())
    else:
        rows = board.ask("days_to_start", UnitDays, period=period, unit=filters.unit)
    found = [Days(row.unit_code, tuple(zip(row.days, row.projects, strict=True))) for row in rows]
    return tuple(sorted(found, key=lambda each: -(each.median or 0)))


def pooled(found: Iterable[Days]) -> Days:
    """All of them as one distribution: a city's median is not made of its units' medians."""
    counts: Counter[int] = Counter()
    for each in found:
        for days, projects in each.counts:
            counts[days] += projects
    return Days("city", tuple(sorted(counts.items())))


def span_of(code: str) -> Span:
    """The span that an address names; all days for none."""
    return next((span for span in SPANS if span.code == code), EVER)


def span_name(span: Span, t: Words) -> str:
    """A span of days in words."""
    return {
        "before": t("下达之前"),
        "week1": t("0–7天"),
        "week2": t("8–14天"),
        "week3": t("15–21天"),
        "week4": t("22–30天"),
        "month2": t("31–60天"),
        "month3": t("61–90天"),
        "later": t("超过90天"),
    }[span.code]


def slowest(found: Sequence[Days]) -> tuple[Days, ...]:
    """Everyone with the largest median; nobody where all are alike."""
    if len({each.median for each in found}) < 2:
        return ()
    return tuple(each for each in found if each.median == found[0].median)
