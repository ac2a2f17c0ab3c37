"""The projects of one month from plan to acceptance: by unit, by category, and those apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from board.ranking import ratio
from board.store import Board

CITY = "city"


@dataclass(frozen=True, slots=True)
class Sums:
    """What the projects of one unit add up to, all of them or one part; None where not reported."""

    unit_code: str
    dimension: str
    member: str
    projects_planned: Decimal | None
    projects_started: Decimal | None
    projects_not_started: Decimal | None
    projects_completed: Decimal | None
    projects_accepted: Decimal | None
    projects_due: Decimal | None
    projects_due_started: Decimal | None
    planned_investment: Decimal | None
    invested: Decimal | None
    carried_planned: Decimal | None
    carried_completed: Decimal | None

    @property
    def not_started(self) -> Decimal | None:
        """Planned and not started; from both where the figure itself was not reported."""
        if self.projects_not_started is not None:
            return self.projects_not_started
        if self.projects_planned is None or self.projects_started is None:
            return None
        return self.projects_planned - self.projects_started

    def of(self, measure: str) -> Decimal | None:
        """One measure by its code, or `not_started`."""
        value: Decimal | None = getattr(self, measure)
        return value


@dataclass(frozen=True, slots=True)
class Group:
    """Several sums together: of a unit, a category or the city, whose code it has."""

    code: str
    parts: tuple[Sums, ...]

    def total(self, measure: str) -> Decimal | None:
        """Σ over those that reported it; None when nobody did."""
        known = [value for each in self.parts if (value := each.of(measure)) is not None]
        return sum(known, Decimal()) if known else None

    def both(self, numerator: str, denominator: str) -> tuple[Decimal, Decimal] | None:
        """Σ and Σ over those that reported both; None when nobody did."""
        known = [
            (above, below)
            for each in self.parts
            if (above := each.of(numerator)) is not None
            and (below := each.of(denominator)) is not None
        ]
        if not known:
            return None
        return sum((above for above, _ in known), Decimal()), sum(
            (below for _, below in known), Decimal()
        )

    def rate(self, numerator: str, denominator: str) -> Fraction | None:
        """Σ ÷ Σ, exact; None without both or with nothing below the line."""
        found = self.both(numerator, denominator)
        return None if found is None else ratio(*found)

    @property
    def start_rate(self) -> Fraction | None:
        return self.rate("projects_started", "projects_planned")

    @property
    def not_started(self) -> Decimal | None:
        """Planned and not started, of those whose figures tell; None when nobody's do."""
        return self.total("not_started")

    @property
    def overdue(self) -> Decimal | None:
        """Due to have started by now, and not started; None where no planned dates are known."""
        found = self.both("projects_due_started", "projects_due")
        return None if found is None else found[1] - found[0]


@dataclass(frozen=True, slots=True)
class Projects:
    """Every sum of one month. `unit` narrows all but `by_unit`, `category` that and `whole`: the
    rest is not split by category."""

    sums: tuple[Sums, ...]
    categories: tuple[str, ...]  # in the order of their list
    unit: str | None = None
    category: str | None = None

    @property
    def whole(self) -> Group:
        """What was asked for, as one."""
        return Group(self.unit or CITY, self._of_unit(self._units()))

    @property
    def by_unit(self) -> tuple[Group, ...]:
        """Units by start rate, best first, equal ones in the order of lists; last who has none."""
        found = [Group(each.unit_code, (each,)) for each in self._units()]
        return tuple(sorted(found, key=_best_first))

    @property
    def by_category(self) -> tuple[Group, ...]:
        """Categories in the order of their list."""
        rows = self._of_unit(each for each in self.sums if each.dimension == "category")
        codes = dict.fromkeys([*self.categories, *(row.member for row in rows)])
        found = (Group(code, tuple(row for row in rows if row.member == code)) for code in codes)
        return tuple(group for group in found if group.parts)

    @property
    def everything(self) -> Group:
        """All categories of what was asked for, as one, with what only reports say."""
        rows = self._of_unit(each for each in self.sums if not each.dimension)
        return Group(self.unit or CITY, rows)

    @property
    def in_ledgers(self) -> Group:
        """All projects of ledgers, which every category's share is of: reports know none."""
        rows = self._of_unit(each for each in self.sums if each.dimension == "category")
        return Group(self.unit or CITY, rows)

    @property
    def without_categories(self) -> tuple[str, ...]:
        """Units whose figures are of a report, which knows no categories."""
        split = {each.unit_code for each in self.in_ledgers.parts}
        return tuple(
            each.unit_code
            for each in self.everything.parts
            if each.projects_planned and each.unit_code not in split
        )

    @property
    def carried(self) -> tuple[Group, ...]:
        """Units with projects of earlier years, by completion rate, worst first."""
        rows = self._of_unit(
            each for each in self.sums if not each.dimension and each.carried_planned
        )
        found = [Group(each.unit_code, (each,)) for each in rows]
        found.sort(key=lambda each: each.rate("carried_completed", "carried_planned") or 0)
        return tuple(found)

    @property
    def relief(self) -> tuple[Group, ...]:
        """Units with projects of labour for relief, those with most first."""
        rows = self._of_unit(each for each in self.sums if each.dimension == "work_relief")
        found = [Group(each.unit_code, (each,)) for each in rows]
        found.sort(key=lambda each: -(each.total("projects_planned") or 0))
        return tuple(found)

    def share_of_relief(self, group: Group) -> Fraction | None:
        """What part of the projects in ledgers, of a unit or of all, is labour for relief."""
        whole = self.in_ledgers
        if group.code != CITY:
            own = tuple(each for each in whole.parts if each.unit_code == group.code)
            whole = Group(group.code, own)
        return ratio(group.total("projects_planned"), whole.total("projects_planned"))

    def _units(self) -> Iterable[Sums]:
        if self.category is None:
            return (each for each in self.sums if not each.dimension)
        return (
            each
            for each in self.sums
            if each.dimension == "category" and each.member == self.category
        )

    def _of_unit(self, sums: Iterable[Sums]) -> tuple[Sums, ...]:
        return tuple(each for each in sums if self.unit in (None, each.unit_code))


def projects(
    board: Board, period: str, unit: str | None = None, category: str | None = None
) -> Projects:
    """The month's projects; a unit that reported nothing has no sums."""
    sums = board.ask("project_sums", Sums, period=period)
    return Projects(sums, tuple(board.codes("category")), unit, category)


def together(groups: Iterable[Group]) -> Group:
    """Several groups as one, the city's."""
    return Group(CITY, tuple(part for group in groups for part in group.parts))


def most(groups: Iterable[Group], of: str) -> tuple[tuple[Group, ...], Decimal]:
    """Who has most of a figure (`not_started`, `overdue`), and how many; nobody when all have 0."""
    counted = [(value, group) for group in groups if (value := getattr(group, of))]
    top = max((value for value, _ in counted), default=Decimal())
    return tuple(group for value, group in counted if value == top), top


def _best_first(group: Group) -> tuple[bool, Fraction]:
    rate = group.start_rate
    return rate is None, -(rate or Fraction())
