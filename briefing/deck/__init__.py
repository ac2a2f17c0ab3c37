"""The deck for the meeting: one message a slide, native charts, and what to say."""

from briefing.deck.file import deck_file

__all__ = ["deck_file"]
