"""The notice as a Word document: its text, its annexes, and where its figures come from."""

from pathlib import Path

from briefing.notice.model import Notice, Style
from briefing.notice.said import text
from briefing.template import FOLDER
from briefing.word import names
from briefing.word.annexes import annexes
from briefing.word.paragraphs import tied
from briefing.word.template import Template
from briefing.word.xml import Element
from wording import Words

_BODY: dict[Style, str] = {
    "body": names.BODY,
    "heading1": names.HEADING_1,
    "heading2": names.HEADING_2,
}


def notice_template(file: Path | None, t: Words) -> Template:
    """A template to write a notice into (None: the project's own).

    `TemplateError` where it lacks what a notice needs.
    """
    file = file or FOLDER / names.file_of(names.NOTICE, t)
    return Template(file, t, styles=names.NOTICE_STYLES, blocks=names.NOTICE_BLOCKS)


def docx_file(notice: Notice, t: Words, template: Path | None) -> bytes:
    """The notice as a .docx file, written into a template (None: the project's own).

    `TemplateError` where the template lacks what a notice needs.
    """
    made = notice_template(template, t)
    listed, annexed = annexes(notice, made, t)
    made.fill(
        {
            "标题": notice.title,
            "主送": notice.addressee,
            "落款": notice.issuer,
            "日期": t.date(notice.dated),
            "月份": t.month(notice.period),
        },
        {
            "正文": _body(notice, made, t),
            "附件说明": listed,
            "附件": annexed,
            "出处": [made.line(names.NOTE, notice.provenance.in_one(t))],
        },
    )
    made.describe(notice.title, notice.issuer, notice.dated)
    return made.saved()


def _body(notice: Notice, made: Template, t: Words) -> list[Element]:
    said = [each for each in notice.paragraphs(t) if each.style in _BODY]
    body = [made.line(_BODY[each.style], text(each.line)) for each in said]
    # Whoever signs does not stand on a page without text.
    return [*body[:-1], *map(tied, body[-1:])]
