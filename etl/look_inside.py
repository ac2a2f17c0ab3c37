"""What must be looked at in an .xlsx file before a library may open it."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from etl.spelling import column_at
from etl.unreadable import Unreadable

LARGEST_UNPACKED = 1 << 29
# Cells of the rectangles from A1 to the farthest filled cells, for all of which the library makes
# room: one stray cell far down takes more memory than there is. As many as a sheet of .xls has.
LARGEST_RECTANGLES = 1 << 24
CHUNK = 1 << 20
_LONGEST_TAG = 256
_CELL = re.compile(rb' r="([A-Z]+)(\d+)"')
# A formula without a result, of which the library makes a blank, as it does of an error (t="e").
# Where tags have prefixes it is taken for such.
_WITHOUT_RESULT = (b"</f></c>", b"/></c>", b"</f><v></v>", b"</f><v/>", b"</f><v />")


def look_inside(content: bytes) -> bool:
    """Unpack every part once, counting, and look for what would not fit into memory; whether there
    are cells that a library would show as blanks. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return _look_inside(packed)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
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
        before, extent = b"", _Extent(room)
        # A part that holds more than it says ends at what it says, and its checksum is wrong.
        for chunk in _chunks(packed, part):
            if part.filename.startswith("xl/worksheets/"):
                piece = before + chunk
                extent.look(piece)
                is_odd = is_odd or _is_odd(piece)
                before = chunk[-_LONGEST_TAG:]
        room -= extent.cells
    return is_odd


def _chunks(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with packed.open(part) as unpacked:
        while chunk := unpacked.read(CHUNK):
            yield chunk


def _is_odd(xml: bytes) -> bool:
    if b' t="e"' in xml:
        return True
    if b"f" not in xml:  # the cheapest question of all
        return False
    return b":f>" in xml or any(each in xml for each in _WITHOUT_RESULT)


class _Extent:
    """The rectangle of a sheet's filled cells, as far as it has been looked at."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._width = self._height = 0
        self._wider = _filled_beyond("")

    @property
    def cells(self) -> int:
        """How many cells it has."""
        return self._width * self._height

    def look(self, xml: bytes) -> None:
        """Look at the next piece, in which rows come in order; raises Unreadable."""
        end = max(xml.rfind(b"</c>"), xml.rfind(b":c>"))
        if last := _CELL.match(xml, xml.rfind(b' r="', 0, max(end, 0))):
            self._height = max(self._height, int(last[2]))
            self._bound(last[0])
        at = 0
        while wider := self._wider.search(xml, at):
            letters = wider[1].decode()
            self._width, self._wider = column_at(letters) + 1, _filled_beyond(letters)
            self._bound(wider[0])
            at = wider.start()

    def _bound(self, cell: bytes) -> None:
        if self.cells > self._room:
            raise Unreadable("stray_cell", cell=cell.split(b'"')[1].decode())


def _filled_beyond(letters: str) -> re.Pattern[bytes]:
    """Matches a filled cell in a column right of this one."""
    columns = [f"{letters[:at]}[{chr(ord(each) + 1)}-Z]" + "[A-Z]" * (len(letters) - at - 1)
               for at, each in enumerate(letters) if each != "Z"]  # fmt: skip
    columns += ["[A-Z]" * more for more in range(len(letters) + 1, 4)]
    return re.compile(rf' r="({"|".join(columns)})\d+"[^>]*[^/]>'.encode())
