"""The slide master that decks are drawn on: a cover, and a page with title and content."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Inches

from briefing.chart import FONT, PAPER
from briefing.slides.master import CONTENT, COVER
from briefing.steady import steady

THEME = {
    "dk1": "ink", "lt1": "", "dk2": "blue", "lt2": "line", "accent1": "blue", "accent2": "green",
    "accent3": "yellow", "accent4": "red", "accent5": "grey", "accent6": "soft", "hlink": "blue",
    "folHlink": "soft",
}  # fmt: skip
Box = tuple[float, float, float, float]  # left, top, width, height in inches
LONG_AGO = datetime(1980, 1, 1)  # when every part was written: the same bytes each time
SLIDE = (40 / 3, 7.5)
BLUE, LINE = PAPER["blue"], PAPER["line"]

TITLE: Box = (0.6, 0.35, 12.13, 1.1)
BODY: Box = (0.6, 1.6, 12.13, 5.15)
FOOT: Box = (0.6, 6.95, 10.9, 0.35)
NUMBER: Box = (11.73, 6.95, 1.0, 0.35)
MARK: Box = (0, 0.45, 0.16, 0.9)
RULE: Box = (0.6, 6.88, 12.13, 0.012)

BAND: Box = (0, 0, SLIDE[0], 4.4)
COVER_TITLE: Box = (1.0, 1.5, 11.33, 2.4)
COVER_TEXT: Box = (1.0, 4.7, 11.33, 1.9)


def make(file: Path) -> None:
    """Write the master: a cover and a page with title and content, each with foot and number."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(SLIDE[0]), Inches(SLIDE[1])
    deck.element.sldSz.attrib.pop("type", None)  # python-pptx's own master is 4:3, and says so
    master = deck.slide_master
    _keep(master, 2)
    cover, content = master.slide_layouts
    _theme(master)
    _draw(master, [
        _bar(10, RULE, LINE),
        _place(2, "title", TITLE, "标题", anchor="ctr"),
        _place(3, "body", BODY, "内容", index=1),
        _place(4, "ftr", FOOT, "", index=3, style=_small("l")),
        _place(5, "sldNum", NUMBER, "‹#›", index=4, style=_small("r")),
    ])  # fmt: skip
    _styles(master)
    _draw(content, [
        _bar(10, MARK, BLUE),
        _place(2, "title", None, "标题"),
        _place(3, "", None, "内容", index=1),
        _place(4, "ftr", None, "", index=10),
        _place(5, "sldNum", None, "‹#›", index=11),
    ])  # fmt: skip
    _draw(cover, [
        _bar(10, BAND, BLUE),
        _place(2, "ctrTitle", COVER_TITLE, "标题", anchor="b",
               style=_level(40, "FFFFFF", bold=True)),
        _place(3, "subTitle", COVER_TEXT, "月份与单位", index=1, style=_level(22, PAPER["ink"])),
        _place(4, "ftr", None, "", index=10),
        _place(5, "sldNum", None, "‹#›", index=11),
    ])  # fmt: skip
    cover.name, content.name = COVER, CONTENT
    _bare(deck)
    content = BytesIO()
    deck.save(content)
    file.write_bytes(steady(content.getvalue(), LONG_AGO))


def _keep(master: SlideMaster, count: int) -> None:
    for layout in list(master.slide_layouts)[count:]:
        master.slide_layouts.remove(layout)


def _theme(master: SlideMaster) -> None:
    part = next(each.target_part for each in master.part.rels.values() if "theme" in each.reltype)
    theme = etree.fromstring(part.blob)
    for name, colour in THEME.items():
        slot = theme.find(f".//{qn('a:' + name)}")
        slot[:] = [etree.Element(qn("a:srgbClr"), val=PAPER[colour] if colour else "FFFFFF")]
    for fonts in theme.iter(qn("a:majorFont"), qn("a:minorFont")):
        for script in fonts.findall(qn("a:font")):
            fonts.remove(script)
        for kind in ("latin", "ea", "cs"):
            fonts.find(qn(f"a:{kind}")).set("typeface", FONT)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _draw(on: SlideMaster | SlideLayout, shapes: Iterable[str]) -> None:
    tree = on.shapes._spTree
    for shape in list(tree)[2:]:
        tree.remove(shape)
    for shape in shapes:
        tree.append(parse_xml(shape))


