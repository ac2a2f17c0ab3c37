"""Nothing of the board is said in one language only."""

from string import Formatter

import pytest
from babel.messages.pofile import read_po

from tests.wording.messages import PROJECT, messages

CATALOGUE = PROJECT / "wording" / "locale" / "en" / "LC_MESSAGES" / "board.po"


@pytest.fixture(scope="module")
def english() -> dict[str, tuple[str, ...]]:
    """Message → its English, singular and plural where it has both."""
    with CATALOGUE.open("rb") as file:
        entries = [entry for entry in read_po(file, locale="en") if entry.id]
    texts = {}
    for entry in entries:
        key = entry.id if isinstance(entry.id, str) else entry.id[0]
        texts[key] = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
    return texts


def test_every_message_has_its_english(english: dict[str, tuple[str, ...]]) -> None:
    missing = {w: text for text, w in messages().items() if not all(english.get(text, [""]))}
    assert missing == {}


def test_the_catalogue_says_nothing_that_nobody_asks_for(
    english: dict[str, tuple[str, ...]],
) -> None:
    assert sorted(set(english) - set(messages())) == []


def test_english_fills_in_the_same_values(english: dict[str, tuple[str, ...]]) -> None:
    for message, texts in english.items():
        for text in texts:
            assert _names(text) | {"n"} == _names(message) | {"n"}, message


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
