"""What follows the text: the annexes, a list of them, and the tables and charts in them."""

from collections.abc import Sequence

from briefing.notice.model import Drawing, Notice, Table
from briefing.word import names
from briefing.word.chart import drawing
from briefing.word.table import table
from briefing.word.template import Template
from briefing.word.xml import Element
from wording import Words


def annexes(notice: Notice, made: Template, t: Words) -> tuple[list[Element], list[Element]]:
    """The list of annexes below the text, and the annexes: one of tables, one of charts."""
    there = [
        (t("有关指标情况表"), _tables(notice.tables, made, t)),
        (t("有关指标情况图"), _drawings(notice.drawings, made, t)),
    ]
    there = [(title, content) for title, content in there if content]
    listed, annexed = [], []
    for number, (title, content) in enumerate(there, 1):
        name = t("附件{number}", number=number) if len(there) > 1 else t("附件")
        listed.append(made.line(names.ANNEX_LIST, _listed(title, number, len(there), t)))
        annexed.append(made.line(names.ANNEX, name))
        annexed.append(made.heading(names.ANNEX_TITLE, title))
        annexed.extend(content)
    return listed, annexed


def _listed(title: str, number: int, of: int, t: Words) -> str:
    if of == 1:
        return t("附件：{title}", title=title)
    if number == 1:
        return t("附件：1.{title}", title=title)
    return t("　　　{number}.{title}", number=number, title=title)


def _tables(tables: Sequence[Table], made: Template, t: Words) -> list[Element]:
    content = []
    for number, each in enumerate(tables, 1):
        title = t("表{number}　{title}", number=number, title=each.title)
        content.append(made.heading(names.CAPTION, title))
        content.append(table(each.grid, made, t, noted=bool(each.note)))
        content.extend(_note(each.note, made))
    return content


def _drawings(drawings: Sequence[Drawing], made: Template, t: Words) -> list[Element]:
    content = []
    for number, each in enumerate(drawings, 1):
        title = t("图{number}　{title}", number=number, title=each.title)
        content.append(made.heading(names.CAPTION, title))
        # The last one stays with what is said below it, so that this has no page of its own.
        followed = bool(each.note) or number == len(drawings)
        content.append(drawing(each.chart, title, made, t, followed=followed))
        content.extend(_note(each.note, made))
    return content


def _note(text: str, made: Template) -> list[Element]:
    return [made.line(names.NOTE, text)] if text else []
