"""Tables as a file that Excel and WPS open right."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from briefing.export import Export
from wording import Words

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_file(export: Export, t: Words) -> bytes:
    """The grid from the first line on, then a blank line, the message, and where it comes from.

    What is said of the table stands below it: whoever reads the file with a program finds the
    headings first, as everywhere, and stops at the blank line.
    """
    grid = export.grid
    said = [(export.title, ""), *([(export.sentence, "")] if export.sentence else [])]
    foot = [(), *said, *export.provenance.lines]
    return csv_text(grid.heads(t), [*grid.plain(t), *foot])


def csv_text(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with BOM; a cell that begins like a formula is text, a negative number is a number."""
    text = io.StringIO()
    writer = csv.writer(text)
    for line in (heads, *lines):
        writer.writerow([inert(cell) for cell in line])
    return text.getvalue().encode("utf-8-sig")


def inert(cell: str) -> str:
    """The cell as a spreadsheet shows it: what begins like a formula gets an apostrophe."""
    harmless = len(cell) < 2 or _NUMBER.fullmatch(cell) or not cell.startswith(_FORMULA)
    return cell if harmless else f"'{cell}"
