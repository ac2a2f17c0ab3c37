"""Draws the slides of a deck on its master."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from pptx.slide import Slide as Drawn
from pptx.util import Inches, Pt

from briefing.deck.model import Slide
from briefing.fit import LEADING, ems, lines
from briefing.notice.model import Notice
from briefing.notice.said import text as plain
from briefing.slides.master import FOOTS, NUMBERS, TEXTS, TITLES, Kinds, Master, placeholder
from briefing.slides.shapes import Box, in_one_font, native_chart, table, text, write
from wording import Words

TITLE_SIZES, LARGE_TITLES = (30, 28, 26, 24, 22, 20, 18, 16, 14, 12, 10), (30, 28, 26)
POINT_SIZES = (24, 22, 20, 18, 16, 14, 12)
COVER_TITLES, COVER_SIZES = (40, 36, 32, 28, 24), (24, 22, 20, 18, 16)
UNDER_SIZES, FOOT_SIZES = (13, 12, 11, 10, 9, 8), (12, 11, 10, 9, 8)
CHART_SIZE = 14
UNDER_LINES, GAP = 4, Inches(0.12)


class Pen:
    """Draws slides on one master, with the foot and the notes of one notice."""

    def __init__(self, master: Master, told: Notice, t: Words) -> None:
        self._master, self._t = master, t
        self._lines = {topic.code: topic.lines for topic in told.topics}
        source = told.provenance
        self._foot = " · ".join(said for _, said in (*source.of, *source.remarks))

    def cover(self, slide: Slide) -> None:
        """Add the first slide: a title, and lines below it."""
        drawn = self._master.deck.slides.add_slide(self._master.cover)
        _write(drawn, TITLES, [slide.title], COVER_TITLES)
        _write(drawn, TEXTS, slide.points, COVER_SIZES)
        self._finish(drawn, slide)

    def draw(self, slide: Slide) -> None:
        """Add one slide: title, what fills it, what stands below, foot, page number and notes."""
        drawn = self._master.deck.slides.add_slide(self._master.content)
        _write(drawn, TITLES, [slide.title], _title_sizes(slide.title, placeholder(drawn, TITLES)))
        if slide.chart or slide.grid:
            body = placeholder(drawn, TEXTS)
            self._fill(drawn, slide, Box.of(body))
            body._element.getparent().remove(body._element)
        else:
            _write(drawn, TEXTS, slide.points, POINT_SIZES)
        self._sign(drawn)
        self._finish(drawn, slide)

    def _fill(self, drawn: Drawn, slide: Slide, box: Box) -> None:
        t, says = self._t, slide.title
        if slide.under:
            run = lines(slide.under, box.points[0] / UNDER_SIZES[0])
            box, below = box.without_foot(Pt(min(run, UNDER_LINES) * LEADING * UNDER_SIZES[0]))
            text(drawn, [slide.under], below, UNDER_SIZES, "soft")
            box, _ = box.without_foot(GAP)
        if slide.chart:
            font = self._master.font
            native_chart(drawn, slide.chart, box, t, font=font, size=CHART_SIZE, says=says)
        elif slide.grid:
            table(drawn, slide.grid, box, t, says=says, lights=slide.lights)

    def _sign(self, drawn: Drawn) -> None:
        """The foot and the page number: python-pptx leaves these placeholders in the layout."""
        for kinds in (FOOTS, NUMBERS):
            copied = deepcopy(placeholder(self._master.content, kinds)._element)
            copied.nvSpPr.cNvPr.set("id", str(max(each.shape_id for each in drawn.shapes) + 1))
            drawn.shapes._spTree.append(copied)
        placeholder(drawn, FOOTS).text_frame.clear()
        _write(drawn, FOOTS, [self._foot], FOOT_SIZES)

    def _finish(self, drawn: Drawn, slide: Slide) -> None:
        """The speaker's notes, and one font everywhere."""
        said = [plain(line) for code in slide.topics for line in self._lines.get(code, ())]
        points = () if slide.chart or slide.grid else slide.points
        notes: Any = drawn.notes_slide.notes_text_frame
        told = map(_capital, [slide.title, *points, *slide.notes, *said])
        notes.text = "\n".join(dict.fromkeys(told))
        for each in (drawn._element, drawn.notes_slide._element):
            in_one_font(each, self._master.font, self._t)


def _write(drawn: Drawn, kinds: Kinds, said: Sequence[str], sizes: Sequence[float]) -> None:
    place = placeholder(drawn, kinds)
    write(place.text_frame, [_capital(each) for each in said], Box.of(place), sizes)


def _title_sizes(title: str, place: Any) -> Sequence[float]:
    """A title becomes a little smaller rather than take a second line for a few letters."""
    room = Box.of(place).points[0]
    return [size for size in LARGE_TITLES if ems(title) <= room / size] or TITLE_SIZES


def _capital(said: str) -> str:
    """A sentence as it begins a line; Chinese has no capitals."""
    return said[:1].upper() + said[1:]
