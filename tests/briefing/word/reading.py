"""Reads Word documents back: their lines, tables and charts."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from openpyxl import load_workbook


def opened(document: bytes) -> Any:
    """The document; of whatever a file may leave out, the test knows that it is there."""
    return Document(BytesIO(document))


def lines(document: bytes) -> list[tuple[str, str]]:
    """Style and text of every paragraph outside tables, line breaks as |."""
    return [
        (each.style.name, each.text.replace("\n", "|"))
        for each in opened(document).paragraphs
        if each.style
    ]


def texts(document: bytes) -> list[str]:
    return [text for _, text in lines(document)]


def printed(element: BaseOxmlElement) -> str:
    return "".join(each.text or "" for each in element.iter(qn("w:t")))


def tables(document: bytes) -> list[list[list[str]]]:
    """The cells of each table, its head first."""
    return [
        [[printed(cell) for cell in row.iter(qn("w:tc"))] for row in table._tbl.tr_lst]
        for table in opened(document).tables
    ]


def workbooks(document: bytes) -> list[list[tuple[Any, ...]]]:
    """The rows of the workbook that each chart finds by its own relation."""
    made = []
    package = opened(document).part.package
    for part in package.iter_parts():
        if "/charts/" in part.partname:
            link = parse_xml(part.blob).find(qn("c:externalData"))
            book = part.related_parts[link.get(qn("r:id"))]
            sheet = load_workbook(BytesIO(book.blob)).active
            assert sheet
            made.append(list(sheet.iter_rows(values_only=True)))
    return made


def parts(document: bytes) -> list[str]:
    with ZipFile(BytesIO(document)) as file:
        return file.namelist()
