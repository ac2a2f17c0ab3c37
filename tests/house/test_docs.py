"""What README and docs tell a reader to type is what the programs understand."""

import re
import shlex
from pathlib import Path

import pytest

from briefing.arguments import parse
from briefing.notice.compose import TOPICS
from etl.arguments import parser
from etl.cli import COMMANDS
from tests.house.code import PROJECT

PAGES = [*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md")]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)\s#]+)")


def typed(start: str) -> list[str]:
    """Return every line of the console blocks that starts so, a prompt taken off."""
    lines = (line.removeprefix("$ ") for page in PAGES for line in console(page.read_text("utf-8")))
    return sorted({line for line in lines if line.startswith(start)})


def console(text: str) -> list[str]:
    return [line.strip() for block in BLOCK.findall(text) for line in block.splitlines()]


@pytest.mark.parametrize("line", typed("python -m etl"))
def test_a_command_that_is_shown_is_understood(line: str) -> None:
    _, _, _, *words = shlex.split(line, comments=True)
    assert parser(COMMANDS).parse_args(words).run


@pytest.mark.parametrize("line", typed("python -m briefing"))
def test_a_command_for_documents_is_understood(line: str) -> None:
    _, _, _, *words = shlex.split(line, comments=True)
    args = parse(words)
    assert args.list or set(args.topics or ()) <= set(TOPICS)


@pytest.mark.parametrize("line", typed("make "))
def test_a_target_that_is_shown_exists(line: str) -> None:
    targets = re.findall(r"^([\w-]+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(shlex.split(line, comments=True)[1:]) <= set(targets)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_leads_to_a_file(page: Path) -> None:
    targets = LINK.findall(page.read_text("utf-8"))
    assert [each for each in targets if not (page.parent / each).exists()] == []
