"""A long title broken into lines of about one length, words whole, as the standard asks."""

import re

from briefing.fit import ems

# A clause with the mark that ends it; a comma within a number does not.
_CLAUSES = re.compile(r".+?(?:[，；]|[,;] |$)")
# What stays together: numbers with what they count, Latin words, and the words of such titles;
# a closing mark or a particle stays with what it follows.
_WORDS = re.compile(
    r"(?:\d[\d.,]*[年月日%]?|[A-Za-z][\w'’-]*|巩固拓展|脱贫攻坚|乡村振兴|有效衔接|重点工作|.)"
    r"[的成果情况通报、，。：；）》”,;:.)]*\s*"
)


def broken(title: str, room: float) -> str:
    """The title with line breaks where it has more letters than `room`; what it says is kept.

    Between clauses where that takes no more lines, else between words.
    """
    words = _WORDS.findall(title)
    needed = len(_filled(words, room))
    if needed < 2:
        return title
    clauses = _CLAUSES.findall(title)
    among = clauses if _fits(_filled(clauses, room), needed, room) else words
    # The narrowest block with as many lines: they come out about as long.
    narrower = (each / 2 for each in range(2, int(room * 2) + 1))
    tried = (_filled(among, width) for width in narrower)
    return "\n".join(next((each for each in tried if len(each) == needed), _filled(among, room)))


def _fits(lines: list[str], needed: int, room: float) -> bool:
    return len(lines) == needed and all(ems(each.rstrip()) <= room for each in lines)


def _filled(pieces: list[str], room: float) -> list[str]:
    lines = [""]
    for piece in pieces:
        if lines[-1] and ems((lines[-1] + piece).rstrip()) > room:
            lines.append("")
        lines[-1] += piece
    return lines
