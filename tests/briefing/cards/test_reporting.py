"""The matrix of 报送情况 and the uploads behind a cell as documents, from literal uploads."""

from datetime import datetime
from pathlib import Path

from board.store import Board
from board.upload_words import moment
from briefing.cards.reporting import reporting, uploads
from briefing.cards.scope import Scope
from tests.board.sending import board, sent
from wording import Words

MADE = datetime(2023, 5, 20, 9, 30)
ZH, EN = Words("zh"), Words("en")
TENTH, FIFTEENTH = datetime(2023, 5, 10, 11), datetime(2023, 5, 15, 11)


def scope(shown: Board, t: Words = ZH, unit: str = "") -> Scope:
    return Scope(shown, t, "2023-04", shown.units.get(unit))


def test_when_each_came_and_what_is_owed(tmp_path: Path) -> None:
    shown = board(
        tmp_path,
        sent("000001", "funds", "990101", TENTH),
        sent("000002", "reports", "990101", FIFTEENTH, warnings=1),
    )
    made = reporting(scope(shown), "标题", "说明", MADE)
    assert made.grid.heads(ZH) == [
        "单位", "衔接资金台账", "项目台账", "监测对象台账", "县区进度月报",
    ]  # fmt: skip
    yunxi, dongling, _, city_level = made.grid.rows
    assert yunxi == ("云溪县", "5月10日", None, None, "5月15日 · 迟3天 · 1条警告")
    assert dongling == ("东岭县", *["未报，逾期8天"] * 4)
    assert city_level == ("市本级", None, None, None, None)
    assert made.name == "报送情况 2023年4月"
    assert reporting(scope(shown, EN), "Title", "", MADE).grid.rows[0][1] == "10 May"


def test_the_uploads_of_a_cell_newest_first(tmp_path: Path) -> None:
    shown = board(
        tmp_path,
        sent("000001", "funds", "990101", TENTH, counts=False),
        sent("000002", "funds", "990101", FIFTEENTH, replaces=["000001"], rows_kept=12),
    )
    made = uploads(scope(shown, unit="990101"), "funds", "标题", MADE)
    newest, oldest = made.grid.rows
    assert newest == (
        "000002", "在用", moment(FIFTEENTH), "甲", "000002.csv", "", 12, 0, "000001",
    )  # fmt: skip
    assert oldest[:2] == ("000001", "已被替换")
    assert made.name == "云溪县 衔接资金台账 上报历史 2023年4月"
