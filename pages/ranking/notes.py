"""What staff wrote on the chosen indicator in the chosen month."""

from board.notes import Note, about, month_notes
from charts.notes import note_list
from pages.ranking.asked import Asked
from ui import panel


def notes_of(asked: Asked) -> tuple[Note, ...]:
    """The notes on the units and the city."""
    return month_notes(asked.board, asked.indicator.code, asked.period)


def notes_under(notes: tuple[Note, ...], asked: Asked) -> None:
    """One line a note: on whom, what, by whom."""
    if notes:
        heads = [about(note, asked.board, asked.t) for note in notes]
        panel(note_list(notes, heads, asked.t), key="notes")
