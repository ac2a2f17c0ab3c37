"""The words of a template, in the language it is made in."""

from functools import cache
from pathlib import Path

from pydantic import RootModel

from etl.bilingual import Bilingual, Lang
from etl.marked_yaml import Document


class _Words(RootModel[dict[str, Bilingual]]):
    pass


@cache
def words(lang: Lang) -> dict[str, str]:
    """The words of words.yaml by key; raises BadEntry with file and line."""
    found = Document(Path(__file__).with_name("words.yaml")).read(_Words).root
    return {key: text.of(lang) for key, text in found.items()}


def month_words(period: str, lang: Lang) -> str:
    """2023-04 as people write it, and as the loader reads it above a header."""
    return f"{period[:4]}年{int(period[5:])}月" if lang == "zh" else period
