"""A figure of the notice that compares leads to a page of the board, and stands there."""

import re
from collections import defaultdict
from datetime import datetime
from pathlib import Path

import pytest

from board.store import open_board
from briefing.notice.compose import notice
from briefing.notice.said import Line, text
from tests.pages.desk import said
from tests.pages.test_every_figure import opened
from wording import Language, Words

MADE = datetime(2023, 5, 4, 9, 30)
# What has a unit; a year, a month, a day, and the 3 in 居前3位 have none of these.
FIGURE = re.compile(r"\d[\d,.]*(%|个百分点|[亿万]元|个(?!月)|户|人|条)")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?%?")


def lines(home: Path, period: str, language: Language) -> list[Line]:
    board = open_board(home)
    assert board
    made = notice(board, period, "all", Words(language), made=MADE)
    return [line for topic in made.topics for line in topic.lines]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_has_a_unit_leads_somewhere(sample_home: Path, language: Language) -> None:
    for line in lines(sample_home, "2023-04", language):
        for piece in line:
            assert piece.to or not FIGURE.search(piece.text), text(line)


@pytest.mark.parametrize("period", ["2022-12", "2023-04"])
def test_the_page_that_a_figure_leads_to_shows_it(
    period: str, sample_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARD_HOME", str(sample_home))
    wanted = defaultdict(set)
    for line in lines(sample_home, period, "zh"):
        for piece in line:
            if piece.to and not piece.to.startswith("?"):
                wanted[piece.to].add(piece.text)
    assert len(wanted) > 20
    for address, figures in wanted.items():
        shown = said(opened(address))
        assert "已改用默认的" not in shown, address
        numbers = {*NUMBER.findall(shown), *in_units_of_a_sentence(shown)}
        missing = {each for each in figures if not numbers.issuperset(NUMBER.findall(each))}
        assert missing == set(), address


def in_units_of_a_sentence(shown: str) -> list[str]:
    """The money of tables, in 万元 there, as a sentence says it in 亿元."""
    amounts = re.findall(r"[\d,]+\.\d\d\b(?!%)", shown)
    return [f"{float(each.replace(',', '')) / 10_000:.2f}" for each in amounts]
