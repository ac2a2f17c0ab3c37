"""Paragraphs in the styles of the template."""

from docx.oxml.ns import qn

from briefing.word.look import Look
from briefing.word.xml import Element, clean, element


def paragraph(text: str, look: Look, size: float | None = None) -> Element:
    """A paragraph of one run; `size` in points where it is not the style's."""
    made = element("w:p", element("w:pPr", element("w:pStyle", val=look.style)))
    written = element("w:t")
    written.text = clean(text)
    written.set(qn("xml:space"), "preserve")
    made.append(element("w:r", look.run(size), written))
    return made
