"""How a template looks: its font, its one blue, and how wide its columns have to be."""

import math
import textwrap
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from etl.spelling import display_width
from etl.template.fields import Field

# Windows, Excel for Mac and WPS have it; by its family and its Chinese character set, programs
# that lack it put a plain Chinese font of their own in its place.
FONT = {"font_name": "Microsoft YaHei", "font_family": 2, "font_charset": 134, "font_size": 10}
BLUE, PALE, PALER = "#0B5A7E", "#E3EEF3", "#F4F8FA"
EDGE, GREY, AMBER = "#B9CDD8", "#5F6B72", "#FFF3D1"
PAPER_A4 = 9
LINE = 16  # points, of text in this font
# As text: identifiers keep their digits and 202304 does not become a day of the year 2453.
AS_TEXT = ("text", "identifier", "unit", "month")
NUMBER_FORMATS = {  # "_ " keeps figures off the edge
    "money": "#,##0.00####_ ",
    "number": "#,##0.00_ ",
    "count": "#,##0_ ",
    "percent": "0.00%_ ",  # 36.12 typed into such a cell is 36.12 %
    "year": "0",
    "date": "yyyy-mm-dd",
    **dict.fromkeys(AS_TEXT, "@"),
}
WIDTHS = {
    "identifier": 20,
    "money": 13,
    "number": 12,
    "count": 9,
    "percent": 11,
    "year": 9,
    "date": 12,
    "month": 12,
}


class Looks:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.title = self._made(font_size=16, bold=True, font_color=BLUE)
        self.label = self._made(font_color=GREY)
        self.label_right = self._made(font_color=GREY, align="right", indent=1)
        self.hint = self._made(font_color=GREY, indent=1)
        self.month = self._made(
            bold=True, num_format="@", align="center", border=1, border_color=BLUE
        )
        self.mark = self._made(font_size=8, bold=True, font_color=BLUE, align="center")
        head = {"bold": True, "align": "center", "text_wrap": True, "border": 1}
        self.required = self._made(**head, bg_color=BLUE, font_color="white", border_color="white")
        self.optional = self._made(**head, bg_color=PALE, font_color=BLUE, border_color="white")
        self.sentence = self._made(text_wrap=True)
        # For conditional formats: what is not named is left as the cell has it.
        self.begun = book.add_format({"border": 1, "border_color": EDGE})
        self.wanted = book.add_format({"border": 1, "border_color": EDGE, "bg_color": AMBER})
        self.hidden = book.add_format({"font_color": "white"})

    def _made(self, **properties: Any) -> Format:
        return self._book.add_format({**FONT, "valign": "vcenter", **properties})

    def cell(self, field: Field, *, edged: bool = False) -> Format:
        """Cells to fill in; without edges, so that blank rows are not printed."""
        properties: dict[str, Any] = {
            "num_format": NUMBER_FORMATS.get(field.column.type, "General")
        }
        properties["text_wrap"] = field.column.type == "text"
        properties["shrink"] = bool(field.choices)
        if field.choices or field.column.type in ("year", "date", "month"):
            properties["align"] = "center"
        else:
            properties |= {"indent": 1} if field.column.type in AS_TEXT else {"align": "right"}
        if edged:
            properties |= {"border": 1, "border_color": EDGE, "bg_color": PALER}
        return self._made(**properties)

    def entry(self, *, centred: bool = False, strong: bool = False) -> Format:
        """Cells of the table of notes."""
        properties: dict[str, Any] = {"border": 1, "border_color": EDGE, "text_wrap": True}
        properties |= {"align": "center"} if centred else {"indent": 1}
        if strong:
            properties |= {"bold": True, "font_color": BLUE, "bg_color": PALER}
        return self._made(**properties, font_size=9)


def on_paper(sheet: Worksheet, header: int) -> None:
    """A4 across, as wide as the sheet, the header's row (from 0) on every page."""
    sheet.set_landscape()
    sheet.set_paper(PAPER_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.repeat_rows(header)
    sheet.set_footer("&C&9&P / &N")


def column_width(field: Field) -> int:
    """Wide enough for what belongs in the column, and for its heading on three lines."""
    if field.slot.code:
        inside = 7
    elif field.choices:
        inside = min(max(map(display_width, field.choices)) + 4, 28)  # and the arrow of the list
    elif field.column.type == "text":
        inside = min(max(display_width(str(field.example or "")) + 4, 11), 26)
    else:
        inside = WIDTHS.get(field.column.type, 12)
    return max(inside, *(display_width(word) + 3 for word in _pieces(field.heading)))


def heading_lines(field: Field, width: int) -> int:
    """How many lines a heading takes in its column."""
    return lines(field.heading, width - 2)


def lines(text: str, width: int) -> int:
    """How many lines a text takes at a width in Latin letters; Chinese breaks anywhere."""
    if len(text) == display_width(text):
        return max(1, len(textwrap.wrap(text, width)))
    return max(1, math.ceil(display_width(text) * 1.04 / width))


def _pieces(heading: str) -> list[str]:
    """What of a heading must stay on one line: words, or a third of it in Chinese."""
    if len(heading) == display_width(heading):
        return heading.split()
    return [heading[: math.ceil(len(heading) / 3)]]
