"""The documents of a month: which there are, what each is called, and from what it is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from board.store import Board
from briefing.annex import annex_file
from briefing.export import file_stem
from briefing.notice.model import Notice
from briefing.steady import steady
from briefing.word.document import docx_file
from briefing.word.template import own
from wording import Words

PLACES = {"docx": "notice.docx", "xlsx": "annex.xlsx"}
KINDS = tuple(PLACES)


@dataclass(frozen=True)
class Material:
    """What the documents of a month are made of: the notice as generated, in the words of one
    language, and by topic the `texts` that a person made of it. The home's own templates take the
    place of the shipped ones."""

    home: Path
    board: Board
    notice: Notice
    t: Words
    made: datetime
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def told(self) -> Notice:
        """The notice with the texts that a person made."""
        return self.notice.edited(self.texts)


@dataclass(frozen=True, slots=True)
class Document:
    """A finished file: its place among what is kept, and its name for people."""

    kind: str
    name: str
    content: bytes

    @property
    def place(self) -> str:
        """Its name in a folder of what was issued."""
        return PLACES[self.kind]


def document(kind: str, material: Material) -> Document:
    """Make one document, of KINDS. Raises `TemplateError` for a template that cannot be filled."""
    content = steady(_content(kind, material), material.made)
    return Document(kind, file_name(kind, material.notice, material.t), content)


def file_name(kind: str, notice: Notice, t: Words) -> str:
    """What the file is called, in the language of the document."""
    month = t.month(notice.period)
    names = {
        "docx": t("{month}通报", month=month),
        "xlsx": t("{month}附表", month=month),
    }
    return f"{file_stem(names[kind])}.{PLACES[kind].partition('.')[2]}"


def _content(kind: str, material: Material) -> bytes:
    board, t, notice = material.board, material.t, material.told
    if kind == "docx":
        return docx_file(notice, t, own(material.home / "reference", "notice", t))
    return annex_file(board, notice.period, notice.level, t, made=material.made)
