"""Streaks and what they suggest, from literal standings and settings."""

from datetime import date
from pathlib import Path

import pytest

from board.store import Board, open_board
from board.streak_sentences import (
    against,
    against_before,
    not_behind,
    rules_in_words,
    step_in_words,
    streaks_finding,
)
from board.streaks import Laggard, Run, laggards, rules
from tests.board.published import Row, publish, standing, unit
from wording import Words

ZH, EN = Words("zh"), Words("en")
A, B, C, D, E, CITY_LEVEL = (f"9901{number:02d}" for number in (1, 2, 3, 4, 5, 99))
UNITS = [
    unit(A, "云溪县", "Yunxi"),
    unit(B, "东岭县", "Dongling"),
    unit(C, "石坪县", "Shiping"),
    unit(D, "临湖县", "Linhu"),
    unit(E, "北原区", "Beiyuan"),
    unit(CITY_LEVEL, "市本级", "City level", ranked=False),
]
APRIL: Row = {"milestone": 0.3, "milestone_due": date(2023, 4, 30), "province": 0.36}
MARCH: Row = {"province": 0.30}


def spending() -> list[Row]:
    """临湖县 is behind since January, with a month not reported in between; 石坪县 since April."""
    return [
        standing(D, 1, 100, "2023-01", rank=5, streak=1, **MARCH),
        standing(D, None, None, "2023-02", **MARCH),
        standing(D, 10, 100, "2023-03", rank=5, streak=2, **MARCH),
        standing(D, 24, 100, rank=5, streak=3, light="red", gap_milestone=-6.0, **APRIL),
        standing(C, 28, 100, rank=4, streak=1, light="yellow", gap_milestone=-2.0, **APRIL),
        standing(B, 29, 100, rank=3, streak=2, light="yellow", gap_milestone=-1.0, **APRIL),
        standing(E, 29.5, 100, rank=2, streak=1, light="yellow", gap_milestone=-0.5, **APRIL),
        standing(A, 60, 100, rank=1, light="green", **APRIL),
        standing(CITY_LEVEL, 1, 100, ranked=False, streak=9, **APRIL),
        standing("city", 30, 100, streak=2, **APRIL),
    ]


def opened(home: Path, *rows: Row, **settings: str) -> Board:
    said = [{"name": name.replace("__", "."), "value": value} for name, value in settings.items()]
    found = open_board(publish(home, units=UNITS, standings=list(rows), settings=said))
    assert found
    return found


def asked(board: Board, level: str = "all") -> tuple[Laggard, ...]:
    return laggards(board, "2023-04", level, rules(board))


def steps(found: tuple[Laggard, ...]) -> list[tuple[str, str]]:
    return [(each.unit.name, each.step) for each in found]


def only(found: tuple[Laggard, ...], code: str) -> Run:
    [each] = [each for each in found if each.unit.code == code]
    [(_, run)] = each.runs
    return run


def test_three_months_suggest_an_interview_two_or_a_last_place_a_reminder(tmp_path: Path) -> None:
    board = opened(tmp_path, *spending(), standing__last="2")
    assert steps(asked(board)) == [
        ("临湖县", "interview"),
        ("东岭县", "reminder"),  # two months running
        ("石坪县", "reminder"),  # among the last two
        ("北原区", "none"),
    ]


def test_units_without_a_rank_are_left_out_and_those_behind_in_nothing_named(
    tmp_path: Path,
) -> None:
    board = opened(tmp_path, *spending())
    found = asked(board)
    assert {each.unit.code for each in found} == {B, C, D, E}
    assert not_behind(found, board, ZH) == "没有落后的指标：云溪县。"


def test_a_streak_says_since_when_and_against_what(tmp_path: Path) -> None:
    run = only(asked(opened(tmp_path, *spending())), D)
    # Three months behind over four: February was not reported and is passed over.
    assert (run.streak, run.since, run.months_milestone, run.below) == (3, "2023-01", 1, 0)
    assert (against(run, ZH), run.gap) == ("节点（4月30日）≥30%", -6.0)
    assert against_before(run, ZH) == "其中2个月对照全省平均"


