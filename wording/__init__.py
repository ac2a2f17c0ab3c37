"""Languages, numbers, money and dates. Chinese is the source text; English is a catalogue."""

from wording.words import LANGUAGES, Language, Words

__all__ = ["LANGUAGES", "Language", "Words"]
