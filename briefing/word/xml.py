"""Elements of a Word document, short to write."""

import re
from functools import cache

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement
# What XML cannot hold; pasted text may bring it along.
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_name = cache(qn)


def element(tag: str, *children: Element, **attributes: object) -> Element:
    """An element such as "w:p"; its attributes are of the same namespace."""
    made = OxmlElement(tag)
    prefix = tag.partition(":")[0]
    for name, value in attributes.items():
        made.set(_name(f"{prefix}:{name}"), str(value))
    made.extend(children)
    return made


def clean(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return _FORBIDDEN.sub("", text)
