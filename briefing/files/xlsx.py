"""A card as a workbook: typed figures, a chart that Excel draws, and where they come from."""

import io
from datetime import date
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from briefing.chart import FORMATS, PAPER
from briefing.export import Export
from briefing.files.xlsx_chart import chart_sheet, name_fonts
from briefing.fit import ems
from briefing.grid import Column, Grid, Value, in_unit
from wording import Words
from wording.numbers import Number, exact

# Programs that lack it put a plain Chinese font in its place, by its family and character set.
FONT: dict[str, Any] = {
    "font_name": "Microsoft YaHei",
    "font_family": 2,
    "font_charset": 134,
    "font_size": 10,
}
_OPTIONS = {
    "in_memory": True,
    "default_format_properties": FONT,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_A4 = 9
_NARROWEST, _WIDEST = 6, 48  # columns, in digits
_HEAD = 24  # a longer heading takes two lines
_LONGEST = 32_767  # letters a cell takes
_SAME = 1e-12  # relative: how exact a formula has to be to stand for a value


def xlsx_file(export: Export, t: Words) -> bytes:
    """The figures on the first sheet, the chart with its numbers on the next, then what is said of
    them. Rates and totals are formulas where these give exactly the board's figure."""
    content = io.BytesIO()
    with Workbook(content, _OPTIONS) as book:
        book.set_properties({"title": export.title, "author": ""})
        _Figures(book, book.add_worksheet(t("数据")), export.grid, t).write()
        if export.chart:
            chart_sheet(book, book.add_worksheet(t("图表")), export.chart, export.title, t)
        _about(book, book.add_worksheet(t("说明")), export, t)
        for sheet in book.worksheets():
            sheet.set_landscape()
            sheet.set_paper(_A4)
            sheet.fit_to_pages(1, 0)
    return name_fonts(content.getvalue(), FONT["font_name"]) if export.chart else content.getvalue()


class _Figures:
    """The sheet of the grid: headings in the first row, which stays in sight."""

    def __init__(self, book: Workbook, sheet: Worksheet, grid: Grid, t: Words) -> None:
        self._book, self._sheet, self._grid, self._t = book, sheet, grid, t

    def write(self) -> None:
        grid, sheet, last = self._grid, self._sheet, len(self._grid.rows)
        head = self._book.add_format(
            {**FONT, "bold": True, "font_color": "white", "bg_color": f"#{PAPER['blue']}",
             "text_wrap": True, "align": "center", "valign": "vcenter"}
        )  # fmt: skip
        for place, column in enumerate(grid.columns):
            # Cells of a rate show their own per cent sign.
            text = column.label if column.kind == "percent" else column.head(self._t)
            sheet.write_string(0, place, text, head)
            sheet.set_column(place, place, self._width(place, text))
            plain, strong = self._formats(column)
            for row, values in enumerate(grid.rows, start=1):
                total = grid.total and row == last
                self._cell(row, place, values[place], strong if total else plain, total)
        sheet.set_row(0, 32)
        sheet.freeze_panes(1, 0)
        if grid.columns:
            sheet.autofilter(0, 0, max(0, last - grid.total), len(grid.columns) - 1)
        sheet.repeat_rows(0)

    def _formats(self, column: Column) -> tuple[Format, Format]:
        """Of a row and of the total."""
        look = {**FONT, "num_format": FORMATS[column.kind], "valign": "vcenter"}
        look |= {"indent": 1} if column.kind == "text" else {"align": "right"}
        total = {"bold": True, "top": 1, "top_color": f"#{PAPER['blue']}"}
        return self._book.add_format(look), self._book.add_format(look | total)

    def _cell(self, row: int, place: int, value: Value, look: Format, total: bool) -> None:
        if value is None:
            self._sheet.write_blank(row, place, None, look)
        elif isinstance(value, str):
            self._sheet.write_string(row, place, value[:_LONGEST], look)
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
        return min(_WIDEST, max(_NARROWEST, longest))


def _about(book: Workbook, sheet: Worksheet, export: Export, t: Words) -> None:
    label = book.add_format({**FONT, "bold": True, "valign": "top"})
    said = book.add_format({**FONT, "text_wrap": True, "valign": "top"})
    lines = [(t("一句话"), export.title), (t("说明"), export.sentence), *export.provenance.lines]
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    for row, (name, text) in enumerate(each for each in lines if each[1]):
        sheet.write_string(row, 0, name, label)
        sheet.write_string(row, 1, text[:_LONGEST], said)
        sheet.set_row(row, 16 * max(1, -(-int(2 * ems(text)) // 88)))
