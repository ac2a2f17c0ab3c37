"""Texts that are there in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import ConfigDict

Lang = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in both languages; small, since every problem of a file carries some."""

    zh: str
    en: str

    __pydantic_config__ = ConfigDict(extra="forbid")

    def of(self, lang: Lang) -> str:
        """The text in one language."""
        return self.zh if lang == "zh" else self.en

    def filled(self, zh: Mapping[str, Any], en: Mapping[str, Any]) -> "Bilingual":
        """The text with words in place of its braces; itself where it has none."""
        if "{" not in self.zh and "{" not in self.en:
            return self
        return Bilingual(self.zh.format_map(zh), self.en.format_map(en))
