"""Documents opened by another program than the one that wrote them."""

import re
from pathlib import Path

from tools.libreoffice import pdf

_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


def pages(document: bytes, name: str, folder: Path) -> int:
    """On how many pages LibreOffice prints a document; `name` says by its ending what it is."""
    file = folder / name
    file.write_bytes(document)
    return len(_PAGE.findall(pdf(file, folder).read_bytes()))
