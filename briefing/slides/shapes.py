"""Text, native charts and native tables on a slide, each made to fit its box."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu, Pt

from briefing.chart import PAPER, Chart
from briefing.fit import LEFT, RIGHT, size_for, table_fit
from briefing.grid import Column, Grid
from briefing.native import TYPES, chart_data, dress, set_font
from wording import Words

TABLE_SIZES = (18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8)
_AIRIEST = 1.3  # times the height they need: rows of a table that leaves room
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's style without lines or fills
_LANGUAGE = {"zh": "zh-CN", "en": "en-US"}


@dataclass(frozen=True, slots=True)
class Box:
    """Where something lies on a slide, in EMU."""

    left: int
    top: int
    width: int
    height: int

    @classmethod
    def of(cls, shape: Any) -> "Box":
        """The box of a shape."""
        return cls(shape.left, shape.top, shape.width, shape.height)

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points."""
        return Emu(self.width).pt, Emu(self.height).pt

    def without_foot(self, height: int) -> "tuple[Box, Box]":
        """The box without so much of its foot, and the foot."""
        rest = self.height - height
        upper = Box(self.left, self.top, self.width, rest)
        return upper, Box(self.left, self.top + rest, self.width, height)


def write(frame: Any, texts: Sequence[str], box: Box, sizes: Sequence[float]) -> None:
    """Paragraphs in a frame, in the largest of the sizes (points) with which they fit the box."""
    size = size_for(texts, *box.points, sizes)
    frame.word_wrap = True
    for place, each in enumerate(texts):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text, run.font.size = each, Pt(size)


def text(
    slide: Slide, texts: Sequence[str], box: Box, sizes: Sequence[float], colour: str = "ink"
) -> None:
    """A text box of its own; `colour` is a name of PAPER."""
    frame = slide.shapes.add_textbox(*_sides(box)).text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    write(frame, texts, box, sizes)
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.color.rgb = RGBColor.from_string(PAPER[colour])


def native_chart(
    slide: Slide, chart: Chart, box: Box, t: Words, *, font: str, size: float, says: str
) -> None:
    """A chart that the reader's program draws and edits; `says` is read out in its place."""
    data: Any = chart_data(chart, t)  # the stubs of python-pptx know no kinds of chart data
    frame: Any = slide.shapes.add_chart(TYPES[chart.form], *_sides(box), data)
    dress(frame.chart, chart, font=font, size=size)
    _says(frame, says)


def table_cells(grid: Grid, t: Words) -> list[list[str]]:
    """The rows of a table as they are printed, its headings first, with their units below them."""
    units = [each.unit or ("%" if each.kind == "percent" else "") for each in grid.columns]
    heads = [
        f"{column.label}\n{unit}" if unit else column.label
        for column, unit in zip(grid.columns, units, strict=True)
    ]
    return [heads, *grid.printed(t)]


def table(
    slide: Slide, grid: Grid, box: Box, t: Words, *, says: str, lights: Sequence[str] = ()
) -> None:
    """A grid as a native table, numbers to the right; `lights` colour the last column, one a row.

    Its letters shrink until all rows fit; how many rows a slide can bear is the caller's to know.
    """
    cells = table_cells(grid, t)
    fit = table_fit(cells, *box.points, TABLE_SIZES)
    airy = min(_AIRIEST, max(1.0, box.points[1] / sum(fit.heights)))
    shape = slide.shapes.add_table(
        len(cells), len(grid.columns), Emu(box.left), Emu(box.top), Emu(box.width),
        Pt(sum(fit.heights) * airy),
    )  # fmt: skip
    _says(shape, says)
    made: Any = shape.table
    made.horz_banding = False
    made._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN
    for column, width in zip(made.columns, fit.widths, strict=True):
        column.width = Pt(width)
    for place, (height, row) in enumerate(zip(fit.heights, cells, strict=True)):
        made.rows[place].height = Pt(height * airy)
        strong = place == 0 or (grid.total and place == len(cells) - 1)
        for at, said in enumerate(row):
            cell = made.cell(place, at)
            cell.margin_left = Pt(LEFT if at else 2)
            _fill(cell, said, grid.columns[at], fit.size, strong=strong)
    for place, light in enumerate(lights, start=1):
        for run in made.cell(place, len(grid.columns) - 1).text_frame.paragraphs[0].runs:
            run.font.color.rgb, run.font.bold = RGBColor.from_string(PAPER[light]), True


def in_one_font(element: etree._Element, font: str, t: Words) -> None:
    """Give every run below its font, for Latin and East-Asian letters, and its language."""
    for run in (*element.iter(qn("a:r")), *element.iter(qn("a:fld"))):
        if run.find(qn("a:rPr")) is None:
            run.insert(0, etree.Element(qn("a:rPr")))
    for properties in element.iter(qn("a:rPr"), qn("a:endParaRPr")):
        properties.set("lang", _LANGUAGE[t.language])
    set_font(element, font)


def _fill(cell: Any, said: str, column: Column, size: float, *, strong: bool) -> None:
    cell.margin_right = Pt(RIGHT)
    cell.margin_top = cell.margin_bottom = Pt(3)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame = cell.text_frame
    frame.text = said
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT if column.kind == "text" else PP_ALIGN.RIGHT
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(size), strong
            run.font.color.rgb = RGBColor.from_string(PAPER["ink"])
    width = Pt(1.5 if strong else 0.75)
    line = etree.SubElement(cell._tc.get_or_add_tcPr(), qn("a:lnB"), w=str(width))
    fill = etree.SubElement(line, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), val=PAPER["blue" if strong else "line"])


def _sides(box: Box) -> tuple[Emu, Emu, Emu, Emu]:
    return Emu(box.left), Emu(box.top), Emu(box.width), Emu(box.height)


def _says(shape: Any, says: str) -> None:
    shape._element.nvGraphicFramePr.cNvPr.set("descr", says)
