"""The pages of a template: its lines with their placeholders, margins and page numbers."""

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement

from briefing.word import names
from briefing.word.xml import Element, element
from tools.templates.looks import PAGE_NUMBER, Looks
from tools.templates.styles import ids

A4 = (210, 297)  # millimetres
_TWIPS = 20  # in a point
_POINTS = 72 / 25.4  # in a millimetre
# Every placeholder in the style of its line; the blocks bring their own.
NOTICE = (
    (names.TITLE, "标题"),
    (names.ADDRESSEE, "主送"),
    (names.BODY, "正文"),
    (names.ANNEX_LIST, "附件说明"),
    (names.ISSUER, "落款"),
    (names.DATE, "日期"),
    (names.ANNEX, "附件"),
    (names.NOTE, "出处"),
)
SLIP = tuple(line for line in NOTICE if not line[1].startswith("附件"))


def page(looks: Looks, lines: tuple[tuple[str, str], ...]) -> Element:
    """The document itself; its feet are the relations rId1 (odd pages) and rId2 (even ones)."""
    known = ids(looks)
    body = element("w:body")
    for style, placeholder in lines:
        # Not a new page while the page is a template.
        style = names.BODY if placeholder == "附件" else style
        body.append(_line(known[style], _run(f"{{{{{placeholder}}}}}")))
    body.append(_section(looks))
    made = OxmlElement("w:document", nsdecls={prefix: nsmap[prefix] for prefix in ("w", "r")})
    made.append(body)
    return made


def foot(looks: Looks, even: bool) -> Element:
    """A page's foot: its number at the outer edge, one letter from it where the standard rules."""
    dash = "—" if looks.dashes else ""
    style = looks.styles[PAGE_NUMBER]
    layout = element("w:pPr", element("w:pStyle", val=ids(looks)[PAGE_NUMBER]))
    inwards = round(style.size * _TWIPS) if looks.dashes else 0
    layout.append(element("w:ind", **{"left" if even else "right": inwards}))
    layout.append(element("w:jc", val="left" if even else "right"))
    number = element("w:fldSimple", _run("1"), instr="PAGE")
    around = (_run(f"{dash} "), number, _run(f" {dash}")) if dash else (number,)
    return element("w:ftr", element("w:p", layout, *around))


def settings() -> Element:
    """What holds for the whole document: feet differ, and how Chinese letters are set."""
    compatible = element("w:compat", element("w:doNotExpandShiftReturn"), element("w:useFELayout"))
    mode = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word"}
    compatible.append(element("w:compatSetting", **mode, val=15))
    return element(
        "w:settings",
        element("w:evenAndOddHeaders"),
        element("w:characterSpacingControl", val="doNotCompress"),
        compatible,
        element("w:themeFontLang", val="en-US", eastAsia="zh-CN"),
    )


def _section(looks: Looks) -> Element:
    top, bottom, left, right = looks.margins
    made = element("w:sectPr")
    for number, kind in enumerate(("default", "even"), 1):
        made.append(element("w:footerReference", type=kind))
        made[-1].set(qn("r:id"), f"rId{number}")
    made.append(element("w:pgSz", w=_twips(A4[0]), h=_twips(A4[1])))
    margins = {"top": top, "right": right, "bottom": bottom, "left": left}
    made.append(
        element(
            "w:pgMar",
            **{name: _twips(wide) for name, wide in margins.items()},
            header=_twips(15),
            footer=_twips(looks.foot),
            gutter=0,
        )
    )
    if looks.lines:
        high = (A4[1] - top - bottom) * _POINTS
        made.append(element("w:docGrid", type="lines", linePitch=int(high * _TWIPS / looks.lines)))
    return made


def _line(style: str, *content: Element) -> Element:
    return element("w:p", element("w:pPr", element("w:pStyle", val=style)), *content)


def _run(text: str) -> Element:
    written = element("w:t")
    written.text = text
    written.set(qn("xml:space"), "preserve")
    return element("w:r", written)


def _twips(millimetres: float) -> int:
    return round(millimetres * _POINTS * _TWIPS)
