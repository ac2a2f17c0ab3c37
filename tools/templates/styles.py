"""The styles and fonts of a template as parts of a Word document."""

from docx.oxml.ns import qn

from briefing.word import names
from briefing.word.xml import Element, element
from tools.templates.looks import DEFAULT, Looks, Style

_TWIPS = 20  # in a point
_IDS = {DEFAULT: "Normal", names.TABLE: "NoticeTable"}


def styles(looks: Looks) -> Element:
    """Every style of a template, and the fonts and language where no style says any."""
    made = element("w:styles")
    plain = looks.styles[DEFAULT]
    defaults = element("w:rPr", _fonts(plain), *_size(plain), _language(looks))
    made.append(element("w:docDefaults", element("w:rPrDefault", defaults)))
    for number, (name, look) in enumerate(looks.styles.items()):
        made.append(_paragraph(name, _id(name, number), look, looks))
    made.extend(_tables())
    return made


def ids(looks: Looks) -> dict[str, str]:
    """The ids of the paragraph styles by their names."""
    return {name: _id(name, number) for number, name in enumerate(looks.styles)}


def fonts(looks: Looks) -> Element:
    """The fonts, each with the one to take on a machine that has not got it."""
    made = element("w:fonts")
    for name in sorted({font for each in looks.styles.values() for font in _named(each)}):
        font = element("w:font", name=name)
        if name in looks.instead:
            font.append(element("w:altName", val=looks.instead[name]))
            font.append(element("w:charset", val="86"))
        made.append(font)
    return made


def _id(name: str, number: int) -> str:
    return _IDS.get(name, f"Notice{number}")


def _paragraph(name: str, own: str, look: Style, looks: Looks) -> Element:
    made = element("w:style", type="paragraph", styleId=own)
    made.append(element("w:name", val=name))
    if name == DEFAULT:
        made.set(qn("w:default"), "1")
    else:
        made.append(element("w:basedOn", val=_IDS[DEFAULT]))
    made.append(element("w:qFormat"))
    made.append(_layout(look, looks))
    properties = element("w:rPr", _fonts(look))
    properties.extend(element(f"w:{tag}", val=int(look.bold)) for tag in ("b", "bCs"))
    properties.append(element("w:spacing", val=round(-look.tight * _TWIPS)))
    properties.extend(_size(look))
    made.append(properties)
    return made


def _tables() -> list[Element]:
    """The plain table every other one is based on, and the notice's with thin rules."""
    plain = element("w:style", type="table", default=1, styleId="TableNormal")
    plain.append(element("w:name", val="Normal Table"))
    plain.append(element("w:tblPr", element("w:tblInd", w=0, type="dxa"), _margins(0, 108)))
    ruled = element("w:style", type="table", styleId=_IDS[names.TABLE])
    ruled.append(element("w:name", val=names.TABLE))
    ruled.append(element("w:basedOn", val="TableNormal"))
    ruled.append(element("w:qFormat"))
    rules = (
        element(f"w:{side}", val="single", sz=4, space=0, color="auto")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    ruled.append(element("w:tblPr", element("w:tblBorders", *rules), _margins(20, 60)))
    return [plain, ruled]


def _margins(above: int, beside: int) -> Element:
    sides = {"top": above, "left": beside, "bottom": above, "right": beside}
    return element(
        "w:tblCellMar", *(element(f"w:{name}", w=wide, type="dxa") for name, wide in sides.items())
    )


def _layout(look: Style, looks: Looks) -> Element:
    """Paragraph properties, in the order the schema asks for."""
    made = element("w:pPr")
    if look.together:
        made.append(element("w:keepNext"))
    if look.new_page:
        made.append(element("w:pageBreakBefore"))
    if looks.lines:
        made.append(element("w:widowControl", val=0))
        # A quarter of a letter more beside each number would make lines uneven.
        made.extend(element(f"w:{tag}", val=0) for tag in ("autoSpaceDE", "autoSpaceDN"))
        if look.line is None:
            made.append(element("w:snapToGrid", val=0))
    made.append(_spacing(look))
    made.append(_indents(look))
    if look.close:
        made.append(element("w:contextualSpacing"))
    made.append(element("w:jc", val=look.side))
    if look.outline is not None:
        made.append(element("w:outlineLvl", val=look.outline))
    return made


def _spacing(look: Style) -> Element:
    line, rule = (look.line * _TWIPS, "exact") if look.line else (look.stretch * 240, "auto")
    before, after = round(look.before * _TWIPS), round(look.after * _TWIPS)
    return element("w:spacing", before=before, after=after, line=round(line), lineRule=rule)


def _indents(look: Style) -> Element:
    """In hundredths of a letter, which follow the size, and in twips for who knows only those."""
    wanted = {"left": look.left, "right": look.right, "firstLine": look.first}
    said: dict[str, object] = {}
    for name, letters in wanted.items():
        said[f"{name}Chars"] = round(letters * 100)
        said[name] = round(letters * look.size * _TWIPS)
    return element("w:ind", **said)


def _fonts(look: Style) -> Element:
    latin, chinese = _named(look)
    return element("w:rFonts", ascii=latin, hAnsi=latin, eastAsia=chinese, cs=latin)


def _named(look: Style) -> tuple[str, str]:
    return look.font, look.chinese or look.font


def _size(look: Style) -> list[Element]:
    return [element(f"w:{tag}", val=round(look.size * 2)) for tag in ("sz", "szCs")]


def _language(looks: Looks) -> Element:
    return element("w:lang", val="en-US" if looks.language == "zh" else "en-GB", eastAsia="zh-CN")
