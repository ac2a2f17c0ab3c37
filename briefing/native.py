"""Charts that PowerPoint, Word and WPS draw themselves: a part with its workbook, no picture."""

from typing import Any

from lxml import etree
from pptx.chart.chart import Chart as Drawn
from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_AXIS_CROSSES,
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from briefing.chart import FORMATS, PAPER, Chart, Form, Series
from briefing.grid import in_unit
from briefing.line_ends import name_ends
from wording import Words

TYPES: dict[Form, XL_CHART_TYPE] = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked": XL_CHART_TYPE.BAR_STACKED,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
}


def chart_data(chart: Chart, t: Words) -> CategoryChartData:
    """The numbers of a chart in the units its axis names, for its embedded workbook."""
    data = CategoryChartData(number_format=FORMATS[chart.kind])
    data.categories = list(chart.categories)
    for series in chart.series:
        values = [None if v is None else float(in_unit(v, chart.kind, t)) for v in series.values]
        data.add_series(series.name, values)
    return data


def dress(drawn: Drawn, chart: Chart, *, font: str, size: float) -> None:
    """Give a drawn chart the board's colours, its labels and one font, Chinese letters included.

    `size` is that of its text in points.
    """
    drawn.has_title = False
    drawn.font.size = Pt(size)
    drawn.font.color.rgb = _rgb(PAPER["ink"])
    drawn.has_legend = chart.has_legend
    if drawn.has_legend:
        drawn.legend.position = XL_LEGEND_POSITION.BOTTOM
        drawn.legend.include_in_layout = False
    _frame(drawn)
    _axes(drawn, chart)
    for plotted, series in zip(drawn.plots[0].series, chart.series, strict=True):
        _colour(plotted, chart.form, series)
    if chart.named_at_ends:
        name_ends(drawn, chart, size)
    plot = drawn.plots[0]
    if chart.form != "lines":
        plot.gap_width = 45
    if chart.form == "stacked":
        plot.overlap = 100
    if chart.has_values:
        plot.has_data_labels = True
        labels = plot.data_labels
        labels.number_format, labels.number_format_is_linked = FORMATS[chart.kind], False
        labels.show_value = True
        labels.font.size = Pt(size)
        # A label at the edge of the chart is else cut into two lines by some programs.
        labels._element.txPr.find(qn("a:bodyPr")).set("wrap", "none")
        above = chart.form == "lines"
        labels.position = XL_LABEL_POSITION.ABOVE if above else XL_LABEL_POSITION.OUTSIDE_END
    set_font(drawn._chartSpace, font)


def set_font(element: etree._Element, font: str) -> None:
    """Name one font for Latin and for East-Asian letters wherever the XML below sets text."""
    for name in ("a:rPr", "a:defRPr", "a:endParaRPr"):
        for properties in element.iter(qn(name)):
            for kind in ("a:latin", "a:ea", "a:cs"):
                for old in properties.findall(qn(kind)):
                    properties.remove(old)
            # The schema wants fonts after fill and effects, before links.
            after = [c for c in properties if c.tag in (qn("a:hlinkClick"), qn("a:hlinkMouseOver"))]
            place = list(properties).index(after[0]) if after else len(properties)
            for offset, kind in enumerate(("a:latin", "a:ea", "a:cs")):
                child = etree.Element(qn(kind))
                child.set("typeface", font)
                properties.insert(place + offset, child)


def chart_parts(
    chart: Chart, t: Words, *, font: str, size: float, workbook: str
) -> tuple[bytes, bytes]:
    """The chart's own XML and its workbook, for a document that embeds them itself.

    `workbook` is the id of the relation by which the XML will find the workbook.
    """
    data = chart_data(chart, t)
    space = parse_xml(ChartXmlWriter(TYPES[chart.form], data).xml.encode("utf-8"))
    dress(Drawn(space, None), chart, font=font, size=size)
    link = etree.SubElement(space, qn("c:externalData"))
    link.set(qn("r:id"), workbook)
    etree.SubElement(link, qn("c:autoUpdate")).set("val", "0")
    xml = etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)
    return xml, CategoryWorkbookWriter(data).xlsx_blob


def _frame(drawn: Drawn) -> None:
    """No fill, line or round corner around it: Word draws all three where nothing is said."""
    space = drawn._chartSpace
    corners = etree.Element(qn("c:roundedCorners"), val="0")
    space.find(qn("c:chart")).addprevious(corners)
    around = etree.Element(qn("c:spPr"))
    etree.SubElement(around, qn("a:noFill"))
    etree.SubElement(etree.SubElement(around, qn("a:ln")), qn("a:noFill"))
    space.find(qn("c:chart")).addnext(around)


def _axes(drawn: Drawn, chart: Chart) -> None:
    categories, values = drawn.category_axis, drawn.value_axis
    if chart.runs_down:
        categories.reverse_order = True
        _below_the_last(values)
        _name_every(categories)
    categories.has_major_gridlines = False
    categories.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    categories.format.line.color.rgb = _rgb(PAPER["grey"])
    values.major_gridlines.format.line.color.rgb = _rgb(PAPER["line"])
    values.format.line.fill.background()
    values.has_major_gridlines = values.visible = chart.has_scale
    values.tick_labels.number_format = chart.scale_format
    values.tick_labels.number_format_is_linked = False
    values.minimum_scale, values.maximum_scale = chart.scale
    if chart.kind == "rank":
        _first_on_top(drawn)


def _below_the_last(values: Any) -> None:
    """Keep the axis of the values at the foot of bars that run down from the first."""
    # What an axis of python-pptx calls its crosses is where the other one crosses it.
    values._element._remove_crosses()
    values._element._add_crosses(val=XL_AXIS_CROSSES.MAXIMUM)


def _name_every(categories: Any) -> None:
    """No bar goes without its name, which some programs else leave out where it is crowded."""
    after = categories._element.find(qn("c:noMultiLvlLbl"))
    skip = etree.Element(qn("c:tickLblSkip"), val="1")
    if after is None:
        categories._element.append(skip)
    else:
        after.addprevious(skip)


def _first_on_top(drawn: Drawn) -> None:
    """Ranks from the first at the top to the last at the bottom, above the months."""
    values = drawn.value_axis
    values.reverse_order, values.major_unit = True, 1
    values.crosses = XL_AXIS_CROSSES.MAXIMUM
    drawn.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.NEXT_TO_AXIS


def _colour(plotted: Any, form: Form, series: Series) -> None:
    colour = _rgb(PAPER[series.colour])
    if form == "lines":
        plotted.smooth = False
        plotted.format.line.color.rgb = colour
        plotted.format.line.width = Pt(2.25)
        plotted.marker.style = XL_MARKER_STYLE.CIRCLE
        plotted.marker.format.fill.solid()
        plotted.marker.format.fill.fore_color.rgb = colour
        plotted.marker.format.line.color.rgb = colour
        return
    plotted.invert_if_negative = False
    plotted.format.fill.solid()
    plotted.format.fill.fore_color.rgb = colour
    for place, light in enumerate(series.lights):
        if light != series.colour:
            fill = plotted.points[place].format.fill
            fill.solid()
            fill.fore_color.rgb = _rgb(PAPER[light])


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour))
