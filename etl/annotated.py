"""The file given back as a workbook: each cell with a problem is coloured and says what to do, and
a sheet lists all of them. Mended and sent again it is read like any other file."""

import io
import logging
import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, count
from typing import Any

from etl.bilingual import Lang
from etl.examined import Examined
from etl.original import clean_columns
from etl.problems import Problem
from etl.read import ZIP
from etl.recognised import AMOUNTS
from etl.sheet import Cells
from etl.spelling import sheet_title

SHEET = {"zh": "问题清单", "en": "Problems"}  # never taken for the table
HEADINGS = {
    "zh": ("单元格", "级别", "列", "内容", "问题和改法"),
    "en": ("Cell", "Severity", "Column", "Content", "What is wrong and how to mend it"),
}
SEVERITY = {
    "zh": {"error": "错误", "warning": "警告"},
    "en": {"error": "error", "warning": "warning"},
}
COLOURS = {"error": "FFC7CE", "warning": "FFEB9C"}  # those of a spreadsheet's own bad and neutral
GENERAL, PERCENT = "General", "0.00%"
WIDTHS = (10, 10, 24, 24, 90)
MOST_ROWS = 20_000  # of a workbook that is marked in place; larger ones take minutes
MOST_NOTES = 5_000  # notes on cells; colours have no limit
_FIGURE = re.compile(r"-?\d{1,15}(\.\d+)?")

# How openpyxl refuses looks that are no standard's.
REFUSES = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, SyntaxError)
log = logging.getLogger("xianjie")

Marks = dict[tuple[int, int], list[Problem]]  # (row from 1, column from 0) → what is wrong there


def annotated(found: Examined, lang: Lang, *, personal: bool) -> bytes:
    """An examined file as an .xlsx with its problems marked.

    `personal` keeps the columns of persons, for who sent them; without, the workbook may be written
    to disk. A workbook keeps its looks and its other sheets where it is given back whole."""
    assert found.recognised
    marks: Marks = defaultdict(list)
    for each in found.problems:
        if each.row is not None:
            marks[each.row, each.at or 0].append(each)
    in_place = found.file.content.startswith(ZIP) and found.recognised.sheet.height <= MOST_ROWS
    if in_place and personal:
        try:
            return _marked(found, marks, lang)
        except REFUSES as error:
            log.info("a workbook is not marked in place: %s", type(error).__name__)
    return _rewritten(found, marks, lang, personal)


def _worst(problems: Iterable[Problem]) -> str:
    return "error" if any(each.severity == "error" for each in problems) else "warning"


def _note(problems: list[Problem], lang: Lang) -> str:
    return "\n".join(each.sentence(lang) for each in problems)


def _listed(found: Examined, lang: Lang) -> Iterable[tuple[str, ...]]:
    for each in found.problems:
        severity = SEVERITY[lang][each.severity]
        yield (
            each.cell or "",
            severity,
            each.header or "",
            each.value or "",
            each.sentence(lang),
        )


def _listing_name(lang: Lang, taken: Iterable[str]) -> str:
    """What the sheet of problems is called beside other sheets."""
    others = {name.lower() for name in taken}
    names = chain([SHEET[lang]], (f"{SHEET[lang]} {number}" for number in count(2)))
    return next(name for name in names if name.lower() not in others)


