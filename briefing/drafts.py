"""Sections that people are rewriting, kept in the home until they are taken back.

drafts/2023-04/all.zh/money.json   one section of one material: whoever writes it last, wins
"""

import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from briefing.notice.model import Topic
from briefing.notice.retold import generated
from briefing.personal import is_personal

Key = tuple[str, str, str]  # month, level, language of the documents
_CODE = re.compile(r"[\w-]+")


class Personal(Exception):
    """A text that is not kept: it holds a person's number."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A section as a person wrote it, the generated text that it was made of, and since when the
    home keeps it; `kept_at` is None while it does not."""

    text: str
    made_of: str
    kept_at: datetime | None = None

    def is_stale(self, topic: Topic) -> bool:
        """Whether the board says something else now than when it was written."""
        return self.made_of != generated(topic)


def read_drafts(home: Path, key: Key) -> dict[str, Draft | None]:
    """Of each section that was rewritten its draft, by code; None where the file cannot be read.

    `ValueError` for a key that is not made of codes.
    """
    found: dict[str, Draft | None] = {}
    for place in sorted(_folder(home, key).glob("*.json")):
        try:
            found[place.stem] = _draft(json.loads(place.read_text("utf-8")))
        except FileNotFoundError:
            continue  # taken back meanwhile
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            # Damaged, or of a hand. Whoever opens the section is told and the file stays, for there
            # may be half an hour's work in it; one bad section must not cost the others.
            found[place.stem] = None
    return found


def keep_draft(home: Path, key: Key, code: str, draft: Draft) -> Draft:
    """Keep a section's draft in place of the one before, whole or not at all; as it is kept.

    `Personal` before anything is written, `OSError` where the home cannot be, `ValueError` for a
    key or a section that is no code.
    """
    if is_personal(draft.text):
        raise Personal
    at, place = datetime.now(UTC), _place(home, key, code)
    content = {"text": draft.text, "made_of": draft.made_of, "kept_at": at.isoformat()}
    place.parent.mkdir(parents=True, exist_ok=True)
    # Under a name of its own: two people may be writing at once.
    beside = place.with_name(f".{code}.{uuid4().hex}.part")
    try:
        beside.write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8")
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
    return replace(draft, kept_at=at)


def drop_draft(home: Path, key: Key, code: str) -> None:
    """Take a section's draft back, if there is one. Raises like `keep_draft`."""
    place = _place(home, key, code)
    if place.exists():  # a disk that cannot be written refuses to delete even what is not there
        place.unlink(missing_ok=True)


def _place(home: Path, key: Key, code: str) -> Path:
    return _folder(home, key) / f"{_checked(code)}.json"


def _folder(home: Path, key: Key) -> Path:
    period, level, language = map(_checked, key)
    return home / "drafts" / period / f"{level}.{language}"


def _checked(code: str) -> str:
    """The keys come from an address: without dots and slashes no path leads out of the folder."""
    if not _CODE.fullmatch(code):
        raise ValueError(f"no code: {code!r}")
    return code


def _draft(told: dict[str, Any]) -> Draft:
    text, made_of = told["text"], told["made_of"]
    if not isinstance(text, str) or not isinstance(made_of, str):
        raise TypeError
    return Draft(text, made_of, datetime.fromisoformat(told["kept_at"]))
