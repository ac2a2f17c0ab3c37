"""The names of what is counted, for the headings of columns."""

from board.store import Board, Code
from wording import Words


def measure_name(board: Board, measure: str, t: Words) -> str:
    """The measure's name in words; its code where the published file has no name for it."""
    named = {code.code: code for code in board.ask("measures", Code)}
    return named[measure].label(t) if measure in named else measure
