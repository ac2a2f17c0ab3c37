"""The notice as a Word document: its text, its annexes, and where its figures come from."""

from pathlib import Path

from briefing.notice.model import Notice, Style
from briefing.notice.said import text
from briefing.word import names
from briefing.word.annexes import annexes
from briefing.word.paragraphs import paragraph
from briefing.word.template import Template, shipped
from briefing.word.title import broken
from briefing.word.xml import Element
from wording import Words

_BODY: dict[Style, str] = {
    "body": names.BODY,
    "heading1": names.HEADING_1,
    "heading2": names.HEADING_2,
}


def docx_file(notice: Notice, t: Words, template: Path | None) -> bytes:
    """The notice as a .docx file, written into a template (None: the project's own).

    `TemplateError` where the template lacks what a notice needs.
    """
    made = Template(
        template or shipped("notice", t), t, styles=names.NOTICE_STYLES, blocks=names.NOTICE_BLOCKS
    )
    listed, annexed = annexes(notice, made, t)
    texts = {
        "标题": broken(notice.title, made.room[0] / made.look(names.TITLE).size),
        "主送": notice.addressee,
        "落款": notice.issuer,
        "日期": t.date(notice.dated),
        "月份": t.month(notice.period),
    }
    blocks = {
        "正文": _body(notice, made, t),
        "附件说明": listed,
        "附件": annexed,
        "出处": [
            paragraph(t("{label}：{value}", label=label, value=said), made.look(names.NOTE))
            for label, said in notice.provenance.lines
        ],
    }
    made.fill(texts, blocks)
    made.describe(notice.title, notice.issuer, notice.dated)
    return made.saved()


def _body(notice: Notice, made: Template, t: Words) -> list[Element]:
    return [
        paragraph(text(each.line), made.look(_BODY[each.style]))
        for each in notice.paragraphs(t)
        if each.style in _BODY
    ]
