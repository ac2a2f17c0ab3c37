"""Notes of staff from literal rows, and the marks that lead to them."""

from datetime import datetime
from pathlib import Path

import pytest

from board.course import Point
from board.notes import Note, about, month_notes, unit_notes
from board.store import Board, open_board
from charts.markup import Markup
from charts.notes import heads, in_hover, mark, note_list, note_marks
from charts.theme import LIGHT
from tests.board.published import Row, publish, unit
from wording import Words

ZH, EN = Words("zh"), Words("en")
UNITS = [unit("990101", "云溪县", "Yunxi"), unit("990102", "东岭县", "Dongling")]
NOON = datetime(2023, 5, 6, 4)  # UTC: the same day from Greenwich to Beijing


def row(number: int, unit_code: str, period: str, text: str, **more: object) -> Row:
    return {
        "note_id": f"{number:06}", "unit_code": unit_code, "period": period, "text": text,
        "indicator": "spend_rate", "written_by": "甲", "written_at": NOON,
    } | more  # fmt: skip


@pytest.fixture
def board(tmp_path: Path) -> Board:
    rows = [
        row(1, "990102", "2023-04", "东岭四月"),
        row(2, "990101", "2023-04", "云溪四月"),
        row(3, "990101", "2023-02", "云溪二月"),
        row(4, "city", "2023-04", "全市四月"),
        row(5, "990101", "2022-12", "云溪去年"),
        row(6, "990101", "2023-04", "另一项", indicator="start_rate"),
        row(7, "990101", "2023-05", "云溪五月"),
    ]
    found = open_board(publish(tmp_path, units=UNITS, notes=rows))
    assert found
    return found


def texts(found: tuple[Note, ...]) -> list[str]:
    return [note.text for note in found]


def test_the_notes_of_a_unit_come_by_month_up_to_the_one_shown(board: Board) -> None:
    found = unit_notes(board, "990101", "spend_rate", "2023-01", "2023-04")
    assert texts(found) == ["云溪二月", "云溪四月"]


def test_the_notes_of_a_month_are_the_city_s_and_then_the_units_in_their_order(
    board: Board,
) -> None:
    found = month_notes(board, "spend_rate", "2023-04")
    assert texts(found) == ["全市四月", "云溪四月", "东岭四月"]
    assert [about(note, board, ZH) for note in found] == ["全市", "云溪县", "东岭县"]
    assert about(found[1], board, EN) == "Yunxi"


def test_a_note_is_signed(board: Board) -> None:
    [note] = unit_notes(board, "990102", "spend_rate", "2023-04", "2023-04")
    assert note.signed(ZH) == "甲，2023年5月6日"
    assert note.signed(EN) == "甲, 6 May 2023"


def note(period: str, text: str = "说明") -> Note:
    return Note("000001", "990101", period, text, "甲", NOON)


def point(period: str, value: float | None) -> Point:
    return Point(period, value, "green", None, None, None, None)


def test_marks_stand_under_the_points_of_their_months() -> None:
    notes = [note("2023-01"), note("2023-03", "一"), note("2023-03", "二"), note("2022-12")]
    points = [point("2023-01", 0.05), point("2023-02", 0.2), point("2023-03", 0.5)]
    low, high = note_marks(notes, points, (0.0, 100.0), ZH, LIGHT)
    assert (low["x"], low["y"], low["text"]) == ("2023-01-31", 5.0, "①")
    assert low["ay"] < 0  # over the point: under it is the axis
    assert (high["x"], high["y"], high["text"]) == ("2023-03-31", 50.0, "②③")
    assert high["ay"] > 0
    assert high["hovertext"] == "一<br>— 甲，2023年5月6日<br>二<br>— 甲，2023年5月6日"


def test_a_month_that_was_not_reported_has_its_mark_at_the_axis() -> None:
    [mark_] = note_marks([note("2023-01")], [point("2023-01", None)], (80.0, 100.0), ZH, LIGHT)
    assert (mark_["y"], mark_["ay"] < 0) == (80.0, True)


def test_what_was_written_is_text_wherever_it_is_shown() -> None:
    written = note("2023-04", "<b>粗</b>\n第二行")
    assert "&lt;b&gt;粗" in note_list([written], ["云溪县"], ZH)
    assert isinstance(note_list([written], ["云溪县"], ZH), Markup)
    assert in_hover(written, ZH).split("<br>")[:2] == ["&lt;b&gt;粗&lt;/b&gt;", "第二行"]
    assert heads([written, written], EN) == ["① Apr 2023", "② Apr 2023"]
    assert (mark(19), mark(20)) == ("⑳", "(21)")
