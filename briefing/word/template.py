"""The bureau's Word template: opened, checked for what a document needs, and filled."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Opened
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.types import ProvidesStoryPart

from briefing.template import NOT_OPENED, TemplateError
from briefing.word import names, placeholders
from briefing.word.look import Look, look
from briefing.word.paragraphs import paragraph
from briefing.word.title import broken
from briefing.word.xml import Element
from briefing.writable import as_property
from wording import Words


class Template:
    """A copy of a template to write one document into.

    `TemplateError` where the file is no Word document, lacks one of the styles `styles`, or has not
    the placeholders it needs: `blocks` are those written as paragraphs of their own.
    """

    def __init__(
        self, file: Path, t: Words, *, styles: Sequence[str], blocks: Sequence[str]
    ) -> None:
        self._t, self._looks = t, dict[str, Look]()
        try:
            self.document: Opened = Document(str(file))
        except (PackageNotFoundError, *NOT_OPENED) as wrong:
            raise TemplateError(
                t("模板 {file} 不是 Word 文档（.docx）。", file=file.name)
            ) from wrong
        self._ids: dict[str | None, str] = {
            style.name: style.style_id for style in self.document.styles
        }
        for style in styles:
            if style not in self._ids:
                raise TemplateError(
                    t("模板 {file} 缺少样式“{style}”。", file=file.name, style=style)
                )
        placeholders.check(self._lines(), blocks, file.name, t)

    @cached_property
    def room(self) -> tuple[float, float]:
        """Width and height of the page within its margins, in points."""
        page = self.document.sections[-1]
        return (
            _points(page.page_width, page.left_margin, page.right_margin),
            _points(page.page_height, page.top_margin, page.bottom_margin),
        )

    def id(self, style: str) -> str:
        """The id of a style in this template."""
        return self._ids[style]

    def look(self, style: str) -> Look:
        """The fonts and size that the template gives to a style."""
        return self._look_of(self._ids[style])

    def line(self, style: str, text: str) -> Element:
        """A paragraph in a style of the template."""
        return paragraph(text, self.look(style))

    def heading(self, style: str, text: str) -> Element:
        """The same, broken into lines of about one length where it has more than one."""
        return self.line(style, self._broken(style, text))

    def fill(self, texts: Mapping[str, str], blocks: Mapping[str, Sequence[Element]]) -> None:
        """Write texts and blocks where their placeholders stand.

        A line whose placeholders leave nothing in it is taken out.
        """
        titled = {**texts, "标题": self._broken(names.TITLE, texts["标题"])}
        for line in list(self._lines()):
            found = placeholders.named(line)
            if not found:
                continue
            for each in blocks.get(found[0], ()):
                line._p.addprevious(each)
            if found[0] not in blocks:
                is_title = line._p.style == self._ids[names.TITLE]
                placeholders.replace(line, titled if is_title else texts)
                self._name_fonts(line)
            if found[0] in blocks or not line.text.strip():
                line._p.getparent().remove(line._p)

    def describe(self, title: str, author: str, day: date) -> None:
        """Write who made what and when into the properties of the file."""
        said = self.document.core_properties
        said.title, said.author = as_property(title), as_property(author)
        said.last_modified_by = said.author
        said.created = said.modified = datetime(day.year, day.month, day.day)
        said.language = self._t.of("zh-CN", "en-GB")

    def saved(self) -> bytes:
        """The document as a file."""
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()

    def _look_of(self, own: str) -> Look:
        if own not in self._looks:
            self._looks[own] = look(self.document.styles.element, own, self._t)
        return self._looks[own]

    def _name_fonts(self, line: Paragraph) -> None:
        """A run that has no look of its own names the fonts of its style, as all others do."""
        if line._p.style:
            for run in line.runs:
                if run._r.rPr is None:
                    run._r.insert(0, self._look_of(line._p.style).run())

    def _broken(self, style: str, text: str) -> str:
        return broken(text, self.room[0] / self.look(style).size)

    def _lines(self) -> Iterator[Paragraph]:
        """Those of the text, its tables and boxes, and of the heads and feet of its pages."""
        document = self.document
        parts: list[tuple[Element, ProvidesStoryPart]] = [(document.element.body, document._body)]
        for section in document.sections:
            heads = (section.header, section.first_page_header, section.even_page_header)
            feet = (section.footer, section.first_page_footer, section.even_page_footer)
            parts += [(m._element, m) for m in (*heads, *feet) if not m.is_linked_to_previous]
        for root, parent in parts:
            for each in root.iter(qn("w:p")):
                yield Paragraph(each, parent)


def _points(whole: int | None, *taken: int | None) -> float:
    """Lengths as Word's files hold them, which may leave them out, in points."""
    return ((whole or 0) - sum(each or 0 for each in taken)) / Pt(1)
