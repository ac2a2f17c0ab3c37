"""A reminder slip as a Word document, and all slips of a month in one file."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from briefing.export import file_stem
from briefing.notice.model import numbered
from briefing.slips.model import Slip
from briefing.template import FOLDER
from briefing.word import names
from briefing.word.paragraphs import tied
from briefing.word.table import table
from briefing.word.template import Template
from briefing.word.xml import Element
from wording import Words


def slip_template(file: Path | None, t: Words) -> Template:
    """A template to write a slip into (None: the project's own).

    `TemplateError` where it lacks what a slip needs.
    """
    file = file or FOLDER / names.file_of(names.SLIP, t)
    return Template(file, t, styles=names.SLIP_STYLES, blocks=names.SLIP_BLOCKS)


def slip_docx(slip: Slip, t: Words, template: Path | None) -> bytes:
    """The slip as a .docx file, written into a template (None: the project's own).

    `TemplateError` where the template lacks what a slip needs.
    """
    made = slip_template(template, t)
    made.fill(
        {
            "标题": slip.title,
            "主送": slip.addressee,
            "落款": slip.issuer,
            "日期": t.date(slip.dated),
            "月份": t.month(slip.period),
        },
        {"正文": _body(slip, made, t), "出处": [made.line(names.NOTE, slip.provenance.in_one(t))]},
    )
    made.describe(slip.title, slip.issuer, slip.dated)
    return made.saved()


def slips_zip(slips: Sequence[Slip], t: Words, template: Path | None) -> bytes:
    """Every slip as a .docx file of its own, numbered in their order, in one .zip file."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for number, slip in enumerate(slips, 1):
            name = file_stem(f"{number:02d} {slip.title}")
            day = (slip.dated.year, slip.dated.month, slip.dated.day, 0, 0, 0)
            file.writestr(ZipInfo(f"{name}.docx", day), slip_docx(slip, t, template), ZIP_DEFLATED)
    return packed.getvalue()


def _body(slip: Slip, made: Template, t: Words) -> list[Element]:
    said = [made.line(names.BODY, slip.opening)]
    for number, part in enumerate(slip.parts):
        said.append(made.line(names.HEADING_1, numbered(number, part.heading, t)))
        said.extend(made.line(names.BODY, line) for line in part.lines)
        if part.grid:
            said += [table(part.grid, made, t, noted=True), made.line(names.NOTE, part.note)]
    return [*said, tied(made.line(names.BODY, slip.closing))]
