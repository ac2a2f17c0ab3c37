"""What the styles of the shipped templates look like: the standard's in Chinese, plain in English.

GB/T 9704-2012: A4 with margins of 37, 35, 28 and 26 mm, 22 lines of 28 letters; the title in
小标宋 of size 2, the text in 仿宋 of size 3, its headings in 黑体 and 楷体, page numbers in 宋体 of
size 4. Digits and Latin letters take the font of the text around them: the standard sets every
element in 仿宋 that it does not except, and they are half a letter wide there, so that letters
stand below each other.
"""

from dataclasses import dataclass, field, replace

from briefing.word import names

PAGE_NUMBER, DEFAULT = "通报页码", "Normal"


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style: sizes, spaces and a fixed `line` in points, indents in letters."""

    font: str
    size: float
    chinese: str = ""  # the font of Chinese letters, where it is another
    side: str = "both"
    tight: float = 0  # letters stand so much closer
    line: float | None = None
    stretch: float = 1.0
    first: float = 0
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    bold: bool = False
    outline: int | None = None
    together: bool = False  # with the next paragraph
    new_page: bool = False
    close: bool = False  # no space between paragraphs of this style


@dataclass(frozen=True, slots=True)
class Looks:
    """All styles of a template, its margins (top, bottom, left, right) in millimetres, and how far
    the page number stands from the edge; `lines` of a page where they are counted."""

    language: str
    styles: dict[str, Style]
    margins: tuple[float, float, float, float]
    foot: float
    dashes: bool
    lines: int | None = None
    instead: dict[str, str] = field(default_factory=dict)  # fonts of machines without the first


_LINE = 28.95  # points: 22 of them fill 225 mm
_SONG, _HEI, _KAI = "方正小标宋简体", "黑体", "楷体_GB2312"
# 28 letters of 16 points are wider than 156 mm. A grid of letters would hold them in Word, but
# other programs give a letter two places where one is narrower than it.
_TEXT = Style("仿宋_GB2312", 16, line=_LINE, tight=0.25)
_SMALL = Style("仿宋_GB2312", 10.5)
# A seal stands over issuer and date, which are centred four letters from the right edge.
_SEALED = replace(_TEXT, side="center", left=13.5)

OFFICIAL = Looks(
    language="zh",
    styles={
        DEFAULT: _TEXT,
        names.TITLE: Style(_SONG, 22, side="center", line=33, after=_LINE),
        names.ADDRESSEE: _TEXT,
        names.BODY: replace(_TEXT, first=2),
        names.HEADING_1: replace(_TEXT, font=_HEI, first=2, outline=0, together=True),
        names.HEADING_2: replace(_TEXT, font=_KAI, first=2, outline=1, together=True),
        names.ANNEX_LIST: replace(_TEXT, left=2, before=_LINE, close=True, together=True),
        names.ISSUER: replace(_SEALED, before=_LINE * 2, together=True),
        names.DATE: _SEALED,
        names.ANNEX: replace(_TEXT, font=_HEI, new_page=True, together=True),
        names.ANNEX_TITLE: Style(
            _SONG, 22, side="center", line=33, before=_LINE, after=_LINE, outline=0, together=True
        ),
        names.CAPTION: Style(
            _HEI, 14, side="center", stretch=1.2, before=10, after=5, outline=1, together=True
        ),
        names.HEAD: replace(_SMALL, font=_HEI, side="center"),
        names.CELL: replace(_SMALL, side="left"),
        names.FIGURE: replace(_SMALL, side="center"),
        names.NOTE: Style("仿宋_GB2312", 9, stretch=1.15, before=3, after=3, close=True),
        PAGE_NUMBER: Style("宋体", 14),
    },
    margins=(37, 35, 28, 26),
    foot=25.5,  # its dashes stand 7 mm below the text
    dashes=True,
    lines=22,
    instead={
        "仿宋_GB2312": "仿宋",
        _KAI: "楷体",
        _SONG: "小标宋",
        _HEI: "SimHei",
        "宋体": "SimSun",
    },
)

_PLAIN = Style("Times New Roman", 12, "宋体", side="left", stretch=1.2, after=6)
_TABLE = replace(_PLAIN, size=10, stretch=1.0, after=0)
ENGLISH = Looks(
    language="en",
    styles={
        DEFAULT: _PLAIN,
        names.TITLE: replace(_PLAIN, size=18, bold=True, side="center", after=18),
        names.ADDRESSEE: _PLAIN,
        names.BODY: _PLAIN,
        names.HEADING_1: replace(_PLAIN, size=14, bold=True, before=12, outline=0, together=True),
        names.HEADING_2: replace(_PLAIN, bold=True, before=6, outline=1, together=True),
        names.ANNEX_LIST: replace(_PLAIN, before=12, close=True, together=True),
        names.ISSUER: replace(_PLAIN, side="right", before=30, after=0, together=True),
        names.DATE: replace(_PLAIN, side="right"),
        names.ANNEX: replace(_PLAIN, bold=True, new_page=True, together=True),
        names.ANNEX_TITLE: replace(
            _PLAIN, size=16, bold=True, side="center", after=12, outline=0, together=True
        ),
        names.CAPTION: replace(
            _PLAIN, bold=True, side="center", before=10, after=4, outline=1, together=True
        ),
        names.HEAD: replace(_TABLE, bold=True, side="center"),
        names.CELL: _TABLE,
        names.FIGURE: replace(_TABLE, side="center"),
        names.NOTE: replace(_TABLE, size=9, before=3, after=3, close=True),
        PAGE_NUMBER: replace(_PLAIN, size=11, after=0),
    },
    margins=(25.4, 25.4, 25.4, 25.4),
    foot=12.7,
    dashes=False,
    instead={"宋体": "SimSun"},
)