def _place(
    number: int,
    kind: str,
    box: Box | None,
    prompt: str,
    *,
    index: int = 0,
    anchor: str = "",
    style: str = "",
) -> str:
    """A placeholder; without a box it lies where the master's lies."""
    kinds = (f' type="{kind}"' if kind else "") + (f' idx="{index}"' if index else "")
    field = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr/>'
    text = f"<a:r><a:rPr/><a:t>{prompt}</a:t></a:r>" if prompt else ""
    if kind == "sldNum":
        text = f"{field}<a:t>{prompt}</a:t></a:fld>"
    name = {"ftr": "页脚", "sldNum": "页码"}.get(kind, prompt)
    margins = ' lIns="0" tIns="0" rIns="0" bIns="0"'
    anchored = f' anchor="{anchor}"' if anchor else ""
    return (
        f"<p:sp {nsdecls('a', 'p')}><p:nvSpPr><p:cNvPr id='{number}' name='{name}'/>"
        f"<p:cNvSpPr><a:spLocks noGrp='1'/></p:cNvSpPr><p:nvPr><p:ph{kinds}/></p:nvPr></p:nvSpPr>"
        f"<p:spPr>{_frame(box) if box else ''}</p:spPr>"
        f"<p:txBody><a:bodyPr{margins}{anchored}><a:normAutofit/></a:bodyPr>"
        f"<a:lstStyle>{style}</a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>"
    )


def _bar(number: int, box: Box, colour: str) -> str:
    return (
        f"<p:sp {nsdecls('a', 'p')}><p:nvSpPr><p:cNvPr id='{number}' name='饰条'/><p:cNvSpPr/>"
        f"<p:nvPr userDrawn='1'/></p:nvSpPr><p:spPr>{_frame(box)}"
        f"<a:solidFill><a:srgbClr val='{colour}'/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>"
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )


def _frame(box: Box) -> str:
    left, top, width, height = (int(Inches(each)) for each in box)
    return (
        f"<a:xfrm><a:off x='{left}' y='{top}'/><a:ext cx='{width}' cy='{height}'/></a:xfrm>"
        "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom>"
    )


def _level(size: int, colour: str, *, bold: bool = False, align: str = "l") -> str:
    return (
        f"<a:lvl1pPr marL='0' indent='0' algn='{align}'><a:lnSpc><a:spcPct val='110000'/></a:lnSpc>"
        f"<a:buNone/>{_letters(size, colour, bold)}</a:lvl1pPr>"
    )


def _small(align: str) -> str:
    return f"<a:lvl1pPr algn='{align}'>{_letters(12, PAPER['soft'], False)}</a:lvl1pPr>"


def _letters(size: int, colour: str, bold: bool) -> str:
    fonts = "".join(f"<a:{kind} typeface='+mn-{short}'/>" for kind, short in
                    (("latin", "lt"), ("ea", "ea"), ("cs", "cs")))  # fmt: skip
    return (
        f"<a:defRPr sz='{size * 100}' b='{int(bold)}'>"
        f"<a:solidFill><a:srgbClr val='{colour}'/></a:solidFill>{fonts}</a:defRPr>"
    )


def _styles(master: SlideMaster) -> None:
    """Titles of 30 points, text of 20 with a blue square before each point."""
    levels = "".join(
        f"<a:lvl{level}pPr marL='{285750 + 285750 * (level - 1)}' indent='-285750' algn='l'>"
        f"<a:lnSpc><a:spcPct val='115000'/></a:lnSpc><a:spcBef><a:spcPts val='1000'/></a:spcBef>"
        f"<a:buClr><a:srgbClr val='{BLUE}'/></a:buClr><a:buFont typeface='Arial'/>"
        f"<a:buChar char='•'/>{_letters(20 if level == 1 else 18, PAPER['ink'], False)}"
        f"</a:lvl{level}pPr>"
        for level in range(1, 6)
    )
    title = (
        "<a:lvl1pPr algn='l'><a:lnSpc><a:spcPct val='100000'/></a:lnSpc><a:buNone/>"
        f"{_letters(30, PAPER['ink'], True)}</a:lvl1pPr>"
    )
    old = master._element.find(qn("p:txStyles"))
    new = parse_xml(
        f"<p:txStyles {nsdecls('a', 'p')}><p:titleStyle>{title}</p:titleStyle>"
        f"<p:bodyStyle>{levels}</p:bodyStyle><p:otherStyle/></p:txStyles>"
    )
    old.getparent().replace(old, new)


def _bare(deck: Deck) -> None:
    """Without what python-pptx's own master brings along: a picture of it, a printer, counts."""
    for rels in (deck.part.package._rels, deck.part.rels):
        for key, each in list(rels.items()):
            if each.reltype.endswith(("/thumbnail", "/printerSettings", "/extended-properties")):
                rels.pop(key)
    properties = deck.core_properties
    properties.title, properties.author, properties.last_modified_by = "衔接看板 幻灯片母版", "", ""
