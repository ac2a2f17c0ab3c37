"""A card as a workbook: typed figures, a chart that Excel draws, and where they come from."""

import io

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from briefing.chart import FONT
from briefing.export import Export
from briefing.files.figures import LONGEST, LOOK, OPTIONS, figures_sheet, for_paper
from briefing.files.xlsx_chart import chart_sheet, name_fonts
from briefing.fit import ems
from wording import Words


def xlsx_file(export: Export, t: Words) -> bytes:
    """The figures on the first sheet, the chart with its numbers on the next, then what is said of
    them. Rates and totals are formulas where these give exactly the board's figure."""
    content = io.BytesIO()
    with Workbook(content, OPTIONS) as book:
        book.set_properties({"title": export.title, "author": ""})
        figures_sheet(book, book.add_worksheet(t("数据")), export.grid, t)
        if export.chart:
            chart_sheet(book, book.add_worksheet(t("图表")), export.chart, export.title, t)
        _about(book, book.add_worksheet(t("说明")), export, t)
        for_paper(book)
    return name_fonts(content.getvalue(), FONT) if export.chart else content.getvalue()


def _about(book: Workbook, sheet: Worksheet, export: Export, t: Words) -> None:
    label = book.add_format({**LOOK, "bold": True, "valign": "top"})
    said = book.add_format({**LOOK, "text_wrap": True, "valign": "top"})
    lines = [(t("一句话"), export.title), (t("说明"), export.sentence), *export.provenance.lines]
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    for row, (name, text) in enumerate(each for each in lines if each[1]):
        sheet.write_string(row, 0, name, label)
        sheet.write_string(row, 1, text[:LONGEST], said)
        sheet.set_row(row, 16 * max(1, -(-int(2 * ems(text)) // 88)))
