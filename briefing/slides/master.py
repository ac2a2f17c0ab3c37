"""The master that slides are drawn on: its layouts by name, its placeholders by type, its font."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout

from briefing.chart import FONT
from briefing.template import FOLDER, NOT_OPENED, TemplateError
from wording import Words

SHIPPED = FOLDER / "deck.pptx"
COVER, CONTENT = "封面", "标题和内容"
# What PowerPoint and WPS call the same layouts.
ALSO = {COVER: ("标题幻灯片", "Title Slide"), CONTENT: ("Title and Content",)}
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
TEXTS = (PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)
FOOTS = (PP_PLACEHOLDER.FOOTER,)
NUMBERS = (PP_PLACEHOLDER.SLIDE_NUMBER,)

Kinds = tuple[PP_PLACEHOLDER, ...]


@dataclass(frozen=True, slots=True)
class Master:
    """An empty deck, the two layouts its slides take, and the font its theme names."""

    deck: Deck
    cover: SlideLayout
    content: SlideLayout
    font: str


def open_master(template: Path | None, t: Words) -> Master:
    """The bureau's master, or the shipped one; its own slides are left out.

    Raises `TemplateError` for a file that is no presentation or lacks a layout or placeholder.
    """
    deck = _opened(template or SHIPPED, t)
    for each in list(deck.slides._sldIdLst):
        deck.part.drop_rel(each.rId)
        deck.slides._sldIdLst.remove(each)
    return Master(
        deck,
        _layout(deck, COVER, (TITLES, TEXTS), t),
        _layout(deck, CONTENT, (TITLES, TEXTS, FOOTS, NUMBERS), t),
        _font(deck),
    )


def placeholder(on: Any, kinds: Kinds) -> Any:
    """The first placeholder of one of these kinds on a slide or layout."""
    return next(each for each in on.placeholders if each.placeholder_format.type in kinds)


def _opened(file: Path, t: Words) -> Deck:
    try:
        return Presentation(str(file))
    except (PackageNotFoundError, *NOT_OPENED) as error:
        raise TemplateError(t("幻灯片母版 {file} 不是PPTX文件", file=file.name)) from error


def _layout(deck: Deck, name: str, needed: Iterable[Kinds], t: Words) -> SlideLayout:
    named = {
        each.name.strip(): each for master in deck.slide_masters for each in master.slide_layouts
    }
    found = next((named[each] for each in (name, *ALSO[name]) if each in named), None)
    if found is None:
        names = t.join((name, *ALSO[name]))
        raise TemplateError(
            t("幻灯片母版没有名为“{name}”的版式（也认{also}）", name=name, also=names)
        )
    kinds = {each.placeholder_format.type for each in found.placeholders}
    if missing := [_in_words(each, t) for each in needed if not kinds & set(each)]:
        raise TemplateError(
            t(
                "幻灯片母版的版式“{name}”没有占位符：{missing}",
                name=found.name,
                missing=t.join(missing),
            )
        )
    layout: SlideLayout = found
    return layout


def _in_words(kinds: Kinds, t: Words) -> str:
    return {TITLES: t("标题"), TEXTS: t("正文"), FOOTS: t("页脚"), NUMBERS: t("页码")}[kinds]


def _font(deck: Deck) -> str:
    """The theme's font for Chinese text."""
    rels = deck.slide_master.part.rels.values()
    part = next((each.target_part for each in rels if each.reltype.endswith("/theme")), None)
    if part is None:
        return FONT
    theme = etree.fromstring(part.blob)
    for place in (qn("a:ea"), f"{qn('a:font')}[@script='Hans']"):
        named = theme.find(f".//{qn('a:minorFont')}/{place}")
        if named is not None and named.get("typeface"):
            return str(named.get("typeface"))
    return FONT
