"""Writes the templates the project ships into briefing/templates."""

import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from briefing.template import FOLDER
from tools.command import PROJECT
from tools.templates import deck
from tools.templates.looks import ENGLISH, OFFICIAL, Looks
from tools.templates.pages import NOTICE, SLIP, foot, page, settings
from tools.templates.styles import fonts, styles

TEMPLATES = {
    "notice.docx": (OFFICIAL, NOTICE),
    "notice.en.docx": (ENGLISH, NOTICE),
    "slip.docx": (OFFICIAL, SLIP),
    "slip.en.docx": (ENGLISH, SLIP),
}
# Part of the document, its content type and relation; the first two relations are the feet's.
_PARTS = (
    ("footer1.xml", CT.WML_FOOTER, RT.FOOTER),
    ("footer2.xml", CT.WML_FOOTER, RT.FOOTER),
    ("styles.xml", CT.WML_STYLES, RT.STYLES),
    ("settings.xml", CT.WML_SETTINGS, RT.SETTINGS),
    ("fontTable.xml", CT.WML_FONT_TABLE, RT.FONT_TABLE),
)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # of every part, so that the same template has the same bytes


def make(folder: Path) -> list[Path]:
    """Write every template of documents, and the master of slides, into a folder."""
    for name, (looks, lines) in TEMPLATES.items():
        with ZipFile(folder / name, "w", ZIP_DEFLATED) as file:
            for part, content in _parts(looks, lines).items():
                file.writestr(ZipInfo(part, _LONG_AGO), content, ZIP_DEFLATED)
    deck.make(folder / "deck.pptx")
    return [folder / name for name in (*TEMPLATES, "deck.pptx")]


def _parts(looks: Looks, lines: tuple[tuple[str, str], ...]) -> dict[str, bytes]:
    content = {
        "document.xml": page(looks, lines),
        "footer1.xml": foot(looks, even=False),
        "footer2.xml": foot(looks, even=True),
        "styles.xml": styles(looks),
        "settings.xml": settings(),
        "fontTable.xml": fonts(looks),
    }
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations([("word/document.xml", RT.OFFICE_DOCUMENT)]),
        "word/_rels/document.xml.rels": _relations([(name, kind) for name, _, kind in _PARTS]),
        **{f"word/{name}": _written(each) for name, each in content.items()},
    }


def _types() -> bytes:
    made = etree.Element(
        "Types", xmlns="http://schemas.openxmlformats.org/package/2006/content-types"
    )
    etree.SubElement(made, "Default", Extension="rels", ContentType=CT.OPC_RELATIONSHIPS)
    etree.SubElement(made, "Default", Extension="xml", ContentType=CT.XML)
    for name, kind, _ in (("document.xml", CT.WML_DOCUMENT_MAIN, ""), *_PARTS):
        etree.SubElement(made, "Override", PartName=f"/word/{name}", ContentType=kind)
    return _written(made)


def _relations(targets: list[tuple[str, str]]) -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    made = etree.Element("Relationships", xmlns=space)
    for number, (target, kind) in enumerate(targets, 1):
        etree.SubElement(made, "Relationship", Id=f"rId{number}", Type=kind, Target=target)
    return _written(made)


def _written(part: etree._Element) -> bytes:
    etree.cleanup_namespaces(part)
    written: bytes = etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


if __name__ == "__main__":
    for made in make(FOLDER):
        print(made.relative_to(PROJECT))
    sys.exit(0)
