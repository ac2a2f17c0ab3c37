"""One card as one slide: its message, the chart or the table, its sentence, where it comes from."""

import io
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from pptx.slide import Slide
from pptx.util import Inches

from briefing.chart import Chart
from briefing.export import Export
from briefing.fit import table_fit
from briefing.grid import Grid
from briefing.slides.master import FOOTS, TEXTS, TITLES, Master, open_master, placeholder
from briefing.slides.shapes import Box, in_one_font, native_chart, table, table_cells, text, write
from briefing.writable import as_property
from wording import Words

_TITLE = (26, 24, 22, 20, 18, 16, 14, 12, 10)
_SENTENCE, _FOOT = (14, 13, 12, 11, 10), (9, 8, 7, 6)
_SMALLEST = 9  # points of a table's letters: less is not read from a chair
_MOST = 24  # bars whose names can still be read
_LAST = 8  # of those, how many are the last ones: the laggards, and what they are held against
_DENSE = 18  # so many bars need smaller letters


def pptx_file(export: Export, t: Words, template: Path | None = None) -> bytes:
    """One slide with a native chart, or a native table where the card has no chart.

    Rows that do not fit are left out and counted below; the notes hold message and sentence.
    `template` is the bureau's own master, else the shipped one (16:9) is taken. Raises
    `TemplateError` for a master that lacks a layout or a placeholder.
    """
    master = open_master(template, t)
    slide = master.deck.slides.add_slide(master.content)
    body, said = placeholder(slide, TEXTS), [export.sentence] if export.sentence else []
    middle, below = Box.of(body).without_foot(Inches(0.7))
    body._element.getparent().remove(body._element)
    if export.chart:
        left_out = _chart(slide, middle, export.chart, export.title, master, t)
    else:
        left_out = _table(slide, middle, export.grid.essential(), export.title, t)
    if left_out:
        said.append(t.n("另有{n}行，见同名工作簿。", left_out))
    text(slide, [" ".join(said)], below, _SENTENCE)
    # A new slide has no foot of its own: this one stands where the master has it.
    foot = Box.of(placeholder(master.content, FOOTS))
    text(slide, [export.provenance.in_one(t)], foot, _FOOT, "soft")
    head = placeholder(slide, TITLES)
    write(head.text_frame, [export.title], Box.of(head), _TITLE)
    _notes(slide, [export.title, *said])
    for part in (slide, slide.notes_slide):
        in_one_font(part._element, master.font, t)
    master.deck.core_properties.title = as_property(export.title)
    content = io.BytesIO()
    master.deck.save(content)
    return content.getvalue()


def _notes(slide: Slide, said: list[str]) -> None:
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = "\n".join(said)


def _chart(slide: Slide, box: Box, chart: Chart, says: str, master: Master, t: Words) -> int:
    """Draw what can be read of a chart; how many of its categories are left out."""
    lying = chart.runs_down
    count = len(chart.categories)
    left_out = max(0, count - _MOST) if lying else 0
    if left_out:
        chart = chart.kept([*range(_MOST - _LAST), *range(count - _LAST, count)])
    bars = len(chart.categories) * (len(chart.series) if chart.form == "bars" else 1)
    size = 9 if lying and bars > _DENSE else 12
    native_chart(slide, chart, box, t, font=master.font, size=size, says=says)
    return left_out


def _table(slide: Slide, box: Box, grid: Grid, says: str, t: Words) -> int:
    """Draw what can be read of a table, its total in any case; how many rows are left out."""
    sizes = range(18, _SMALLEST - 1, -1)
    head, *heights = table_fit(table_cells(grid, t), *box.points, sizes).heights
    room = box.points[1] - head
    if sum(heights) > room:
        total = grid.rows[-1:] if grid.total else ()
        room -= heights[-1] if total else 0
        kept = sum(height <= room for height in accumulate(heights[: len(heights) - len(total)]))
        grid = replace(grid, rows=grid.rows[:kept] + total)
    table(slide, grid, box, t, says=says)
    return len(heights) - len(grid.rows)
