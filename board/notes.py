"""Notes of staff (情况说明): why a unit's indicator stands as it does in a month."""

from dataclasses import dataclass
from datetime import datetime

from board.matrix import local_day
from board.store import Board
from wording import Words

CITY = "city"


@dataclass(frozen=True, slots=True)
class Note:
    """One note; `unit_code` is `city` where it speaks of the whole city."""

    note_id: str
    unit_code: str
    period: str
    text: str
    written_by: str
    written_at: datetime  # UTC

    def signed(self, t: Words) -> str:
        """Who wrote it, and when."""
        return t("{by}，{day}", by=self.written_by, day=t.date(local_day(self.written_at)))


def unit_notes(
    board: Board, unit: str, indicator: str, first: str, period: str
) -> tuple[Note, ...]:
    """What was written on one unit's indicator from `first` to `period`, oldest month first."""
    return board.ask("notes", Note, unit=unit, indicator=indicator, first=first, period=period)


def month_notes(board: Board, indicator: str, period: str) -> tuple[Note, ...]:
    """What was written on an indicator in one month: the city's first, then by unit."""
    return board.ask("notes", Note, unit="", indicator=indicator, first=period, period=period)


def about(note: Note, board: Board, t: Words) -> str:
    """Whom a note speaks of, in the reader's language."""
    if note.unit_code in board.units:
        return board.units[note.unit_code].label(t)
    return t("全市") if note.unit_code == CITY else note.unit_code
