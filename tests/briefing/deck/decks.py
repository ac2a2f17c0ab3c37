"""Decks opened by another program than the one that drew them: their slides, read back."""

import io
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation
from pptx.oxml.ns import qn

DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"


def opened(deck: bytes) -> Any:
    return Presentation(io.BytesIO(deck))


def titles(deck: bytes) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in opened(deck).slides]


def notes(deck: bytes) -> list[str]:
    return [slide.notes_slide.notes_text_frame.text for slide in opened(deck).slides]


def slide_of(deck: bytes, title: str) -> Any:
    """The slide whose title has these words in it."""
    [found] = [each for each in opened(deck).slides if title in each.shapes.title.text_frame.text]
    return found


def table_of(slide: Any) -> list[list[str]]:
    """The cells of the slide's table, the headings first."""
    [table] = [shape.table for shape in slide.shapes if shape.has_table]
    return [[cell.text_frame.text for cell in row.cells] for row in table.rows]


def chart_of(slide: Any) -> dict[str, list[Any]]:
    """The series of the slide's chart by name, categories under ''."""
    [chart] = [shape.chart for shape in slide.shapes if shape.has_chart]
    [plot] = chart.plots
    return {"": list(plot.categories)} | {each.name: list(each.values) for each in plot.series}


def workbook_of(slide: Any) -> list[list[object]]:
    """The rows of the workbook in the slide's chart."""
    [chart] = [shape.chart for shape in slide.shapes if shape.has_chart]
    [sheet] = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).worksheets
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def texts_of(slide: Any) -> str:
    """All there is to read on a slide outside tables and charts."""
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def collisions(deck: bytes) -> list[str]:
    """What lies over something else on its slide, or beyond the slide's edge."""
    whole, found = opened(deck), []
    for number, slide in enumerate(whole.slides, start=1):
        boxes = [(each.name, each.left, each.top, each.left + each.width, _bottom(each))
                 for each in slide.shapes]  # fmt: skip
        for at, (name, left, top, right, bottom) in enumerate(boxes):
            if min(left, top) < 0 or right > whole.slide_width or bottom > whole.slide_height:
                found.append(f"{number}: {name} beyond the edge")
            for other, left_, top_, right_, bottom_ in boxes[:at]:
                if left < right_ and left_ < right and top < bottom_ and top_ < bottom:
                    found.append(f"{number}: {name} over {other}")
    return found


def _bottom(shape: Any) -> int:
    """A table is as high as its rows."""
    height = sum(row.height for row in shape.table.rows) if shape.has_table else shape.height
    return int(shape.top + height)


def runs(deck: bytes) -> Iterator[tuple[str, Any]]:
    """Part and properties of every run of slides and notes, and of all text of charts."""
    with ZipFile(io.BytesIO(deck)) as parts:
        for name in parts.namelist():
            if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notesSlide")):
                for run in _iter(parts.read(name), "a:r", "a:fld"):
                    yield name, run.find(qn("a:rPr"))
            elif name.startswith("ppt/charts/chart"):
                for properties in _iter(parts.read(name), "a:defRPr", "a:rPr"):
                    yield name, properties


def _iter(xml: bytes, *tags: str) -> Iterator[Any]:
    yield from etree.fromstring(xml).iter(*(qn(tag) for tag in tags))
