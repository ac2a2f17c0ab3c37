"""The annex as a workbook: a sheet of contents with links, then a sheet each."""

import io
from collections.abc import Sequence
from datetime import datetime

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from board.store import Board
from briefing.annex.model import Sheet, sheet_names
from briefing.annex.sheets import indicator_sheets, warning_sheets
from briefing.asked import Asked
from briefing.chart import FONT, PAPER
from briefing.files.figures import LONGEST, LOOK, OPTIONS, figures_sheet, for_paper
from briefing.files.xlsx_chart import drawn, name_fonts
from briefing.grid import Column, grid
from briefing.provenance import Provenance, provenance
from wording import Words

WIDEST = 90  # digits: the sentence about a suspected problem is read on one line


def annex_file(board: Board, period: str, level: str, t: Words, *, made: datetime) -> bytes:
    """The month's annex (.xlsx): contents, every indicator's ranking with live totals and rates,
    and every suspected problem by kind. `made` is local time."""
    asked = Asked(board, period, level, t)
    sheets = [*indicator_sheets(asked, made), *warning_sheets(asked)]
    source = provenance(board, period, t, made=made, level=level)
    title = t("{city}{month}附表", city=board.publication.city(t), month=t.month(period))
    contents, *names = sheet_names([t("目录"), *(each.name for each in sheets)])
    content = io.BytesIO()
    with Workbook(content, OPTIONS) as book:
        book.set_properties({"title": title, "author": "", "created": made})
        first = book.add_worksheet(contents)
        _contents(book, first, title, [*zip(names, sheets, strict=True)], source, t)
        for name, each in zip(names, sheets, strict=True):
            _sheet(book, book.add_worksheet(name), each, contents, t)
        for_paper(book)
    return name_fonts(content.getvalue(), FONT)


def _contents(
    book: Workbook,
    sheet: Worksheet,
    title: str,
    found: Sequence[tuple[str, Sheet]],
    source: Provenance,
    t: Words,
) -> None:
    columns = (Column(t("工作表")), Column(t("内容")), Column(t("行数"), "count"))
    rows = [(name, each.message, len(each.grid.rows)) for name, each in found]
    figures_sheet(book, sheet, grid(columns, rows), t, widest=WIDEST)
    link = book.add_format({**LOOK, "font_color": f"#{PAPER['blue']}", "underline": 1, "indent": 1})
    for row, (name, _) in enumerate(found, start=1):
        sheet.write_url(row, 0, _inside(name), link, string=name)
    _below(book, sheet, len(rows) + 2, [title, *(_labelled(each, t) for each in source.lines)])


def _sheet(book: Workbook, sheet: Worksheet, each: Sheet, contents: str, t: Words) -> None:
    sheet.set_tab_color(f"#{PAPER[each.colour]}")
    figures_sheet(book, sheet, each.grid, t, widest=WIDEST)
    row = len(each.grid.rows) + 2
    _below(book, sheet, row, [each.message, *each.said])
    row += len(each.said) + 1
    link = book.add_format({**LOOK, "font_color": f"#{PAPER['blue']}", "underline": 1})
    sheet.write_url(row, 0, _inside(contents), link, string=t("返回目录"))
    if each.chart:
        made = drawn(book, sheet, each.chart, each.message, names=each.names, values=each.values)
        # Below the table, where it prints on the same page.
        sheet.insert_chart(row + 2, 0, made, {"description": each.message})


def _below(book: Workbook, sheet: Worksheet, row: int, lines: Sequence[str]) -> None:
    """What is said under a table, the first line of it strong; it runs over the empty cells."""
    strong, plain = (book.add_format({**LOOK, "bold": bold}) for bold in (True, False))
    look: list[Format] = [strong, *[plain] * (len(lines) - 1)]
    for place, (said, how) in enumerate(zip(lines, look, strict=True)):
        sheet.write_string(row + place, 0, said[:LONGEST], how)


def _labelled(pair: tuple[str, str], t: Words) -> str:
    label, said = pair
    return t("{label}：{value}", label=label, value=said)


def _inside(name: str) -> str:
    """The address of a sheet in the same workbook; an apostrophe in its name is doubled."""
    quoted = name.replace("'", "''")
    return f"internal:'{quoted}'!A1"
