"""What warnings of a month say, in both languages, from literal rows."""

from pathlib import Path

import pytest

from board.store import Board
from board.warning_rows import Which, every
from board.warning_sentences import (
    age,
    finding,
    group_finding,
    quiet,
    severity_word,
    short_finding,
)
from board.warnings import lines, rules, tally, unseen
from tests.board.suspected import FULL, A, B, C, D, opened, warning
from wording import Words

ZH, EN = Words("zh"), Words("en")


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    return opened(tmp_path_factory.mktemp("home"), *FULL)


def test_ages(board: Board) -> None:
    by = {(each.unit_code, each.subject): age(each, ZH)
          for status in ("now", "cleared", "unverified")
          for each in every(board, Which("2023-04", status=status))}  # fmt: skip
    assert by[C, "P1"] == ("已持续4个月", "自2023年1月")
    assert by[C, "P2"] == ("本月新增", "")
    assert by[C, "P3"] == ("本月消失", "曾持续1个月")
    assert by[B, "P1"] == ("无法确认", "曾持续5个月，最后见于2022年12月")


@pytest.mark.parametrize(
    ("t", "said", "of_a_unit", "gone", "own"),
    [
        (
            ZH, "2023年4月疑似问题5条，新增3条，消失1条；石坪县最多，3条",
            "石坪县 · 不开工：疑似2条，最久的已持续4个月", "石坪县：比上月消失1条",
            "疑似问题3条，新增2条，消失1条",
        ),
        (
            EN, "Apr 2023: 5 suspected problems, 3 new, 1 gone; most in Shiping: 3",
            "Shiping · No start: 2 suspected, the oldest for 4 months",
            "Shiping: 1 gone since last month", "3 suspected problems, 2 new, 1 gone",
        ),
    ],
)  # fmt: skip
def test_findings(board: Board, t: Words, said: str, of_a_unit: str, gone: str, own: str) -> None:
    found = tally(board, "2023-04")
    assert finding(found, board, t) == said
    name = t.of("石坪县", "Shiping")
    subject = f"{name} · {t.of('不开工', 'No start')}"
    assert group_finding(found.of(C, "late"), "now", subject, t) == of_a_unit
    assert group_finding(found.of(C), "cleared", name, t) == gone
    assert group_finding(found.of(B), "unverified", "B", ZH) == (
        "B：1条无法确认，此前有，此后没有报送能确认的数据"
    )
    assert short_finding(found.of(C), True, {"small"}, t) == own


def test_a_place_that_is_shared_is_said(tmp_path: Path) -> None:
    two = opened(tmp_path, warning("late", A, "P1"), warning("late", C, "P1"))
    assert finding(tally(two, "2023-04"), two, ZH).endswith("；云溪县、石坪县最多，各1条")
    four = opened(tmp_path, *(warning("late", code, "P1") for code in (A, B, C, D)))
    assert finding(tally(four, "2023-04"), four, ZH).endswith(
        "；云溪县、东岭县、石坪县等最多，各1条"
    )


def test_a_month_without_warnings_is_good_news(tmp_path: Path) -> None:
    nothing = opened(tmp_path)
    found = tally(nothing, "2023-04")
    assert finding(found, nothing, ZH) == "2023年4月没有发现疑似问题"
    assert group_finding(found, "now", "全部单位", ZH) == "全部单位：没有疑似的问题"
    assert lines(nothing, found, rules(nothing, "2023-04"))[0] == ()
    assert quiet(found, rules(nothing, "2023-04"), unseen(nothing, "2023-04"), ZH) == (
        "没有发现：不开工、调库、未报、小事。",
    )
    assert (found.oldest(), short_finding(found, True, (), ZH)) == (0, "本月没有发现疑似问题")


def test_what_nobody_sent_is_not_said_to_be_well(tmp_path: Path) -> None:
    known = [{"period": "2023-04", "rule": "silent", "unit_code": code} for code in (A, B)]
    known.append({"period": "2023-04", "rule": "changed", "unit_code": A})
    board = opened(tmp_path, warning_known=known)
    found, by = tally(board, "2023-04"), rules(board, "2023-04")
    assert quiet(found, by, unseen(board, "2023-04"), ZH) == (
        "没有发现：调库、未报。",
        "不知道：不开工、小事，没有报送能判断的数据。",
    )
    own = short_finding(found.of(B), True, unseen(board, "2023-04", B), ZH)
    assert own == "本月没有发现疑似问题，3类问题没有报送能判断的数据"


def test_what_cannot_be_known_is_said_beside_nothing(board: Board) -> None:
    own = tally(board, "2023-04").of(unit=B)
    assert short_finding(own, True, (), ZH) == "本月没有发现疑似问题，1条无法确认"
    assert short_finding(own, False, (), ZH) == "本月没有报送，不知道有没有疑似问题，1条无法确认"


def test_severities_have_words() -> None:
    assert [severity_word(each, EN) for each in ("high", "medium", "low")] == [
        "high",
        "medium",
        "low",
    ]
