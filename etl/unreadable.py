"""Files that are no table at all."""


class Unreadable(Exception):
    """The file cannot be read; `code` names the sentence that says why, `words` fill it."""

    def __init__(self, code: str, **words: str) -> None:
        super().__init__(code)
        self.code = code
        self.words = words
