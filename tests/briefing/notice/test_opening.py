"""The opening of a notice: lines without a heading that a person may rewrite, too."""

from datetime import datetime

from board.store import Board
from briefing.notice.compose import TOPICS, notice
from briefing.notice.said import text
from wording import Words

MADE = datetime(2023, 5, 4, 9, 30)


def test_the_opening_is_rewritten_like_a_topic_and_has_no_heading(board: Board) -> None:
    t = Words("zh")
    made = notice(board, "2023-04", "central", t, made=MADE)
    assert [each.style for each in made.paragraphs(t)][:5] == [
        "title", "addressee", "body", "body", "heading1",
    ]  # fmt: skip
    edited = made.edited({"opening": "第一段。\n第二段。\n第三段。"})
    lines = [text(each.line) for each in edited.paragraphs(t)]
    assert lines[2:6] == ["第一段。", "第二段。", "第三段。", "一、总体情况"]
    assert edited.parts == made.parts
    assert [each.code for each in made.sections] == ["opening", *(e.code for e in made.topics)]
    assert "opening" not in TOPICS
