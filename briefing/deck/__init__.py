"""The deck for the meeting: slides with one message each, native charts, and what to say."""
