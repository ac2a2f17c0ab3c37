"""The dictionary of the published file, in either language, and what a search finds in it."""

import pytest

from board.dictionary import Relation, dictionary, in_words, search, short_type
from board.store import open_board
from tests.board.published import publish
from wording import Words

ZH, EN = Words("zh"), Words("en")


@pytest.fixture(scope="module")
def relations(tmp_path_factory: pytest.TempPathFactory) -> tuple[Relation, ...]:
    board = open_board(publish(tmp_path_factory.mktemp("home")))
    assert board
    return dictionary(board)


def test_every_table_has_its_columns_and_says_what_a_row_is(
    relations: tuple[Relation, ...],
) -> None:
    facts = next(each for each in relations if each.name == "facts")
    assert (facts.kind, facts.row_count) == ("table", 0)
    assert [each.code for each in facts.columns][:3] == ["period", "unit_code", "fund_level"]
    assert facts.says(ZH).startswith("每行一个月份、单位、资金级次")
    assert facts.says(EN).startswith("One row per month, unit, fund level")
    value = next(each for each in facts.columns if each.code == "value")
    assert (short_type(value), in_words(value.comment, ZH)) == (
        "DECIMAL(18,2)", "和：金额为元，其余为个数",
    )  # fmt: skip
    assert [each.name for each in relations] == sorted(each.name for each in relations)


def test_a_search_finds_names_and_comments_of_either_language(
    relations: tuple[Relation, ...],
) -> None:
    assert [
        (one.name, [each.code for each in one.columns]) for one in search(relations, "并列")
    ] == [("standings", ["tied"])]
    whole = {one.name: one for one in search(relations, " TARGETS ")}
    assert len(whole["targets"].columns) == 7  # found by its name: all of it
    assert search(relations, "nothing of the kind") == ()


def test_a_comment_without_two_halves_is_itself_in_both_languages() -> None:
    assert in_words("plain", ZH) == in_words("plain", EN) == "plain"
    assert in_words("中文 · English · more", EN) == "English · more"
    assert in_words(None, ZH) == ""
