"""The bureau's Word template: opened, checked for what a document needs, and filled."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as Opened
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.types import ProvidesStoryPart
from lxml import etree

from briefing.template import TemplateError
from briefing.word import names
from briefing.word.look import Look, look
from briefing.word.xml import Element, clean
from wording import Words

_FOLDER = Path(__file__).parents[1] / "templates"
_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_NOT_WORD = (BadZipFile, PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError)


def shipped(name: str, t: Words) -> Path:
    """The project's own template of a document in a language."""
    return _FOLDER / t.of(f"{name}.docx", f"{name}.en.docx")


def own(reference: Path, name: str, t: Words) -> Path | None:
    """The bureau's template of that name in the reference folder of its home, if there is one."""
    file = reference / t.of(f"{name}.docx", f"{name}.en.docx")
    return file if file.exists() else None


class Template:
    """A copy of a template to write one document into.

    `TemplateError` where the file is no Word document, lacks one of the styles `styles`, or has not
    the placeholders it needs: `blocks` are those written as paragraphs of their own.
    """

    def __init__(
        self, file: Path, t: Words, *, styles: Sequence[str], blocks: Sequence[str]
    ) -> None:
        self._name, self._t, self._blocks = file.name, t, blocks
        try:
            self.document: Opened = Document(str(file))
        except _NOT_WORD as wrong:
            raise TemplateError(
                t("模板 {file} 不是 Word 文档（.docx）。", file=file.name)
            ) from wrong
        self._ids: dict[str | None, str] = {
            style.name: style.style_id for style in self.document.styles
        }
        self._check_styles(styles)
        self._check_placeholders(blocks)

    def look(self, style: str) -> Look:
        """The fonts and size that the template gives to a style."""
        return look(self.document.styles.element, self._ids[style], self._t)

    def id(self, style: str) -> str:
        """The id of a style in this template."""
        return self._ids[style]

    @cached_property
    def room(self) -> tuple[float, float]:
        """Width and height of the page within its margins, in points."""
        page = self.document.sections[-1]
        width = _points(page.page_width, page.left_margin, page.right_margin)
        height = _points(page.page_height, page.top_margin, page.bottom_margin)
        return width, height

    def fill(self, texts: Mapping[str, str], blocks: Mapping[str, Sequence[Element]]) -> None:
        """Write texts and blocks where their placeholders stand.

        A line whose placeholders leave nothing in it is taken out.
        """
        in_one = {name: text.replace("\n", "") for name, text in texts.items()}
        for paragraph in list(self._paragraphs()):
            found = _PLACEHOLDER.findall(paragraph.text)
            if not found:
                continue
            if found[0] in blocks:
                for each in blocks[found[0]]:
                    paragraph._p.addprevious(each)
            else:
                titled = paragraph.style is not None and paragraph.style.name == names.TITLE
                _replace(paragraph, texts if titled else in_one)
            if found[0] in blocks or not paragraph.text.strip():
                paragraph._p.getparent().remove(paragraph._p)

    def describe(self, title: str, author: str, day: date) -> None:
        """Write who made what and when into the properties of the file."""
        said = self.document.core_properties
        said.title, said.author, said.last_modified_by = clean(title), clean(author), clean(author)
        said.created = said.modified = datetime(day.year, day.month, day.day)
        said.language = self._t.of("zh-CN", "en-GB")

    def saved(self) -> bytes:
        """The document as a file."""
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()

    def _paragraphs(self) -> Iterator[Paragraph]:
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

    def _check_styles(self, styles: Sequence[str]) -> None:
        for style in styles:
            if style not in self._ids:
                raise TemplateError(
                    self._t("模板 {file} 缺少样式“{style}”。", file=self._name, style=style)
                )

    def _check_placeholders(self, blocks: Sequence[str]) -> None:
        t, file, known = self._t, self._name, {*names.TEXTS, *blocks}
        there = set()
        for paragraph in self._paragraphs():
            for name in _PLACEHOLDER.findall(paragraph.text):
                there.add(name)
                if name not in known:
                    raise TemplateError(
                        t("模板 {file} 有不认识的占位符 {name}。", file=file, name=_written(name))
                    )
                if name in blocks and not _PLACEHOLDER.fullmatch(paragraph.text.strip()):
                    raise TemplateError(
                        t(
                            "模板 {file} 的占位符 {name} 必须独占一段。",
                            file=file,
                            name=_written(name),
                        )
                    )
        for name in names.NEEDED:
            if name in known - there:
                raise TemplateError(
                    t("模板 {file} 缺少占位符 {name}。", file=file, name=_written(name))
                )


def _points(whole: int | None, *taken: int | None) -> float:
    """Lengths as Word's files hold them, which may leave them out, in points."""
    return ((whole or 0) - sum(each or 0 for each in taken)) / Pt(1)


def _written(name: str) -> str:
    return f"{{{{{name}}}}}"


def _replace(paragraph: Paragraph, texts: Mapping[str, str]) -> None:
    """Fill in texts; Word may have cut a placeholder into several runs, the first of them keeps
    its look."""
    runs = paragraph.runs
    written = [run.text for run in runs]
    # From the end: places before a replaced one stay where they are.
    for found in reversed(list(_PLACEHOLDER.finditer("".join(written)))):
        text, start = clean(texts[found.group(1)]), 0
        for place, own in enumerate(written):
            first, last = found.start() - start, found.end() - start
            start += len(own)
            if last <= 0 or first >= len(own):
                continue
            written[place] = own[: max(first, 0)] + (text if first >= 0 else "") + own[last:]
    for run, text in zip(runs, written, strict=True):
        if run.text != text:
            run.text = text
