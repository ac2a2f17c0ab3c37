"""Files are the same bytes when the same is in them: the only clock is that of their issue."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_PROPERTIES = "docProps/core.xml"
_WRITTEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def steady(content: bytes, made: datetime) -> bytes:
    """The same zip or Office file, with `made` (local time) as the time of writing of all in it:
    members, properties, and the workbooks of charts."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(file, "w", ZIP_DEFLATED) as kept:
        for each in given.infolist():
            member = ZipInfo(each.filename, made.timetuple()[:6])
            member.compress_type = ZIP_DEFLATED
            kept.writestr(member, _steady(each.filename, given.read(each), made))
    return file.getvalue()


def _steady(name: str, content: bytes, made: datetime) -> bytes:
    if name == _PROPERTIES:
        return _WRITTEN.sub(rb"\g<1>" + f"{made:%Y-%m-%dT%H:%M:%SZ}".encode(), content)
    return steady(content, made) if name.endswith((".docx", ".xlsx")) else content
