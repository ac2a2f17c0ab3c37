"""What readers call the codes of units and of code lists."""

from collections.abc import Sequence

from board.behind import CITY
from board.store import Board
from wording import Words


def unit_name(board: Board, code: str, t: Words) -> str:
    """A unit's full name, or 全市 for the city."""
    return t("全市") if code == CITY else board.units[code].label(t)


def code_name(board: Board, codes: str, code: str, t: Words) -> str:
    """An entry of a code list; the code itself where the list does not have it."""
    known = board.codes(codes)
    return known[code].label(t) if code in known else code


def shorten(names: Sequence[str], most: int, t: Words) -> str:
    """A list of names, of more than `most` the first and how many there are in all."""
    if len(names) <= most:
        return t.join(names)
    return t.n("{names}等{n}个单位", len(names), names=t.join(names[:most]))
