"""The text of a topic as a person made it: which of its figures are still the board's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from briefing.notice.model import Topic
from briefing.notice.said import Line, Said, text

_NUMBER = re.compile(r"\d+(?:[,.]\d+)*%?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: words, a figure with the address of what is behind it, or a number that a
    person wrote (`is_changed`)."""

    text: str
    to: str = ""
    is_changed: bool = False


def generated(topic: Topic) -> str:
    """The text of a topic as the board says it, a paragraph a line."""
    return "\n".join(map(text, topic.lines))


@lru_cache(maxsize=64)  # a page asks again at every click
def retold(topic: Topic, written: str) -> tuple[tuple[Piece, ...], ...]:
    """The paragraphs of `written` against the topic it was made of: a figure that still stands
    where the board said it keeps its address, any other number is marked as changed."""
    untouched = {text(line): line for line in topic.lines}
    standing = _standing(topic, written)
    lines, start = [], 0
    for each in written.split("\n"):
        if each in untouched:
            lines.append(tuple(Piece(said.text, said.to) for said in untouched[each]))
        elif each.strip():
            lines.append(tuple(_pieces(written, start, start + len(each), standing)))
        start += len(each) + 1
    return tuple(lines)


def changed_numbers(topic: Topic, written: str) -> list[str]:
    """The numbers of `written` that the board did not say there."""
    return [piece.text for line in retold(topic, written) for piece in line if piece.is_changed]


def _standing(topic: Topic, written: str) -> dict[int, tuple[int, Piece]]:
    """Where a number or figure of the topic still stands in `written`: start → end and piece."""
    said = generated(topic)
    blocks = SequenceMatcher(None, said, written, autojunk=False).get_matching_blocks()
    places = {block.a + n: block.b + n for block in blocks for n in range(block.size)}
    numbers = {found.start(): found.end() for found in _NUMBER.finditer(written)}
    standing = {}
    for start, piece in _figures(topic.lines):
        end = start + len(piece.text)
        moved = [places.get(place, -1) for place in range(start, end)]
        first, last = moved[0], moved[-1] + 1
        if first < 0 or any(after != before + 1 for before, after in pairwise(moved)):
            continue
        # 96.55% of which the 9 was taken away is another number, though all of the rest is there.
        if all((first <= place and stop <= last) or stop <= first or last <= place
               for place, stop in numbers.items()):  # fmt: skip
            sure = said.count(_stretch(said, places, start, end)) == 1
            standing[first] = (last, piece if sure else Piece(piece.text))
    return standing


def _stretch(said: str, places: dict[int, int], start: int, end: int) -> str:
    """The figure with all before it that stands as it stood: where that is said twice, nobody knows
    which of two equal figures was left."""
    while start and places.get(start - 1, -2) + 1 == places[start]:
        start -= 1
    return said[start:end]


def _figures(lines: tuple[Line, ...]) -> Iterator[tuple[int, Piece]]:
    """Every figure of the lines, and every number in their words, with its place in the text."""
    start = 0
    for line in lines:
        for said in line:
            yield from ((start + place, piece) for place, piece in _within(said))
            start += len(said.text)
        start += 1


def _within(said: Said) -> Iterator[tuple[int, Piece]]:
    if said.to:
        yield 0, Piece(said.text, said.to)
        return
    for found in _NUMBER.finditer(said.text):
        yield found.start(), Piece(found[0])


def _pieces(
    written: str, start: int, end: int, standing: dict[int, tuple[int, Piece]]
) -> Iterator[Piece]:
    """What lies between two places, words gathered."""
    words = start
    while start < end:
        found = _NUMBER.match(written, start)
        if start in standing:
            stop, piece = standing[start]
        elif found:
            stop, piece = found.end(), Piece(found[0], is_changed=True)
        else:
            start += 1
            continue
        if piece.to or piece.is_changed:
            if words < start:
                yield Piece(written[words:start])
            yield piece
            words = stop
        start = stop
    if words < end:
        yield Piece(written[words:end])
