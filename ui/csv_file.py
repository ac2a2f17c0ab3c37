"""Tables as a file that Excel and WPS open right."""

import csv
import io
from collections.abc import Iterable, Sequence


def csv_file(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with BOM; a cell that begins like a formula is text."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(heads)
    for line in lines:
        writer.writerow(["'" + cell if cell[:1] in "=+-@" and cell[1:] else cell for cell in line])
    return text.getvalue().encode("utf-8-sig")
