"""The notice as a value: parts, topics and lines, with tables and charts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from briefing.chart import Chart
from briefing.grid import Grid
from briefing.notice.said import Line, Said
from briefing.provenance import Provenance
from briefing.writable import writable
from wording import Words

Style = Literal["title", "addressee", "body", "heading1", "heading2", "issuer", "date"]
_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Topic:
    """One heading of the second level and what is said under it, the opening without a heading;
    `code` is stable."""

    code: str
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One of the three parts of a notice: 总体情况, 存在问题, 近期重点工作."""

    code: str
    heading: str
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table after the text; `note` says what its figures are and who is not in it."""

    code: str
    title: str
    grid: Grid
    note: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart after the text, titled with its message."""

    code: str
    title: str
    chart: Chart
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in its style, numbered as it is printed."""

    style: Style
    line: Line


@dataclass(frozen=True, slots=True)
class Notice:
    """A month's notice in one language. `day` is the month end it tells of, `dated` when it was
    written; `topics` of its parts are those that were asked for, and say something."""

    period: str
    level: str
    title: str
    addressee: str
    opening: Topic
    parts: tuple[Part, ...]
    tables: tuple[Table, ...]
    drawings: tuple[Drawing, ...]
    issuer: str
    day: date
    dated: date
    provenance: Provenance

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The topics of all its parts, in their order."""
        return tuple(topic for part in self.parts for topic in part.topics)

    @property
    def sections(self) -> tuple[Topic, ...]:
        """What a person may rewrite: the opening, and every topic."""
        return (self.opening, *self.topics)

    def paragraphs(self, t: Words) -> tuple[Paragraph, ...]:
        """The text from title to date, headings numbered 一、 and （一）, or 1. and (1)."""
        made = [_plain("title", self.title), _plain("addressee", self.addressee)]
        made.extend(Paragraph("body", each) for each in self.opening.lines)
        for number, part in enumerate(self.parts):
            made.append(_plain("heading1", numbered(number, part.heading, t)))
            for place, topic in enumerate(part.topics):
                made.append(_plain("heading2", _second(place, topic.heading, t)))
                made.extend(Paragraph("body", each) for each in topic.lines)
        made += [_plain("issuer", self.issuer), _plain("date", t.date(self.dated))]
        return tuple(each for each in made if each.line)

    def edited(self, texts: Mapping[str, str]) -> "Notice":
        """The notice with the text of some sections replaced; a line of it is a paragraph."""

        def told(topic: Topic) -> Topic:
            written = texts.get(topic.code)
            return topic if written is None else replace(topic, lines=_lines(written))

        parts = (replace(part, topics=tuple(map(told, part.topics))) for part in self.parts)
        return replace(self, opening=told(self.opening), parts=tuple(parts))


def numbered(number: int, heading: str, t: Words) -> str:
    """A heading of the first level with its number, counted from 0: 一、 or 1."""
    return t.of(f"{_NUMERALS[number]}、{heading}", f"{number + 1}. {heading}")


def _lines(written: str) -> tuple[Line, ...]:
    lines = (each.strip() for each in map(writable, written.splitlines()))
    return tuple((Said(each),) for each in lines if each)


def _plain(style: Style, said: str) -> Paragraph:
    return Paragraph(style, (Said(said),) if said else ())


def _second(number: int, heading: str, t: Words) -> str:
    return t.of(f"（{_NUMERALS[number]}）{heading}", f"({number + 1}) {heading}")
