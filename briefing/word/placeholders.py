"""Placeholders such as {{标题}}: found in the lines of a template, checked, and filled in."""

import re
from collections.abc import Iterable, Mapping, Sequence

from docx.text.paragraph import Paragraph

from briefing.template import TemplateError
from briefing.word import names
from briefing.writable import writable
from wording import Words

_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


def named(line: Paragraph) -> list[str]:
    """The placeholders of a line."""
    return _PLACEHOLDER.findall(line.text)


def check(lines: Iterable[Paragraph], blocks: Sequence[str], file: str, t: Words) -> None:
    """`TemplateError` for a placeholder that is not known, missing, or, being one of `blocks`, not
    a paragraph of its own."""
    known, there = {*names.TEXTS, *blocks}, set()
    for line in lines:
        for name in named(line):
            there.add(name)
            if name not in known:
                raise TemplateError(
                    t("模板 {file} 有不认识的占位符 {name}。", file=file, name=_written(name))
                )
            if name in blocks and not _PLACEHOLDER.fullmatch(line.text.strip()):
                raise TemplateError(
                    t("模板 {file} 的占位符 {name} 必须独占一段。", file=file, name=_written(name))
                )
    for name in names.NEEDED:
        if name in known - there:
            raise TemplateError(
                t("模板 {file} 缺少占位符 {name}。", file=file, name=_written(name))
            )


def replace(line: Paragraph, texts: Mapping[str, str]) -> None:
    """Fill in texts; Word may have cut a placeholder into several runs, the first of them keeps
    its look."""
    runs = line.runs
    written = [run.text for run in runs]
    # From the end: places before a replaced one stay where they are.
    for found in reversed(list(_PLACEHOLDER.finditer("".join(written)))):
        text, start = writable(texts[found.group(1)]), 0
        for place, own in enumerate(written):
            first, last = found.start() - start, found.end() - start
            start += len(own)
            if last > 0 and first < len(own):
                written[place] = own[: max(first, 0)] + (text if first >= 0 else "") + own[last:]
    for run, text in zip(runs, written, strict=True):
        if run.text != text:
            run.text = text


def _written(name: str) -> str:
    return f"{{{{{name}}}}}"
