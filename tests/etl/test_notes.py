"""Notes of staff: kept as they are written, withdrawn by another file, shown as of a moment."""

import json
from datetime import UTC, datetime

import pytest

from etl import errand
from etl.notes import RefusedNote, read_notes
from etl.publish import bring_up_to_date, is_behind
from etl.reference import load_reference
from etl.standings import current
from etl.store import Store
from tests.etl.test_store import published

FUNDS = "县区,级次,批次,下达资金,支出资金\n甲县,中央,一,10,1\n"
TEXT = "6月27日新下达3600万元，尚未支出"
SAYS = {"unit": "甲县", "indicator": "spend_rate", "period": "2023-04"}


@pytest.fixture
def board(home):
    home.load("资金_202304.csv", FUNDS)
    return home


def note(home, text=TEXT, exits=0, **more):
    said = SAYS | {"by": "甲县财政局"} | more
    words = [word for name, value in said.items() for word in (f"--{name}", value)]
    return home.run("note", *words, text, exits=exits)


def shown(home):
    """(number, unit, month, text, who) of the notes on the board."""
    return [(row[0], row[1], row[3], row[4], row[5]) for row in published(home)["notes"]]


def files(home):
    folder = home.path / "notes"
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file())


def test_a_note_is_a_file_and_a_row_of_the_board(board):
    note(board)
    assert files(board) == ["period=2023-04/note_id=000001.json"]
    told = json.loads((board.path / "notes" / files(board)[0]).read_text("utf-8"))
    datetime.fromisoformat(told.pop("at"))
    assert told == {
        "note_id": "000001", "unit_code": "990101", "indicator": "spend_rate",
        "period": "2023-04", "text": TEXT, "by": "甲县财政局",
    }  # fmt: skip
    assert shown(board) == [("000001", "990101", "2023-04", TEXT, "甲县财政局")]


def test_numbers_go_on_over_the_months_and_the_city_may_be_spoken_of(board):
    note(board)
    note(board, period="2023-05", unit="乙")
    note(board, unit="云川市", text="全市资金下达较晚")
    assert [(row[0], row[1], row[2]) for row in shown(board)] == [
        ("000001", "990101", "2023-04"),
        ("000002", "990102", "2023-05"),
        ("000003", "city", "2023-04"),
    ]


def test_a_withdrawn_note_is_not_shown_and_stays_known(board):
    note(board)
    before = board.bytes()
    board.run("withdraw-note", "000001", "--by", "市局", "--reason", "写错了")
    assert shown(board) == []
    assert files(board) == [
        "period=2023-04/note_id=000001.json",
        "period=2023-04/note_id=000001.withdrawn.json",
    ]
    kept = {path: content for path, content in board.bytes().items() if path in before}
    assert {path: content for path, content in kept.items() if path.parts[0] == "notes"} == {
        path: content for path, content in before.items() if path.parts[0] == "notes"
    }
    [told] = json.loads(board.run("notes", "--json"))
    assert (told["text"], told["withdrawn"]["reason"]) == (TEXT, "写错了")
    assert "withdrawn by 市局: 写错了" in board.run("notes")


def test_a_note_is_withdrawn_once_and_only_when_it_is_there(board):
    words = ("withdraw-note", "000001", "--by", "市局", "--reason", "写错了")
    assert "no note 000001 that stands" in board.run(*words, exits=2)
    note(board)
    board.run(*words)
    before = board.bytes()
    board.run(*words, exits=2)
    assert board.bytes() == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": "请联系13800001234"}, "leave out identity and telephone numbers"),
        ({"text": "户主110101199003070011"}, "leave out identity and telephone numbers"),
        ({"by": "张三 138 0000 1234"}, "leave out identity and telephone numbers"),
        ({"text": "  "}, "must not be blank"),
        ({"text": "长" * 501}, "at most 500 characters"),
        ({"unit": "丁县"}, "no unit 丁县"),
        ({"period": "2023-13"}, "no month"),
        ({"indicator": "spent_rate"}, "spent_rate"),
    ],
)
def test_what_is_not_kept_is_said_in_one_line_and_writes_nothing(board, change, said, capsys):
    before = board.bytes()
    try:
        told = note(board, exits=2, **change)
    except SystemExit as stop:  # the words themselves were wrong
        assert stop.code == 2
        told = capsys.readouterr().err
    assert said in told
    assert len(told.splitlines()) == 1
    assert "13800001234" not in told
    assert board.bytes() == before


def test_the_page_s_errand_refuses_what_the_command_line_refuses(board):
    before = board.bytes()
    running = errand.note(
        Store(board.path), "990101", "spend_rate", "2023-04", "电话13800001234", "甲县"
    )
    with pytest.raises(RefusedNote):
        running.result()
    assert board.bytes() == before


def test_an_errand_keeps_a_note_and_publishes_it(board):
    running = errand.note(Store(board.path), "990101", "spend_rate", "2023-04", TEXT, "甲县")
    assert running.result().note_id == "000001"
    assert shown(board) == [("000001", "990101", "2023-04", TEXT, "甲县")]


def test_the_board_as_of_a_past_moment_has_the_notes_of_then(board):
    moments = [datetime.now(UTC).isoformat()]
    note(board)
    moments.append(datetime.now(UTC).isoformat())
    board.run("withdraw-note", "000001", "--by", "市局", "--reason", "写错了")
    for moment, count in zip(moments, (0, 1), strict=True):
        board.run("publish", "--as-of", moment)
        assert len(shown(board)) == count
    board.run("publish")
    assert shown(board) == []


def test_a_note_that_no_board_shows_is_shown_by_the_next_that_looks(board, monkeypatch):
    def dies(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("etl.notes_cli.publish", dies)
        with pytest.raises(KeyboardInterrupt):
            note(board)
    store, reference = Store(board.path), load_reference(board.path)
    assert is_behind(store, reference)
    bring_up_to_date(store, reference)
    assert [row[0] for row in shown(board)] == ["000001"]
    assert not is_behind(store, reference)


def test_what_a_writer_that_died_left_is_no_note(board):
    note(board)
    (board.path / "notes" / ".staging.json").write_text("{", "utf-8")
    assert [each.note_id for each in read_notes(board.path)] == ["000001"]
    before = current(board.path)
    note(board, text="另一条")
    assert current(board.path) != before
    assert len(shown(board)) == 2


def test_files_and_notes_do_not_touch_each_other(board):
    note(board)
    board.load("甲县_202304.csv", FUNDS.replace(",1\n", ",4\n"))
    board.run("withdraw", "000002", "--by", "测试", "--reason", "报错了")
    board.run("rebuild")
    assert [row[0] for row in shown(board)] == ["000001"]
    assert board.standings("2023-04", "spend_rate")["甲县"]["numerator"] == 10_000
