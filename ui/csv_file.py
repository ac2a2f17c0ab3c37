"""Tables as a file that Excel and WPS open right."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_file(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with BOM; a cell that begins like a formula is text, a negative number is a number."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(heads)
    for line in lines:
        writer.writerow([_inert(cell) for cell in line])
    return text.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    harmless = len(cell) < 2 or _NUMBER.fullmatch(cell) or not cell.startswith(_FORMULA)
    return cell if harmless else f"'{cell}"
