"""A long title broken into lines of about one length, words whole, as the standard asks."""

import re

from briefing.fit import ems

# What stays together: numbers with what they count, Latin words, and the words of such titles;
# a closing mark or a particle stays with what it follows.
_PIECES = re.compile(
    r"(?:\d+[年月日]?|[A-Za-z][\w'’-]*|巩固拓展|脱贫攻坚|乡村振兴|有效衔接|重点工作|[^\W\d]|.)"
    r"[的成果情况通报、，。：；）》”]*\s*"
)


def broken(title: str, room: float) -> str:
    """The title with line breaks where it has more letters than `room`; what it says is kept."""
    pieces = _PIECES.findall(title)
    lines = _filled(pieces, room)
    if len(lines) < 2:
        return title
    # The narrowest block with as many lines: they come out about as long.
    half_letters = range(2, int(room * 2) + 1)
    widths = (each / 2 for each in half_letters)
    narrowest = next((w for w in widths if len(_filled(pieces, w)) == len(lines)), room)
    return "\n".join(_filled(pieces, narrowest))


def _filled(pieces: list[str], room: float) -> list[str]:
    lines = [""]
    for piece in pieces:
        if lines[-1] and ems((lines[-1] + piece).rstrip()) > room:
            lines.append("")
        lines[-1] += piece
    return lines
