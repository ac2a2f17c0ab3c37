"""Charts in a Word document: the chart's own part with its workbook, in a line of its own."""

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.shared import Pt

from briefing.chart import Chart
from briefing.native import chart_parts
from briefing.word import names
from briefing.word.paragraphs import tied
from briefing.word.template import Template
from briefing.word.xml import Element, element
from briefing.writable import writable
from wording import Words

_DRAWING = (
    '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
    '<wp:docPr id="{number}" name="" descr=""/><wp:cNvGraphicFramePr/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
)
_BAR, _AROUND, _STANDING = 13.0, 30.0, 200.0  # points: one bar, axis and legend, other charts
_MOST = 0.66  # of the page, below the headings of its annex
_LARGEST, _SMALLEST = 9.0, 5.5  # points of text
_NUMBERED = 9000  # drawings of a template have ids of their own


def drawing(chart: Chart, title: str, made: Template, t: Words, *, followed: bool) -> Element:
    """A paragraph with the chart, as wide as the page; `followed` by what belongs to it.

    It is as high as its bars ask, up to the page; past that bars and text are smaller. `title` is
    what is read out to those who do not see it.
    """
    look, room, wished = made.look(names.FIGURE), made.room, _height(chart)
    height = min(wished, room[1] * _MOST)
    size = max(_SMALLEST, _LARGEST * min(1.0, height / wished * 1.4))
    relation, number = _embedded(made.document, chart, look.font, size, t)
    drawn = parse_xml(
        _DRAWING.format(
            width=Pt(room[0]), height=Pt(height), number=_NUMBERED + number, relation=relation
        )
    )
    said = drawn.find(".//{*}docPr")
    said.set("name", writable(title))
    said.set("descr", writable(title))
    layout = element("w:pPr", element("w:pStyle", val=look.style))
    line = element("w:p", layout, element("w:r", look.run(), drawn))
    return tied(line) if followed else line


def _embedded(
    document: Document, chart: Chart, font: str, size: float, t: Words
) -> tuple[str, int]:
    """The relation to a new chart of the document, and the chart's number."""
    package = document.part.package
    name = package.next_partname("/word/charts/chart%d.xml")
    book = package.next_partname("/word/embeddings/Microsoft_Excel_Sheet%d.xlsx")
    drawn = Part(name, CT.DML_CHART, None, package)
    workbook = Part(book, CT.SML_SHEET, None, package)
    found = drawn.relate_to(workbook, RT.PACKAGE)
    drawn._blob, workbook._blob = chart_parts(chart, t, font=font, size=size, workbook=found)
    return document.part.relate_to(drawn, RT.CHART), PackURI(name).idx or 0


def _height(chart: Chart) -> float:
    if chart.form not in ("bars", "stacked"):
        return _STANDING
    thick = len(chart.series) if chart.form == "bars" else 1
    return _AROUND + _BAR * len(chart.categories) * (1 + (thick - 1) * 0.7)
