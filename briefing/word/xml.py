"""Elements of a Word document, short to write."""

from functools import cache

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement
_name = cache(qn)


def element(tag: str, *children: Element, **attributes: object) -> Element:
    """An element such as "w:p"; its attributes are of the same namespace."""
    made = OxmlElement(tag)
    prefix = tag.partition(":")[0]
    for name, value in attributes.items():
        made.set(_name(f"{prefix}:{name}"), str(value))
    made.extend(children)
    return made
