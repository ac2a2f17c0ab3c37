"""How the stock of monitored households moved, from literal rows."""

from decimal import Decimal
from pathlib import Path

from board.household_flow import flow, sent_neither
from board.monitoring_sentences import left_out, month_in_flow
from board.store import Board, open_board
from tests.board.published import Row, publish, standing, unit
from wording import Words

UNITS = [
    unit("990101", "云溪县", "Yunxi"),
    unit("990102", "东岭县", "Dongling"),
    unit("990103", "河湾县", "Hewan"),
    unit("990104", "清泉县", "Qingquan"),
    unit("990105", "市本级", "City level", ranked=False),
]
ZH = Words("zh")


def sent(code: str, *periods: str) -> list[Row]:
    return [{"dataset": "households", "period": period, "unit_code": code} for period in periods]


def moved(code: str, period: str = "2023-04", **parts: int) -> list[Row]:
    return [
        {
            "period": period, "unit_code": code, "measure": "households_monitored", "value": value,
            "dimension": "turn" if member in ("eliminated", "relapsed") else "flow",
            "member": member,
        }
        for member, value in parts.items()
    ]  # fmt: skip


def published(home: Path) -> Board:
    board = open_board(
        publish(
            home,
            units=UNITS,
            standings=[standing("city", 1, 2, period) for period in ("2023-02", "2023-04")],
            coverage=[
                *sent("990101", "2023-03", "2023-04"),
                *sent("990102", "2022-10", "2023-04"),
                *sent("990103", "2023-02", "2023-03"),
            ],
            facts=[
                *moved("990101", opening=10, new=3, left=2, changed=1, closing=12,
                       eliminated=4, relapsed=1),
                *moved("990103", "2023-03", opening=5, closing=5),
            ],
        )
    )  # fmt: skip
    assert board
    return board


def test_only_whoever_sent_both_months_is_followed(tmp_path: Path) -> None:
    board = published(tmp_path)
    february, march, april = flow(board, "2023-04", "households")
    assert april.total
    assert (april.total.opening, april.total.closing) == (Decimal(10), Decimal(12))
    assert [each.unit_code for each in april.units] == ["990101"]
    assert [each.unit_code for each in april.left_out] == ["990102", "990103"]
    assert [each.unit_code for each in march.units] == ["990103"]
    assert february.total is None
    assert [unit.code for unit in sent_neither(april, board)] == ["990104"]
    assert left_out(april, board, ZH) == [
        "没有报送本月台账，未计入增减：河湾县。",
        "缺上月台账，未计入增减：东岭县。",
        "近一年没有报送监测对象台账：清泉县。",
    ]


def test_what_is_said_of_a_month(tmp_path: Path) -> None:
    board = published(tmp_path)
    february, march, april = flow(board, "2023-04", "households")
    said = "2023年4月新增3户，期末12户；风险回退1户（云溪县）"
    assert month_in_flow(april, board, "households", ZH) == said
    assert month_in_flow(march, board, "households", ZH) == "2023年3月新增0户，期末5户；无风险回退"
    said = "没有相连两个月的台账，还不能计算增减"
    assert month_in_flow(february, board, "households", ZH) == said


def test_one_unit_alone(tmp_path: Path) -> None:
    board = published(tmp_path)
    (*_, april) = flow(board, "2023-04", "households", "990101")
    assert april.total
    assert (april.total.unit_code, april.total.relapsed) == ("990101", Decimal(1))
    assert flow(board, "2023-04", "households", "990102")[-1].total is None


def test_a_unit_that_monitors_nobody_in_both_months_is_followed(tmp_path: Path) -> None:
    rows = [standing("city", 1, 2, period) for period in ("2023-03", "2023-04")]
    home = publish(
        tmp_path, units=UNITS, standings=rows, coverage=sent("990101", "2023-03", "2023-04")
    )
    board = open_board(home)
    assert board
    (_, april) = flow(board, "2023-04", "persons")
    assert april.total
    assert (april.total.opening, april.total.closing) == (Decimal(), Decimal())
