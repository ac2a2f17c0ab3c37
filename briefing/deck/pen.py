"""Draws the slides of a deck on its master."""

from copy import deepcopy
from typing import Any

from pptx.slide import Slide as Drawn
from pptx.slide import SlideLayout
from pptx.util import Inches, Pt

from briefing.deck.model import Slide
from briefing.deck.template import FOOTS, NUMBERS, TEXTS, TITLES, Master, placeholder
from briefing.fit import LEADING, lines
from briefing.notice.model import Notice
from briefing.notice.said import text as plain
from briefing.slides import Box, in_one_font, native_chart, table, text, write
from wording import Words

TITLE_SIZES, POINT_SIZES = (30, 28, 26, 24, 22, 20, 18), (24, 22, 20, 18, 16, 14, 12)
COVER_SIZES = ((40, 36, 32, 28, 24), (24, 22, 20, 18, 16))
UNDER_SIZES, FOOT_SIZES = (13, 12, 11, 10, 9, 8), (12, 11, 10, 9, 8)
CHART_SIZE = 14
LARGE_TITLES = (30, 28, 26)  # a title becomes so much smaller rather than take a second line
UNDER_LINES, GAP = 4, Inches(0.12)


class Pen:
    """Draws slides on one master, with the foot and the notes of one notice."""

    def __init__(self, master: Master, told: Notice, t: Words) -> None:
        self._master, self._t = master, t
        self._lines = {topic.code: topic.lines for topic in told.topics}
        lines = told.provenance.lines
        self._foot = " · ".join(said for label, said in lines if label != t("导出时间"))

    def draw(self, slide: Slide, layout: SlideLayout) -> None:
        """Add one slide: title, what fills it, what stands below, foot, page number and notes."""
        drawn = self._master.deck.slides.add_slide(layout)
        is_cover = layout is self._master.cover
        title, body = placeholder(drawn, TITLES), placeholder(drawn, TEXTS)
        sizes = COVER_SIZES if is_cover else (TITLE_SIZES, POINT_SIZES)
        said = _capital(slide.title)
        write(
            title.text_frame,
            [said],
            Box.of(title),
            sizes[0] if is_cover else _in_one_line(said, title) or sizes[0],
        )
        if slide.points and not slide.chart and not slide.grid:
            write(body.text_frame, [*map(_capital, slide.points)], Box.of(body), sizes[1])
        else:
            self._fill(drawn, slide, Box.of(body))
            body._element.getparent().remove(body._element)
        if not is_cover:
            self._sign(drawn, layout)
        self._speak(drawn, slide)
        for each in (drawn._element, drawn.notes_slide._element):
            in_one_font(each, self._master.font, self._t)

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

    def _sign(self, drawn: Drawn, layout: SlideLayout) -> None:
        """The foot and the page number: python-pptx leaves these placeholders in the layout."""
        for kinds in (FOOTS, NUMBERS):
            copied = deepcopy(placeholder(layout, kinds)._element)
            copied.nvSpPr.cNvPr.set("id", str(max(each.shape_id for each in drawn.shapes) + 1))
            drawn.shapes._spTree.append(copied)
        foot = placeholder(drawn, FOOTS)
        foot.text_frame.clear()
        write(foot.text_frame, [self._foot], Box.of(foot), FOOT_SIZES)

    def _speak(self, drawn: Drawn, slide: Slide) -> None:
        lines = [plain(line) for code in slide.topics for line in self._lines.get(code, ())]
        said = dict.fromkeys([slide.title, *slide.points, *slide.notes, *lines])
        frame: Any = drawn.notes_slide.notes_text_frame
        frame.text = "\n".join(said)


def _in_one_line(title: str, place: Any) -> list[int]:
    """The larger sizes of a title in which it needs one line only."""
    room = Box.of(place).points[0]
    return [size for size in LARGE_TITLES if lines(title, room / size) == 1]


def _capital(said: str) -> str:
    """A sentence as it begins a slide; Chinese has no capitals."""
    return said[:1].upper() + said[1:]
