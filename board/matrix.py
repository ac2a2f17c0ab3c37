"""The matrix of units and datasets of a month, and what became of each upload."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from board.reporting import awaited, cut_off
from board.store import Board, Unit
from wording import Words

State = Literal["received", "warned", "late", "missing", "awaited", "withdrawn", "unexpected"]
LIGHTS: dict[State, str] = {
    "received": "green",
    "warned": "yellow",
    "late": "yellow",
    "missing": "red",
    "awaited": "grey",
    "withdrawn": "grey",
    "unexpected": "grey",
}
DATASETS = ("funds", "projects", "households", "reports")


@dataclass(frozen=True, slots=True)
class Cell:
    """A unit and a dataset: how it stands, when it came, and how many days past the cut-off."""

    state: State
    came: date | None = None
    days_late: int = 0
    warnings: int = 0


@dataclass(frozen=True, slots=True)
class Matrix:
    """Every unit against every dataset of a month."""

    rows: tuple[tuple[Unit, tuple[Cell, ...]], ...]
    datasets: tuple[str, ...]
    cut_off: date
    today: date

    def owed(self) -> dict[Unit, list[str]]:
        """Unit → the datasets it has not sent."""
        owed = {
            unit: [name for name, cell in zip(self.datasets, cells, strict=True)
                   if cell.state in ("missing", "awaited")]
            for unit, cells in self.rows
        }  # fmt: skip
        return {unit: names for unit, names in owed.items() if names}


@dataclass(frozen=True, slots=True)
class Sent:
    """One upload of a dataset and month, as one unit sees it; moments are UTC."""

    upload_id: str
    file_name: str
    sha256: str
    accepted_by: str
    accepted_at: datetime
    rows_kept: int
    warnings: int
    replaces: tuple[str, ...]
    counts: bool
    withdrawn_at: datetime | None
    withdrawn_by: str | None
    withdrawn_reason: str | None
    restored_at: datetime | None  # when its newest withdrawal was undone
    restored_by: str | None
    units: int


def today(board: Board) -> date:
    """The day it is on this board: the sample city and a board of the past have stopped theirs."""
    publication = board.publication
    if publication.as_of or (publication.is_sample and publication.newest_upload):
        return local_day(publication.as_of or publication.newest_upload)
    return date.today()


def local_day(moment: datetime | None) -> date:
    """The day of a moment (UTC) where the server stands."""
    assert moment
    return moment.replace(tzinfo=UTC).astimezone().date()


def matrix(board: Board, period: str) -> Matrix:
    """How reporting stands for a month."""
    due, now = cut_off(board, period), today(board)
    cells: dict[tuple[str, str], Cell] = {}
    silent = set()
    for each in awaited(board, period):
        if each.dataset is None:
            silent.add(each.unit_code)
            continue
        cells[each.unit_code, each.dataset] = _cell(
            each.first_at, each.accepted_at, each.warnings, due, now
        )
    nothing = _cell(None, None, 0, due, now)
    # Not awaited, but there is a history to look at, and an upload that may be restored.
    left = dict.fromkeys(board.rows("sent", period=period), Cell("withdrawn"))
    cells = left | cells
    rows = tuple(
        (
            unit,
            tuple(
                nothing if code in silent else cells.get((code, name), Cell("unexpected"))
                for name in DATASETS
            ),
        )
        for code, unit in board.units.items()
    )
    return Matrix(rows, DATASETS, due, now)


def _cell(
    first: datetime | None, newest: datetime | None, warnings: int, due: date, now: date
) -> Cell:
    if newest is None:
        late = (now - due).days
        return Cell("missing", days_late=late) if late > 0 else Cell("awaited", days_late=late)
    late = max((local_day(first or newest) - due).days, 0)
    state: State = "late" if late else "warned" if warnings else "received"
    return Cell(state, local_day(newest), late, warnings)


def history(board: Board, period: str, dataset: str, unit_code: str) -> tuple[Sent, ...]:
    """Every upload of a dataset and month that speaks of a unit, newest first; of the benchmarks,
    which speak of none, with an empty unit code."""
    return board.ask("history", Sent, period=period, dataset=dataset, unit=unit_code)


def cell_words(cell: Cell, t: Words) -> str:
    """What a cell says beside its sign."""
    if cell.state == "unexpected":
        return ""
    if cell.state == "withdrawn":
        return t("已撤回")
    if cell.state == "missing":
        return t.n("未报，逾期{n}天", cell.days_late)
    if cell.state == "awaited" and not cell.days_late:
        return t("未报，今天截止")
    if cell.state == "awaited":
        return t.n("未报，还有{n}天", -cell.days_late)
    assert cell.came
    said = [t.day(cell.came)]
    if cell.days_late:
        said.append(t.n("迟{n}天", cell.days_late))
    if cell.warnings:
        said.append(t.n("{n}条警告", cell.warnings))
    return " · ".join(said)


def title(answer: Matrix, period: str, t: Words) -> str:
    """What the matrix says: who owes what."""
    owed = answer.owed()
    count = sum(map(len, owed.values()))
    if not count:
        return t("{month}全部报齐", month=t.month(period))
    names = t.join(unit.short(t) for unit in list(owed)[:3])
    if len(owed) > 3:
        return t.n(
            "{month}还差{n}份：{names}等{units}个单位",
            count, month=t.month(period), names=names, units=len(owed),
        )  # fmt: skip
    return t.n("{month}还差{n}份：{names}", count, month=t.month(period), names=names)


def reminder(answer: Matrix, board: Board, period: str, t: Words) -> str:
    """The text to send to the units that owe something: a line for each, what and since when."""
    names = board.codes("dataset")
    due = t.date(answer.cut_off)
    lines = [
        t("{unit}：{datasets}", unit=unit.label(t),
          datasets=t.join(names[name].label(t) if name in names else name for name in owed))
        for unit, owed in answer.owed().items()
    ]  # fmt: skip
    opening = t("各单位：{month}数据报送截止{due}，以下尚未收到，请尽快报送。",
                month=t.month(period), due=due)  # fmt: skip
    if answer.today <= answer.cut_off:
        opening = t("各单位：{month}数据请于{due}前报送，以下尚未收到。",
                    month=t.month(period), due=due)  # fmt: skip
    return "\n".join([opening, *lines])
