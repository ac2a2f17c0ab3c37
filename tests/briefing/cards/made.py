"""What is asked of every card: its chart, its files, and that it speaks the reader's language."""

import re
from collections.abc import Iterable

from briefing.chart import Chart
from briefing.export import Export
from briefing.files.csv import csv_file
from briefing.files.slide import pptx_file
from briefing.files.xlsx import xlsx_file
from wording import Words


def drawn(export: Export) -> Chart:
    """The card's chart, which has to be there."""
    assert export.chart
    return export.chart


def is_written(export: Export, t: Words) -> bool:
    """Whether it becomes a file of each kind."""
    begins = {csv_file: b"\xef\xbb\xbf", xlsx_file: b"PK", pptx_file: b"PK"}
    return all(write(export, t).startswith(first) for write, first in begins.items())


def chinese(texts: Iterable[str]) -> set[str]:
    """Those of the texts with Chinese letters in them."""
    return {text for text in texts if re.search("[一-鿿]", text)}
