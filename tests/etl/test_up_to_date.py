"""When a board is published again although nothing new came, and when it is left alone."""

import json
import shutil

import pytest

from etl import publish as publishing
from etl.publish import bring_up_to_date
from etl.reference import load_reference
from etl.standings import current
from etl.store import Store
from tests.etl.conftest import UNITS

FUNDS = "县区,级次,批次,下达资金,支出资金\n甲县,中央,一,10,{}\n"


def freshened(home):
    """Whether bringing the home up to date published another file."""
    before = current(home.path)
    bring_up_to_date(Store(home.path), load_reference(home.path))
    return current(home.path) != before


def spent(home):
    return home.standings("2023-04", "spend_rate")["甲县"]["numerator"]


@pytest.fixture
def board(home):
    home.load("资金_202304.csv", FUNDS.format(1))
    return home


def test_a_board_that_shows_what_there_is_stays(board):
    assert not freshened(board)


def test_an_upload_that_was_accepted_by_a_writer_that_died_is_shown(board, monkeypatch):
    def dies(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("etl.cli.publish", dies)
        with pytest.raises(KeyboardInterrupt):
            board.load("资金_202304.csv", FUNDS.format(4))
    assert spent(board) == 10_000
    assert freshened(board)
    assert spent(board) == 40_000


@pytest.mark.parametrize("action", ["withdrawn", "restored"])
def test_notes_that_no_board_shows_are_shown(board, action):
    store = Store(board.path)
    with store.lock():
        store.withdraw("000001", "甲", "报错了")
        if action == "restored":
            store.restore("000001", "甲")
    assert freshened(board)
    assert not freshened(board)


def test_other_units_make_another_board(board):
    board.reference("units.csv", UNITS.replace("甲自治县", "甲族自治县"))
    assert freshened(board)


def test_other_definitions_make_another_board(board, monkeypatch):
    monkeypatch.setattr(publishing, "version", lambda _: "a later one")
    assert freshened(board)


def test_a_board_of_a_past_moment_goes_on_showing_it(board):
    [upload] = json.loads(board.run("uploads", "--json"))
    board.load("资金_202304.csv", FUNDS.format(4))
    board.run("publish", "--as-of", upload["at"])
    assert spent(board) == 10_000
    assert not freshened(board)
    assert board.load("资金_202304.csv", FUNDS.format(4))["upload_id"] == "000002"  # nothing new
    assert spent(board) == 10_000
    board.load("资金_202304.csv", FUNDS.format(5))
    assert spent(board) == 50_000


def test_accepted_and_not_published_is_told_once_and_loading_again_mends_it(board, monkeypatch):
    def fails(*_, **__):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("etl.cli.publish", fails)
        told = board.load("资金_202304.csv", FUNDS.format(4), exits=2)
    assert told["accepted"]
    assert "not published" in told["error"]
    assert spent(board) == 10_000
    board.load("资金_202304.csv", FUNDS.format(4))
    assert spent(board) == 40_000


def test_a_lost_board_is_made_again(board):
    shutil.rmtree(board.path / "published")
    assert freshened(board)
    assert spent(board) == 10_000
