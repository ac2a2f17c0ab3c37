"""Late projects and those that waited: which, how late, in what order, and how many."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from board.project_rows import Filters, LateCounts, late_counts, late_projects, waited_projects
from board.projects import projects
from board.store import Board
from tests.board import project_ledger
from tests.pages.desk import Desk

APRIL = "2023-04"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """The board of the literal ledger."""
    return project_ledger.board(tmp_path_factory.mktemp("ledger") / "home")


def late(board: Board, kind: str, filters: Filters | None = None, **page: int) -> list[str]:
    """The numbers of the late projects in their order."""
    page = {"limit": 50} | page
    found = late_projects(board, APRIL, filters or Filters(), kind, **page)
    return [each.project_id for each in found]


def test_late_are_those_due_or_with_money_for_more_than_a_month(ledger: Board) -> None:
    found = late_projects(ledger, APRIL, Filters(), "any_kind", limit=50)
    days = {each.project_id: (each.start_days, each.money_days, each.finish_days) for each in found}
    assert days == {
        "P1": (None, None, 10),  # was to be finished on 20 April
        "P2": (60, 88, None),  # planned for 1 March, money since 1 February
        "P3": (0, None, None),  # planned for 30 April; its money is 30 days old, not more
        "P5": (None, 31, None),  # planned for May, money since 30 March
        "P7": (None, None, 120),  # of 2022, was to be finished that year
        "P10": (None, None, 0),  # was to be finished on 30 April
    }
    assert [each.project_id for each in found if each.carried] == ["P7"]


def test_the_worst_come_first(ledger: Board) -> None:
    # P5 has had its money for one day too many; P3 has more money than P10.
    assert late(ledger, "any_kind") == ["P7", "P2", "P1", "P5", "P3", "P10"]
    assert late(ledger, "start") == ["P2", "P3"]
    assert late(ledger, "money") == ["P2", "P5"]
    assert late(ledger, "finish") == ["P7", "P1", "P10"]


def test_a_page_of_them(ledger: Board) -> None:
    assert late(ledger, "any_kind", limit=2, offset=2) == ["P1", "P5"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(unit="990102"), ["P7", "P10"]),
        (Filters(category="产业发展"), ["P2", "P1", "P5"]),
        (Filters(unit="990101", township="大坪镇"), ["P5", "P3"]),
        (Filters(department="未填"), ["P3"]),
        (Filters(stage="在建"), ["P7", "P1", "P10"]),
        (Filters(department="水利局", stage="在建"), []),
    ],
)
def test_filters_narrow_the_list_and_its_counts(
    ledger: Board, filters: Filters, expected: list[str]
) -> None:
    assert late(ledger, "any_kind", filters) == expected
    assert late_counts(ledger, APRIL, filters).whole.any_kind == len(expected)


def test_counts_by_kind_and_by_who_answers(ledger: Board) -> None:
    counts = late_counts(ledger, APRIL, Filters())
    whole = counts.whole
    assert (whole.any_kind, whole.start, whole.money, whole.finish) == (6, 2, 2, 3)
    assert (counts.carried("any_kind"), whole.allocated) == (1, Decimal(3100))
    assert [counts.carried(kind) for kind in ("start", "money", "finish")] == [0, 0, 1]
    assert [(each.member, each.any_kind) for each in counts.by("unit", "any_kind")] == [
        ("990101", 4),
        ("990102", 2),
    ]
    assert [(each.member, each.of("finish")) for each in counts.by("department", "finish")] == [
        ("人社局", 2),
        ("农业农村局", 1),
    ]
    assert counts.share(counts.by("department", "finish")[0], "finish") == Fraction(2, 3)


# Of 2022 and not started; of this year, due and not started, its money nothing.
MORE = """\
P11,2022,仓库,东岭县,前沟乡,其他,100,0,100,2022-05-01,2022-06-01,,,,,未开工,,,
P12,2023,水塔,东岭县,前沟乡,其他,100,0,0,2023-01-05,2023-03-01,,,,,未开工,,,
P13,2023,水池,东岭县,前沟乡,其他,100,0,,2023-01-06,2023-06-01,,,,,未开工,,,
"""


@pytest.fixture(scope="module")
def longer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the literal ledger and three projects more."""
    path = tmp_path_factory.mktemp("longer") / "home"
    return project_ledger.home(path, project_ledger.LEDGER + MORE)


def test_the_years_own_are_told_from_those_carried_over(longer: Path) -> None:
    board = project_ledger.opened(longer)
    assert late(board, "start") == ["P11", "P2", "P12", "P3"]
    assert late(board, "start", Filters(origin="own")) == ["P2", "P12", "P3"]
    assert late(board, "start", Filters(origin="carried")) == ["P11"]
    assert late_counts(board, APRIL, Filters()).carried("start") == 1
    own = late_counts(board, APRIL, Filters(origin="own"))
    assert own.whole.start == projects(board, APRIL).whole.overdue == 3


def test_a_project_without_money_does_not_wait_for_it(longer: Path) -> None:
    board = project_ledger.opened(longer)
    assert late(board, "money") == ["P11", "P13", "P2", "P5"]  # P12 was given nothing
    assert late_counts(board, APRIL, Filters()).whole.money == 4


@pytest.mark.parametrize(
    ("kind", "rule"),
    [("start", "overdue_start"), ("money", "slow_start"), ("finish", "overdue_finish")],
)
def test_late_are_those_that_are_warned_of(
    longer: Path, kind: str, rule: str, published_rows: Callable[..., list[tuple[str]]]
) -> None:
    sql = "SELECT subject FROM warnings WHERE rule = ? ORDER BY subject"
    warned = [subject for (subject,) in published_rows(longer, sql, rule)]
    assert sorted(late(project_ledger.opened(longer), kind)) == warned


def test_nothing_late_is_zero(ledger: Board) -> None:
    counts = late_counts(ledger, APRIL, Filters(unit="990102", category="产业发展"))
    assert counts == LateCounts(())
    assert (counts.whole.any_kind, counts.whole.allocated) == (0, None)


def test_the_settings_say_how_long_money_may_lie(tmp_path_factory: pytest.TempPathFactory) -> None:
    desk = Desk(tmp_path_factory.mktemp("desk") / "home")
    desk.reference("settings.toml", 'city = "云川市"\n[warnings.slow_start]\ndays = 29\n')
    desk.send("项目台账_202304.csv", project_ledger.LEDGER)
    board = project_ledger.opened(desk.path)
    assert late(board, "money") == ["P2", "P5", "P3"]


def test_started_projects_with_the_longest_wait_first(ledger: Board) -> None:
    found = waited_projects(ledger, APRIL, Filters(), -100, 100, limit=50)
    assert [(each.project_id, each.days) for each in found] == [
        ("P6", 45),
        ("P10", 32),
        ("P1", 30),
        ("P4", -10),
    ]
    month = waited_projects(ledger, APRIL, Filters(), 0, 32, limit=1, offset=1)
    assert [each.project_id for each in month] == ["P1"]
    assert waited_projects(ledger, APRIL, Filters(unit="990102"), 0, 32, limit=9)[0].days == 32