def _address(sheet: str, cell: str) -> str:
    """A cell of a sheet as links name it."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cell}"


def _sheet_name(found: Examined) -> str:
    assert found.recognised
    return found.recognised.sheet.name or found.recognised.contract.name.zh


def _marked(found: Examined, marks: Marks, lang: Lang) -> bytes:
    """The workbook as it came, with colours, notes and the list."""
    from openpyxl import load_workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill

    book = load_workbook(io.BytesIO(found.file.content))
    page = book[_sheet_name(found)]
    fills = {name: PatternFill("solid", fgColor=colour) for name, colour in COLOURS.items()}
    corners = {
        (row, at): (merged.min_row, merged.min_col)
        for merged in page.merged_cells.ranges
        for row, at in merged.cells
    }
    for number, ((row, at), problems) in enumerate(marks.items()):
        cell: Any = page.cell(*corners.get((row, at + 1), (row, at + 1)))
        cell.fill = fills[_worst(problems)]
        if number < MOST_NOTES:
            was = f"{cell.comment.text}\n" if cell.comment else ""
            cell.comment = Comment(was + _note(problems, lang), "", width=360, height=120)
    for other in book.worksheets:
        if tuple(cell.value for cell in other[1]) in HEADINGS.values():  # of an earlier time
            book.remove(other)
    listing = book.create_sheet(_listing_name(lang, book.sheetnames))
    listing.append(HEADINGS[lang])
    for row, words in enumerate(_listed(found, lang), start=2):
        for at, word in enumerate(words, start=1):
            cell = listing.cell(row, at, word)
            cell.data_type = "s"  # what looks like a formula is none
            cell.alignment = Alignment(wrap_text=at == len(words), vertical="top")
        if words[0]:
            cell = listing.cell(row, 1)
            cell.hyperlink = f"#{_address(page.title, words[0])}"
            cell.font = Font(color="0B5A7E", underline="single")
    for letter, width in zip("ABCDE", WIDTHS, strict=True):
        listing.column_dimensions[letter].width = width
        listing[f"{letter}1"].font = Font(bold=True)
    listing.freeze_panes = "A2"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _rewritten(found: Examined, marks: Marks, lang: Lang, personal: bool) -> bytes:
    """The table alone as a new workbook, every cell where it was."""
    import xlsxwriter  # slow to import

    assert found.recognised and found.rows
    sheet = found.recognised.sheet
    columns = sheet.columns if personal else clean_columns(found.recognised, found.rows.table)
    kinds = {at: found.recognised.contract.columns[slot.column].type
             for slot, at in found.recognised.columns.items()}  # fmt: skip
    percents = found.recognised.percents.items()
    fractions = {found.recognised.columns[slot] for slot, each in percents if each is False}
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        name = sheet_title(_sheet_name(found))
        page = book.add_worksheet(name)
        looks = {
            (severity, form): book.add_format({**fill, "num_format": form})
            for severity, fill in (
                ("", {}),
                *((each, {"bg_color": f"#{colour}"}) for each, colour in COLOURS.items()),
            )
            for form in (GENERAL, PERCENT)
        }
        bold = book.add_format({"bold": True})
        head = book.add_format({"bold": True, "bottom": 1})
        for at, cells in enumerate(columns):
            form = PERCENT if at in fractions else GENERAL
            own = {severity: look for (severity, kind), look in looks.items() if kind == form}
            _write_column(page, at, cells, kinds.get(at, ""), marks, own)
        page.set_row(found.recognised.header_row - 1, None, head)
        for (row, at), problems in list(marks.items())[:MOST_NOTES]:
            size = {"x_scale": 2.5, "y_scale": 1.5}
            page.write_comment(row - 1, at, _note(problems, lang), size)
        listing = book.add_worksheet(_listing_name(lang, [name]))
        for at, width in enumerate(WIDTHS):
            listing.set_column(at, at, width)
        listing.write_row(0, 0, HEADINGS[lang], bold)
        for row, words in enumerate(_listed(found, lang), start=1):
            listing.write_row(row, 1, words[1:])
            if words[0]:
                listing.write_url(row, 0, f"internal:{_address(name, words[0])}", string=words[0])
        listing.freeze_panes(1, 0)
    return file.getvalue()


def _write_column(
    page: Any,
    at: int,
    cells: Cells,
    kind: str,
    marks: Marks,
    looks: dict[str, Any],  # by severity of the worst problem, '' for none
) -> None:
    """Amounts as numbers, everything else as the text it is: a number would lose its digits."""
    words = cells.words
    for row, code in enumerate(cells.codes):
        word = words[code]
        problems = marks.get((row + 1, at))
        form = looks[_worst(problems) if problems else ""]
        if kind in AMOUNTS and _FIGURE.fullmatch(word):
            page.write_number(row, at, float(word), form)
        elif word:
            page.write_string(row, at, word, form)
        elif problems:
            page.write_blank(row, at, None, form)
