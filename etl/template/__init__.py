"""Workbooks to fill in: the header of a dataset with drop-downs and notes, a worked row, notes.

What is in them comes from the contract, so that a template never asks for what the loader does not
take. The sheet that is filled in is the first one; the loader leaves the worked row's sheet out.
"""

import io
from datetime import datetime

from xlsxwriter.workbook import Workbook

from etl.bilingual import Lang
from etl.contract import Contract, contracts
from etl.reference import Reference
from etl.template.fields import fields
from etl.template.looks import FONT
from etl.template.sheets import Sheets
from etl.template.words import words

LONG_AGO = datetime(1980, 1, 1)  # as the creation date, for the same bytes every time
EXAMPLE_PERIOD = "2023-04"  # that the examples of the contracts are of


def template(dataset: str, lang: Lang, reference: Reference, period: str | None = None) -> bytes:
    """The workbook (.xlsx) for a dataset, with the units of a home; the month YYYY-MM is filled
    in where it is given. The same arguments make the same bytes."""
    contract = contracts()[dataset]
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True, "default_format_properties": dict(FONT)}) as book:
        name = contract.name.of(lang)
        book.set_properties({"title": name, "author": "", "created": LONG_AGO})
        title = _title(contract, lang, reference)
        sheets = Sheets(book, contract, lang, fields(contract, lang, reference), title)
        sheets.to_fill_in(period)
        sheets.worked_row(EXAMPLE_PERIOD)
        sheets.notes()
        sheets.lists()
    return content.getvalue()


def _title(contract: Contract, lang: Lang, reference: Reference) -> str:
    settings, name = reference.settings, contract.name.of(lang)
    city = settings.city if lang == "zh" else settings.city_en or settings.city
    return words(lang)["title"].format(city=city, name=name) if city else name
