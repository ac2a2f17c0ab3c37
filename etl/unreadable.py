"""Files that are no table at all."""

from typing import Any

from etl.bilingual import Lang
from etl.problems import problem


class Unreadable(Exception):
    """The file cannot be read; `problem` says why: `code` is its kind, `words` fill its texts."""

    def __init__(self, code: str, **words: Any) -> None:
        super().__init__(code)
        self.problem = problem(code, **words)

    def sentence(self, lang: Lang) -> str:
        """Why, as it stands behind the file's name and a colon: without a second one."""
        return self.problem.sentence(lang, "; " if lang == "en" else None)
