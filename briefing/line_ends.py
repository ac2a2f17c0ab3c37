"""Lines of many units: each is named where it ends, since no legend tells a dozen of them apart."""

from typing import Any

from lxml import etree
from pptx.chart.chart import Chart as Drawn
from pptx.enum.chart import XL_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.util import Pt

from briefing.chart import Chart, Series
from briefing.fit import ems

_LETTER = 0.015  # of the chart's width, a Chinese letter of a label
# Where the lines are drawn, as parts of the chart: the rest is for the axes.
LEFT, TOP, HEIGHT = 0.06, 0.04, 0.84


def width(chart: Chart) -> float:
    """What part of the chart's width its lines may take, so that their names have room."""
    longest = max((ems(series.name) for series in chart.series), default=0.0)
    return 1 - LEFT - min(0.4, 0.03 + _LETTER * longest)


def end(series: Series) -> int | None:
    """The place of the last value; None for a series without any."""
    known = [place for place, value in enumerate(series.values) if value is not None]
    return known[-1] if known else None


def name_ends(drawn: Drawn, chart: Chart, size: float) -> None:
    """Write each line's name right of its last value; `size` in points."""
    for plotted, series in zip(drawn.plots[0].series, chart.series, strict=True):
        place = end(series)
        if place is not None:
            _name(plotted.points[place].data_label, size, strong=series.colour == "blue")
    _leave_room(drawn, width(chart))


def _name(label: Any, size: float, *, strong: bool) -> None:
    label.font.size, label.font.bold = Pt(size), strong
    label.position = XL_LABEL_POSITION.RIGHT
    shown = label._dLbl
    shown.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("wrap", "none")
    shown.find(qn("c:showVal")).set("val", "0")
    shown.find(qn("c:showSerName")).set("val", "1")


def _leave_room(drawn: Drawn, wide: float) -> None:
    area = drawn._chartSpace.find(f"{qn('c:chart')}/{qn('c:plotArea')}")
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    layout = etree.Element(qn("c:layout"))
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    for name, value in (
        ("layoutTarget", "inner"), ("xMode", "edge"), ("yMode", "edge"),
        ("x", LEFT), ("y", TOP), ("w", wide), ("h", HEIGHT),
    ):  # fmt: skip
        etree.SubElement(manual, qn(f"c:{name}"), val=str(value))
    area.insert(0, layout)
