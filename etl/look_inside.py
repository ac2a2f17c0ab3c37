"""What must be looked at in an .xlsx file before a library may open it."""

import io
import re
import zipfile
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from itertools import pairwise

from etl.spelling import column_at, column_letter
from etl.unreadable import Unreadable
from etl.workbook_xml import cells

LARGEST_UNPACKED = 1 << 29
# A column costs as much as so many cells.
COST_OF_COLUMN = 1_000
# Cells of the rectangles from A1 to the farthest filled cells, for all of which the library makes
# room: one stray cell far down takes more memory than there is. As many as a sheet of .xls has.
LARGEST_RECTANGLES = 1 << 24
CHUNK = 1 << 20
DAMAGE = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)
_LONGEST_TAG = 256
_ROW_TAG = b'<row r="'
_ROW = re.compile(_ROW_TAG + rb'(\d{1,7})"')
_CELL = re.compile(rb' r="([A-Z]+)(\d+)"')
# A formula without a result, of which the library makes a blank, as it does of an error.
_WITHOUT_RESULT = (b"</f></c>", b"/></c>", b"</f><v></v>", b"</f><v/>", b"</f><v />")
_HEAD = 4096  # bytes of a part in which its first tag is


def look_inside(content: bytes) -> bool:
    """Unpack every part once, counting, and look for what would not fit into memory; whether there
    are cells that a library would show as blanks. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return _look_inside(packed)
    except DAMAGE as error:
        raise Unreadable("truncated") from error


def _look_inside(packed: zipfile.ZipFile) -> bool:
    parts = packed.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("password")
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise Unreadable("too_large")
    if "xl/workbook.xml" not in packed.namelist():
        raise Unreadable("not_a_table")
    is_odd, room = False, LARGEST_RECTANGLES
    for part in parts:
        extent, before = _Extent(room), b""
        # A part that holds more than it says ends at what it says, and its checksum is wrong.
        for chunk in _chunks(packed, part):
            if not before and not _is_sheet(chunk):
                continue
            piece = before + chunk
            extent.look(piece)
            is_odd = is_odd or extent.is_unusual or _is_odd(piece)
            before = chunk[-_LONGEST_TAG:]
        room -= _cells(packed, part, room) if extent.is_unusual else extent.cells
    return is_odd


def _cells(packed: zipfile.ZipFile, part: zipfile.ZipInfo, room: int) -> int:
    """What the rectangle of a sheet's filled cells costs, however they are written; raises
    Unreadable."""
    width = height = 0
    with packed.open(part) as unpacked:
        for cell in cells(unpacked):
            if cell.value is None and cell.formula is None:
                continue
            width, height = max(width, cell.column + 1), max(height, cell.row)
            if width * (height + COST_OF_COLUMN) > room:
                raise Unreadable("stray_cell", cell=f"{column_letter(cell.column)}{cell.row}")
    return width * (height + COST_OF_COLUMN)


def _chunks(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with packed.open(part) as unpacked:
        while chunk := unpacked.read(CHUNK):
            yield chunk


def _is_sheet(xml: bytes) -> bool:
    """Whether a part that begins so is a worksheet, whatever it is called."""
    return b"worksheet" in xml or xml.startswith((b"<\0", b"\0<", BOM_UTF16_LE, BOM_UTF16_BE))


def _is_odd(xml: bytes) -> bool:
    if b't="e"' in xml or (b"'" in xml and b"t='e'" in xml):
        return True
    # The cheapest question first.
    return b"f" in xml and any(each in xml for each in _WITHOUT_RESULT)


class _Extent:
    """The rectangle of a sheet's filled cells, as far as it has been looked at."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._width = self._height = self._row = 0
        self._told = _wider_or_unusual("")
        self.is_unusual = False  # tags are not written as spreadsheets write them

    @property
    def cells(self) -> int:
        """What it costs in cells."""
        return self._width * (self._height + COST_OF_COLUMN)

    def look(self, xml: bytes) -> None:
        """Look at the next piece, which begins with the end of the last one; raises Unreadable."""
        self.is_unusual |= b"\0" in xml or b":worksheet" in xml[:_HEAD] or not self._in_order(xml)
        if self.is_unusual:
            return
        if last := _CELL.match(xml, xml.rfind(b' r="', 0, max(xml.rfind(b"</c>"), 0))):
            self._height = max(self._height, int(last[2]))
            self._bound(last[1] + last[2])
        at, end = 0, xml.rfind(b">") + 1  # a tag that is cut comes again in the next piece
        while told := self._told.search(xml, at, end):
            if told[1] is None:
                self.is_unusual = True
                return
            self._width = column_at(told[1].decode()) + 1
            self._height = max(self._height, int(told[2]))
            self._told = _wider_or_unusual(told[1].decode())
            self._bound(told[1] + told[2])
            at = told.start()

    def _in_order(self, xml: bytes) -> bool:
        """Whether rows go on from where they were: then the last cell is the lowest. Of a large
        part the first and the last row of each piece tell."""
        if len(xml) < CHUNK:
            numbers = [int(number) for number in _ROW.findall(xml)]
        else:
            ends = (xml.find(_ROW_TAG), xml.rfind(_ROW_TAG))
            numbers = [int(found[1]) for at in ends if (found := _ROW.match(xml, at))]
        if not numbers:
            return True
        before, self._row = self._row, numbers[-1]
        return numbers[0] + _LONGEST_TAG > before and all(a <= b for a, b in pairwise(numbers))

    def _bound(self, cell: bytes) -> None:
        if self.cells > self._room:
            raise Unreadable("stray_cell", cell=cell.decode())


def _wider_or_unusual(letters: str) -> re.Pattern[bytes]:
    """Matches a filled cell in a column right of this one, or a cell without an address, or not
    with it first."""
    columns = [f"{letters[:at]}[{chr(ord(each) + 1)}-Z]" + "[A-Z]" * (len(letters) - at - 1)
               for at, each in enumerate(letters) if each != "Z"]  # fmt: skip
    columns += ["[A-Z]" * more for more in range(len(letters) + 1, 4)]
    wider = rf' r="({"|".join(columns)})(\d+)"[^>]*(?<!/)>'
    return re.compile(rf'<c(?:{wider}|(?![A-Za-z])(?! r="[A-Z]))'.encode())
