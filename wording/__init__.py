"""Languages, numbers, money and dates. Chinese is the source text; English is a catalogue."""

from wording.words import LANGUAGES, Words

__all__ = ["LANGUAGES", "Words"]
