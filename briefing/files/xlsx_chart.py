"""A chart on a sheet of its own, beside the numbers it is drawn from."""

import io
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from briefing.chart import FORMATS, PAPER, Chart, Form, Series
from briefing.fit import ems
from briefing.grid import in_unit
from briefing.line_ends import HEIGHT, LEFT, end, width
from briefing.native import set_font
from wording import Words

_TYPES: dict[Form, dict[str, str]] = {
    "bars": {"type": "bar"},
    "columns": {"type": "column"},
    "stacked": {"type": "bar", "subtype": "stacked"},
    "lines": {"type": "line"},
}
_WIDTH, _HEIGHT, _BAR = 900, 440, 24  # pixels; bars of many units make a chart higher
_BELOW_TITLE = 0.14  # of a chart's height, where its lines begin
_TEXT = {"color": f"#{PAPER['ink']}", "size": 10}


def chart_sheet(book: Workbook, sheet: Worksheet, chart: Chart, title: str, t: Words) -> None:
    """Categories and series from the first row on; the chart, titled, at their right."""
    head = book.add_format({"bold": True})
    number = book.add_format({"num_format": FORMATS[chart.kind]})
    if chart.unit:
        sheet.write_string(0, 0, chart.unit, head)
    sheet.set_column(0, 0, max([10, *(2 * ems(each) + 2 for each in chart.categories)]))
    for row, category in enumerate(chart.categories, start=1):
        sheet.write_string(row, 0, category)
    for place, series in enumerate(chart.series, start=1):
        sheet.write_string(0, place, series.name, head)
        sheet.set_column(place, place, max(10, 2 * ems(series.name) + 2))
        for row, value in enumerate(series.values, start=1):
            if value is not None:
                sheet.write_number(row, place, float(in_unit(value, chart.kind, t)), number)
    if chart.categories:
        sheet.insert_chart(0, len(chart.series) + 2, drawn(book, sheet, chart, title))


def drawn(
    book: Workbook, sheet: Worksheet, chart: Chart, title: str, *, names: int = 0, values: int = 1
) -> Any:
    """A chart of numbers that stand on the sheet from its second row on, under their headings: its
    categories in the column `names`, its series from the column `values` on."""
    made = book.add_chart(_TYPES[chart.form])
    last = len(chart.categories)
    for place, series in enumerate(chart.series, start=values):
        made.add_series(
            {
                "name": [sheet.name, 0, place],
                "categories": [sheet.name, 1, names, last, names],
                "values": [sheet.name, 1, place, last, place],
                **_look(chart, series),
            }
        )
    made.set_title({"name": title, "name_font": {**_TEXT, "bold": True, "size": 13}})
    made.set_legend({"position": "bottom", "font": _TEXT} if chart.has_legend else {"none": True})
    if chart.named_at_ends:
        made.set_plotarea({"layout": _room(chart)})
    across, up = _categories(chart), _values(chart)
    made.set_x_axis(up if chart.runs_down else across)
    made.set_y_axis(across if chart.runs_down else up)
    height = max(_HEIGHT, 120 + _BAR * last * (len(chart.series) if chart.form == "bars" else 1))
    made.set_size({"width": _WIDTH, "height": height if chart.runs_down else _HEIGHT})
    made.show_blanks_as("gap")
    return made


def name_fonts(workbook: bytes, font: str) -> bytes:
    """The workbook with the font of its charts named for Chinese letters, too, which XlsxWriter
    leaves to the reader's program."""
    result = io.BytesIO()
    with ZipFile(io.BytesIO(workbook)) as given, ZipFile(result, "w", ZIP_DEFLATED) as made:
        for entry in given.infolist():
            content = given.read(entry)
            if entry.filename.startswith("xl/charts/chart"):
                space = etree.fromstring(content)
                set_font(space, font)
                content = etree.tostring(
                    space, xml_declaration=True, encoding="UTF-8", standalone=True
                )
            made.writestr(entry, content)
    return result.getvalue()


def _look(chart: Chart, series: Series) -> dict[str, Any]:
    colour = f"#{PAPER[series.colour]}"
    labels = {"value": True, "num_format": FORMATS[chart.kind], "font": _TEXT}
    if chart.form == "lines":
        mark = {"type": "circle", "size": 6, "fill": {"color": colour}, "border": {"color": colour}}
        line = {"line": {"color": colour, "width": 2.25}, "marker": mark}
        if chart.named_at_ends:
            return line | {"data_labels": _name(series)}
        if chart.has_values:
            return line | {"data_labels": {**labels, "position": "above"}}
        return line
    bars: dict[str, Any] = {"fill": {"color": colour}, "gap": 45, "invert_if_negative": False}
    if series.lights:
        bars["points"] = [{"fill": {"color": f"#{PAPER[light]}"}} for light in series.lights]
    if chart.form == "stacked":
        bars["overlap"] = 100
    if chart.has_values:
        bars["data_labels"] = {**labels, "position": "outside_end"}
    return bars


def _room(chart: Chart) -> dict[str, float]:
    """Where the lines are drawn: below the title, left of their names."""
    height = HEIGHT - _BELOW_TITLE
    return {"x": LEFT, "y": _BELOW_TITLE, "width": width(chart), "height": height}


def _name(series: Series) -> dict[str, Any]:
    """The line's name at its last value, and nothing at the others."""
    last = end(series)
    custom = [None if place == last else {"delete": True} for place in range(len(series.values))]
    font = {**_TEXT, "bold": series.colour == "blue"}
    return {"series_name": True, "position": "right", "font": font, "custom": custom}


def _categories(chart: Chart) -> dict[str, Any]:
    return {
        "reverse": chart.runs_down,
        "num_font": _TEXT,
        "label_position": "next_to" if chart.kind == "rank" else "low",
        "line": {"color": f"#{PAPER['grey']}"},
    }


def _values(chart: Chart) -> dict[str, Any]:
    least, most = chart.scale
    axis: dict[str, Any] = {
        "visible": chart.has_scale,
        "num_format": chart.scale_format,
        "num_font": _TEXT,
        "line": {"none": True},
        "min": least,
        "max": most,
        "major_gridlines": {
            "visible": chart.has_scale,
            "line": {"color": f"#{PAPER['line']}"},
        },
    }
    if chart.unit:
        axis |= {"name": chart.unit, "name_font": {**_TEXT, "bold": False}}
    if chart.kind == "rank":  # the first is on top
        axis |= {"reverse": True, "crossing": "max", "major_unit": 1}
    return axis