def test_where_no_milestone_is_set_it_is_the_province(tmp_path: Path) -> None:
    share: Row = {"indicator": "risk_elimination_rate", "province": 0.5828, "rank": 1}
    row = standing(A, 44, 100, streak=15, light="yellow", gap_province=-14.28, **share)
    run = only(asked(opened(tmp_path, row)), A)
    assert (against(run, ZH), run.gap, against_before(run, ZH)) == ("全省平均 58.28%", -14.28, "")


def test_a_unit_stands_with_its_strongest_step_and_red_before_long(tmp_path: Path) -> None:
    more: Row = {"indicator": "risk_elimination_rate", "rank": 1, "province": 0.5}
    starts: Row = {"indicator": "start_rate", "rank": 1, **APRIL}
    rows = [
        *spending(),
        standing(D, 4, 10, light="yellow", streak=9, gap_province=-10.0, **more),
        standing(B, 2, 10, light="red", streak=4, gap_milestone=-10.0, **starts),
    ]
    first, second, *_ = asked(opened(tmp_path, *rows))
    assert first.unit.code == D
    assert [(step, run.indicator) for step, run in first.runs] == [
        ("interview", "spend_rate"),
        ("interview", "risk_elimination_rate"),
    ]
    assert (second.unit.code, second.step, second.longest) == (B, "interview", 4)


def test_an_indicator_split_by_level_is_taken_at_the_level_asked_for(tmp_path: Path) -> None:
    central = standing(A, 1, 10, level="central", rank=1, streak=4, light="red", **APRIL)
    starts = standing(B, 1, 10, indicator="start_rate", rank=1, streak=1, light="red", **APRIL)
    found = asked(opened(tmp_path, *spending(), central, starts), "central")
    assert [(each.unit.code, each.runs[0][1].level) for each in found] == [
        (A, "central"),
        (B, "all"),
    ]


def test_thresholds_are_settings(tmp_path: Path) -> None:
    changed = {"escalation__reminder_after": "1", "escalation__interview_after": "4"}
    board = opened(tmp_path, *spending(), escalation__remind_last="false", **changed)
    assert {step for _, step in steps(asked(board))} == {"reminder"}
    none = opened(tmp_path, *spending(), escalation__indicators='["start_rate"]')
    assert {step for _, step in steps(asked(none))} == {"none"}
    assert "只看项目开工率" in rules_in_words(rules(none), none, ZH)


@pytest.mark.parametrize(
    ("t", "finding", "rule"),
    [
        (
            ZH,
            "建议约谈1个单位（临湖县），建议提醒3个单位（东岭县、石坪县、北原区）",
            "规则：连续落后2个月或落后且居末4位，建议发提醒单；连续落后3个月，建议约谈；"
            "均为建议，由领导决定",
        ),
        (
            EN,
            "an interview suggested for 1 unit (Linhu),"
            " reminders suggested for 3 units (Dongling, Shiping, Beiyuan)",
            "Rules: behind for 2 months running, or behind and among the last 4: a reminder is"
            " suggested; behind for 3 months running: an interview is suggested;"
            " all are suggestions, leaders decide",
        ),
    ],
)
def test_sentences(tmp_path: Path, t: Words, finding: str, rule: str) -> None:
    board = opened(tmp_path, *spending(), standing__last="4")
    assert streaks_finding(asked(board), t) == finding
    assert rules_in_words(rules(board), board, t) == rule


def test_every_suggestion_says_that_it_is_one() -> None:
    assert [step_in_words(step, ZH) for step in ("interview", "reminder", "none")] == [
        "建议约谈",
        "建议发提醒单",
        "",
    ]


def test_nobody_behind_is_said(tmp_path: Path) -> None:
    board = opened(tmp_path, standing(A, 60, 100, rank=1, light="green", **APRIL))
    assert streaks_finding(asked(board), ZH) == "本月没有落后的单位"
    short = opened(tmp_path, *spending()[-4:-2], escalation__remind_last="false")
    assert streaks_finding(asked(short), ZH) == "1个单位落后，都还不到提醒的程度"
