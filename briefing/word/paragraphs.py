"""Paragraphs in the styles of the template."""

from docx.oxml.ns import qn

from briefing.word.look import Look
from briefing.word.xml import Element, element
from briefing.writable import writable


def paragraph(text: str, look: Look, size: float | None = None) -> Element:
    """A paragraph of one run, its lines apart; `size` in points where it is not the style's."""
    run = element("w:r", look.run(size))
    for number, line in enumerate(writable(text).split("\n")):
        if number:
            run.append(element("w:br"))
        written = element("w:t")
        written.text = line
        written.set(qn("xml:space"), "preserve")
        run.append(written)
    return element("w:p", element("w:pPr", element("w:pStyle", val=look.style)), run)


def tied(made: Element) -> Element:
    """The paragraph, kept on one page with what follows it."""
    made.find(qn("w:pPr")).insert(1, element("w:keepNext"))
    return made
