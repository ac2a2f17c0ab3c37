"""What a style looks like, its parents asked: runs name their fonts, since not all programs ask."""

from dataclasses import dataclass

from docx.oxml.ns import qn

from briefing.word.xml import Element, element
from wording import Words

_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_HALF_POINTS = 21.0  # what Word takes where no style says a size


@dataclass(frozen=True, slots=True)
class Look:
    """A style by its id, with its size in points and the fonts of Latin and Chinese letters."""

    style: str
    size: float
    fonts: tuple[tuple[str, str], ...]
    language: str

    @property
    def font(self) -> str:
        """The one font of a chart: that of Chinese letters, in English that of Latin ones."""
        named = dict(self.fonts)
        first, second = ("eastAsia", "ascii") if self.language == "zh" else ("ascii", "eastAsia")
        return named.get(first) or named.get(second) or ""

    def run(self, size: float | None = None) -> Element:
        """The properties of a run in this style; `size` in points where it is not the style's."""
        # Quotes and dashes belong to both scripts; the hint says to which here.
        hint = {"hint": "eastAsia"} if self.language == "zh" else {}
        made = element("w:rPr", element("w:rFonts", **dict(self.fonts), **hint))
        if size is not None:
            made.append(element("w:sz", val=round(size * 2)))
            made.append(element("w:szCs", val=round(size * 2)))
        latin, chinese = ("en-US", "zh-CN") if self.language == "zh" else ("en-GB", "zh-CN")
        made.append(element("w:lang", val=latin, eastAsia=chinese))
        return made


def look(styles: Element, style: str, t: Words) -> Look:
    """The look of the style with this id among the styles of a document."""
    fonts: dict[str, str] = {}
    size = _HALF_POINTS
    for properties in _inherited(styles, style):
        named = properties.find(qn("w:rFonts"))
        if named is not None:
            for slot in _SLOTS:
                for own, other in ((slot, f"{slot}Theme"), (f"{slot}Theme", slot)):
                    if value := named.get(qn(f"w:{own}")):
                        fonts.pop(other, None)
                        fonts[own] = value
        sized = properties.find(qn("w:sz"))
        if sized is not None:
            size = float(sized.get(qn("w:val")))
    return Look(style, size / 2, tuple(fonts.items()), t.language)


def _inherited(styles: Element, style: str) -> list[Element]:
    """Run properties from the document's defaults down to the style's own."""
    by_id = {each.get(qn("w:styleId")): each for each in styles.findall(qn("w:style"))}
    found = []
    own = by_id.get(style)
    while own is not None:
        found.append(own.find(qn("w:rPr")))
        parent = own.find(qn("w:basedOn"))
        own = None if parent is None else by_id.get(parent.get(qn("w:val")))
    found.append(styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"))
    return [each for each in reversed(found) if each is not None]
