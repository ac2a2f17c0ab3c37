"""What was issued is kept: the files, the text as generated and as edited, the published version.

issued/2023-04/003-20230512T091203/   what was asked for of notice.docx, deck.pptx, annex.xlsx and
                                      slips.zip, and text.json, receipt.json; nothing is ever edited
"""

import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from filelock import FileLock

from briefing.documents import Document, Material
from briefing.notice.retold import changed_numbers, generated
from briefing.notice.said import text
from briefing.personal import is_personal
from wording import Language

_FOLDER = re.compile(r"(\d{3,})-\d{8}T\d{6}$")


class NotKept(Exception):
    """Material that is not kept; the text says why in one line."""


@dataclass(frozen=True, slots=True)
class File:
    """One kept file: its place in the folder, its name for people, and its checksum."""

    kind: str
    place: str
    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Issued:
    """One issue of a month. `number` counts within the month, `version` is the published file its
    figures are of; `edited` are the sections whose text a person has written: of the `topics` asked
    for, and the opening."""

    number: int
    period: str
    level: str
    language: Language
    topics: tuple[str, ...]
    edited: tuple[str, ...]
    version: str
    as_of: datetime | None
    by: str
    at: datetime
    files: tuple[File, ...]
    folder: Path

    @property
    def id(self) -> str:
        """Month and number, as people say which one."""
        return f"{self.period}/{self.number:03d}"

    def content(self, file: File) -> bytes:
        """The bytes of one of its files."""
        return (self.folder / file.place).read_bytes()

    def texts(self) -> dict[str, tuple[str, str]]:
        """Of each edited section the text as edited, and the generated one that it was made of."""
        told = json.loads((self.folder / "text.json").read_text("utf-8"))
        return {
            each["code"]: (each["edited"], each["generated"])
            for each in told["topics"]
            if each["edited"] is not None
        }

    def as_json(self) -> dict[str, Any]:
        """The issue as the command line prints it."""
        return {
            "id": self.id,
            **asdict(self),
            "topics": list(self.topics),
            "edited": list(self.edited),
            "as_of": self.as_of and self.as_of.isoformat(),
            "at": self.at.isoformat(),
            "files": [asdict(file) for file in self.files],
            "folder": str(self.folder),
        }


def keep(material: Material, documents: Sequence[Document], *, by: str) -> Issued:
    """Keep what is issued under the month's next number: all of it, or nothing.

    Raises `NotKept` without a name, or for a person's number in what was written.
    """
    t, by = material.t, " ".join(by.split())
    if not by:
        raise NotKept(t("请写明由谁留存。"))
    if any(map(is_personal, (by, *material.texts.values()))):
        raise NotKept(t("这里写的会保存：请去掉身份证号、电话号码。"))
    home, period = material.home, material.notice.period
    root = home / "issued"
    root.mkdir(parents=True, exist_ok=True)
    with FileLock(root / ".lock"):
        staging = root / ".staging"
        shutil.rmtree(staging, ignore_errors=True)  # left by a writer that died
        staging.mkdir()
        number = max((each.number for each in read_issued(home, period)), default=0) + 1
        for each in documents:
            (staging / each.place).write_bytes(each.content)
        _write(staging / "text.json", _told(material))
        _write(staging / "receipt.json", _receipt(number, material, documents, by))
        place = root / period / f"{number:03d}-{material.made:%Y%m%dT%H%M%S}"
        place.parent.mkdir(exist_ok=True)
        staging.replace(place)
    return _read(place)


def read_issued(home: Path, period: str | None = None) -> list[Issued]:
    """What was issued for a month, or for all: the newest month first, in it the newest first."""
    folders = (home / "issued").glob(f"{period or '*'}/*")
    found = [_read(folder) for folder in folders if _FOLDER.match(folder.name)]
    return sorted(found, key=lambda each: (each.period, each.number), reverse=True)


def _told(material: Material) -> dict[str, Any]:
    """The text as issued, and of each section what was generated and what a person made of it."""
    printed = material.told.paragraphs(material.t)
    return {
        "text": [{"style": each.style, "text": text(each.line)} for each in printed],
        "topics": [
            {
                "code": topic.code,
                "heading": topic.heading,
                "generated": generated(topic),
                "edited": material.texts.get(topic.code),
                "changed_numbers": changed_numbers(topic, material.texts.get(topic.code, "")),
            }
            for topic in material.notice.sections
        ],
    }


def _receipt(
    number: int, material: Material, documents: Sequence[Document], by: str
) -> dict[str, Any]:
    as_of = material.board.publication.as_of
    return {
        "number": number,
        "period": material.notice.period,
        "level": material.notice.level,
        "language": material.t.language,
        "topics": list(material.topics),
        "edited": [each.code for each in material.notice.sections if each.code in material.texts],
        "version": material.board.name,
        "as_of": as_of.isoformat() if as_of else None,
        "by": by,
        "at": material.made.astimezone().isoformat(),
        "files": [
            {
                "kind": each.kind,
                "place": each.place,
                "name": each.name,
                "sha256": sha256(each.content).hexdigest(),
                "size": len(each.content),
            }
            for each in documents
        ],
    }


def _write(place: Path, content: dict[str, Any]) -> None:
    place.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


@cache
def _read(folder: Path) -> Issued:
    """An issue as its receipt says; receipts never change, so each is read once."""
    told = json.loads((folder / "receipt.json").read_text("utf-8"))
    as_of = told.pop("as_of")
    return Issued(
        **{
            **told,
            "topics": tuple(told["topics"]),
            "edited": tuple(told["edited"]),
            "as_of": datetime.fromisoformat(as_of) if as_of else None,
            "at": datetime.fromisoformat(told["at"]),
            "files": tuple(File(**each) for each in told["files"]),
            "folder": folder,
        }
    )
