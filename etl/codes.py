"""Code lists: which words a column may hold, and how files spell them."""

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, RootModel

from etl.marked_yaml import Document
from etl.spelling import squeezed


class Code(BaseModel):
    """One entry of a code list; the code is its own Chinese name where `zh` is absent."""

    model_config = ConfigDict(extra="forbid")
    zh: str = ""
    en: str
    spellings: list[str] = []


class CodeLists(RootModel[dict[str, dict[str, Code]]]):
    """All code lists by name."""


@cache
def code_lists() -> dict[str, dict[str, Code]]:
    """The code lists of codes.yaml, in their order."""
    lists = Document(Path(__file__).with_name("codes.yaml")).read(CodeLists).root
    for codes in lists.values():
        for name, code in codes.items():
            code.zh = code.zh or name
    return lists


ALL = ("all", "全部", "所有", "合计", "总计", "各级", "全口径", "各级资金", "全部资金")


def spellings(name: str, also: tuple[str, ...] = ()) -> dict[str, str]:
    """Squeezed spelling → code, for one list; codes and both names are spellings too.

    `also` may hold `all`, which stands for every member of the list."""
    found = dict.fromkeys(ALL, "all") if "all" in also else {}
    return found | {
        squeezed(word): code
        for code, entry in code_lists()[name].items()
        for word in (code, entry.zh, entry.en, *entry.spellings)
    }
