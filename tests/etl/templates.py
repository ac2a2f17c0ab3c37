"""Templates for tests: made by the command line, opened, and filled in as a clerk would."""

import io
import re
from functools import cache

import pytest
from openpyxl import load_workbook

from etl.reference import Reference, Unit
from etl.settings import Settings
from etl.template import template

EXAMPLE = {"zh": "填写示例", "en": "Example"}
NAMES = {
    ("funds", "zh"): "衔接资金台账", ("funds", "en"): "Fund ledger",
    ("projects", "zh"): "项目台账", ("projects", "en"): "Project ledger",
    ("households", "zh"): "监测对象台账", ("households", "en"): "Household ledger",
    ("reports", "zh"): "县区进度月报", ("reports", "en"): "Monthly unit report",
    ("benchmarks", "zh"): "省级基准", ("benchmarks", "en"): "Provincial benchmarks",
}  # fmt: skip
every = pytest.mark.parametrize(("dataset", "lang"), NAMES)


def made(home, dataset, lang, *more):
    """The template that the command writes, opened."""
    path = home.path.parent / "表.xlsx"
    assert NAMES[dataset, lang] in home.run("template", dataset, path, "--lang", lang, *more)
    return load_workbook(path)


@cache
def opened(dataset, lang):
    """A template to be looked at only."""
    names = ("甲县", "Jia"), ("乙县", "Yi")
    units = tuple(
        Unit(f"99010{at}", name, name, (), name_en, None, False, True, None, None, None, at)
        for at, (name, name_en) in enumerate(names)
    )
    reference = Reference(units, (), Settings(city="云川市"))
    return load_workbook(io.BytesIO(template(dataset, lang, reference)))


def as_bytes(book, lang):
    """The workbook as it is sent, without the worked row's sheet."""
    del book[EXAMPLE[lang]]
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def filled(book, lang):
    """The worked row's values typed into the first sheet."""
    for cell in book[EXAMPLE[lang]][5]:
        if cell.value is not None:
            book.worksheets[0].cell(5, cell.column).value = cell.value
    return as_bytes(book, lang)


def headings(sheet):
    return {cell.value: cell.column_letter for cell in sheet[4] if cell.value}


def checks(sheet):
    """Column letter → validation of its cells to fill in."""
    found = {}
    for each in sheet.data_validations.dataValidation:
        for cells in str(each.sqref).split():
            letter, row = re.match(r"([A-Z]+)(\d+)", cells).groups()
            if row == "5":
                found[letter] = each
    return found


def choices(book, validation):
    """What a drop-down offers."""
    name, cells = validation.formula1.rsplit("!", 1)
    return [cell.value for (cell,) in book[name.strip("'")][cells.replace("$", "")]]
