"""Projects one by one: which are late and by how many days, which waited longest to start."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from board.ranking import ratio
from board.store import Board
from board.thresholds import days_of_grace

KINDS = ("any_kind", "start", "money", "finish")
ORIGINS = ("own", "carried")
EVERYTHING = 10_000_000  # rows: more than any month has


@dataclass(frozen=True, slots=True)
class Filters:
    """Which projects: of one unit, category, township (未填: those that name none), department or
    stage, and `origin`: the year's own, or carried over from earlier ones; '' for all."""

    unit: str = ""
    category: str = ""
    township: str = ""
    department: str = ""
    stage: str = ""
    origin: str = ""

    @property
    def beyond_sums(self) -> bool:
        """Whether they narrow further than the published sums of a unit do."""
        return any((self.category, self.township, self.department, self.stage))

    def of_started(self) -> dict[str, str]:
        """Without the origin: lists of the projects that have started are of the year's own."""
        return {name: code for name, code in asdict(self).items() if name != "origin"}


@dataclass(frozen=True, slots=True)
class Late:
    """A project that is late at month end: days past its planned start, since its money, and past
    its planned finish; None for what it is not late in. `carried`: of an earlier year."""

    upload_id: str
    source_row: int
    unit_code: str
    project_id: str
    name: str
    category: str
    township: str | None
    department: str | None
    leader: str | None
    status: str
    year: int
    carried: bool
    allocated: Decimal | None
    planned_start: date | None
    issued_on: date | None
    planned_finish: date | None
    start_days: int | None
    money_days: int | None
    finish_days: int | None


@dataclass(frozen=True, slots=True)
class LateCount:
    """How many projects of one member of a dimension are late, at all and in each way; one project
    may be so in several."""

    dimension: str
    member: str
    any_kind: int
    start: int
    money: int
    finish: int
    allocated: Decimal | None

    def of(self, kind: str) -> int:
        """How many, in one of KINDS."""
        count: int = getattr(self, kind)
        return count


@dataclass(frozen=True, slots=True)
class LateCounts:
    """How many are late, together and by each dimension, most first."""

    rows: tuple[LateCount, ...]

    @property
    def whole(self) -> LateCount:
        """All together; zeros when none is late."""
        own = (each for each in self.rows if not each.dimension)
        return next(own, LateCount("", "", 0, 0, 0, 0, None))

    def carried(self, kind: str) -> int:
        """How many of a kind are of earlier years."""
        return sum(each.of(kind) for each in self.by("origin", kind) if each.member == "carried")

    def share(self, count: LateCount, kind: str) -> Fraction | None:
        """What part of all of a kind a member's are; None where there are none."""
        return ratio(Decimal(count.of(kind)), Decimal(self.whole.of(kind)))

    def by(self, dimension: str, kind: str) -> tuple[LateCount, ...]:
        """The members that have any of a kind, most first."""
        own = [each for each in self.rows if each.dimension == dimension and each.of(kind)]
        return tuple(sorted(own, key=lambda each: -each.of(kind)))


@dataclass(frozen=True, slots=True)
class Waited:
    """A started project and how many days after its money it started."""

    upload_id: str
    source_row: int
    unit_code: str
    project_id: str
    name: str
    category: str
    township: str | None
    department: str | None
    leader: str | None
    status: str
    allocated: Decimal | None
    issued_on: date
    planned_start: date | None
    started_on: date
    days: int


def late_counts(board: Board, period: str, filters: Filters) -> LateCounts:
    """How many projects are late, of those the filters leave."""
    days = days_of_grace(board)
    rows = board.ask("late_counts", LateCount, period=period, days=days, **asdict(filters))
    return LateCounts(rows)


def late_projects(
    board: Board, period: str, filters: Filters, kind: str, *, limit: int, offset: int = 0
) -> tuple[Late, ...]:
    """The late projects of a kind (one of KINDS), worst first."""
    return board.ask(
        "late_projects",
        Late,
        period=period,
        days=days_of_grace(board),
        kind=kind,
        limit=limit,
        offset=offset,
        **asdict(filters),
    )


def waited_projects(
    board: Board,
    period: str,
    filters: Filters,
    least: int,
    most: int,
    *,
    limit: int,
    offset: int = 0,
) -> tuple[Waited, ...]:
    """The started projects whose start came `least` to `most` days after their money, longest
    first."""
    return board.ask(
        "waited_projects",
        Waited,
        period=period,
        least=least,
        most=most,
        limit=limit,
        offset=offset,
        **filters.of_started(),
    )
