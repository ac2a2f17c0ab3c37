"""Counts, order, ages and sentences of warnings, from literal rows."""

from datetime import date, datetime
from pathlib import Path

import pytest

from board.store import Board, open_board
from board.warning_sentences import (
    age,
    finding,
    group_finding,
    quiet,
    severity_word,
    short_finding,
)
from board.warnings import Which, every, lines, rules, tally, warned, worst
from tests.board.published import Row, publish, standing, unit
from wording import Words

ZH, EN = Words("zh"), Words("en")
A, B, C, D = "990101", "990102", "990103", "990104"
UNITS = [
    unit(A, "云溪县", "Yunxi"), unit(B, "东岭县", "Dongling"),
    unit(C, "石坪县", "Shiping"), unit(D, "市本级", "City level", ranked=False),
]  # fmt: skip
PROJECTS: Row = {"reads": ["projects"]}
RULES: list[Row] = [
    {"rule": "late", "sort_order": 1, "name_zh": "不开工", "name_en": "No start", **PROJECTS},
    {"rule": "changed", "sort_order": 2, "name_zh": "调库", "severity": "medium", **PROJECTS},
    {"rule": "silent", "sort_order": 3, "name_zh": "未报", "severity": "medium"},
    {"rule": "small", "sort_order": 4, "name_zh": "小事", "severity": "low", "reads": ["funds"]},
    {"rule": "older", "sort_order": 5, "name_zh": "旧规", "last": "2022-12"},
]  # fmt: skip
SENT = [
    {"dataset": "projects", "period": "2023-04", "unit_code": A},
    {"dataset": "projects", "period": "2023-04", "unit_code": C},
    {"dataset": "funds", "period": "2023-04", "unit_code": A},
]
# The sample's clock stands where its newest upload came.
CLOCK = {"is_sample": True, "newest_upload": datetime(2023, 5, 10, 4)}


def warning(rule: str, unit_code: str, subject: str, since: str = "2023-04", **more: object) -> Row:
    status = "new" if since == "2023-04" else "continuing"
    return {"rule": rule, "unit_code": unit_code, "subject": subject, "status": status,
            "since": since} | more  # fmt: skip


FULL = [
    warning("late", A, "P1"),
    warning("late", C, "P1", "2023-01"),
    warning("late", C, "P2", upload_id="000003", source_row=7, title="水渠", township="永安镇"),
    warning("late", C, "P3", "2023-03", status="cleared"),
    warning("late", B, "P1", "2022-12", status="unverified"),
    warning("changed", C, "P9"),
    warning("small", A, "x", "2022-05"),
    warning("silent", B, "funds", due=date(2023, 5, 12)),
    warning("late", A, "P1", "2023-03", period="2023-03", status="new"),
]


def opened(home: Path, *warnings: Row, clock: Row | None = None) -> Board:
    found = open_board(
        publish(
            home,
            publication=[CLOCK if clock is None else clock],
            units=UNITS,
            warning_rules=RULES,
            coverage=SENT,
            standings=[standing(A, 1, 2)],
            uploads=[{
                "upload_id": "000003", "dataset": "projects", "period": "2023-04",
                "file_name": "项目.csv", "sha256": "", "accepted_by": "局",
                "accepted_at": datetime(2023, 5, 9), "rows_read": 1, "rows_kept": 1,
                "warnings": 0, "replaces": [],
            }],
            warnings=list(warnings),
        )
    )  # fmt: skip
    assert found
    return found


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    return opened(tmp_path_factory.mktemp("home"), *FULL)


def test_only_rules_of_the_month_are_there_in_their_order(board: Board) -> None:
    assert list(rules(board, "2023-04")) == ["late", "changed", "silent", "small"]
    assert list(rules(board, "2022-12"))[-1] == "older"


def test_counts_of_a_month_by_status_unit_and_rule(board: Board) -> None:
    found = tally(board, "2023-04")
    assert [found.number(status) for status in ("now", "new", "continuing", "cleared")] == [
        5,
        3,
        2,
        1,
    ]
    assert found.number("unverified") == 1
    assert found.by_unit() == {C: 3, A: 2}
    assert found.by_rule() == {"late": 3, "changed": 1, "small": 1}
    assert found.of(unit=C, rule="late").number() == 2
    assert found.of(unit=B).number() == 0


def test_what_is_not_due_yet_does_not_count(tmp_path: Path, board: Board) -> None:
    assert tally(board, "2023-04").of(rule="silent").number() == 0
    on_the_day: Row = {"is_sample": True, "newest_upload": datetime(2023, 5, 12, 4)}
    assert tally(opened(tmp_path, *FULL, clock=on_the_day), "2023-04").of(unit=B).number() == 0
    after: Row = {"is_sample": True, "newest_upload": datetime(2023, 5, 13, 4)}
    late = opened(tmp_path, *FULL, clock=after)
    assert tally(late, "2023-04").of(unit=B).number() == 1
    assert [each.rule for each in warned(late, Which("2023-04", unit=B), limit=9)] == ["silent"]


