"""What a template may and must hold is written down, in both languages."""

import re

import pytest

from briefing.word import names
from tools.command import PROJECT


@pytest.mark.parametrize("page", ["briefing.md", "briefing.zh-CN.md"])
def test_every_style_and_placeholder_is_described(page: str) -> None:
    text = (PROJECT / "docs" / page).read_text("utf-8")
    placeholders = [*names.TEXTS, *names.NOTICE_BLOCKS]
    assert re.findall(r"^\| `\{\{(.+?)\}\}`", text, re.MULTILINE) == placeholders
    needed = re.findall(r"^\| `\{\{(.+?)\}\}`.*\| (?:yes|是) \|$", text, re.MULTILINE)
    assert needed == ["标题", "正文", "附件", "出处"] == list(names.NEEDED)
    notices, slips = re.split("提醒单的模板要有|A template for slips needs", text)
    assert _styles(notices) >= {*names.NOTICE_STYLES}
    assert _styles(slips.split("\n\n")[0]) == {*names.SLIP_STYLES}


def _styles(text: str) -> set[str]:
    return {*re.findall("通报[一-龥]*", text)}
