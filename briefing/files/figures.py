"""A grid on a sheet of a workbook: typed figures, and formulas where a person would expect them."""

from dataclasses import replace
from datetime import date
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from briefing.chart import FONT, FORMATS, PAPER
from briefing.fit import ems
from briefing.grid import Column, Grid, Value, in_unit
from wording import Words
from wording.numbers import Number, exact

# Programs that lack it put a plain Chinese font in its place, by its family and character set.
LOOK: dict[str, Any] = {
    "font_name": FONT,
    "font_family": 2,
    "font_charset": 134,
    "font_size": 10,
}
OPTIONS = {
    "in_memory": True,
    "default_format_properties": LOOK,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_A4 = 9
_ONE_PAGE = 40  # rows that still read with a chart below them
_NARROWEST, WIDEST = 6, 48  # columns, in digits
_HEAD = 24  # a longer heading takes two lines
LONGEST = 32_767  # letters a cell takes
_SAME = 1e-12  # relative: how exact a formula has to be to stand for a value


def figures_sheet(
    book: Workbook, sheet: Worksheet, grid: Grid, t: Words, *, widest: float = WIDEST
) -> None:
    """Write a grid from the first cell on: its headings stay in sight and can be filtered by.

    Rates and totals are formulas where these give exactly the board's figure, else its value.
    `widest` is how many digits wide a column may become.
    """
    _Figures(book, sheet, grid, t, widest).write()


def for_paper(book: Workbook) -> None:
    """Let every sheet print across A4, as wide as a page; a short one with its chart on one page,
    which else might cut the chart."""
    for sheet in book.worksheets():
        sheet.set_landscape()
        sheet.set_paper(_A4)
        is_whole = sheet.charts and sheet.dim_rowmax < _ONE_PAGE
        sheet.fit_to_pages(1, 1 if is_whole else 0)


class _Figures:
    """One grid on its sheet."""

    def __init__(
        self, book: Workbook, sheet: Worksheet, grid: Grid, t: Words, widest: float
    ) -> None:
        self._book, self._sheet, self._grid, self._t = book, sheet, grid, t
        self._widest = widest

    def write(self) -> None:
        grid, sheet, last = self._grid, self._sheet, len(self._grid.rows)
        head = self._book.add_format(
            {**LOOK, "bold": True, "font_color": "white", "bg_color": f"#{PAPER['blue']}",
             "text_wrap": True, "align": "center", "valign": "vcenter"}
        )  # fmt: skip
        for place, column in enumerate(grid.columns):
            # Cells of a rate show their own per cent sign.
            text = column.label if column.kind == "percent" else column.head(self._t)
            sheet.write_string(0, place, text, head)
            sheet.set_column(place, place, self._width(place, text))
            looks, whole = self._formats(column), self._formats(replace(column, kind="count"))
            for row, values in enumerate(grid.rows, start=1):
                total, value = grid.total and row == last, values[place]
                counts = column.kind == "figure" and _is_whole(value)
                self._cell(row, place, value, (whole if counts else looks)[total], total)
        sheet.set_row(0, 32)
        sheet.freeze_panes(1, 0)
        if grid.columns:
            sheet.autofilter(0, 0, max(0, last - grid.total), len(grid.columns) - 1)
        sheet.repeat_rows(0)

    def _formats(self, column: Column) -> tuple[Format, Format]:
        """Of a row and of the total."""
        look = {**LOOK, "num_format": FORMATS[column.kind], "valign": "vcenter"}
        look |= {"indent": 1} if column.kind == "text" else {"align": "right"}
        total = {"bold": True, "top": 1, "top_color": f"#{PAPER['blue']}"}
        return self._book.add_format(look), self._book.add_format(look | total)

    def _cell(self, row: int, place: int, value: Value, look: Format, total: bool) -> None:
        if value is None:
            self._sheet.write_blank(row, place, None, look)
        elif isinstance(value, str):
            self._sheet.write_string(row, place, value[:LONGEST], look)
        elif isinstance(value, date):
            self._sheet.write_datetime(row, place, value, look)
        else:
            column = self._grid.columns[place]
            number = float(in_unit(value, column.kind, self._t))
            formula = self._ratio(row, column, number)
            if not formula and total and column.summed:
                formula = self._sum(row, place, value)
            if formula:
                self._sheet.write_formula(row, place, formula, look, number)
            else:
                self._sheet.write_number(row, place, number, look)

    def _ratio(self, row: int, column: Column, number: float) -> str:
        """Numerator by denominator; nothing where that is not the number."""
        if column.ratio is None:
            return ""
        parts = [self._number(row - 1, place) for place in column.ratio]
        if None in parts or not parts[1]:
            return ""
        above, below = (float(part) for part in parts if part is not None)
        if abs(above / below - number) > _SAME * max(1.0, abs(number)):
            return ""
        return "={}/{}".format(*(xl_rowcol_to_cell(row, place) for place in column.ratio))

    def _sum(self, row: int, place: int, value: Number) -> str:
        """The rows above added up; nothing where that is not the value."""
        kept = [each[place] for each in self._grid.rows[:-1]]
        numbers = [each for each in kept if each is not None and not isinstance(each, str | date)]
        if not numbers or sum(map(exact, numbers)) != exact(value):
            return ""
        return f"=SUM({xl_rowcol_to_cell(1, place)}:{xl_rowcol_to_cell(row - 1, place)})"

    def _number(self, index: int, place: int) -> Number | None:
        value = self._grid.rows[index][place]
        if value is None or isinstance(value, str | date):
            return None
        return in_unit(value, self._grid.columns[place].kind, self._t)

    def _width(self, place: int, head: str) -> float:
        """As wide as the longest cell, or the heading with its filter's arrow."""
        printed = (row[place] for row in self._grid.printed(self._t))
        wide = 2 * ems(head) + 4
        longest = max([wide if wide <= _HEAD else wide * 0.6, *(2 * ems(x) + 3 for x in printed)])
        return min(self._widest, max(_NARROWEST, longest))


def _is_whole(value: Value) -> bool:
    return not isinstance(value, str | date) and value is not None and exact(value) % 1 == 0
