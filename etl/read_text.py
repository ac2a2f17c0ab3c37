"""Text files to a sheet: encodings, separators, quotes, rows of any length."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv

from etl.sheet import Cells, Sheet
from etl.unreadable import Unreadable

BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
SEPARATORS = ",;\t"
ROWS_TO_TELL = 30  # by which the separator is told: titles, a header of several levels, some data
HEAD = 1 << 18  # bytes that are looked at first; a file no longer than that is read without Arrow
BLOCK = 1 << 22  # bytes of a large file that are read in one go; no row is longer
WITHIN_NUMBERS = re.compile(r"(?<=[0-9]),(?=[0-9])")
NO_TABLE = re.compile(r"<[!?a-z]|{\\rtf|%pdf", re.IGNORECASE)


def text_sheet(content: bytes) -> Sheet:
    """The table of a text file; raises Unreadable."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            text = content[len(mark) :] if encoding == "utf-8-sig" else _recoded(content, encoding)
            break
    else:
        encoding, text = "utf-8", content
    try:
        return _sheet(text, encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise Unreadable("encoding") from error
    # After UTF-8, since almost any bytes are GB18030.
    return _sheet(_recoded(content, "gb18030"), "gb18030")


def _recoded(content: bytes, encoding: str) -> bytes:
    try:
        return content.decode(encoding).encode()
    except UnicodeDecodeError as error:
        raise Unreadable("encoding") from error


def _sheet(text: bytes, encoding: str) -> Sheet:
    """The table of a text said to be UTF-8; UnicodeDecodeError where it is not."""
    if b"\0" in text:
        raise Unreadable("nul_bytes")
    head = text[:HEAD].decode() if len(text) <= HEAD else text[:HEAD].decode(errors="ignore")
    if not head.strip() and (len(text) <= HEAD or not text.strip()):
        raise Unreadable("empty_file")
    if NO_TABLE.match(head.lstrip()):
        raise Unreadable("html")
    if len(text) > HEAD and len(head.splitlines()) < 2:
        raise Unreadable("long_line")
    try:
        separator = _separator(head)
        if len(text) <= HEAD:
            rows = _rows(text, separator)
            if text.count(b'"') % 2 and _is_cut(text, separator):
                raise Unreadable("truncated")
            return Sheet.of(rows, encoding=encoding)
        return _large_sheet(text, separator, encoding)
    except csv.Error as error:
        raise Unreadable("bad_csv") from error


def _separator(head: str) -> str:
    """The mark that cuts the first rows into the most cells alike. A comma between digits may be
    that of thousands and says nothing."""
    head = WITHIN_NUMBERS.sub("", head)

    def cells_alike(mark: str) -> int:
        rows = islice(csv.reader(io.StringIO(head, newline=""), delimiter=mark), ROWS_TO_TELL)
        widths = Counter(map(len, rows))
        return max((width - 1) * times for width, times in widths.items())

    return max(SEPARATORS, key=cells_alike)


def _lines(text: bytes) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(text), encoding="utf-8", newline="")


def _rows(text: bytes, separator: str) -> list[list[str]]:
    return list(csv.reader(_lines(text), delimiter=separator))


def _is_cut(text: bytes, separator: str) -> bool:
    """Whether the text ends inside a quoted cell; a quote that stands alone within a cell is no
    more than that."""
    try:
        for _ in csv.reader(_lines(text), delimiter=separator, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


def _large_sheet(text: bytes, separator: str, encoding: str) -> Sheet:
    """What _rows would give, read by Arrow. It takes rows of one length; the others are named to it
    and put back at their places."""
    if b"\r" in text and b"\r\n" not in text:  # how old Macintoshes end lines
        text = text.replace(b"\r", b"\n")
    head = _rows(text[:HEAD].rpartition(b"\n")[0], separator)
    widths = Counter(len(row) for row in head if row) or Counter([1])
    [(width, _)] = widths.most_common(1)
    regular = [row for row in head if len(row) == width]
    repeats = [2 * len(set(column)) < len(column) for column in zip(*regular, strict=True)]
    table, ragged = _arrow_rows(text, separator, repeats, threads=True)
    if ragged:
        # Only one thread knows where a row stands.
        table, ragged = _arrow_rows(text, separator, repeats, threads=False)
    if b'"' in text and text.count(b'"') % 2 and _is_cut(text, separator):
        raise Unreadable("truncated")
    loose = table.columns[::-1]
    del table  # each column's memory is free once it is held
    columns = [_cells(loose.pop()) for _ in range(len(loose))]
    if ragged:
        odd = {number - 1: _rows(row.encode(), separator)[0] for number, row in ragged}
        columns = _put_back(columns, odd)
    return Sheet(tuple(columns), len(columns[0]), encoding=encoding)


def _arrow_rows(
    text: bytes, separator: str, repeats: Iterable[bool], *, threads: bool
) -> tuple[Any, list[tuple[int, str]]]:
    """(table, rows of another length with their numbers); the columns that repeat themselves by
    dictionary, which is faster and smaller."""
    by_dictionary = pa.dictionary(pa.int32(), pa.string())
    types = {str(at): by_dictionary if each else pa.string() for at, each in enumerate(repeats)}
    ragged: list[tuple[int, str]] = []

    def skip(row: Any) -> str:
        ragged.append((row.number, row.text))
        return "skip"

    try:
        table = pyarrow.csv.read_csv(
            pa.py_buffer(text),
            pyarrow.csv.ReadOptions(
                column_names=list(types), use_threads=threads, block_size=BLOCK
            ),
            pyarrow.csv.ParseOptions(
                delimiter=separator,
                newlines_in_values=b'"' in text,
                ignore_empty_lines=False,
                invalid_row_handler=skip,
            ),
            pyarrow.csv.ConvertOptions(column_types=types),
        )
    except pa.ArrowInvalid as error:
        if "UTF8" in str(error):
            raise UnicodeDecodeError("utf-8", b"", 0, 0, "in a large file") from error
        raise Unreadable("long_line") from error
    return table, ragged


def _cells(column: Any) -> Cells:
    if pa.types.is_dictionary(column.type):
        coded = column.unify_dictionaries().combine_chunks()
        return Cells(coded.dictionary, coded.indices.to_numpy())
    return Cells.each(column.combine_chunks())


def _put_back(columns: list[Cells], odd: dict[int, list[str]]) -> list[Cells]:
    """The columns with rows of other lengths in their places, and as many as the longest needs."""
    regular = len(columns[0])
    width = max(len(columns), *map(len, odd.values()))
    blank = Cells(pa.array([""]), np.zeros(regular, np.int32))
    columns = [*columns, *[blank] * (width - len(columns))]
    is_odd = np.zeros(regular + len(odd), np.bool_)
    is_odd[list(odd)] = True
    filled = [row + [""] * (width - len(row)) for row in odd.values()]
    woven = []
    for cells, own in zip(columns, zip(*filled, strict=True), strict=True):
        codes = np.empty(len(is_odd), np.int32)
        codes[~is_odd] = cells.codes
        codes[is_odd] = np.arange(len(cells.texts), len(cells.texts) + len(odd))
        woven.append(Cells(pa.concat_arrays([cells.texts, pa.array(own, pa.string())]), codes))
    return woven
