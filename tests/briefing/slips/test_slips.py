"""Who gets a slip and what stands in it, from a published file of literal standings."""

from datetime import date, datetime
from pathlib import Path

import pytest

from board.store import Board, open_board
from board.streaks import INTERVIEW, NONE, REMINDER
from briefing.slips import slips
from tests.board.published import Row, publish, standing, unit
from tests.board.suspected import RULES, warning
from wording import Words

ZH, EN = Words("zh"), Words("en")
MADE = datetime(2023, 5, 12, 9, 30)
A, B, C, D = "990101", "990102", "990103", "990104"
UNITS = [
    unit(A, "云溪县", "Yunxi"),
    unit(B, "东岭县", "Dongling"),
    unit(C, "石坪县", "Shiping"),
    unit(D, "临湖县", "Linhu"),
]
APRIL: Row = {"milestone": 0.3, "milestone_due": date(2023, 4, 30), "province": 0.36}
JUNE: Row = {"next_milestone": 0.5, "next_due": date(2023, 6, 30)}


def rows() -> list[Row]:
    """石坪县 is behind for three months, 东岭县 for two, 临湖县 for one and not among the last."""
    late: Row = {"light": "red", **APRIL, **JUNE}
    return [
        standing(A, 600_000, 1_000_000, rank=1, light="green", **APRIL, **JUNE),
        standing(D, 290_000, 1_000_000, rank=2, streak=1, gap_milestone=-1.0, **late),
        standing(B, 250_000, 1_000_000, rank=3, streak=2, gap_milestone=-5.0, **late),
        standing(C, 100_000, 1_000_000, rank=4, streak=3, gap_milestone=-20.0, **late),
        standing("city", 1_240_000, 4_000_000, **APRIL, **JUNE),
        *(standing(C, 40_000, 1_000_000, month, rank=4, streak=1, **APRIL)
          for month in ("2023-02", "2023-03")),
    ]  # fmt: skip


@pytest.fixture
def board(tmp_path: Path) -> Board:
    found = open_board(
        publish(
            tmp_path,
            units=UNITS,
            standings=rows(),
            settings=[{"name": "standing.last", "value": "1"}],
            warning_rules=RULES,
            warnings=[
                warning("changed", C, "P1"),
                warning("late", C, "P2", "2023-01"),
                warning("late", C, "P3"),
                warning("late", A, "P4"),
            ],
            coverage=[
                {"dataset": "funds", "period": month, "unit_code": each}
                for each in (A, B, C, D)
                for month in ("2023-03", "2023-04")
                if (each, month) != (C, "2023-04")
            ],
        )
    )
    assert found
    return found


def test_each_unit_with_a_suggested_step_gets_one_the_strongest_first(board: Board) -> None:
    found = slips(board, "2023-04", "all", ZH, made=MADE)
    assert [(each.unit.code, each.step) for each in found] == [(C, INTERVIEW), (B, REMINDER)]
    every = slips(board, "2023-04", "all", ZH, made=MADE, steps=(INTERVIEW, REMINDER, NONE))
    assert [each.unit.code for each in every] == [C, B, D]
    assert slips(board, "2023-04", "central", ZH, made=MADE) == ()


def test_a_slip_says_what_is_behind_ahead_suspected_and_unsent(board: Board) -> None:
    first, _ = slips(board, "2023-04", "all", ZH, made=MADE)
    assert (first.title, first.addressee) == ("石坪县2023年4月重点工作提醒单", "石坪县：")
    assert [(each.heading, each.lines) for each in first.parts] == [
        (
            "落后指标",
            (
                "资金支出率10.00%，对照节点（4月30日）≥30%，差20.00个百分点，居第4位，"
                "已连续落后3个月（自2023年2月）；建议约谈。",
            ),
        ),
        (
            "下一节点要求",
            (
                "6月30日前资金支出率须达到50%，还差40.00万元，每月需20.00万元，"
                "近4个月月均2.50万元，按此进度到期不能达到。",
            ),
        ),
        ("疑似问题预警", ("系统发现疑似问题3条，本月新增2条。",)),
        ("尚未报送", ("2023年4月未报送funds，最近一次是2023年3月。",)),
    ]
    assert first.closing == (
        "综合以上情况，建议约谈。规则：连续落后2个月或落后且居末1位，建议发提醒单；"
        "连续落后3个月，建议约谈；均为建议，由领导决定。"
    )
    assert (first.issuer, first.dated) == ("云川市巩固衔接办", date(2023, 5, 12))
    assert ("报告期", "2023年4月") in first.provenance.lines


def test_its_suspected_problems_stand_by_rule_the_severe_first(board: Board) -> None:
    first, _ = slips(board, "2023-04", "all", ZH, made=MADE)
    [suspected] = [each for each in first.parts if each.code == "suspected"]
    assert suspected.grid
    assert suspected.grid.heads(ZH) == ["疑似问题", "现有（条）", "其中新增（条）", "怎样核实"]
    assert suspected.grid.rows == (("不开工", 2, 1, "核实"), ("调库", 1, 1, "核实"))


def test_what_there_is_nothing_to_say_of_is_left_out(board: Board) -> None:
    _, second = slips(board, "2023-04", "all", EN, made=MADE)
    assert [each.heading for each in second.parts] == [
        "Indicators behind",
        "What the next milestones ask",
    ]
    assert second.title == "Dongling: reminder for Apr 2023"
    assert second.closing.startswith("Overall: reminder suggested. Rules: ")