def test_lines_tell_nothing_suspected_from_nothing_sent(board: Board) -> None:
    found, units = lines(board, tally(board, "2023-04"), rules(board, "2023-04"))
    assert [each.code for each in units] == [A, B, C, D]  # the rule that reads nothing knows all
    assert [(line.rule.code, line.cells, line.now, line.new, line.cleared) for line in found] == [
        ("late", (1, None, 2, None), 3, 2, 1),
        ("changed", (0, None, 1, None), 1, 1, 0),
        ("small", (1, None, None, None), 1, 0, 0),
    ]


def test_where_units_are_many_the_most_warned_come_first(tmp_path: Path) -> None:
    many = [unit(f"9902{number:02d}", f"第{number}县") for number in range(1, 18)]
    rows = [warning("silent", "990217", "a"), warning("silent", "990217", "b")]
    home = publish(
        tmp_path,
        units=many,
        warning_rules=RULES,
        warnings=[*rows, warning("silent", "990203", "a")],
        standings=[standing("990201", 1, 2)],
    )
    large = open_board(home)
    assert large
    _, units = lines(large, tally(large, "2023-04"), rules(large, "2023-04"))
    assert [each.code for each in units[:4]] == ["990217", "990203", "990201", "990202"]


def test_a_line_adds_up_to_its_total_and_the_lines_to_the_month(board: Board) -> None:
    found = tally(board, "2023-04")
    shown, _ = lines(board, found, rules(board, "2023-04"))
    assert [sum(cell or 0 for cell in line.cells) for line in shown] == [line.now for line in shown]
    assert sum(line.now for line in shown) == found.number()


def test_the_worst_come_first_then_the_oldest(board: Board) -> None:
    found = warned(board, Which("2023-04"), limit=9)
    assert [(each.rule, each.unit_code, each.subject) for each in found] == [
        ("late", C, "P1"), ("late", A, "P1"), ("late", C, "P2"), ("changed", C, "P9"),
        ("small", A, "x"),
    ]  # fmt: skip
    named = worst(tally(board, "2023-04"), rules(board, "2023-04"))
    assert [(rule.code, n) for rule, n in named] == [("late", 3), ("changed", 1), ("small", 1)]


def test_rows_say_which_file_and_who(board: Board) -> None:
    [found] = warned(board, Which("2023-04", C, "late", "new"), limit=9)
    assert (found.title, found.township, found.file_name, found.source_row, found.accepted_by) == (
        "水渠", "永安镇", "项目.csv", 7, "局",
    )  # fmt: skip
    [other] = warned(board, Which("2023-04", A, "late"), limit=9)
    assert (other.file_name, other.accepted_by) == (None, None)


def test_rows_come_a_page_at_a_time_and_all_of_them_at_once(board: Board) -> None:
    which = Which("2023-04")
    pages = [each for at in (0, 2, 4) for each in warned(board, which, limit=2, offset=at)]
    assert pages == list(every(board, which)) and len(pages) == 5
    assert [each.subject for each in every(board, Which("2023-04", status="cleared"))] == ["P3"]


def test_ages(board: Board) -> None:
    by = {(each.unit_code, each.subject): age(each, "2023-04", ZH)
          for status in ("now", "cleared", "unverified")
          for each in every(board, Which("2023-04", status=status))}  # fmt: skip
    assert by[C, "P1"] == ("已持续4个月", "自2023年1月")
    assert by[C, "P2"] == ("本月新增", "")
    assert by[C, "P3"] == ("本月消失", "曾持续1个月")
    assert by[B, "P1"] == ("无法确认", "曾持续4个月")


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
    assert short_finding(found.of(C), True, t) == own


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
    assert quiet(found, rules(nothing, "2023-04"), ZH) == "没有发现：不开工、调库、未报、小事。"
    assert (found.oldest(), short_finding(found, True, ZH)) == (0, "本月没有发现疑似问题")


def test_what_cannot_be_known_is_said_beside_nothing(board: Board) -> None:
    own = tally(board, "2023-04").of(unit=B)
    assert short_finding(own, True, ZH) == "本月没有发现疑似问题，1条无法确认"
    assert short_finding(own, False, ZH) == "本月没有报送，不知道有没有疑似问题，1条无法确认"


def test_severities_have_words() -> None:
    assert [severity_word(each, EN) for each in ("high", "medium", "low")] == [
        "high",
        "medium",
        "low",
    ]
