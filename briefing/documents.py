"""The documents of a month: which there are, what each is called, and from what it is made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from board.store import Board
from briefing.annex import annex_file
from briefing.deck.file import deck_file
from briefing.export import file_stem
from briefing.notice.compose import TOPICS
from briefing.notice.model import Notice
from briefing.slides.master import open_master
from briefing.slips import Slip, slips
from briefing.steady import steady
from briefing.template import own
from briefing.word import names
from briefing.word.document import docx_file, notice_template
from briefing.word.slip import slip_docx, slip_template, slips_zip
from wording import Words

PLACES = {"docx": "notice.docx", "pptx": "deck.pptx", "xlsx": "annex.xlsx", "slips": "slips.zip"}
KINDS = tuple(PLACES)


@dataclass(frozen=True)
class Material:
    """What the documents of a month are made of: the notice as generated of these `topics`, in the
    words of one language, and by section the `texts` that a person made of it. The home's own
    templates take the place of the shipped ones."""

    home: Path
    board: Board
    notice: Notice
    t: Words
    made: datetime
    topics: tuple[str, ...] = TOPICS
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def told(self) -> Notice:
        """The notice with the texts that a person made."""
        return self.notice.edited(self.texts)

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        """A slip for each unit for which the rules suggest a step."""
        told = self.notice
        return slips(self.board, told.period, told.level, self.t, made=self.made)


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


def kind_names(t: Words) -> dict[str, str]:
    """What each kind of document is called."""
    return {
        "docx": t("通报（Word）"),
        "pptx": t("幻灯片（PPT）"),
        "xlsx": t("附表（Excel）"),
        "slips": t("提醒单（ZIP）"),
    }


def documents(kinds: Iterable[str], material: Material) -> list[Document]:
    """Make each kind of KINDS; slips are left out where no unit gets one. Raises `TemplateError`
    for a template that cannot be filled."""
    return [document(kind, material) for kind in kinds if kind != "slips" or material.slips]


def document(kind: str, material: Material) -> Document:
    """Make one document, of KINDS. Raises `TemplateError` for a template that cannot be filled."""
    content = steady(_content(kind, material), material.made)
    return Document(kind, file_name(kind, material.notice, material.t), content)


def file_name(kind: str, notice: Notice, t: Words) -> str:
    """What the file is called, in the language of the document."""
    month = t.month(notice.period)
    called = {
        "docx": t("{month}通报", month=month),
        "pptx": t("{month}汇报", month=month),
        "xlsx": t("{month}附表", month=month),
        "slips": t("{month}提醒单", month=month),
    }
    return f"{file_stem(called[kind])}.{PLACES[kind].partition('.')[2]}"


def own_template(kind: str, home: Path, t: Words) -> Path | None:
    """The bureau's own template for a kind, if there is one; the annex has none."""
    named = {
        "docx": names.file_of(names.NOTICE, t),
        "pptx": PLACES["pptx"],
        "slips": names.file_of(names.SLIP, t),
    }
    return own(home, named[kind])


def check_template(kind: str, home: Path, t: Words) -> None:
    """Open the home's own template for a kind, where there is one. Raises `TemplateError`."""
    open_as = {"docx": notice_template, "pptx": open_master, "slips": slip_template}
    if kind in open_as and (file := own_template(kind, home, t)):
        open_as[kind](file, t)


def slip_name(slip: Slip) -> str:
    """What the file of one unit's slip is called."""
    return f"{file_stem(slip.title)}.docx"


def slip_content(slip: Slip, home: Path, t: Words) -> bytes:
    """One unit's slip as a Word file of its own. Raises `TemplateError`."""
    return slip_docx(slip, t, own_template("slips", home, t))


def _content(kind: str, material: Material) -> bytes:
    board, t, told, made = material.board, material.t, material.told, material.made
    if kind == "xlsx":
        return annex_file(board, told.period, told.level, t, made=made)
    template = own_template(kind, material.home, t)
    if kind == "docx":
        return docx_file(told, t, template)
    if kind == "pptx":
        return deck_file(
            board, told.period, told.level, t, made=made, notice=told, template=template
        )
    return slips_zip(material.slips, t, template)
