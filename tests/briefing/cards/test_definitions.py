"""The definitions page's cards as documents: what they say is what the published file holds."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from board.definitions import Definition, definition
from board.dictionary import Relation, dictionary
from board.store import Board
from briefing.cards import definitions as cards
from briefing.cards.definitions import Book
from briefing.export import Export
from tests.board import project_ledger
from tests.briefing.cards.made import chinese, is_written
from tests.pages.desk import FUNDS, Desk
from wording import Words
from wording.words import Language

MADE = datetime(2023, 5, 10, 9, 30)
Rows = Callable[..., list[tuple[object, ...]]]


def spending(book: Book) -> Definition:
    return definition(book.board, book.board.indicators["spend_rate"], "2023-04")


def standings(book: Book) -> Relation:
    return next(each for each in dictionary(book.board) if each.name == "standings")


CARDS: dict[str, Callable[[Book], Export]] = {
    "indicators": lambda book: cards.indicators(book, "标题", MADE),
    "formula": lambda book: cards.formula(book, "标题", spending(book), MADE),
    "options": lambda book: cards.options(book, "标题", spending(book), MADE),
    "milestones": lambda book: cards.milestones(book, "标题", spending(book), MADE),
    "relations": lambda book: cards.relations(book, "标题", dictionary(book.board), MADE),
    "relation_columns": lambda book: cards.relation_columns(book, standings(book), MADE),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = Desk(tmp_path_factory.mktemp("definitions") / "home")
    desk.send("资金_202304.csv", FUNDS + "云溪县,中央,一,100,30\n")
    return desk.path


@pytest.fixture(scope="module")
def board(home: Path) -> Board:
    return project_ledger.opened(home)


def made_of(board: Board, card: str, language: Language = "zh") -> Export:
    return CARDS[card](Book(board, Words(language)))


def test_every_indicator_with_its_formula(board: Board, home: Path, published_rows: Rows) -> None:
    made = made_of(board, "indicators")
    assert [row[:3] for row in made.grid.rows] == published_rows(
        home, "select name_zh, basis_zh, definition_zh from indicators order by sort_order"
    )
    # Definitions are of no month.
    assert "报告期" not in dict(made.provenance.lines)
    assert made.name == "全部指标"


def test_both_parts_and_the_columns_they_are_counted_from(board: Board) -> None:
    made = made_of(board, "formula")
    above, below = made.grid.rows
    assert (above[:2], below[:2]) == (("分子", "累计支出"), ("分母", "累计下达"))
    assert (above[3], above[4], below[4]) == ("衔接资金台账", "支出资金", "下达资金")
    assert "支出" in str(above[5])
    assert ("指标", "资金支出率") in made.provenance.lines
    assert made.name == "资金支出率口径"


def test_the_settings_that_change_it_and_which_is_in_force(board: Board) -> None:
    rows = made_of(board, "options").grid.rows
    assert [row[0] for row in rows if row[3]] == [
        "spend_rate.denominator",
        "spend_rate.leave_out_batches_younger_than_days",
    ]


def test_milestones_are_shares(board: Board) -> None:
    made = made_of(board, "milestones")
    assert [row[:4] for row in made.grid.rows[:1]] == [
        ("4月30日", Decimal("0.3"), "全部级次", "各单位")
    ]
    assert "达标：不低于节点和全省平均" in made.sentence


def test_the_dictionary_is_that_of_the_file(board: Board, home: Path, published_rows: Rows) -> None:
    found = made_of(board, "relations").grid.rows
    counted = published_rows(home, "select 'standings', count(*) from standings")
    assert [(row[0], row[2]) for row in found if row[0] == "standings"] == counted
    assert {row[1] for row in found} == {"表", "视图"}
    assert [row[0] for row in made_of(board, "relation_columns").grid.rows] == [
        row[0]
        for row in published_rows(
            home,
            "select column_name from duckdb_columns() where table_name = 'standings' "
            "order by column_index",
        )
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("card", CARDS)
def test_every_card_is_written(board: Board, card: str, language: Language) -> None:
    made, t = made_of(board, card, language), Words(language)
    assert is_written(made, t)


@pytest.mark.parametrize("card", CARDS)
def test_in_english_only_headings_of_files_are_chinese(board: Board, card: str) -> None:
    made, t = made_of(board, card, "en"), Words("en")
    sent = {t("台账的表头可写"), t("月报的表头可写"), t("依据文件")}
    said = [made.name, made.sentence, *made.grid.heads(t)]
    for row in made.grid.printed(t):
        columns = zip(made.grid.columns, row, strict=True)
        said += [text for column, text in columns if column.label not in sent]
    assert chinese(said) == set()
